import type { CountsAnswer, ExportBegun, ExportPiece } from '@shared/contract/report-lists.ts'
import { request } from '@/api/client'
import type { ListChoice } from '../state/use-reports'
import { asStaff } from './as-staff'

const PATH = '/api/v1/reports'

/** A list in the body of a request: what `GET /api/v1/reports` has in its address, without what is no condition. */
export function listInBody({ sort: _order, ...choice }: ListChoice): Record<string, string> {
  const set = Object.entries(choice).filter(
    ([, value]) => value !== '' && value !== false && value !== undefined,
  )
  return Object.fromEntries(set.map(([name, value]) => [name, String(value)]))
}

/** How many reports each list has, or how many have come to it since a moment. */
export function countReports(
  lists: readonly { choice: ListChoice; since?: string }[],
  signal?: AbortSignal,
): Promise<CountsAnswer> {
  const body = { lists: lists.map(({ choice, since }) => ({ ...listInBody(choice), since })) }
  return asStaff(request({ method: 'POST', path: `${PATH}/counts`, body, signal }))
}

/** Begins to take a list out; it goes into the audit log. */
export function beginExport(choice: ListChoice): Promise<ExportBegun> {
  return asStaff(request({ method: 'POST', path: `${PATH}/exports`, body: listInBody(choice) }))
}

/** @throws ApiError 404 when the pass has expired, or the office has changed */
export function readExportPiece(pass: string, after: string, signal?: AbortSignal): Promise<ExportPiece> {
  const path = `${PATH}/exports/${encodeURIComponent(pass)}`
  return asStaff(request({ path, query: { after }, signal, timeout: 30_000 }))
}
