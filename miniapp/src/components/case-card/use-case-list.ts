import type { CaseList } from '@shared/contract/reform-case.ts'
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useStore } from 'zustand'
import { type CaseSearch, listCases } from '@/api/cases'
import type { ApiError } from '@/api/api-error'
import { language } from '@/locale/translate'

/** The cases change with a release, not during a visit. */
export const CASES_STALE_AFTER = 10 * 60_000

/** The cases that fit, in the reader's script. While others are asked for, the last ones stay. */
export function useCaseList(search: CaseSearch): UseQueryResult<CaseList, ApiError> {
  const locale = useStore(language, (now) => now.locale)
  return useQuery<CaseList, ApiError>({
    queryKey: ['cases', locale, search],
    queryFn: ({ signal }) => listCases(search, signal),
    placeholderData: keepPreviousData,
    staleTime: CASES_STALE_AFTER,
  })
}
