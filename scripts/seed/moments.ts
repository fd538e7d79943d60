import { cityDate, endOfCityDay } from '../../shared/domain/working-days.ts'
import type { DemoProblem, ProblemStep } from '../../worker/demo-city/problem-script-shape.ts'
import type { DemoReport, Step } from '../../worker/demo-city/report-script-shape.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** One thing that people do in the scripts, in the order of their story. */
interface Told {
  /** Milliseconds. */
  at: number
  /** What moves each other is one story: its moments keep their order. */
  story: string
  /** Its place among the steps of its script; -1 for the filing of a report. */
  index: number
}

/** They file a report (no step) or take one of its steps. */
export interface ReportMoment extends Told {
  report: DemoReport
  step: Step | null
}

/** They take a step of a common problem. */
export interface ProblemMoment extends Told {
  problem: DemoProblem
  step: ProblemStep
}

export type Moment = ReportMoment | ProblemMoment

/** What is played: reports, and the problems that they have in common. */
export interface Play {
  reports: readonly DemoReport[]
  problems?: readonly DemoProblem[]
}

/** Begins so many days before `now`; the database keeps whole milliseconds. */
function beginningOf({ daysAgo }: { daysAgo: number }, now: number): number {
  return Math.round(now - daysAgo * DAY_MS)
}

/** Each step with the moment at which it is taken. */
function timed<S extends { afterHours: number }>(steps: readonly S[], beginsAt: number) {
  let at = beginsAt
  return steps.map((step, index) => {
    at += Math.round(step.afterHours * HOUR_MS)
    return { at, index, step }
  })
}

function momentsOfReport(report: DemoReport, story: string, now: number): ReportMoment[] {
  const at = beginningOf(report, now)
  const filing = { at, story, index: -1, report, step: null }
  return [filing, ...timed(report.steps, at).map((moment) => ({ ...moment, story, report }))]
}

function momentsOfProblem(problem: DemoProblem, now: number): ProblemMoment[] {
  const story = problem.key
  return timed(problem.steps, beginningOf(problem, now)).map((moment) => ({ ...moment, story, problem }))
}

/** A report and those that are merged with it move each other, and so do all that have a problem in common. */
function storyOf({ key, steps }: DemoReport, problems: readonly DemoProblem[]): string {
  const lead = steps.find((step) => step.lead)?.lead ?? key
  return problems.find(({ reports }) => reports.includes(lead))?.key ?? lead
}

/** Everything that happens until `now` (milliseconds), the moment the scripts end at, in the order of time. */
export function momentsOf({ reports, problems = [] }: Play, now: number): Moment[] {
  return [
    ...reports.flatMap((report) => momentsOfReport(report, storyOf(report, problems), now)),
    ...problems.flatMap((problem) => momentsOfProblem(problem, now)),
  ]
    .filter(({ at }) => at <= now)
    .sort((a, b) => a.at - b.at)
}

function grouped<K>(moments: readonly Moment[], keyOf: (moment: Moment) => K): Map<K, Moment[]> {
  const groups = new Map<K, Moment[]>()
  for (const moment of moments) {
    const key = keyOf(moment)
    groups.set(key, [...(groups.get(key) ?? []), moment])
  }
  return groups
}

/** The moments of each day of the city, by the day's last millisecond. */
export function byDay(moments: readonly Moment[]): Map<number, Moment[]> {
  return grouped(moments, ({ at }) => endOfCityDay(cityDate(at)))
}

/** The moments of each story, in their order. */
export function byStory(moments: readonly Moment[]): Moment[][] {
  return [...grouped(moments, ({ story }) => story).values()]
}
