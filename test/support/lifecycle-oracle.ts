import type { Action, OverdueLevel, ReportFacts, State } from '../../shared/domain/report-state.ts'

// The life of a report as the design says it, written by hand and kept apart from the table it is held against:
// nothing here may be derived from shared/domain/report-lifecycle.ts.

/** What somebody is to one report; a person can be several. Whoever is none of these has nothing to do with it. */
export type Part =
  | 'reporter'
  /** An officer of the report's station. */
  | 'station'
  /** A supervisor of its district (the desk) or of the whole city. */
  | 'supervisor'
  /** The responsible body, and one that helps it. */
  | 'body'
  | 'co_body'
  /** The deputy who answers in person, the one who filed it, any deputy of its station. */
  | 'answerer'
  | 'filer'
  | 'station_deputy'
  | 'clock'

/** Whose turn it is. */
export type Turn = 'station' | 'desk' | 'supervisor' | 'body' | 'answerer' | 'filer' | 'reporter' | null

/** As much of a report as decides what may be done with it. */
export interface Situation extends Pick<
  ReportFacts,
  | 'state'
  | 'appealed'
  | 'adjudicated'
  | 'extension'
  | 'supervision'
  | 'isPublic'
  | 'consentPublic'
  | 'anonymisedAt'
> {
  turn: Turn
  /** The present step's time is over. */
  timeIsUp: boolean
  /** How far up the overdue step was brought, and whether the station's own grace is over too. */
  brought: OverdueLevel
  graceIsOver: boolean
}

/** Somebody who wants to act. */
export interface Person {
  parts: readonly Part[]
  /** They reported the work done; they declined it. */
  finishedIt: boolean
  declinedIt: boolean
}

export type Verdict = 'allowed' | 'NOT_ALLOWED' | 'ILLEGAL_TRANSITION'
export type RuledAction = Exclude<Action, 'submit'>

interface Rule {
  /** Whose kind of action it is; everybody else is refused in every state. */
  who: readonly Part[]
  from: readonly State[]
  /** Where it may lead; without it the state stays. */
  to?: readonly State[]
  /** Only by the one whose turn it is. */
  inTurn?: true
  /** What the person must not be, and what the report must be. */
  person?: (who: Person, report: Situation) => boolean
  report?: (report: Situation) => boolean
}

const OPEN: State[] = [
  'submitted',
  'needs_info',
  'assigned',
  'in_progress',
  'disputed',
  'in_review',
  'answered',
]
const UNANSWERED: State[] = OPEN.filter((state) => state !== 'answered')
const OVER: State[] = ['closed', 'declined', 'merged', 'withdrawn']
const EVERY: State[] = [...OPEN, ...OVER]
/** Nothing is published before somebody has taken it up. */
const TAKEN_UP = EVERY.filter((state) => state !== 'submitted' && state !== 'needs_info')

const OFFICE: Part[] = ['station', 'supervisor']
const DEPUTIES: Part[] = ['answerer', 'filer', 'station_deputy']
/** A deputy may answer in a body's place: then they may do all that the body may. */
const WORKERS: Part[] = ['body', 'co_body', ...DEPUTIES]
const STAFF: Part[] = [...OFFICE, ...WORKERS]

const otherThanDecliner = (who: Person, report: Situation) => !(report.appealed && who.declinedIt)
const judgesAppeal = (who: Person, report: Situation) =>
  !report.appealed || (who.parts.includes('supervisor') && !who.declinedIt)
/** "Reviewer, never the one who finished it": such a one is no reviewer at all, so neither sends back. */
const otherThanFinisher = (who: Person) => !who.finishedIt

/** First to the station, then to the supervisor; what lies with the station or above goes to the supervisor at once. */
function mustBeBrought({ turn, timeIsUp, brought, graceIsOver }: Situation): boolean {
  if (!timeIsUp || turn === 'reporter' || brought === 'supervisor') return false
  if (turn === 'station' || turn === 'desk' || turn === 'supervisor') return true
  return brought === 'none' || graceIsOver
}

