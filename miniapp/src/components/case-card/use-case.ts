import type { ShownCase } from '@shared/contract/reform-case.ts'
import type { UseQueryResult } from '@tanstack/react-query'
import { useStore } from 'zustand'
import { getCase } from '@/api/cases'
import type { ApiError } from '@/api/api-error'
import { useKeptQuery } from '@/api/use-kept-query'
import { language } from '@/locale/translate'

/** Its story stays, but people want it and speak of it meanwhile. */
const STALE_AFTER = 60_000

/** One case, in the reader's script; without a network as it was read the last time. */
export function useCase(slug: string): UseQueryResult<ShownCase, ApiError> {
  const locale = useStore(language, (now) => now.locale)
  return useKeptQuery<ShownCase>({
    queryKey: ['case', locale, slug],
    queryFn: ({ signal }) => getCase(slug, signal),
    staleTime: STALE_AFTER,
    enabled: slug !== '',
  })
}
