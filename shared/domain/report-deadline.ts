import type { Complexity, Step } from './report-state.ts'
import { addWorkingDays, cityDate, endOfCityDay, type DayCount, type WorkCalendar } from './working-days.ts'

const DAY_MS = 86_400_000

/** One row of the configured limits; `*` stands for every category or complexity. Days are working days but for `rating`. */
export interface DeadlineLimit {
  categoryCode: string
  complexity: Complexity | '*'
  step: Step
  days: number
}

/** What time-keeping needs besides the report itself. */
export interface TimeRules {
  now: number
  calendar: WorkCalendar
  limits: readonly DeadlineLimit[]
}

/** The promise made to the reporter: the last day, and how it was counted. */
export interface PromisedDate {
  at: number
  count: DayCount
}

/**
 * Days allowed for a step: the row that names the category wins over one that names the complexity,
 * that one over the default.
 *
 * @throws RangeError when the configuration has no row for the step at all
 */
export function limitDays(
  limits: readonly DeadlineLimit[],
  categoryCode: string,
  complexity: Complexity,
  step: Step,
): number {
  const weight = (limit: DeadlineLimit) =>
    (limit.categoryCode === categoryCode ? 2 : 0) + (limit.complexity === complexity ? 1 : 0)
  const [best] = limits
    .filter((limit) => limit.step === step)
    .filter((limit) => limit.categoryCode === '*' || limit.categoryCode === categoryCode)
    .filter((limit) => limit.complexity === '*' || limit.complexity === complexity)
    .sort((a, b) => weight(b) - weight(a))
  if (!best) throw new RangeError(`no limit configured for step ${step}`)
  return best.days
}

/** When the step that begins now must be done: the end of its last day in Asia/Shanghai. */
export function stepDueAt(
  rules: TimeRules,
  categoryCode: string,
  complexity: Complexity,
  step: Step,
): number {
  const days = limitDays(rules.limits, categoryCode, complexity, step)
  // The rating window is the reporter's time, not an office's: it runs on calendar days.
  if (step === 'rating') return endOfCityDay(cityDate(rules.now + days * DAY_MS))
  return endOfCityDay(addWorkingDays(rules.calendar, cityDate(rules.now), days).date)
}

/** The promised date of a new report: the limits of all four steps, counted from submission. */
export function promiseAtSubmission(
  rules: TimeRules,
  categoryCode: string,
  complexity: Complexity,
): PromisedDate {
  const steps = ['pre_review', 'sign', 'handle', 'review'] as const
  const days = steps.reduce((sum, step) => sum + limitDays(rules.limits, categoryCode, complexity, step), 0)
  const count = addWorkingDays(rules.calendar, cityDate(rules.now), days)
  return { at: endOfCityDay(count.date), count }
}

/** A promise moved by a granted extension or by the days spent waiting for the reporter. */
export function movePromise(rules: TimeRules, promisedAt: number, days: number): PromisedDate {
  const count = addWorkingDays(rules.calendar, cityDate(promisedAt), days)
  return { at: endOfCityDay(count.date), count }
}
