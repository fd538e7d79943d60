import type { ActionRequest } from '@shared/contract/report-action.ts'
import type { JoinAnswer, SimilarList } from '@shared/contract/report-join.ts'
import type { ReportAnswer, ReportList, ReportListQuery, SubmitAnswer } from '@shared/contract/report.ts'
import { request } from './client'
import type { LatLng } from '@shared/domain/geo.ts'
import { positionText } from './position-text'
import { withDeviceSession } from './session'

const PATH = '/api/v1/reports'

/**
 * Files a report. Repeating the same body with the same key gives the first answer again.
 * @param body JSON text of a SubmitRequest, kept as it is for every try
 * @throws ApiError
 */
export function submitReport(body: string, idempotencyKey: string): Promise<SubmitAnswer> {
  return withDeviceSession(() => request<SubmitAnswer>({ method: 'POST', path: PATH, body, idempotencyKey }))
}

/** @param queryCode what the reporter shows instead of a session */
export function getReport(
  number: string,
  queryCode?: string | null,
  signal?: AbortSignal,
): Promise<ReportAnswer> {
  return request<ReportAnswer>({
    path: `${PATH}/${encodeURIComponent(number)}`,
    queryCode: queryCode ?? undefined,
    signal,
  })
}

export interface Deed {
  number: string
  action: ActionRequest
  idempotencyKey: string
  queryCode?: string | null
}

/** @throws ApiError, code STALE_VERSION when somebody was faster */
export function actOnReport({ number, action, idempotencyKey, queryCode }: Deed): Promise<ReportAnswer> {
  const path = `${PATH}/${encodeURIComponent(number)}/actions`
  const call = {
    method: 'POST',
    path,
    body: action,
    idempotencyKey,
    queryCode: queryCode ?? undefined,
  } as const
  return withDeviceSession(() => request<ReportAnswer>(call))
}

export function listReports(query: ReportListQuery, signal?: AbortSignal): Promise<ReportList> {
  const { overdue, ...rest } = query
  return request<ReportList>({
    path: PATH,
    query: { ...rest, overdue: overdue ?? undefined } as Record<string, string>,
    signal,
  })
}

export interface Sought {
  near: LatLng | null
  category: string
  text: string
}

/** Public reports that may tell of the same thing, the most similar first. */
export function findSimilar({ near, category, text }: Sought, signal?: AbortSignal): Promise<SimilarList> {
  const query = { near: near && positionText(near), category, text: [...text].slice(0, 300).join('') }
  return request<SimilarList>({ path: `${PATH}/similar`, query, signal })
}

/** "我也遇到了": joins a public report, or takes that back. */
export function joinReport(number: string, joins: boolean): Promise<JoinAnswer> {
  const path = `${PATH}/${encodeURIComponent(number)}/join`
  return withDeviceSession(() => request<JoinAnswer>({ method: joins ? 'POST' : 'DELETE', path }))
}
