import type { Statistics } from '@shared/contract/statistics.ts'
import type { UseQueryResult } from '@tanstack/react-query'
import { useStore } from 'zustand'
import { language } from '@/locale/translate'
import type { ApiError } from './api-error'
import { apiBase, request } from './client'
import { useKeptQuery } from './use-kept-query'

const STALE_AFTER = 30_000

/** Which figures are asked for; '' is everything. Days of filing, both included. */
export interface StatisticsAsked {
  by: 'month' | 'district' | 'category'
  from: string
  to: string
  district: string
  category: string
}

/** The figures of what is asked for; those with a name on the device can be read there without a network. */
export function useStatistics(
  asked: StatisticsAsked,
  keptAs: string | null,
): UseQueryResult<Statistics, ApiError> {
  const locale = useStore(language, (now) => now.locale)
  return useKeptQuery<Statistics>({
    queryKey: ['statistics', asked, locale],
    keptAs: keptAs && `statistics.${keptAs}.${locale}`,
    queryFn: ({ signal }) => request<Statistics>({ path: '/api/v1/statistics', query: { ...asked }, signal }),
    staleTime: STALE_AFTER,
    keepPrevious: true,
  })
}

/** The address of a file of the open data. */
export function openDataAddress(path: string, asked: Partial<StatisticsAsked> = {}): string {
  const given = Object.entries(asked).filter(([, value]) => value !== '')
  const query = given.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')
  return `${apiBase}${path}${query && `?${query}`}`
}
