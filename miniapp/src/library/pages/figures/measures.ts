import type { Statistics } from '@shared/contract/statistics.ts'
import type { Share } from '@/components/chart/share-bar'

/** The numbers of a set of reports. */
export type FiguresShown = Omit<Statistics, 'period' | 'series'>

/** What month, district and category can be looked at by. */
export const MEASURES = [
  'received',
  'satisfied',
  'solved',
  'answered',
  'promise',
  'bounces',
  'reopened',
] as const
export type Measure = (typeof MEASURES)[number]

/** Which words explain it. */
export const EXPLAINED_BY = {
  received: 'fate',
  satisfied: 'rates',
  solved: 'rates',
  answered: 'rates',
  promise: 'onTime',
  bounces: 'more',
  reopened: 'more',
} as const satisfies Record<Measure, string>

const SHARES: Partial<Record<Measure, (figures: FiguresShown) => Share>> = {
  satisfied: ({ rates }) => rates.satisfied,
  solved: ({ rates }) => rates.solved,
  answered: ({ rates }) => rates.answered,
  promise: ({ onTime }) => onTime.promise,
}

/** The share that a measure is; null for one that is a plain number. */
export function shareOf(measure: Measure, figures: FiguresShown | undefined): Share | null {
  const read = SHARES[measure]
  if (!read) return null
  return figures ? read(figures) : { numerator: 0, denominator: 0 }
}

export function countOf(measure: Measure, figures: FiguresShown | undefined): number {
  if (!figures) return 0
  if (measure === 'bounces') return figures.bounces
  return measure === 'reopened' ? figures.rounds.reopened : figures.received
}

/** What was received and did not go on. */
export function stoppedOf({ excluded: { declined, withdrawn, merged } }: FiguresShown): number {
  return declined + withdrawn + merged
}
