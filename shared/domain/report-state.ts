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

/** What can happen to a report. `submit` begins it, every other one needs a report. */
export const ACTIONS = [
  'submit',
  'supplement',
  'ask',
  'decline',
  'appeal',
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
  'withdraw',
  'watch',
  'order',
  'lift',
  'publish',
  'unpublish',
  'note',
] as const
export type Action = (typeof ACTIONS)[number]

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
  extension: 'none' | 'asked' | 'granted' | 'refused'
  extensionDays: number | null
  supervision: Supervision
  orderText: string | null
  orderDueAt: number | null
  isPublic: boolean
  publicText: string | null
  /** The last round's answers; null while not rated. */
  ratedAnswered: boolean | null
  ratedSolved: boolean | null
  ratedSatisfied: boolean | null
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
