import { supervises, type Actor, type Role } from './actor.ts'
import type { ErrorCode, FieldErrors } from './errors.ts'
import type { Command } from './report-command.ts'
import type { TimeRules } from './report-deadline.ts'
import { effectOf, type Effect } from './report-effects.ts'
import { LEADING_STATES } from './report-merging.ts'
import { escalationDue } from './report-overdue.ts'
import { relationsOf, worksOn, type Relation } from './report-relations.ts'
import {
  ENDED_STATES,
  isPersonAction,
  OPEN_STATES,
  STATES,
  type Action,
  type PersonAction,
  type ReportFacts,
  type State,
} from './report-state.ts'

/**
 * A condition beyond state and relation.
 *
 * `NOT_ALLOWED` guards speak of the person (somebody else could do it), `ILLEGAL_TRANSITION` guards of the report.
 */
interface Guard {
  refusal: Extract<ErrorCode, 'NOT_ALLOWED' | 'ILLEGAL_TRANSITION'>
  holds(report: ReportFacts, actor: Actor, now: number): boolean
}

/** One row of the life of a report: who may move it, from where, to where. */
export interface LifecycleRow {
  action: Exclude<Action, 'submit'>
  /** Roles that can ever do it; `anyone` for the reporter, who needs no role. */
  roles: readonly (Role | 'clock')[] | 'anyone'
  /** What they must be to the report at that moment. */
  by: readonly Relation[]
  from: readonly State[]
  /** Possible targets; `same` leaves the state as it is. */
  to: readonly State[] | 'same'
  guards?: readonly Guard[]
}

const notTheDecliner: Guard = {
  // An appeal that is judged by the one who declined is no appeal.
  refusal: 'NOT_ALLOWED',
  holds: (report, actor) => !report.appealed || report.declinedBy !== actor.id,
}
const notTheFinisher: Guard = {
  // Nobody marks their own work.
  refusal: 'NOT_ALLOWED',
  holds: (report, actor) => report.finishedBy === null || report.finishedBy !== actor.id,
}
const appealIsSupervisors: Guard = {
  // Whoever declined it must not make it disappear into another report either.
  refusal: 'NOT_ALLOWED',
  holds: (report, actor) => !report.appealed || supervises(actor, report.districtCode),
}
const appealDecided: Guard = {
  // Merged before it is decided, an appeal would hang on what becomes of another report: the station that declined might
  // judge it after all by accepting or declining the lead, and the supervisor would meet it a second time when the lead
  // ends unanswered. First accept it (assign), then merge it.
  refusal: 'ILLEGAL_TRANSITION',
  holds: (report) => !(report.appealed && report.state === 'submitted'),
}
const neverAppealed: Guard = { refusal: 'ILLEGAL_TRANSITION', holds: (report) => !report.appealed }
const notAdjudicated: Guard = {
  // Once the supervisor has said whose duty it is, the report stops travelling.
  refusal: 'ILLEGAL_TRANSITION',
  holds: (report) => !report.adjudicated,
}
const noExtensionYet: Guard = {
  refusal: 'ILLEGAL_TRANSITION',
  holds: (report) => report.extension === 'none',
}
const extensionAsked: Guard = {
  refusal: 'ILLEGAL_TRANSITION',
  holds: (report) => report.extension === 'asked',
}
const isSupervised: Guard = {
  refusal: 'ILLEGAL_TRANSITION',
  holds: (report) => report.supervision !== 'none',
}
const notWatched: Guard = { refusal: 'ILLEGAL_TRANSITION', holds: (report) => report.supervision === 'none' }
const notAnonymised: Guard = {
  // Of a report without words nothing can be judged, shown or added.
  refusal: 'ILLEGAL_TRANSITION',
  holds: (report) => report.anonymisedAt === null,
}
const isPublic: Guard = { refusal: 'ILLEGAL_TRANSITION', holds: (report) => report.isPublic }
const mayBePublished: Guard = {
  // Publication needs the reporter's own consent; without it no officer can publish.
  refusal: 'ILLEGAL_TRANSITION',
  holds: (report) => report.consentPublic && !report.isPublic,
}

/** The time of the present step is over. */
const timeIsUp: Guard = {
  refusal: 'ILLEGAL_TRANSITION',
  holds: (report, _actor, now) => report.dueAt !== null && report.dueAt < now,
}
const notYetBrought: Guard = {
  refusal: 'ILLEGAL_TRANSITION',
  holds: (report, _actor, now) => escalationDue(report, now) !== null,
}

