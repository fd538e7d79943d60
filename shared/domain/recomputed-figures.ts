/**
 * The figures once more, from nothing but the lines of `/open-data/figures.csv`: on the page of figures, and by
 * `npm run figures:verify`. Written out and not taken from `shared/domain/figures.ts`: a mistake there would then be
 * made here too, and both would agree.
 */
export interface Line {
  month: string
  district: string
  category: string
  counts: Readonly<Record<string, number>>
}

/** Every number of the figures under one flat name: 'rates.solved.denominator'. */
export type Numbers = Record<string, number>

const KEYS = new Set(['month', 'district_code', 'category_code', 'licence'])

export function linesOf(rows: readonly Record<string, string>[]): Line[] {
  return rows.map((row) => ({
    month: row.month ?? '',
    district: row.district_code ?? '',
    category: row.category_code ?? '',
    counts: Object.fromEntries(
      Object.entries(row)
        .filter(([name]) => !KEYS.has(name))
        .map(([name, value]) => [name, whole(name, value)]),
    ),
  }))
}

function whole(name: string, value: string): number {
  if (!/^\d+$/.test(value)) throw new Error(`${name} is no number: ${value}`)
  return Number(value)
}

/** Which column each number is the sum of; closed is rated and not rated together. */
export const SUM_OF: Readonly<Record<string, readonly string[]>> = {
  received: ['received'],
  open: ['open'],
  awaitingRating: ['awaiting_rating'],
  overdue: ['overdue'],
  closed: ['rated', 'not_rated'],
  'rates.answered.numerator': ['answered_yes'],
  'rates.answered.denominator': ['rated'],
  'rates.solved.numerator': ['solved_yes'],
  'rates.solved.denominator': ['rated'],
  'rates.satisfied.numerator': ['satisfied_yes'],
  'rates.satisfied.denominator': ['rated'],
  'excluded.declined': ['declined'],
  'excluded.withdrawn': ['withdrawn'],
  'excluded.merged': ['merged'],
  'excluded.notRated': ['not_rated'],
  'onTime.preReview.numerator': ['pre_review_on_time'],
  'onTime.preReview.denominator': ['pre_review_done'],
  'onTime.sign.numerator': ['sign_on_time'],
  'onTime.sign.denominator': ['sign_done'],
  'onTime.handle.numerator': ['handle_on_time'],
  'onTime.handle.denominator': ['handle_done'],
  'onTime.review.numerator': ['review_on_time'],
  'onTime.review.denominator': ['review_done'],
  'onTime.promise.numerator': ['promise_on_time'],
  'onTime.promise.denominator': ['promise_done'],
  bounces: ['bounces'],
  escalations: ['escalations'],
  'rounds.reopened': ['reopened'],
}

export function numbersOf(lines: readonly Line[]): Numbers {
  const sum = (column: string) =>
    lines.reduce((total, { counts }) => total + (counts[column] ?? Number.NaN), 0)
  return Object.fromEntries(
    Object.entries(SUM_OF).map(([name, columns]) => [
      name,
      columns.reduce((total, column) => total + sum(column), 0),
    ]),
  )
}

/** What is wrong with lines whatever anybody asks: each report is in exactly one place, nothing exceeds its whole. */
export function contradictionsIn(lines: readonly Line[]): string[] {
  return lines.flatMap(({ month, district, category, counts }) => {
    const n = (column: string) => counts[column] ?? Number.NaN
    const places = ['open', 'rated', 'not_rated', 'declined', 'withdrawn', 'merged']
    const parts: [part: string, of: string][] = [
      ['awaiting_rating', 'open'],
      ['overdue', 'open'],
      ['answered_yes', 'rated'],
      ['solved_yes', 'rated'],
      ['satisfied_yes', 'rated'],
      ['reopened', 'received'],
      ...['pre_review', 'sign', 'handle', 'review', 'promise'].map((step): [string, string] => [
        `${step}_on_time`,
        `${step}_done`,
      ]),
    ]
    const where = `${month} ${district} ${category}`
    const isWhole = n('received') === places.reduce((sum, place) => sum + n(place), 0)
    return [
      ...(isWhole ? [] : [`${where}: the reports are not those of ${places.join(' + ')}`]),
      ...parts
        .filter(([part, of]) => !(n(part) <= n(of)))
        .map(([part, of]) => `${where}: more ${part} than ${of}`),
    ]
  })
}
