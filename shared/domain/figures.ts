import type { FieldErrors } from './errors.ts'

/** What is counted of a set of reports; the columns of the table `figure`, explained in `Figures`. */
export const COUNTS = [
  'received',
  'open',
  'awaitingRating',
  'overdue',
  'rated',
  'answeredYes',
  'solvedYes',
  'satisfiedYes',
  'notRated',
  'declined',
  'withdrawn',
  'merged',
  'reopened',
  'bounces',
  'preReviewDone',
  'preReviewOnTime',
  'signDone',
  'signOnTime',
  'handleDone',
  'handleOnTime',
  'reviewDone',
  'reviewOnTime',
  'promiseDone',
  'promiseOnTime',
  'escalations',
] as const
export type Counts = Record<(typeof COUNTS)[number], number>

/** What figures can be split by. */
export const GROUPINGS = ['month', 'district', 'station', 'category', 'body'] as const
export type Grouping = (typeof GROUPINGS)[number]

/** A share with both of its numbers: a percentage alone hides how few were asked. */
export interface Share {
  numerator: number
  denominator: number
}

/**
 * The figures of the reports that were filed in one period, as these reports stand today.
 * Each of them is in exactly one of open, closed, declined, withdrawn and merged.
 */
export interface Figures {
  received: number
  open: number
  /** Of those open, answered and not rated yet: in no rate. */
  awaitingRating: number
  /** Of those open, in a step that is over its time. */
  overdue: number
  closed: number
  /** The three rates (三率): of those closed whose last answer was rated, how many were called so. */
  rates: { answered: Share; solved: Share; satisfied: Share }
  /** What is in no rate: declined is not answered, and silence is not satisfaction. */
  excluded: { declined: number; withdrawn: number; merged: number; notRated: number }
  /** Of the steps that were taken (and of the first answers), how many by their time. One report may take a step twice. */
  onTime: { preReview: Share; sign: Share; handle: Share; review: Share; promise: Share }
  /** How often a body said that it was not its duty. */
  bounces: number
  /** How often an overdue step was brought to the station or on to the supervisor. */
  escalations: number
  /** Of those received, worked on again because the answer did not satisfy. */
  rounds: { reopened: number }
}

/** The counts of several sets that have no report in common, taken together. */
export function addCounts(sets: readonly Counts[]): Counts {
  const sum = (name: keyof Counts) => sets.reduce((total, counts) => total + counts[name], 0)
  return Object.fromEntries(COUNTS.map((name) => [name, sum(name)])) as Counts
}

/** Whether nothing at all was counted: what is left of a body whose only report went elsewhere. */
export function isNothing(counts: Counts): boolean {
  return COUNTS.every((name) => counts[name] === 0)
}

/** Counts as people read them. */
export function figuresOf(counts: Counts): Figures {
  const { received, open, awaitingRating, overdue, rated, notRated, declined, withdrawn, merged } = counts
  const share = (numerator: number, denominator: number): Share => ({ numerator, denominator })
  return {
    received,
    open,
    awaitingRating,
    overdue,
    closed: rated + notRated,
    rates: {
      answered: share(counts.answeredYes, rated),
      solved: share(counts.solvedYes, rated),
      satisfied: share(counts.satisfiedYes, rated),
    },
    excluded: { declined, withdrawn, merged, notRated },
    onTime: {
      preReview: share(counts.preReviewOnTime, counts.preReviewDone),
      sign: share(counts.signOnTime, counts.signDone),
      handle: share(counts.handleOnTime, counts.handleDone),
      review: share(counts.reviewOnTime, counts.reviewDone),
      promise: share(counts.promiseOnTime, counts.promiseDone),
    },
    bounces: counts.bounces,
    escalations: counts.escalations,
    rounds: { reopened: counts.reopened },
  }
}

/** Which reports are asked about: dates `YYYY-MM-DD` in Asia/Shanghai, both included, and codes; null for all. */
export interface FiguresAsked {
  by: Grouping
  from: string | null
  to: string | null
  district: string | null
  category: string | null
  station: string | null
  body: string | null
}

/** The fields that ask for stations and bodies at once: which body works for which station, no counter tells. */
function crossedFields(asked: FiguresAsked): string[] {
  const saidBy = (field: 'station' | 'body') => (asked.by === field ? 'by' : null)
  const station = asked.station === null ? saidBy('station') : 'station'
  const body = asked.body === null ? saidBy('body') : 'body'
  return station === null || body === null ? [] : [station, body]
}

/** Why a question has no answer, by field; empty when it has one. */
export function problemsOf(asked: FiguresAsked): FieldErrors {
  const problems: FieldErrors = {}
  if (asked.from !== null && asked.to !== null && asked.to < asked.from) {
    problems.to = { problem: 'before_start' }
  }
  // All stations of the city side by side would be a league table, which 国办函〔2026〕12号 rules out.
  if (asked.by === 'station' && asked.district === null && asked.station === null) {
    problems.district = { problem: 'required' }
  }
  for (const field of crossedFields(asked)) problems[field] = { problem: 'not_together' }
  return problems
}
