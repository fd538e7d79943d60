import type { HolderType, OverdueLevel, State, Supervision } from './report-state.ts'

/** States in which an office must act; in the others the reporter is waited for, or nobody. */
const WITH_OFFICES = {
  open: true,
  state: ['submitted', 'assigned', 'in_progress', 'disputed', 'in_review'],
} as const satisfies MatterFilter

/** Whole working days without any event after which a report counts as stuck. */
const QUIET_DAYS = 5

/** What a matter is narrowed to: the conditions of `GET /api/v1/reports`, under the same names. */
export interface MatterFilter {
  state?: readonly State[]
  holderType?: readonly HolderType[]
  open?: true
  overdue?: true
  overdueLevel?: OverdueLevel
  supervision?: Supervision
  orderOverdue?: true
  minBounces?: number
  minRound?: number
  sentBack?: true
  quietDays?: number
}

/** What a supervisor looks after, in the order in which it is looked at. */
export const MATTERS = [
  'waiting',
  'disputes',
  'overdue',
  'escalated',
  'quiet',
  'bounced',
  'sent_back',
  'reopened',
  'ordered',
  'order_overdue',
] as const
export type Matter = (typeof MATTERS)[number]

/**
 * Which reports each matter is about. A count on the dashboard and the list behind it ask for the same conditions, so
 * that they cannot disagree.
 */
export const MATTER_FILTERS: Readonly<Record<Matter, MatterFilter>> = {
  waiting: { open: true, holderType: ['desk', 'supervisor'] },
  disputes: { open: true, state: ['disputed'], holderType: ['desk', 'supervisor'] },
  overdue: { ...WITH_OFFICES, overdue: true },
  escalated: { ...WITH_OFFICES, overdueLevel: 'supervisor' },
  quiet: { ...WITH_OFFICES, quietDays: QUIET_DAYS },
  bounced: { ...WITH_OFFICES, minBounces: 2 },
  sent_back: { ...WITH_OFFICES, sentBack: true },
  reopened: { ...WITH_OFFICES, minRound: 2 },
  ordered: { open: true, supervision: 'ordered' },
  order_overdue: { open: true, supervision: 'ordered', orderOverdue: true },
}
