import type { ActionRequest } from '@shared/contract/report-action.ts'
import type { ReportAnswer, ReportRow } from '@shared/contract/report.ts'
import { ApiError } from '@/api/api-error'
import type { Outcome } from '../actions/bulk'
import { act, getStaffReport } from '../api/staff-reports'
import { beginSending, draftId, endSending, forgetDraft } from './action-drafts'

/** No answer, or none of ours: it may have happened. */
export function isUnknown(error: ApiError): boolean {
  return (
    error.isNetwork || error.code === 'UNREADABLE' || error.status >= 500 || error.code === 'UNAUTHENTICATED'
  )
}

/**
 * One step of one report of several: its own key, its own version. A step whose answer was lost goes out again as it
 * did before, so that it happens once.
 *
 * @param whoWasFirst words for the report as somebody else has left it
 */
export async function sendStep(
  { number, version: seen }: ReportRow,
  fields: { action: ActionRequest['action'] } & Record<string, unknown>,
  whoWasFirst: (now: ReportAnswer) => string,
): Promise<Outcome> {
  const draft = draftId(number, fields.action)
  const { key, version } = beginSending(draft, JSON.stringify(fields), seen)
  try {
    await act(number, { ...fields, version } as ActionRequest, key)
    forgetDraft(draft)
    return { kind: 'done' }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    if (isUnknown(error)) return { kind: 'unknown', message: error.message }
    endSending(draft)
    if (error.code !== 'STALE_VERSION') return { kind: 'refused', message: error.message }
    const now = await getStaffReport(number).catch(() => null)
    return { kind: 'refused', message: now ? whoWasFirst(now) : error.message }
  }
}
