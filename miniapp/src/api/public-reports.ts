import { useInfiniteQuery } from '@tanstack/react-query'
import { useStore } from 'zustand'
import { language } from '@/locale/translate'
import { listReports } from './reports'

/** What the public list is narrowed to; '' is everything. */
export interface PublicFilter {
  q: string
  district: string
  category: string
  state: '' | 'open' | 'answered'
  /** a reform case's slug */
  case: string
}

const STATES = {
  open: 'submitted,needs_info,assigned,in_progress,disputed,in_review',
  answered: 'answered,closed',
} as const

/** Published reports, latest first, page by page. */
export function usePublicReports({ state, ...filter }: PublicFilter) {
  const locale = useStore(language, (now) => now.locale)
  return useInfiniteQuery({
    queryKey: ['reports', 'public', { ...filter, state }, locale],
    queryFn: ({ signal, pageParam }) => {
      const states = state === '' ? undefined : STATES[state]
      return listReports({ scope: 'public', ...filter, state: states, cursor: pageParam, limit: 30 }, signal)
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  })
}
