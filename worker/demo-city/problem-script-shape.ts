/**
 * One step of a common problem. Who takes it follows from what it is: a deputy tells of it, the supervisor opens it,
 * orders, approves and proposes, the body that was ordered answers.
 */
export type ProblemStep = {
  /** hours since the step before it, the first one since the beginning of the script */
  afterHours: number
} & (
  | { action: 'tell'; text: string }
  | { action: 'open'; title: string; text: string }
  | { action: 'order'; bodyCode: string; text: string; days: number }
  | { action: 'answer' | 'propose'; text: string }
  | { action: 'approve' }
)

/** What several reports have in common, and what becomes of it. */
export interface DemoProblem {
  key: string
  /** The station whose demonstration deputy tells of it. */
  stationNumber: string
  categoryCode: string
  /** Keys of the reports that show it; all are filed before its first step. */
  reports: readonly string[]
  steps: readonly ProblemStep[]
  daysAgo: number
}