/** Every row of the table "Actions" of the design, with the remarks of its other sections. */
export const RULES: Readonly<Record<RuledAction, readonly Rule[]>> = {
  supplement: [
    { who: ['reporter'], from: ['needs_info'], to: ['submitted'] },
    { who: ['reporter'], from: OPEN.filter((state) => state !== 'needs_info') },
  ],
  ask: [{ who: OFFICE, from: ['submitted'], to: ['needs_info'], inTurn: true, person: otherThanDecliner }],
  decline: [{ who: OFFICE, from: ['submitted'], to: ['declined'], inTurn: true, person: otherThanDecliner }],
  appeal: [
    {
      who: ['reporter'],
      from: ['declined'],
      to: ['submitted'],
      report: (it) => !it.appealed && !it.anonymisedAt,
    },
  ],
  // The supervisor decides an appeal, alone and once: nothing else may decide it by the way.
  merge: [
    {
      who: OFFICE,
      from: ['submitted', 'assigned'],
      to: ['merged'],
      person: judgesAppeal,
      report: (it) => !(it.appealed && it.state === 'submitted'),
    },
  ],
  unmerge: [{ who: [...OFFICE, 'clock'], from: ['merged'], to: ['submitted', 'assigned'] }],
  assign: [
    {
      who: OFFICE,
      from: ['submitted', 'disputed'],
      to: ['assigned'],
      inTurn: true,
      person: otherThanDecliner,
    },
  ],
  sign: [{ who: WORKERS, from: ['assigned'], to: ['in_progress'], inTurn: true }],
  bounce: [
    { who: WORKERS, from: ['assigned'], to: ['disputed'], inTurn: true, report: (it) => !it.adjudicated },
  ],
  extend: [{ who: WORKERS, from: ['in_progress'], inTurn: true, report: (it) => it.extension === 'none' }],
  grant: [{ who: OFFICE, from: ['in_progress'], report: (it) => it.extension === 'asked' }],
  refuse: [{ who: OFFICE, from: ['in_progress'], report: (it) => it.extension === 'asked' }],
  finish: [{ who: WORKERS, from: ['in_progress'], to: ['in_review'], inTurn: true }],
  send_back: [
    {
      who: [...OFFICE, ...DEPUTIES],
      from: ['in_review'],
      to: ['in_progress'],
      inTurn: true,
      person: otherThanFinisher,
    },
  ],
  approve: [
    {
      who: [...OFFICE, ...DEPUTIES],
      from: ['in_review'],
      to: ['answered'],
      inTurn: true,
      person: otherThanFinisher,
    },
  ],
  rate: [{ who: ['reporter'], from: ['answered'], to: ['closed', 'assigned', 'in_review'] }],
  archive: [{ who: ['clock'], from: ['answered'], to: ['closed'], report: (it) => it.timeIsUp }],
  resume: [{ who: ['clock'], from: ['needs_info'], to: ['submitted'], report: (it) => it.timeIsUp }],
  escalate: [
    {
      who: ['clock'],
      from: UNANSWERED.filter((state) => state !== 'needs_info'),
      report: mustBeBrought,
    },
  ],
  settle: [{ who: ['clock'], from: ['merged', ...UNANSWERED], to: ['answered'] }],
  withdraw: [
    { who: ['reporter'], from: UNANSWERED.filter((state) => state !== 'in_review'), to: ['withdrawn'] },
  ],
  watch: [{ who: ['supervisor', 'station_deputy'], from: OPEN, report: (it) => it.supervision === 'none' }],
  order: [{ who: ['supervisor'], from: OPEN }],
  lift: [{ who: ['supervisor'], from: OPEN, report: (it) => it.supervision !== 'none' }],
  publish: [
    { who: OFFICE, from: TAKEN_UP, report: (it) => it.consentPublic && !it.isPublic && !it.anonymisedAt },
  ],
  unpublish: [{ who: OFFICE, from: EVERY, report: (it) => it.isPublic }],
  redact: [{ who: OFFICE, from: TAKEN_UP, report: (it) => it.isPublic }],
  note: [{ who: STAFF, from: EVERY, report: (it) => !it.anonymisedAt }],
  // Only what is over can do without its words, and only once.
  anonymise: [
    { who: ['clock'], from: ['closed', 'declined', 'withdrawn'], report: (it) => !it.anonymisedAt },
  ],
}

/** Who may act when it is somebody's turn: they themselves, and the supervisor in the station's place. */
function isTheirTurn({ parts }: Person, { turn, state, timeIsUp }: Situation): boolean {
  if (turn === null) return false
  if (turn === 'desk') return parts.includes('supervisor')
  if (turn === 'station') return parts.includes('station') || parts.includes('supervisor')
  // The desk, if the deputy who filed it does not act in time.
  if (turn === 'filer' && state === 'in_review' && timeIsUp && parts.includes('supervisor')) return true
  return parts.includes(turn)
}

/**
 * What must become of an action: forbidden to whom it does not belong, impossible in another state, forbidden
 * out of turn and where the person is not free to judge, impossible where the report is not ready for it.
 */
export function verdictOn(action: RuledAction, report: Situation, who: Person): Verdict {
  const theirs = RULES[action].filter((rule) => rule.who.some((part) => who.parts.includes(part)))
  if (theirs.length === 0) return 'NOT_ALLOWED'
  const rule = theirs.find(({ from }) => from.includes(report.state))
  if (!rule) return 'ILLEGAL_TRANSITION'
  if (rule.inTurn && !isTheirTurn(who, report)) return 'NOT_ALLOWED'
  if (rule.person && !rule.person(who, report)) return 'NOT_ALLOWED'
  return !rule.report || rule.report(report) ? 'allowed' : 'ILLEGAL_TRANSITION'
}

/** Where an allowed action may lead. */
export function targetsOf(action: RuledAction, from: State): readonly State[] {
  const rule = RULES[action].find((candidate) => candidate.from.includes(from))
  return rule?.to ?? [from]
}

/** What somebody may read: all of it, what its reporter reads, what is published, or nothing at all. */
export function readsAs(who: Person, report: Situation): 'staff' | 'reporter' | 'public' | null {
  if (who.parts.some((part) => STAFF.includes(part))) return 'staff'
  if (who.parts.includes('reporter')) return 'reporter'
  return report.isPublic ? 'public' : null
}