const OPEN_BUT_WAITING = OPEN_STATES.filter((state) => state !== 'needs_info')
const WITH_AN_OFFICE = ['submitted', 'assigned', 'in_progress', 'disputed', 'in_review'] as const
const PUBLISHABLE = STATES.filter((state) => state !== 'submitted' && state !== 'needs_info')
const WITHDRAWABLE = ['submitted', 'needs_info', 'assigned', 'in_progress', 'disputed'] as const

/** Pre-review and adjudication: the station, or the supervisor in its place. */
const INTAKE = { roles: ['station', 'supervisor'], by: ['holder'] } as const
/** The work itself: the body, or a deputy who answers in person. */
const ANSWERER = { roles: ['body', 'deputy'], by: ['holder'] } as const
/** Review: the station; for a snapshot the deputy who filed it; the supervisor where it came to that. */
const REVIEWER = { roles: ['station', 'deputy', 'supervisor'], by: ['holder'] } as const
const REPORTER = { roles: 'anyone', by: ['reporter'] } as const
const OVERSEER = { roles: ['station', 'supervisor'], by: ['overseer'] } as const
const SUPERVISOR = { roles: ['supervisor'], by: ['supervisor'] } as const
const WATCHER = { roles: ['supervisor', 'deputy'], by: ['supervisor', 'station_deputy'] } as const
const CLOCK = { roles: ['clock'], by: ['clock'] } as const
const COLLEAGUE = { roles: ['station', 'body', 'deputy', 'supervisor'], by: ['colleague'] } as const

/**
 * The life of a report: the one table behind the API, the screens and the database's own check
 * (`lifecycle_transition`, tested to be equal to `allTransitions()`).
 */
export const LIFECYCLE: readonly LifecycleRow[] = [
  { action: 'ask', ...INTAKE, from: ['submitted'], to: ['needs_info'], guards: [notTheDecliner] },
  { action: 'decline', ...INTAKE, from: ['submitted'], to: ['declined'], guards: [notTheDecliner] },
  {
    action: 'assign',
    ...INTAKE,
    from: ['submitted', 'disputed'],
    to: ['assigned'],
    guards: [notTheDecliner],
  },
  {
    action: 'merge',
    ...OVERSEER,
    from: ['submitted', 'assigned'],
    to: ['merged'],
    guards: [appealIsSupervisors, notTheDecliner, appealDecided],
  },
  { action: 'unmerge', ...OVERSEER, from: ['merged'], to: ['submitted', 'assigned'] },
  // A lead that ends without an answer lets its followers go: their words are not answered yet.
  { action: 'unmerge', ...CLOCK, from: ['merged'], to: ['submitted', 'assigned'] },
  { action: 'sign', ...ANSWERER, from: ['assigned'], to: ['in_progress'] },
  { action: 'finish', ...ANSWERER, from: ['in_progress'], to: ['in_review'] },
  { action: 'approve', ...REVIEWER, from: ['in_review'], to: ['answered'], guards: [notTheFinisher] },
  { action: 'send_back', ...REVIEWER, from: ['in_review'], to: ['in_progress'], guards: [notTheFinisher] },
  // Dissatisfied once: back to the same body; twice: to the supervisor; the word after that is the last.
  { action: 'rate', ...REPORTER, from: ['answered'], to: ['closed', 'assigned', 'in_review'] },
  // Silence is not satisfaction: archived means "not rated".
  { action: 'archive', ...CLOCK, from: ['answered'], to: ['closed'], guards: [timeIsUp] },
  { action: 'resume', ...CLOCK, from: ['needs_info'], to: ['submitted'], guards: [timeIsUp] },
  { action: 'escalate', ...CLOCK, from: WITH_AN_OFFICE, to: 'same', guards: [notYetBrought] },
  // The answer of its lead, or of the topic it belongs to, is this report's answer too.
  { action: 'settle', ...CLOCK, from: ['merged', ...LEADING_STATES], to: ['answered'] },
  { action: 'bounce', ...ANSWERER, from: ['assigned'], to: ['disputed'], guards: [notAdjudicated] },
  { action: 'extend', ...ANSWERER, from: ['in_progress'], to: 'same', guards: [noExtensionYet] },
  { action: 'grant', ...OVERSEER, from: ['in_progress'], to: 'same', guards: [extensionAsked] },
  { action: 'refuse', ...OVERSEER, from: ['in_progress'], to: 'same', guards: [extensionAsked] },
  { action: 'supplement', ...REPORTER, from: ['needs_info'], to: ['submitted'] },
  { action: 'supplement', ...REPORTER, from: OPEN_BUT_WAITING, to: 'same' },
  {
    action: 'appeal',
    ...REPORTER,
    from: ['declined'],
    to: ['submitted'],
    guards: [neverAppealed, notAnonymised],
  },
  { action: 'withdraw', ...REPORTER, from: WITHDRAWABLE, to: ['withdrawn'] },
  { action: 'watch', ...WATCHER, from: OPEN_STATES, to: 'same', guards: [notWatched] },
  { action: 'order', ...SUPERVISOR, from: OPEN_STATES, to: 'same' },
  { action: 'lift', ...SUPERVISOR, from: OPEN_STATES, to: 'same', guards: [isSupervised] },
  { action: 'publish', ...OVERSEER, from: PUBLISHABLE, to: 'same', guards: [mayBePublished, notAnonymised] },
  { action: 'unpublish', ...OVERSEER, from: STATES, to: 'same', guards: [isPublic] },
  { action: 'redact', ...OVERSEER, from: PUBLISHABLE, to: 'same', guards: [isPublic] },
  { action: 'note', ...COLLEAGUE, from: STATES, to: 'same', guards: [notAnonymised] },
  { action: 'anonymise', ...CLOCK, from: ENDED_STATES, to: 'same', guards: [notAnonymised] },
]

