import type { FieldProblem } from './errors.ts'
import type { ReportFacts, State } from './report-state.ts'

/** A lead must still be on its way to an answer: whoever follows it is answered when it is. */
export const LEADING_STATES = [
  'submitted',
  'needs_info',
  'assigned',
  'in_progress',
  'disputed',
  'in_review',
] as const satisfies readonly State[]

/** Reports one lead may carry: all of them are answered in its own transaction. */
export const MOST_FOLLOWERS = 50

/** A report that another one is to follow, and how many follow it already. */
export interface Lead {
  facts: ReportFacts
  followers: number
}

/**
 * Why a report cannot follow that lead, or null when it can. Chains are not allowed, so there are no circles:
 * a lead is never itself merged, and one that others follow must let them go first.
 *
 * @param followers how many follow the report that is to be merged
 */
export function mergeProblem(report: ReportFacts, followers: number, lead: Lead): FieldProblem | null {
  if (lead.facts.number === report.number) return 'same_report'
  if (lead.facts.state === 'merged') return 'already_merged'
  if (!(LEADING_STATES as readonly State[]).includes(lead.facts.state)) return 'not_open'
  if (followers > 0) return 'leads_others'
  return lead.followers >= MOST_FOLLOWERS ? 'too_many' : null
}
