import type { OpenFiguresQuery } from '../../../shared/contract/open-data.ts'
import { COUNTS } from '../../../shared/domain/figures.ts'
import { LICENCE } from '../../../shared/domain/open-data.ts'
import { cityDate, endOfCityDay } from '../../../shared/domain/working-days.ts'
import type { Context } from '../../context.ts'
import { cohortsFiled, firstFiling, openDataStamp, type Stamp } from '../../repository/open-data.ts'
import { runBatch } from '../../repository/query.ts'
import { switchedOff } from '../../repository/switches.ts'
import { requireOn } from '../switch/require-on.ts'
import { csvStream } from '../csv.ts'

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const COLUMNS = ['month', 'district_code', 'category_code', ...COUNTS.map(snake), 'licence']

/** '2026-12' → '2027-01' */
function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}

/** The first millisecond of a month in Asia/Shanghai. */
const beginningOf = (month: string) => endOfCityDay(`${month}-01`) - 24 * 60 * 60 * 1000 + 1

function monthsBetween(from: string, to: string): string[] {
  const months: string[] = []
  for (let month = from; month <= to; month = monthAfter(month)) months.push(month)
  return months
}

/**
 * What the figures are made of: all reports, published or not, as counts by month of filing, district and category;
 * see docs/decisions/0021-figures-open-data.md. Counted anew, a month a call.
 *
 * @throws AppError `SWITCHED_OFF`
 */
export async function figuresCsv(
  ctx: Context,
  { from, to }: OpenFiguresQuery,
): Promise<{ stamp: Stamp; body: ReadableStream<Uint8Array> }> {
  const [off, stamp, first] = await runBatch(ctx.db, [
    switchedOff(ctx.db),
    openDataStamp(ctx.db),
    firstFiling(ctx.db),
  ])
  requireOn(off, 'open-data')
  const thisMonth = cityDate(ctx.now()).slice(0, 7)
  const firstMonth = first === null ? monthAfter(thisMonth) : cityDate(first).slice(0, 7)
  const begin = from !== undefined && from > firstMonth ? from : firstMonth
  const end = to !== undefined && to < thisMonth ? to : thisMonth
  async function* pieces() {
    for (const month of monthsBetween(begin, end)) {
      const [cohorts] = await runBatch(ctx.db, [
        cohortsFiled(ctx.db, beginningOf(month), beginningOf(monthAfter(month))),
      ])
      yield cohorts.map(({ district, category, counts }) => [
        month,
        district,
        category,
        ...COUNTS.map((name) => counts[name]),
        LICENCE.id,
      ])
    }
  }
  return { stamp, body: csvStream(COLUMNS, pieces()) }
}
