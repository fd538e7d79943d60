import { dateAfter } from '../actions/action-values'

/** How soon something must be done; the inbox has a heading for each. */
export const DUE_GROUPS = ['overdue', 'today', 'soon', 'later'] as const
export type DueGroup = (typeof DUE_GROUPS)[number]

const SOON_DAYS = 3

/** By calendar days of Asia/Shanghai: a step is due at the end of its last day. */
export function dueGroup(dueAt: string | null, now: number): DueGroup {
  if (dueAt === null) return 'later'
  const due = Date.parse(dueAt)
  if (due < now) return 'overdue'
  const date = dateAfter(due, 0)
  if (date === dateAfter(now, 0)) return 'today'
  return date <= dateAfter(now, SOON_DAYS) ? 'soon' : 'later'
}