/** The states a new report may begin in: with its pre-reviewer, or with the body a routing rule named. */
export const BEGINNINGS = ['submitted', 'assigned'] as const satisfies readonly State[]

export interface Transition {
  action: Action
  from: State | null
  to: State
}

/** Every single step the table allows; `from` is null for submission. */
export function allTransitions(): Transition[] {
  const begin: Transition[] = BEGINNINGS.map((to) => ({ action: 'submit', from: null, to }))
  const steps = LIFECYCLE.flatMap((row) =>
    row.from.flatMap((from) =>
      (row.to === 'same' ? [from] : row.to).map((to) => ({ action: row.action, from, to })),
    ),
  )
  return [...begin, ...steps]
}

type Refusal = Extract<ErrorCode, 'NOT_ALLOWED' | 'ILLEGAL_TRANSITION'>

/**
 * Finds the row that lets the actor do it now, or says why none does: first whether it can ever be theirs
 * (403), then whether the report is at that point (422), then whether it is their turn and nothing forbids it.
 */
function rowFor(
  report: ReportFacts,
  actor: Actor,
  action: Action,
  now: number,
): { row: LifecycleRow } | { refusal: Refusal } {
  const relations = relationsOf(report, actor, now)
  const related = (row: LifecycleRow) => row.by.some((relation) => relations.has(relation))
  const everTheirs = (row: LifecycleRow) =>
    related(row) || (row.by.includes('holder') && worksOn(report, actor))
  const rows = LIFECYCLE.filter(
    (row) =>
      row.action === action &&
      (row.roles === 'anyone' || (row.roles as readonly string[]).includes(actor.role)) &&
      everTheirs(row),
  )
  if (rows.length === 0) return { refusal: 'NOT_ALLOWED' }
  const here = rows.filter((row) => row.from.includes(report.state))
  if (here.length === 0) return { refusal: 'ILLEGAL_TRANSITION' }
  const row = here.find(related)
  if (!row) return { refusal: 'NOT_ALLOWED' }
  const broken = row.guards?.find((guard) => !guard.holds(report, actor, now))
  return broken ? { refusal: broken.refusal } : { row }
}

export type Decision =
  | ({ allowed: true } & Effect)
  | { allowed: false; code: Refusal | 'VALIDATION_FAILED'; fields?: FieldErrors }

/**
 * Decides one action: allowed with its effect, or refused with a code.
 * Pure: the caller has loaded the report and has checked the version.
 */
export function decide(report: ReportFacts, actor: Actor, command: Command, rules: TimeRules): Decision {
  const found = rowFor(report, actor, command.action, rules.now)
  if ('refusal' in found) return { allowed: false, code: found.refusal }
  const effect = effectOf(report, actor, command, rules)
  if ('fields' in effect) return { allowed: false, code: 'VALIDATION_FAILED', fields: effect.fields }
  return { allowed: true, ...effect }
}

/** Why the actor may not take such a step now, whatever the form says; null when only the form decides. */
export function refusalOf(
  report: ReportFacts,
  actor: Actor,
  action: PersonAction,
  now: number,
): Refusal | null {
  const found = rowFor(report, actor, action, now)
  return 'refusal' in found ? found.refusal : null
}

/** What the actor may do with the report now, in the order of the table. Screens and API ask this. */
export function allowedActions(report: ReportFacts, actor: Actor, now: number): PersonAction[] {
  const actions = new Set<PersonAction>()
  for (const { action } of LIFECYCLE) {
    if (isPersonAction(action) && 'row' in rowFor(report, actor, action, now)) actions.add(action)
  }
  return [...actions]
}
