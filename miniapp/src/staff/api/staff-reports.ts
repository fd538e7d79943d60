import type { ContactAnswer, ContactReveal } from '@shared/contract/contact.ts'
import type { SimilarList } from '@shared/contract/report-join.ts'
import type { ActionRequest } from '@shared/contract/report-action.ts'
import type { ReportAnswer, ReportList } from '@shared/contract/report.ts'
import type { LatLng } from '@shared/domain/geo.ts'
import { request } from '@/api/client'
import { positionText } from '@/api/position-text'
import { actOnReport, getReport } from '@/api/reports'
import { asStaff } from './as-staff'

const PATH = '/api/v1/reports'

export interface StaffListQuery {
  scope: 'inbox' | 'visible' | 'mine' | 'watched'
  sort: 'due' | 'new'
  /** one state, or several separated by commas */
  state?: string
  overdue?: boolean
  category?: string
  station?: string
  district?: string
  q?: string
  open?: boolean
  holderType?: string
  holderCode?: string
  overdueLevel?: string
  supervision?: string
  orderOverdue?: boolean
  minBounces?: number
  minRound?: number
  sentBack?: boolean
  quietDays?: number
  /** ISO moments; the end is not in it */
  from?: string
  to?: string
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

const MOST_TEXT = 300

/** What my office may read and what is much the same as a report. */
export function findSimilarInOffice(
  { near, text, ...sought }: { near: LatLng | null; category: string; text: string; except: string },
  signal?: AbortSignal,
): Promise<SimilarList> {
  const words = [...text].slice(0, MOST_TEXT).join('')
  const query = { ...sought, scope: 'visible', near: near && positionText(near), text: words }
  return asStaff(request<SimilarList>({ path: `${PATH}/similar`, query, signal }))
}

export function getStaffReport(number: string, signal?: AbortSignal): Promise<ReportAnswer> {
  return asStaff(getReport(number, null, signal))
}

/** @throws ApiError 409 STALE_VERSION with `current`, 422 with `fields` */
export function act(number: string, action: ActionRequest, idempotencyKey: string): Promise<ReportAnswer> {
  return asStaff(actOnReport({ number, action, idempotencyKey }))
}

const contactPath = (number: string) => `${PATH}/${encodeURIComponent(number)}/contact`

/** What the reporter left, masked. @throws ApiError 403 for who neither holds nor oversees the report */
export function getContact(number: string, signal?: AbortSignal): Promise<ContactAnswer> {
  return asStaff(request({ path: contactPath(number), signal }))
}

/** The same in clear; the reason goes into the audit log. */
export function revealContact(number: string, body: ContactReveal): Promise<ContactAnswer> {
  return asStaff(request({ method: 'POST', path: contactPath(number), body }))
}

/** Reports whose reporter left that number; each search is written down. */
export function findByPhone(phone: string): Promise<ReportList> {
  return asStaff(request({ method: 'POST', path: `${PATH}/by-contact`, body: { phone } }))
}
