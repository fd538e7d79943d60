import { cityDate, endOfCityDay } from '../../shared/domain/working-days.ts'
import type { DemoReport, Step } from '../../worker/demo-city/report-script-shape.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** One thing that people do in the scripts: they file a report (no step) or take one of its steps. */
export interface Moment {
  /** Milliseconds. */
  at: number
  report: DemoReport
  /** Its place among the report's steps; -1 for the filing. */
  index: number
  step: Step | null
}

function momentsOfOne(report: DemoReport, now: number): Moment[] {
  // The database keeps whole milliseconds.
  let at = Math.round(now - report.daysAgo * DAY_MS)
  const filing: Moment = { at, report, index: -1, step: null }
  const steps = report.steps.map((step, index): Moment => {
    at += Math.round(step.afterHours * HOUR_MS)
    return { at, report, index, step }
  })
  return [filing, ...steps].filter((moment) => moment.at <= now)
}

/** Everything that happens until `now` (milliseconds), the moment the scripts end at, in the order of time. */
export function momentsOf(reports: readonly DemoReport[], now: number): Moment[] {
  return reports.flatMap((report) => momentsOfOne(report, now)).sort((a, b) => a.at - b.at)
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

/** A report and those that are merged with it move each other: what happens to them keeps its order. */
export function byStory(moments: readonly Moment[]): Moment[][] {
  const leadOf = ({ key, steps }: DemoReport) => steps.find(({ lead }) => lead)?.lead ?? key
  return [...grouped(moments, ({ report }) => leadOf(report)).values()]
}
