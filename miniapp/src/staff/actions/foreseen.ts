import type { Report, ReportAnswer } from '@shared/contract/report.ts'
import type { StaffAction } from './action-forms'

/** What certainly follows from steps that are sent with one press. */
const FOLLOWS: Partial<Record<StaffAction, Partial<Report>>> = {
  assign: { state: 'assigned' },
  sign: { state: 'in_progress' },
  merge: { state: 'merged' },
  watch: { supervision: 'watched' },
}

/** The report as it will be when the step has been taken; until the server has said so, nothing more can be done. */
export function foreseen(answer: ReportAnswer, action: StaffAction): ReportAnswer {
  return { ...answer, report: { ...answer.report, ...FOLLOWS[action] }, actions: [] }
}

/** The step that takes another one back, where the table has one. */
export const REVERSED: Partial<Record<StaffAction, StaffAction>> = {
  merge: 'unmerge',
  publish: 'unpublish',
  watch: 'lift',
  order: 'lift',
}
