import type { CountsAnswer } from '@shared/contract/report-lists.ts'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { showTitleBadge } from '@/platform/title-badge'
import { useInFront } from '@/platform/use-in-front'
import { countReports } from '../api/report-lists'
import type { ListChoice } from './use-reports'

/** How often a list that stays open asks whether something has come. */
const EVERY = 30_000

/**
 * How many reports a list has, and how many have come to it since its top was read. Asked while somebody looks at the page, and at once
 * when they come back to it; the number stands in the window's title too.
 *
 * @param readAt when the top of the list was last read (the device's clock); 0: not yet
 */
export function useNews(choice: ListChoice, readAt: number): { news: number; total: string } {
  const inFront = useInFront()
  const isAsked = readAt > 0
  const beginning = useQuery({
    queryKey: ['staff', 'news', choice, readAt],
    queryFn: ({ signal }) => countReports([{ choice }], signal),
    enabled: isAsked,
    staleTime: Infinity,
    gcTime: 0,
  })
  const since = beginning.data?.at
  const { data } = useQuery({
    queryKey: ['staff', 'news', choice, readAt, since],
    queryFn: ({ signal }) => countReports([{ choice, since }], signal),
    enabled: isAsked && since !== undefined && inFront,
    initialData: { at: '', counts: [] },
    staleTime: EVERY,
    gcTime: 0,
    refetchInterval: EVERY,
  })
  const news = data.counts[0]?.value ?? 0
  useEffect(() => {
    showTitleBadge(inFront ? news : 0)
    return () => showTitleBadge(0)
  }, [news, inFront])
  const all = beginning.data?.counts[0]
  return { news, total: all ? countInWords(all) : '' }
}

/** `12`, or `1000+` where nobody went on counting. */
export function countInWords({ value, capped }: CountsAnswer['counts'][number]): string {
  return capped ? `${value - 1}+` : String(value)
}
