import {
  compareNumbers,
  compareSeries,
  keyOf,
  type Comparison,
  type SeriesBy,
} from '../../shared/domain/compare-figures.ts'
import {
  contradictionsIn,
  linesOf,
  numbersOf,
  type Line,
  type Numbers,
} from '../../shared/domain/recomputed-figures.ts'
import { percentOf } from '../../shared/domain/percent.ts'
import { readCsv } from './read-csv.ts'

const RATES = ['answered', 'solved', 'satisfied'] as const

/** Reads one address of the city. */
export type Read = (path: string) => Promise<{ text: string; etag: string | null }>

export interface Compared {
  /** what was held against each other, in the order in which it was */
  told: string[]
  /** how many numbers were equal */
  equal: number
  differences: string[]
}

interface Question {
  by: SeriesBy
  month?: string
  district?: string
  category?: string
}

type Item = Record<string, unknown>

/** Every question that the page of figures can ask, each thing by each other. */
function questionsAbout(lines: readonly Line[]): Question[] {
  const each = (by: SeriesBy) => [...new Set(lines.map((line) => keyOf[by](line)))].toSorted()
  const series: readonly SeriesBy[] = ['month', 'district', 'category']
  return [
    ...series.map((by) => ({ by })),
    ...each('month').flatMap((month) => (['district', 'category'] as const).map((by) => ({ by, month }))),
    ...each('district').flatMap((district) =>
      (['month', 'category'] as const).map((by) => ({ by, district })),
    ),
    ...each('category').flatMap((category) =>
      (['month', 'district'] as const).map((by) => ({ by, category })),
    ),
  ]
}

function lastDayOf(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return `${month}-${new Date(Date.UTC(year, number, 0)).getUTCDate()}`
}

function addressOf(path: string, { by, month, district, category }: Question): string {
  const asked = { by, district, category, ...(month && { from: `${month}-01`, to: lastDayOf(month) }) }
  const given = Object.entries(asked).filter((pair): pair is [string, string] => pair[1] !== undefined)
  return `${path}?${new URLSearchParams(given).toString()}`
}

function fits(line: Line, { month, district, category }: Question): boolean {
  return (
    (month ?? line.month) === line.month &&
    (district ?? line.district) === line.district &&
    (category ?? line.category) === line.category
  )
}

class Tally {
  readonly compared: Compared = { told: [], equal: 0, differences: [] }

  add({ equal, differences }: Comparison): void {
    this.compared.equal += equal
    this.compared.differences.push(...differences)
  }

  hold(where: string, published: Numbers, recomputed: Numbers): void {
    this.add(compareNumbers(where, published, recomputed))
  }

  holdSeries(where: string, by: SeriesBy, answer: Item, lines: readonly Line[]): void {
    for (const comparison of compareSeries(where, by, answer, lines)) this.add(comparison)
  }
}

/** A published report is one of those that were counted: there cannot be more of them in a cohort than reports. */
function holdPublished(tally: Tally, rows: readonly Record<string, string>[], lines: readonly Line[]): void {
  const cohort = (month: string, district = '', category = '') => `${month} ${district} ${category}`
  const counted = new Map(
    lines.map((line) => [cohort(line.month, line.district, line.category), line.counts]),
  )
  const seen = new Map<string, number>()
  for (const { created_at = '', district_code, category_code } of rows) {
    const month = new Date(Date.parse(created_at) + 8 * 3_600_000).toISOString().slice(0, 7)
    const key = cohort(month, district_code, category_code)
    seen.set(key, (seen.get(key) ?? 0) + 1)
  }
  for (const [key, published] of seen) {
    const received = counted.get(key)?.received ?? 0
    if (published <= received) tally.compared.equal += 1
    else
      tally.compared.differences.push(`${key}: ${published} reports are published, ${received} were received`)
  }
}

function holdFeatures(tally: Tally, rows: readonly Record<string, string>[], geojson: string): void {
  const { features } = JSON.parse(geojson) as { features: { id: string }[] }
  const onMap = new Set(features.map(({ id }) => id))
  const missing = rows.filter(({ number = '' }) => !onMap.has(number))
  if (missing.length === 0 && onMap.size === rows.length) tally.compared.equal += rows.length
  else
    tally.compared.differences.push(`reports.geojson holds ${onMap.size} reports, reports.csv ${rows.length}`)
}

/** '21 of 22 answered (95.5 %)': rounded as on every page. */
function rateTold(sums: Numbers, rate: (typeof RATES)[number]): string {
  const numerator = sums[`rates.${rate}.numerator`] ?? 0
  const denominator = sums[`rates.${rate}.denominator`] ?? 0
  const percent = percentOf({ numerator, denominator })
  return `${numerator} of ${denominator} ${rate}${percent === null ? '' : ` (${percent} %)`}`
}

/** Recomputes every published figure from the open data and says where they differ. */
export async function compareFigures(read: Read): Promise<Compared> {
  const tally = new Tally()
  const { told, differences } = tally.compared
  const lines = linesOf(readCsv((await read('/open-data/figures.csv')).text))
  differences.push(...contradictionsIn(lines))
  const sums = numbersOf(lines)
  told.push(`figures.csv: ${lines.length} lines, ${sums.received ?? 0} reports`)
  told.push(`the three rates: ${RATES.map((rate) => rateTold(sums, rate)).join(', ')}`)
  const questions = questionsAbout(lines)
  for (const question of questions) {
    const path = addressOf('/api/v1/statistics', question)
    const answer = JSON.parse((await read(path)).text) as Item
    const own = lines.filter((line) => fits(line, question))
    tally.holdSeries(path, question.by, answer, own)
  }
  told.push(`/api/v1/statistics: ${questions.length} questions by month, district and category`)
  for (const by of ['month', 'district', 'category'] as const) {
    const file = JSON.parse((await read(addressOf('/open-data/statistics.json', { by }))).text) as Item
    tally.holdSeries(`statistics.json by ${by}`, by, file, lines)
    holdTable(tally, by, readCsv((await read(addressOf('/open-data/statistics.csv', { by }))).text), lines)
  }
  told.push('statistics.json and statistics.csv, by month, district and category')
  const published = readCsv((await read('/open-data/reports.csv')).text)
  holdPublished(tally, published, lines)
  holdFeatures(tally, published, (await read('/open-data/reports.geojson')).text)
  told.push(`reports.csv and reports.geojson: ${published.length} published reports`)
  return tally.compared
}

/** `on_time_pre_review_numerator` is called `onTime.preReview.numerator` elsewhere. */
function columnOf(name: string): string {
  return name
    .replace(/^(rates|rounds)\./, '')
    .replaceAll('.', '_')
    .replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

function holdTable(
  tally: Tally,
  by: SeriesBy,
  rows: readonly Record<string, string>[],
  lines: readonly Line[],
): void {
  for (const row of rows) {
    const key = row[by === 'month' ? 'month' : `${by}_code`] ?? ''
    const recomputed = Object.entries(numbersOf(lines.filter((line) => keyOf[by](line) === key)))
    const expected = Object.fromEntries(recomputed.map(([name, value]) => [columnOf(name), value]))
    const named = Object.keys(expected).map((column) => [column, Number(row[column])])
    tally.hold(`statistics.csv ${key}`, Object.fromEntries(named) as Numbers, expected)
  }
}
