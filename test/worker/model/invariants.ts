import { targetsOf, verdictOn, type Person, type RuledAction } from '../../support/lifecycle-oracle.ts'
import { readFacts } from '../../../worker/repository/report-columns.ts'
import { CAST } from './cast.ts'
import type { Dumped, EventRow } from './dump.ts'
import { CLOCKWORK, personOf, situationAt, type Standing } from './parts.ts'

// The ten invariants of the design, each asked of the tables alone: nothing here knows what the model expects.
// 3 and 9 need what was answered to whom, and are in answers.ts.

/** Why an invariant does not hold, or null. */
export type Finding = string | null

/** A report before its first event, by the names of the columns that events change. */
const BEFORE = {
  round: 1,
  body_code: null,
  co_body_codes: [],
  deputy_id: null,
  complexity: 'ordinary',
  holder_type: null,
  holder_code: null,
  due_at: null,
  remind_at: null,
  escalate_at: null,
  overdue_level: 'none',
  promised_at: 0,
  promised_provisional: 0,
  waiting_since: null,
  bounces: 0,
  adjudicated: 0,
  declined_by: null,
  appealed: 0,
  finished_by: null,
  escalated: 0,
  lead_number: null,
  merged_from: null,
  extension: 'none',
  extension_days: null,
  supervision: 'none',
  order_text: null,
  order_due_at: null,
  is_public: 0,
  public_text: null,
  rated_answered: null,
  rated_solved: null,
  rated_satisfied: null,
  anonymised_at: null,
} as const

type Columns = Record<string, unknown>

/** The words that a report's row takes over from an event. */
function wordsOf({ action, text }: EventRow): Columns {
  if (action === 'order') return { order_text: text }
  return (action === 'publish' || action === 'redact') && text !== null ? { public_text: text } : {}
}

function folded(events: readonly EventRow[]): Columns {
  const last = events.at(-1)
  const head = { state: last?.to_state, version: last?.seq, head_hash: last?.hash, updated_at: last?.at }
  const steps = events.map((event) => ({ ...event.changes, ...wordsOf(event) }))
  return Object.assign({}, BEFORE, ...steps, head)
}

const OVER = new Set(['closed', 'declined', 'merged', 'withdrawn'])
const LEADING = new Set(['submitted', 'needs_info', 'assigned', 'in_progress', 'disputed', 'in_review'])

/** 1. A report's state is what replaying its events gives. */
function isItsReplay({ row, events }: Dumped): Finding {
  const stored: Columns = { ...row, co_body_codes: JSON.parse(row.co_body_codes as string) }
  const replayed = folded(events)
  const wrong = Object.keys(replayed).filter(
    (column) => JSON.stringify(stored[column]) !== JSON.stringify(replayed[column]),
  )
  if (wrong.length > 0)
    return `${wrong.join(', ')} differ${wrong.map((one) => ` ${stored[one]} / ${replayed[one]}`)}`
  const leap = events.find((event, index) => event.from_state !== (events[index - 1]?.to_state ?? ''))
  return leap ? `event ${leap.seq} begins in ${leap.from_state}` : null
}

/** 2. Every event number is 1..n without gaps, the version is the last, and of two who raced one has won. */
function hasNoGaps({ row, events }: Dumped): Finding {
  const gap = events.find(({ seq }, index) => seq !== index + 1)
  if (gap) return `event ${gap.seq} is out of line`
  const twin = events.find((event, index) => event.prev_hash === events[index - 1]?.prev_hash)
  if (twin) return `event ${twin.seq} was written beside another`
  return row.version === events.length ? null : `version ${row.version} after ${events.length} events`
}

/** The facts as they were before an event. */
function standingOf(row: Columns, before: readonly EventRow[]): Standing {
  const columns = folded(before)
  return readFacts({ ...row, ...columns, co_body_codes: JSON.stringify(columns.co_body_codes) })
}

function actorOf(event: EventRow, standing: Standing): Person | null {
  if (event.actor_role === 'clock') return CLOCKWORK
  const who = CAST.find(({ id }) => id === event.actor_id)
  return who ? personOf(standing, who, event.data.asReporter === true) : null
}

/** 4. No event is there that the design does not list for that person, relation and state. */
function isAllowed({ row, events }: Dumped, from = 1): Finding {
  for (const event of events.slice(Math.max(from, 1))) {
    const standing = standingOf(row, events.slice(0, event.seq - 1))
    const who = actorOf(event, standing)
    const action = event.action as RuledAction
    const by = `${action} (event ${event.seq}) by ${event.actor_role} ${event.actor_id}`
    if (!who) return `${by}, who is nobody`
    const verdict = verdictOn(action, situationAt(standing, event.at), who)
    if (verdict !== 'allowed') return `${by}: ${verdict}`
    if (!targetsOf(action, standing.state).includes(event.to_state as never))
      return `${by} to ${event.to_state}`
  }
  return null
}

