import type { Report, TimelineEvent } from '@shared/contract/report.ts'
import type { Complexity, DeclineReason } from '@shared/domain/report-state.ts'
import { blackOutText, findPersonal } from '@shared/domain/personal-patterns.ts'
import type { StaffAction } from './action-forms'

/** What a person has put into a form; everything may still be missing. It is kept as JSON in a draft. */
export interface ActionValues {
  text?: string
  /** as typed: with or without groups */
  leadNumber?: string
  reason?: DeclineReason
  /** 'body:<code>' for one that stands in the list, 'other' and 'deputy' for what is chosen below it */
  answerer?: string
  otherBodyCode?: string
  deputyId?: string
  coBodyCodes?: string[]
  suggestedBodyCode?: string
  complexity?: Complexity
  days?: string
  /** YYYY-MM-DD in Asia/Shanghai */
  dueAt?: string
  /** keys of state/photos */
  photoKeys?: string[]
  /** the numbers and plates that are still in the words may be public */
  keepPersonal?: boolean
  publicPhotoIds?: string[]
  /** redacted copies made for this publication, the latest last */
  copies?: { id: string; redacts: string }[]
  answered?: 'yes' | 'no'
  solved?: 'yes' | 'no'
  satisfied?: 'yes' | 'no'
}

const ORDER_DAYS = 3
const DAY = 86_400_000
const ZONE = 8 * 3_600_000

/** A date of Asia/Shanghai, `days` after the moment, as `YYYY-MM-DD`. */
export function dateAfter(now: number, days: number): string {
  return new Date(now + ZONE + days * DAY).toISOString().slice(0, 10)
}

/** The latest event of an action: the bounce to be settled, the extension asked for, the answer to be judged. */
export function latest(
  timeline: readonly TimelineEvent[],
  action: TimelineEvent['action'],
): TimelineEvent | null {
  const events = timeline.filter((event) => event.action === action)
  return events[events.length - 1] ?? null
}

/** Whom the bouncing body named, while the dispute lasts. */
export function proposedBody(
  report: Report,
  timeline: readonly TimelineEvent[],
): { code: string; name: string } | null {
  const bounce = report.state === 'disputed' ? latest(timeline, 'bounce') : null
  const { suggestedBodyCode: code, suggestedBodyName: name } = bounce?.data ?? {}
  return typeof code === 'string' && typeof name === 'string' ? { code, name } : null
}

/** The words and photos the public sees now, or would see with nothing changed. */
export function shownToPublic(
  report: Report,
  timeline: readonly TimelineEvent[],
): { text: string; photoIds: string[] } {
  let shown = { text: report.text, photoIds: [] as string[] }
  for (const { action, text, data } of timeline) {
    const photoIds = Array.isArray(data.photoIds) ? (data.photoIds as string[]) : null
    if (action === 'publish') shown = { text: text ?? report.text, photoIds: photoIds ?? [] }
    if (action === 'redact') shown = { text: text ?? shown.text, photoIds: photoIds ?? shown.photoIds }
  }
  return shown
}

/** A number with an area code is an office's as often as not: it is pointed out, and stays until somebody says so. */
export function suggestedPublicText(text: string): string {
  return blackOutText(
    text,
    findPersonal(text).filter(({ kind }) => kind !== 'landline'),
  )
}

interface Given {
  report: Report
  timeline: readonly TimelineEvent[]
  /** the body that is suggested */
  suggestedBody: string | null
  now: number
}

/** What a form begins with. It is no draft: nobody has typed it. */
export function defaultValues(
  action: StaffAction,
  { report, timeline, suggestedBody, now }: Given,
): ActionValues {
  if (action === 'publish') return { text: suggestedPublicText(report.text), publicPhotoIds: [] }
  if (action === 'redact') {
    const { text, photoIds } = shownToPublic(report, timeline)
    return { text, publicPhotoIds: photoIds }
  }
  if (action === 'order') return { dueAt: dateAfter(now, ORDER_DAYS) }
  if (action !== 'assign') return {}
  // In a dispute the rule's own suggestion is what was bounced.
  const first = report.state === 'disputed' ? (proposedBody(report, timeline)?.code ?? null) : suggestedBody
  return { complexity: report.complexity, ...(first !== null && { answerer: `body:${first}` }) }
}
