/** The two ways in: a resident's opinion through a station's code, a deputy's photo report. */
export const CHANNELS = ['opinion', 'snapshot'] as const
export type Channel = (typeof CHANNELS)[number]

/** The states of a report (labels are in the dictionaries of the mini app). */
export const STATES = [
  'submitted',
  'needs_info',
  'assigned',
  'in_progress',
  'disputed',
  'in_review',
  'answered',
  'closed',
  'declined',
  'merged',
  'withdrawn',
] as const
export type State = (typeof STATES)[number]

/** States in which somebody still has to act. */
export const OPEN_STATES = [
  'submitted',
  'needs_info',
  'assigned',
  'in_progress',
  'disputed',
  'in_review',
  'answered',
] as const satisfies readonly State[]

/**
 * What can happen to a report. `submit` begins it; `archive`, `resume`, `escalate`, `settle` and `anonymise` are the
 * clock's alone; every other one is somebody's to take.
 */
export const ACTIONS = [
  'submit',
  'supplement',
  'ask',
  'decline',
  'appeal',
  'merge',
  'unmerge',
  'assign',
  'sign',
  'bounce',
  'extend',
  'grant',
  'refuse',
  'finish',
  'send_back',
  'approve',
  'rate',
  'archive',
  'resume',
  'escalate',
  'settle',
  'withdraw',
  'watch',
  'order',
  'lift',
  'publish',
  'unpublish',
  'redact',
  'note',
  'anonymise',
] as const
export type Action = (typeof ACTIONS)[number]

/**
 * What follows by itself: from time that has passed (`archive`, `resume`, `escalate`), or from what became of the
 * report's lead or topic (`settle`), or because nobody may keep people's words longer (`anonymise`).
 */
export const CLOCK_ACTIONS = [
  'archive',
  'resume',
  'escalate',
  'settle',
  'anonymise',
] as const satisfies readonly Action[]
export type ClockAction = (typeof CLOCK_ACTIONS)[number]

/** What somebody can do to a report that is there. */
export type PersonAction = Exclude<Action, 'submit' | ClockAction>
export const PERSON_ACTIONS = ACTIONS.filter(isPersonAction)

export function isPersonAction(action: Action): action is PersonAction {
  return action !== 'submit' && !(CLOCK_ACTIONS as readonly Action[]).includes(action)
}

/** Why a report was anonymised: its reporter asked for it, or it was kept as long as it may be. */
export const ERASURE_REASONS = ['asked', 'retention'] as const
export type ErasureReason = (typeof ERASURE_REASONS)[number]

/** States in which nothing more is to come: only then can a report do without its words. */
export const ENDED_STATES = ['closed', 'declined', 'withdrawn'] as const satisfies readonly State[]

export const DECLINE_REASONS = [
  'emergency',
  'litigation',
  'petition',
  'personal_case',
  'out_of_area',
  'no_content',
  'abusive',
  'other',
] as const
export type DeclineReason = (typeof DECLINE_REASONS)[number]

export const COMPLEXITIES = ['simple', 'ordinary', 'complex'] as const
export type Complexity = (typeof COMPLEXITIES)[number]

export const SUPERVISIONS = ['none', 'watched', 'ordered'] as const
export type Supervision = (typeof SUPERVISIONS)[number]

export const HOLDER_TYPES = ['station', 'desk', 'body', 'deputy', 'supervisor', 'reporter'] as const
export type HolderType = (typeof HOLDER_TYPES)[number]

/** Steps whose time is limited by configuration. */
export const STEPS = ['pre_review', 'sign', 'handle', 'review', 'rating', 'needs_info'] as const
export type Step = (typeof STEPS)[number]

/** What is limited besides the steps: how long a station may push an overdue report before the supervisor hears of it. */
export const LIMITS = [...STEPS, 'escalation'] as const
export type Limit = (typeof LIMITS)[number]

/** How far up an overdue step has been brought. */
export const OVERDUE_LEVELS = ['none', 'station', 'supervisor'] as const
export type OverdueLevel = (typeof OVERDUE_LEVELS)[number]

/**
 * Everything the rules look at. Times are milliseconds since 1970 (UTC).
 *
 * A report's facts are what its events give when folded in order: each event carries the facts it changes
 * (`Changes`), so the row in the database is only a projection of the timeline.
 */
export interface ReportFacts {
  number: string
  channel: Channel
  state: State
  /** Equal to the sequence number of the last event. */
  version: number
  round: number
  stationNumber: string | null
  districtCode: string
  categoryCode: string
  /** The category demands an after-photo. */
  evidenceRequired: boolean
  consentPublic: boolean
  reporterId: string | null
  /** Deputy who filed a snapshot. */
  filerDeputyId: string | null
  bodyCode: string | null
  coBodyCodes: string[]
  /** Deputy who answers in person instead of a body. */
  deputyId: string | null
  complexity: Complexity
  holderType: HolderType | null
  holderCode: string | null
  dueAt: number | null
  /** When the holder is reminded: 80 % of the step's working time. */
  remindAt: number | null
  /** When an overdue step goes from the station on to the supervisor; null while the reporter has the report. */
  escalateAt: number | null
  /** How far up the present step has been brought for being overdue. */
  overdueLevel: OverdueLevel
  promisedAt: number
  promisedProvisional: boolean
  /** Since when the reporter is being waited for. */
  waitingSince: number | null
  bounces: number
  /** A supervisor has decided whose duty it is: no further bounce. */
  adjudicated: boolean
  declinedBy: string | null
  appealed: boolean
  finishedBy: string | null
  /** Dissatisfied twice: the supervisor reviews from here on. */
  escalated: boolean
  /** The report that this one follows or, unmerged, last followed. */
  leadNumber: string | null
  /** Where the report stood before it was merged. */
  mergedFrom: 'submitted' | 'assigned' | null
  extension: 'none' | 'asked' | 'granted' | 'refused'
  extensionDays: number | null
  supervision: Supervision
  orderText: string | null
  orderDueAt: number | null
  isPublic: boolean
  publicText: string | null
  /** What the reporter said of the present answer; null while they have not. */
  ratedAnswered: boolean | null
  ratedSolved: boolean | null
  ratedSatisfied: boolean | null
  /** When everything personal was erased; null while it is there. */
  anonymisedAt: number | null
}

/** Whether an answer must come with a photo: where the category says so, and always for what a deputy photographed. */
export function demandsEvidence(report: Pick<ReportFacts, 'evidenceRequired' | 'channel'>): boolean {
  return report.evidenceRequired || report.channel === 'snapshot'
}

/** The facts an event may change. The state is the event's own `to`, the version its `seq`. */
export type Changes = Partial<
  Omit<
    ReportFacts,
    | 'number'
    | 'channel'
    | 'state'
    | 'version'
    | 'stationNumber'
    | 'districtCode'
    | 'categoryCode'
    | 'evidenceRequired'
    | 'consentPublic'
    | 'reporterId'
    | 'filerDeputyId'
  >
>
