import type {
  CalendarChangeRequest,
  CalendarImportAnswer,
  CalendarList,
  CalendarYear,
  CalendarYearRequest,
} from '@shared/contract/calendar.ts'
import type { DeadLetterList } from '@shared/contract/dead-letter.ts'
import type { RetentionChange, RetentionLimitShown, RetentionList } from '@shared/contract/retention.ts'
import type { FeatureSwitch, SwitchList } from '@shared/contract/switch.ts'
import type { Switch } from '@shared/domain/switches.ts'
import { apiBase, request } from '@/api/client'
import { asStaff } from './as-staff'

const ADMIN = '/api/v1/admin'

/** A file that a browser saves; the session's cookie goes along. */
export const calendarExport = `${apiBase}${ADMIN}/calendar/export`

export function listCalendar(signal?: AbortSignal): Promise<CalendarList> {
  return asStaff(request({ path: `${ADMIN}/calendar`, signal }))
}

/** @throws ApiError 422 with the fields that are wrong */
export function addYear(body: CalendarYearRequest): Promise<CalendarYear> {
  return asStaff(request({ method: 'POST', path: `${ADMIN}/calendar`, body }))
}

/** @throws ApiError 422 with the fields that are wrong */
export function changeYear(year: number, body: CalendarChangeRequest): Promise<CalendarYear> {
  return asStaff(request({ method: 'PATCH', path: `${ADMIN}/calendar/${year}`, body }))
}

/** @param apply false: only says what it would do */
export function importCalendar(csv: string, apply: boolean): Promise<CalendarImportAnswer> {
  const path = `${ADMIN}/calendar/import`
  return asStaff(
    request({ method: 'POST', path, query: { apply }, body: csv, bodyType: 'text/csv; charset=utf-8' }),
  )
}

export function listRetention(signal?: AbortSignal): Promise<RetentionList> {
  return asStaff(request({ path: `${ADMIN}/retention`, signal }))
}

/** @param category `*` for all that have no limits of their own */
export function changeRetention(category: string, body: RetentionChange): Promise<RetentionLimitShown> {
  const path = `${ADMIN}/retention/${encodeURIComponent(category)}`
  return asStaff(request({ method: 'PATCH', path, body }))
}

export function listSwitches(signal?: AbortSignal): Promise<SwitchList> {
  return asStaff(request({ path: `${ADMIN}/switches`, signal }))
}

export function changeSwitch(name: Switch, on: boolean): Promise<FeatureSwitch> {
  return asStaff(request({ method: 'PATCH', path: `${ADMIN}/switches/${name}`, body: { on } }))
}

export function listDeadLetters(cursor: string, signal?: AbortSignal): Promise<DeadLetterList> {
  return asStaff(request({ path: `${ADMIN}/dead-letters`, query: { cursor }, signal }))
}

export function retryDeadLetter(id: string): Promise<{ id: string }> {
  const path = `${ADMIN}/dead-letters/${encodeURIComponent(id)}`
  return asStaff(request({ method: 'PATCH', path, body: { retry: true } }))
}
