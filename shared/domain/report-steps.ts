import type { StepBegun } from './report-deadline.ts'
import type { Action, State, Step } from './report-state.ts'
import type { SkippedDay } from './working-days.ts'

/** What an event says about a step it begins or prolongs: until when, and the days that were counted. */
type StepDue = StepBegun['data']['due']

/** As much of a timeline's event as the steps are read from. `from` is null for the submission. */
export interface StepEvent {
  seq: number
  action: Action
  from: State | null
  to: State
  at: number
  /** `due` where the event begins or prolongs a step. */
  data: Record<string, unknown>
}

/** One stretch of a report's way with its own limit. Times are milliseconds. */
export interface ReportStep {
  step: Step
  /** The event that began it. */
  seq: number
  startedAt: number
  /** With every extension that was granted. */
  dueAt: number
  /** When somebody took the report on; null while the step runs. */
  endedAt: number | null
  /** Whether it ended by its due time; null while it runs. */
  onTime: boolean | null
  /** The days that were counted up to the due time, and those that were not, with the reason. */
  counted: string[]
  skipped: SkippedDay[]
  provisional: boolean
}

function ended(step: ReportStep, at: number): ReportStep {
  return { ...step, endedAt: at, onTime: at <= step.dueAt }
}

function begun(event: StepEvent, due: StepDue): ReportStep {
  const { step, at, counted, skipped, provisional } = due
  const times = { seq: event.seq, startedAt: event.at, dueAt: at, endedAt: null, onTime: null }
  return { step, ...times, counted, skipped, provisional }
}

/** Extra days are counted from the old due time on, so both counts together are the step's. */
function prolonged(step: ReportStep, due: StepDue): ReportStep {
  return {
    ...step,
    dueAt: due.at,
    counted: [...step.counted, ...due.counted],
    skipped: [...step.skipped, ...due.skipped],
    provisional: step.provisional || due.provisional,
  }
}

/**
 * The steps of a report with their arithmetic, in the order in which they began; at most the last one runs.
 *
 * A step ends when an event leaves its state, whatever the reason, or begins a step anew. Notes, orders and the
 * like touch no step. Events of a time before steps kept their arithmetic begin none.
 *
 * @param events of one report in their order; leaving out those that touch no step changes nothing
 */
export function stepsOf(events: readonly StepEvent[]): ReportStep[] {
  const past: ReportStep[] = []
  let running: ReportStep | null = null
  for (const event of events) {
    const due = event.data.due as StepDue | undefined
    if (event.action === 'grant') {
      running = running && due ? prolonged(running, due) : running
    } else if (due || event.from !== event.to) {
      if (running) past.push(ended(running, event.at))
      running = due ? begun(event, due) : null
    }
  }
  return running ? [...past, running] : past
}
