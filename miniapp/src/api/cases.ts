import type { CaseList, ShownCase } from '@shared/contract/reform-case.ts'
import { request } from './client'

export interface CaseSearch {
  /** in title, summary or leading unit; either script finds the other */
  q?: string
  batch?: string
  theme?: string
  /** a district's code */
  district?: string
}

/** All that fit, in one page. @throws ApiError */
export function listCases(search: CaseSearch, signal?: AbortSignal): Promise<CaseList> {
  return request<CaseList>({ path: '/api/v1/cases', query: { ...search }, signal })
}

/** One case, whole. @throws ApiError 404 */
export function getCase(slug: string, signal?: AbortSignal): Promise<ShownCase> {
  return request<ShownCase>({ path: `/api/v1/cases/${encodeURIComponent(slug)}`, signal })
}
