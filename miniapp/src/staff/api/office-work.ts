import type { AnswerTemplate, AnswerTemplateList, TemplateWords } from '@shared/contract/answer-template.ts'
import type { DutyChange, DutyRoster } from '@shared/contract/duty.ts'
import type { CountsAnswer } from '@shared/contract/report-lists.ts'
import type { TemplateAction } from '@shared/domain/answer-template.ts'
import { request } from '@/api/client'
import { asStaff } from './as-staff'

const TEMPLATES = '/api/v1/templates'

/** Ready words for a form, or for all: those of my office, then the city's. */
export function listTemplates(
  action: TemplateAction | undefined,
  signal?: AbortSignal,
): Promise<AnswerTemplateList> {
  return asStaff(request({ path: TEMPLATES, query: action ? { action } : {}, signal }))
}

/** Writes or rewrites words of my office. @throws ApiError 422 when it has as many as it may */
export function keepTemplate(id: string, body: TemplateWords): Promise<AnswerTemplate> {
  return asStaff(request({ method: 'PUT', path: `${TEMPLATES}/${encodeURIComponent(id)}`, body }))
}

/** @throws ApiError 404 when a colleague was first */
export function removeTemplate(id: string): Promise<void> {
  return asStaff(request({ method: 'DELETE', path: `${TEMPLATES}/${encodeURIComponent(id)}` }))
}

const dutyPath = (number: string) => `/api/v1/stations/${encodeURIComponent(number)}/duty`

/** Two weeks of who is on duty, from the Monday of that day on. @param from YYYY-MM-DD; '' for today */
export function readDuty(number: string, from: string, signal?: AbortSignal): Promise<DutyRoster> {
  return asStaff(request({ path: dutyPath(number), query: from ? { from } : {}, signal }))
}

/** @throws ApiError 422 for a day that is past */
export function changeDuty(number: string, body: DutyChange): Promise<DutyRoster> {
  return asStaff(request({ method: 'PUT', path: dutyPath(number), body }))
}

/** What waits for my office now, and what of it is over its time; each up to 1,001. */
export async function countOwnInbox(signal?: AbortSignal): Promise<{ waiting: number; overdue: number }> {
  const lists = [{ scope: 'inbox' }, { scope: 'inbox', overdue: 'true' }]
  const body = { lists }
  const asked = request<CountsAnswer>({ method: 'POST', path: '/api/v1/reports/counts', body, signal })
  const [waiting, overdue] = (await asStaff(asked)).counts
  return { waiting: waiting?.value ?? 0, overdue: overdue?.value ?? 0 }
}
