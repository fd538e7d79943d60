import type { Statistics, StatisticsQuery } from '../../../shared/contract/statistics.ts'
import { LICENCE } from '../../../shared/domain/open-data.ts'
import type { Context } from '../../context.ts'
import { CSV_BEGINNING, csvLines } from '../csv.ts'
import { getStatistics } from '../statistics/get-statistics.ts'

type Item = Statistics['series'][number]
type Column = [name: string, read: (item: Item) => number]

const RATES = ['answered', 'solved', 'satisfied'] as const
const STEPS = ['preReview', 'sign', 'handle', 'review', 'promise'] as const
const EXCLUDED = ['declined', 'withdrawn', 'merged', 'notRated'] as const
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const COLUMNS: readonly Column[] = [
  ['received', (item) => item.received],
  ['open', (item) => item.open],
  ['awaiting_rating', (item) => item.awaitingRating],
  ['overdue', (item) => item.overdue],
  ['closed', (item) => item.closed],
  ...RATES.flatMap((rate): Column[] => [
    [`${rate}_numerator`, (item) => item.rates[rate].numerator],
    [`${rate}_denominator`, (item) => item.rates[rate].denominator],
  ]),
  ...EXCLUDED.map((why): Column => [`excluded_${snake(why)}`, (item) => item.excluded[why]]),
  ...STEPS.flatMap((step): Column[] => [
    [`on_time_${snake(step)}_numerator`, (item) => item.onTime[step].numerator],
    [`on_time_${snake(step)}_denominator`, (item) => item.onTime[step].denominator],
  ]),
  ['bounces', (item) => item.bounces],
  ['escalations', (item) => item.escalations],
  ['reopened', (item) => item.rounds.reopened],
]

/** The series of the figures as a table; its rows share no report, so that their sum is the whole. */
export async function statisticsCsv(ctx: Context, query: StatisticsQuery): Promise<string> {
  const { series } = await getStatistics(ctx, query)
  const names = query.by === 'month' ? ['month'] : [`${query.by}_code`, query.by]
  const rows = series.map((item) => [
    ...('month' in item ? [item.month] : [item.code, item.name]),
    ...COLUMNS.map(([, read]) => read(item)),
    LICENCE.id,
  ])
  const header = [...names, ...COLUMNS.map(([name]) => name), 'licence']
  return CSV_BEGINNING + csvLines([header, ...rows])
}
