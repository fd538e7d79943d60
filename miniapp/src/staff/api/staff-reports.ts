import type {
  ActionRequest,
  ReportAnswer,
  ReportList,
  SubmitAnswer,
  SubmitRequest,
} from '@shared/contract/report.ts'
import type { State } from '@shared/domain/report-state.ts'
import { request } from '@/api/client'
import { actOnReport, getReport } from '@/api/reports'
import { asStaff } from './as-staff'

const PATH = '/api/v1/reports'

export interface StaffListQuery {
  scope: 'inbox' | 'visible' | 'mine'
  sort: 'due' | 'new'
  state?: State | ''
  overdue?: boolean
  category?: string
  station?: string
  district?: string
  cursor?: string
  limit?: number
}

/** A page of the reports that wait for my office, that it may see, or that I filed. */
export function listStaffReports(
  { overdue, ...query }: StaffListQuery,
  signal?: AbortSignal,
): Promise<ReportList> {
  return asStaff(
    request<ReportList>({ path: PATH, query: { ...query, overdue: overdue || undefined }, signal }),
  )
}

export function getStaffReport(number: string, signal?: AbortSignal): Promise<ReportAnswer> {
  return asStaff(getReport(number, null, signal))
}

/** @throws ApiError 409 STALE_VERSION with `current`, 422 with `fields` */
export function act(number: string, action: ActionRequest, idempotencyKey: string): Promise<ReportAnswer> {
  return asStaff(actOnReport({ number, action, idempotencyKey }))
}

export interface ReportContact {
  name?: string
  phone?: string
}

/** What the reporter left; null for nothing. @throws ApiError 403 for who neither holds nor oversees the report */
export async function getContact(number: string): Promise<ReportContact | null> {
  const path = `${PATH}/${encodeURIComponent(number)}/contact`
  return (await asStaff(request<{ contact: ReportContact | null }>({ path }))).contact
}

export function submitSnapshot(body: SubmitRequest, idempotencyKey: string): Promise<SubmitAnswer> {
  return asStaff(request<SubmitAnswer>({ method: 'POST', path: PATH, body, idempotencyKey }))
}
