import { numbersOf, type Line, type Numbers } from './recomputed-figures.ts'

export type SeriesBy = 'month' | 'district' | 'category'
type Item = Readonly<Record<string, unknown>>

export interface Comparison {
  /** how many numbers were equal */
  equal: number
  /** each that was not, with both values */
  differences: string[]
}

export const keyOf: Readonly<Record<SeriesBy, (line: Line) => string>> = {
  month: (line) => line.month,
  district: (line) => line.district,
  category: (line) => line.category,
}

export function compareNumbers(where: string, published: Numbers, recomputed: Numbers): Comparison {
  const names = [...new Set([...Object.keys(published), ...Object.keys(recomputed)])]
  const differences = names
    .filter((name) => published[name] !== recomputed[name])
    .map(
      (name) =>
        `${where} ${name}: published ${published[name] ?? 'nothing'}, recomputed ${recomputed[name] ?? 'nothing'}`,
    )
  return { equal: names.length - differences.length, differences }
}

/** What `/api/v1/statistics` answers, its whole and its series, held against the lines that it should be the sums of. */
export function compareSeries(
  where: string,
  by: SeriesBy,
  answer: Item,
  lines: readonly Line[],
): Comparison[] {
  const { series, period: _period, licence: _licence, ...whole } = answer
  const published = new Map(
    (series as Item[]).map((item) => [String(item[by === 'month' ? 'month' : 'code']), item]),
  )
  const keys = [...new Set([...published.keys(), ...lines.map((line) => keyOf[by](line))])]
  return [
    compareNumbers(where, flat(whole), numbersOf(lines)),
    ...keys.map((key) => {
      const own = lines.filter((line) => keyOf[by](line) === key)
      return compareNumbers(
        `${where} ${key}`,
        flat(published.get(key) ?? {}),
        own.length > 0 ? numbersOf(own) : {},
      )
    }),
  ]
}

/** `{rates: {solved: {numerator: 1}}}` → `rates.solved.numerator` */
function flat(value: Item, before = ''): Numbers {
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]): [string, number][] => {
      if (typeof inner === 'number') return [[before + name, inner]]
      const isGroup = typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      return isGroup ? Object.entries(flat(inner as Item, `${before}${name}.`)) : []
    }),
  )
}
