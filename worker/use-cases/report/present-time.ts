import type { PromiseShown, Report } from '../../../shared/contract/report.ts'
import { stepsOf } from '../../../shared/domain/report-steps.ts'
import type { DayCount } from '../../../shared/domain/working-days.ts'
import type { EventRecord } from '../../repository/report-events.ts'

export function iso(at: number): string {
  return new Date(at).toISOString()
}

export function isoOrNull(at: number | null): string | null {
  return at === null ? null : iso(at)
}

/** The promised dates in the order in which events set them, with the days that were counted. */
export function presentPromises(events: readonly EventRecord[]): PromiseShown[] {
  return events.flatMap((event) => {
    const count = event.data.promise as (DayCount & { at: number }) | undefined
    if (!count) return []
    const { provisional, counted, skipped } = count
    return [{ at: iso(count.at), seq: event.seq, action: event.action, provisional, counted, skipped }]
  })
}

/** Every step the report has taken, with its due time and the days it was counted by. */
export function presentSteps(events: readonly EventRecord[]): Report['steps'] {
  return stepsOf(events).map(({ startedAt, dueAt, endedAt, ...step }) => ({
    ...step,
    startedAt: iso(startedAt),
    dueAt: iso(dueAt),
    endedAt: isoOrNull(endedAt),
  }))
}