/** 5. Whoever finished a report has not approved it. */
function isReviewedByAnother({ events }: Dumped): Finding {
  let finisher: string | null = null
  for (const event of events) {
    if (event.action === 'finish') finisher = event.actor_id
    if (event.action === 'settle') finisher = event.changes.finished_by as string | null
    if (event.action === 'approve' && event.actor_id === finisher) return `event ${event.seq} by ${finisher}`
  }
  return null
}

/** What sets or moves a promise: filing, a granted extension, the end of a wait. */
function mayPromise({ action, from_state }: EventRow): boolean {
  if (action === 'supplement') return from_state === 'needs_info'
  return action === 'submit' || action === 'grant' || action === 'resume'
}

/** 6. The promised date is moved by nothing else, later only, and with the arithmetic. */
function keepsItsPromise({ row, events }: Dumped): Finding {
  let promised = 0
  for (const event of events) {
    const { seq, action, changes, data } = event
    const at = changes.promised_at as number | undefined
    if (at === undefined) continue
    const shown = data.promise as { at: number; counted: string[] } | undefined
    const label = `${action} (event ${seq})`
    if (!mayPromise(event)) return `${label} moved it`
    if (shown?.at !== at || shown.counted.length === 0) return `${label} does not say why`
    if (at <= promised) return `${label} made it earlier`
    promised = at
  }
  return row.promised_at === promised ? null : `it is ${row.promised_at}, promised was ${promised}`
}

const HELD_BY: Record<string, readonly string[]> = {
  submitted: ['station', 'desk', 'supervisor'],
  needs_info: ['reporter'],
  assigned: ['body', 'deputy'],
  in_progress: ['body', 'deputy'],
  disputed: ['station', 'desk', 'supervisor'],
  in_review: ['station', 'desk', 'supervisor', 'deputy'],
  answered: ['reporter'],
}

/** When the step that was begun or prolonged last is due. */
function dueByEvents(events: readonly EventRow[]): number | undefined {
  const last = events.findLast(({ data }) => data.due !== undefined)
  return (last?.data.due as { at: number } | undefined)?.at
}

/** 7. Every open report has exactly one holder and one due time, the one its step was given. */
function isSomebodysTurn({ row, events }: Dumped): Finding {
  const state = row.state as string
  const { holder_type: type, holder_code: code, due_at: dueAt } = row
  if (OVER.has(state)) {
    const isFree = [type, code, dueAt].every((value) => value === null)
    return isFree ? null : `${state}, but waits for ${type} ${code}`
  }
  if (!HELD_BY[state]?.includes(type as string)) return `${state} is held by ${type}`
  if ((code === null) !== (type === 'reporter')) return `held by ${type} ${code}`
  const due = dueByEvents(events)
  return due !== undefined && dueAt === due ? null : `due at ${dueAt}, its step at ${due}`
}

/** 8. A merged report follows one that is still on its way, so it is answered when that one is. */
function followsItsLead({ row, lead, events }: Dumped): Finding {
  if (row.state !== 'merged') {
    const answer = events.findLast(({ action }) => action === 'settle')
    return answer && !answer.text ? `event ${answer.seq} settles without an answer` : null
  }
  if (!lead || lead.number === row.number) return `it follows ${lead?.number}`
  return LEADING.has(lead.state) ? null : `its lead is ${lead.state}`
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** 10. Each event carries the hash of the one before it, and its own is that of everything it says. */
async function isChained({ row, events }: Dumped, from = 0): Promise<Finding> {
  let previous = events[from - 1]?.hash ?? ''
  for (const event of events.slice(from)) {
    const { prev_hash, id, seq, action, from_state, to_state, at, actor_id, actor_role, actor_name } = event
    const { actor_person, text, text_salt, text_hash, photo_ids, internal, data, changes } = event
    const said = [prev_hash, id, row.number, seq, action, from_state, to_state, at, actor_id, actor_role]
    const rest = [actor_name, actor_person, text_hash, photo_ids, internal, data, changes]
    if (prev_hash !== previous) return `event ${seq} does not continue the one before it`
    if ((await sha256(JSON.stringify([...said, ...rest]))) !== event.hash) return `event ${seq} was changed`
    const words = text === null ? null : await sha256(`${text_salt}\n${text}`)
    if (words !== text_hash) return `the words of event ${seq} were changed`
    previous = event.hash
  }
  return row.head_hash === previous ? null : 'the report does not end with its last event'
}

/**
 * Asks a report everything the tables can answer.
 *
 * @param from events before this index were asked before: what cannot change is not asked again
 * @returns what is broken, each beginning with the number of its invariant
 */
export async function brokenInvariants(report: Dumped, from = 0): Promise<string[]> {
  const findings: [number, Finding][] = [
    [1, isItsReplay(report)],
    [2, hasNoGaps(report)],
    [4, isAllowed(report, from)],
    [5, isReviewedByAnother(report)],
    [6, keepsItsPromise(report)],
    [7, isSomebodysTurn(report)],
    [8, followsItsLead(report)],
    [10, await isChained(report, from)],
  ]
  return findings.flatMap(([number, finding]) =>
    finding === null ? [] : [`invariant ${number}: ${report.row.number}: ${finding}`],
  )
}
