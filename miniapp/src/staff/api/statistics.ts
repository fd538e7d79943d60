import type { Statistics } from '@shared/contract/statistics.ts'
import type { Grouping } from '@shared/domain/figures.ts'
import { request } from '@/api/client'

export interface StatisticsAsked {
  by: Grouping
  /** days YYYY-MM-DD, both counted */
  from: string
  to?: string
  district?: string
  station?: string
  body?: string
}

/** The city's figures, as everybody may read them. */
export function getStatistics(asked: StatisticsAsked, signal?: AbortSignal): Promise<Statistics> {
  return request({ path: '/api/v1/statistics', query: { ...asked }, signal })
}
