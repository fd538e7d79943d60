import type { OverdueLevel, ReportFacts } from './report-state.ts'

/** Offices above which there is only the supervisor. */
const PAST_THE_STATION = new Set<ReportFacts['holderType']>(['station', 'desk', 'supervisor'])

/**
 * How far up an overdue step must be brought at `now` (milliseconds), or null when it is there already, in time,
 * or the reporter's own. First the station hears of it, some days later the supervisor; what the station itself or
 * the desk has left lying goes to the supervisor at once. Each level comes once a step.
 */
export function escalationDue(report: ReportFacts, now: number): Exclude<OverdueLevel, 'none'> | null {
  const { dueAt, escalateAt, overdueLevel, holderType } = report
  if (dueAt === null || dueAt >= now || holderType === 'reporter') return null
  if (overdueLevel === 'supervisor') return null
  if (PAST_THE_STATION.has(holderType)) return 'supervisor'
  if (overdueLevel === 'none') return 'station'
  return (escalateAt ?? dueAt) < now ? 'supervisor' : null
}
