import type { Changes, Complexity, Limit, Step } from './report-state.ts'
import {
  addCalendarDays,
  addWorkingDays,
  cityDate,
  endOfCityDay,
  workingMoment,
  type DayCount,
  type WorkCalendar,
} from './working-days.ts'

/** The holder is reminded when this part of the step's time is used. */
const REMINDED_AFTER = 0.8

/** One row of the configured limits; `*` stands for every category or complexity. Days are working days but for `rating`. */
export interface DeadlineLimit {
  categoryCode: string
  complexity: Complexity | '*'
  step: Limit
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
  step: Limit,
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

/** Steps in which the time is the reporter's, not an office's: nobody is escalated to. */
const REPORTERS_STEPS = new Set<Step>(['rating', 'needs_info'])

/** A step that begins: the facts it sets, and its arithmetic for the timeline (`due`). */
export interface StepBegun {
  changes: Changes & { dueAt: number }
  data: { due: DayCount & { step: Step; at: number } }
}

function remindAt(rules: TimeRules, step: Step, dueAt: number): number {
  if (step === 'rating') return Math.floor(rules.now + (dueAt - rules.now) * REMINDED_AFTER)
  return workingMoment(rules.calendar, rules.now, dueAt, REMINDED_AFTER)
}

function stepDue(
  rules: TimeRules,
  categoryCode: string,
  complexity: Complexity,
  step: Step,
  count: DayCount,
): StepBegun {
  const dueAt = endOfCityDay(count.date)
  const grace = limitDays(rules.limits, categoryCode, complexity, 'escalation')
  return {
    changes: {
      dueAt,
      remindAt: remindAt(rules, step, dueAt),
      escalateAt: REPORTERS_STEPS.has(step)
        ? null
        : endOfCityDay(addWorkingDays(rules.calendar, count.date, grace).date),
      overdueLevel: 'none',
    },
    data: { due: { step, at: dueAt, ...count } },
  }
}

/** The step that begins now: it ends with its last day in Asia/Shanghai. */
export function beginStep(
  rules: TimeRules,
  categoryCode: string,
  complexity: Complexity,
  step: Step,
): StepBegun {
  const days = limitDays(rules.limits, categoryCode, complexity, step)
  const today = cityDate(rules.now)
  // The rating window is the reporter's own time: it runs on calendar days.
  const count = step === 'rating' ? addCalendarDays(today, days) : addWorkingDays(rules.calendar, today, days)
  return stepDue(rules, categoryCode, complexity, step, count)
}

/** A running step that gets `days` more working days. */
export function prolongStep(
  rules: TimeRules,
  report: { categoryCode: string; complexity: Complexity; dueAt: number },
  step: Step,
  days: number,
): StepBegun {
  const count = addWorkingDays(rules.calendar, cityDate(report.dueAt), days)
  return stepDue(rules, report.categoryCode, report.complexity, step, count)
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
