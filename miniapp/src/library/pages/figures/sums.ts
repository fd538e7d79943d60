import { SUM_OF } from '@shared/domain/recomputed-figures.ts'
import type { TextKey } from '@/locale/zh-hans'

export interface Sum {
  label: TextKey
  /** columns of the open data, as they are added up: 'rated + not_rated', 'solved_yes ÷ rated' */
  columns: string
}

const added = (name: string) => SUM_OF[name]?.join(' + ') ?? ''

function sum(label: TextKey, name: string): Sum {
  return { label, columns: added(name) }
}

function share(label: TextKey, name: string): Sum {
  return { label, columns: `${added(`${name}.numerator`)} ÷ ${added(`${name}.denominator`)}` }
}

/** Of which columns each number of the page is the sum. */
export const SUMS: readonly Sum[] = [
  sum('figures.measure.received', 'received'),
  sum('figures.fate.open', 'open'),
  sum('figures.part.closed', 'closed'),
  ...(['answered', 'solved', 'satisfied'] as const).map((rate) => share(`figures.${rate}`, `rates.${rate}`)),
  sum('figures.excluded.awaitingRating', 'awaitingRating'),
  ...(['notRated', 'declined', 'withdrawn', 'merged'] as const).map((why) =>
    sum(`figures.excluded.${why}`, `excluded.${why}`),
  ),
  ...(['promise', 'preReview', 'sign', 'handle', 'review'] as const).map((step) =>
    share(`figures.onTime.${step}`, `onTime.${step}`),
  ),
  sum('figures.more.overdue', 'overdue'),
  sum('figures.more.bounces', 'bounces'),
  sum('figures.more.escalations', 'escalations'),
  sum('figures.more.reopened', 'rounds.reopened'),
]
