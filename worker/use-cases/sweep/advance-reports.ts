import type { TimeRules } from '../../../shared/domain/report-deadline.ts'
import { cityDate } from '../../../shared/domain/working-days.ts'
import { workCalendar } from '../../repository/calendar.ts'
import { allDeadlineLimits } from '../../repository/deadline-limits.ts'
import { dueReports } from '../../repository/due-reports.ts'
import { runBatch, type Database } from '../../repository/query.ts'
import type { ReportRecord } from '../../repository/report-columns.ts'
import { appendEvent } from '../../repository/report-events.ts'
import { reportsByNumbers } from '../../repository/reports.ts'
import { problemOf } from '../notification/attempts.ts'
import { clockEvent } from '../report/consequences.ts'
import type { EventContext } from '../report/follow-event.ts'

type ClockContext = EventContext & { db: Database }

/** Reports a transaction: few enough that no request waits long behind it. */
const BATCH = 100
/** D1 grants an invocation 1,000 queries; whether those of one batch count singly, it does not say. */
const MOST_BATCHES = 8

/** What passing time can do; the table says which of it, if any, is a report's next step. */
const STEPS = ['archive', 'resume', 'escalate'] as const

async function nextEvent(ctx: ClockContext, record: ReportRecord, rules: TimeRules) {
  for (const action of STEPS) {
    const event = await clockEvent(ctx, record, { action }, rules)
    if (event) return event
  }
  return null
}

/** Takes the next step of each report in one transaction; answers the numbers of those that moved. */
async function advance(ctx: ClockContext, numbers: readonly string[]): Promise<string[]> {
  const [records, calendar, limits] = await runBatch(ctx.db, [
    reportsByNumbers(ctx.db, numbers, 'zh-hans'),
    workCalendar(ctx.db, cityDate(ctx.now())),
    allDeadlineLimits(ctx.db),
  ])
  const rules = { now: ctx.now(), calendar, limits }
  const steps = await Promise.all(records.map((record) => nextEvent(ctx, record, rules)))
  const events = steps.filter((event) => event !== null)
  if (events.length === 0) return []
  const written = await runBatch(
    ctx.db,
    events.map((event) => appendEvent(ctx.db, event)),
  )
  return events.filter((_, index) => written[index]).map((event) => event.reportNumber)
}

/** Names the report and where the error arose, but not its message: that may quote what somebody wrote. */
function logFailure(number: string, error: unknown): void {
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line))
  console.error(
    JSON.stringify({ sweep: 'advance-reports', report: number, problem: problemOf(error), frames }),
  )
}

/** Moves all it can: what fails together is tried in halves, until the one that cannot be moved stands alone. */
async function advanceOrLog(ctx: ClockContext, numbers: readonly string[]): Promise<string[]> {
  try {
    return await advance(ctx, numbers)
  } catch (error) {
    const [number = ''] = numbers
    if (numbers.length === 1) {
      logFailure(number, error)
      return []
    }
    const half = Math.ceil(numbers.length / 2)
    const first = await advanceOrLog(ctx, numbers.slice(0, half))
    return [...first, ...(await advanceOrLog(ctx, numbers.slice(half)))]
  }
}

/** What a run did. */
export interface Advanced {
  /** Steps that were taken. */
  moved: number
  /** Reports that could not be moved, or that somebody else moved first; the next run looks at them again. */
  passedOver: number
  /** Whether there were too many for one run. */
  left: boolean
}

/**
 * Takes every step that passed time takes: archives what nobody rated, takes up what waited for its reporter, brings
 * what is overdue to the station and then to the supervisor. Run it as often as you like, as late as you like, at the
 * same time too: each step is taken once. After an outage a report takes in one run all that it has missed.
 *
 * @param size reports a transaction, and transactions a run
 */
export async function advanceReports(
  ctx: ClockContext,
  size = { batch: BATCH, batches: MOST_BATCHES },
): Promise<Advanced> {
  const passedOver = new Set<string>()
  let moved = 0
  for (let batch = 0; batch < size.batches; batch += 1) {
    const [numbers] = await runBatch(ctx.db, [dueReports(ctx.db, ctx.now(), [...passedOver], size.batch)])
    if (numbers.length === 0) return { moved, passedOver: passedOver.size, left: false }
    const done = new Set(await advanceOrLog(ctx, numbers))
    for (const number of numbers) if (!done.has(number)) passedOver.add(number)
    moved += done.size
  }
  return { moved, passedOver: passedOver.size, left: true }
}
