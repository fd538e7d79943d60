import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { ReportAnswer } from '@shared/contract/report.ts'
import type { Locale } from '@/locale/locales'
import { queryClient } from '@/api/query-client'
import { getStaffReport, listStaffReports, type StaffListQuery } from '../api/staff-reports'
import { useLocale } from './use-locale'

const reportKey = (number: string, locale: Locale) => ['staff', 'report', number, locale]

export function useStaffReport(number: string) {
  const locale = useLocale()
  return useQuery({
    queryKey: reportKey(number, locale),
    queryFn: ({ signal }) => getStaffReport(number, signal),
    enabled: number !== '',
  })
}

/** Puts the answer of an action where the page reads it; the lists it stood in are read anew. */
export function showReport(answer: ReportAnswer, locale: Locale): void {
  queryClient.setQueryData(reportKey(answer.report.number, locale), answer)
  void queryClient.invalidateQueries({ queryKey: ['staff', 'reports'] })
}

/**
 * Shows a report as it will be while the step is under way.
 *
 * @returns puts back what was there; what somebody else has put there since stays
 */
export function showForNow(expected: ReportAnswer, locale: Locale): () => void {
  const queryKey = reportKey(expected.report.number, locale)
  const before = queryClient.getQueryData<ReportAnswer>(queryKey)
  // An answer that was asked for before would show the old state again.
  void queryClient.cancelQueries({ queryKey })
  queryClient.setQueryData(queryKey, expected)
  // What is kept shares its parts with what was there, and is another object than what was given.
  const shown = queryClient.getQueryData(queryKey)
  return () => {
    if (queryClient.getQueryData(queryKey) === shown) queryClient.setQueryData(queryKey, before)
  }
}

export type ListChoice = Omit<StaffListQuery, 'cursor' | 'limit'>

/** A list page by page. */
export function useStaffReports(choice: ListChoice) {
  const locale = useLocale()
  return useInfiniteQuery({
    queryKey: ['staff', 'reports', choice, locale],
    queryFn: ({ pageParam, signal }) =>
      listStaffReports({ ...choice, cursor: pageParam || undefined }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })
}
