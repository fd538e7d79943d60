import type { CaseList } from '@shared/contract/reform-case.ts'
import type { UseQueryResult } from '@tanstack/react-query'
import { useStore } from 'zustand'
import { listCases } from '@/api/cases'
import type { ApiError } from '@/api/api-error'
import { useKeptQuery } from '@/api/use-kept-query'
import { language } from '@/locale/translate'

/** The cases change with a release, not during a visit. */
const STALE_AFTER = 10 * 60_000

/** All cases, in the reader's script; without a network those of the last visit. */
export function useCaseList(): UseQueryResult<CaseList, ApiError> {
  const locale = useStore(language, (now) => now.locale)
  return useKeptQuery<CaseList>({
    queryKey: ['cases', locale],
    queryFn: ({ signal }) => listCases(signal),
    staleTime: STALE_AFTER,
  })
}
