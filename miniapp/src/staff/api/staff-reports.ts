import type { ReportAnswer, ReportList, SubmitAnswer, SubmitRequest } from '@shared/contract/report.ts'
import type { State } from '@shared/domain/report-state.ts'
import { staffRequest } from './staff-request'

const PATH = '/api/v1/reports'
const pathOf = (number: string, part = '') => `${PATH}/${encodeURIComponent(number)}${part}`

export interface StaffListQuery {
  scope: 'inbox' | 'visible' | 'mine'
  sort: 'due' | 'new'
  state?: State | ''
  overdue?: boolean
  cursor?: string
  limit?: number
}

/** A page of the reports that wait for my office, that it may see, or that I filed. */
export function listStaffReports(query: StaffListQuery, signal?: AbortSignal): Promise<ReportList> {
  return staffRequest<ReportList>({ path: PATH, query: { ...query }, signal })
}

export function getStaffReport(number: string, signal?: AbortSignal): Promise<ReportAnswer> {
  return staffRequest<ReportAnswer>({ path: pathOf(number), signal })
}

/** `body` is the contract's ActionRequest. @throws ApiError 409 STALE_VERSION with `current`, 422 with `fields` */
export function actOnReport(number: string, body: unknown, idempotencyKey: string): Promise<ReportAnswer> {
  return staffRequest<ReportAnswer>({ method: 'POST', path: pathOf(number, '/actions'), body, idempotencyKey })
}

export interface ReportContact {
  name?: string
  phone?: string
}

/** What the reporter left; null for nothing. @throws ApiError 403 for who neither holds nor oversees the report */
export async function getContact(number: string): Promise<ReportContact | null> {
  return (await staffRequest<{ contact: ReportContact | null }>({ path: pathOf(number, '/contact') })).contact
}

export function submitSnapshot(body: SubmitRequest, idempotencyKey: string): Promise<SubmitAnswer> {
  return staffRequest<SubmitAnswer>({ method: 'POST', path: PATH, body, idempotencyKey })
}
