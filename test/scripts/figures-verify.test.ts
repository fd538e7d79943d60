import { describe, expect, it } from 'vitest'
import { compareFigures } from '../../scripts/figures/compare.ts'
import { COUNTS, addCounts, figuresOf, type Counts } from '../../shared/domain/figures.ts'
import { contradictionsIn, linesOf, numbersOf } from '../../shared/domain/recomputed-figures.ts'

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const NONE = addCounts([])

interface Cohort {
  month: string
  district: string
  category: string
  counts: Counts
}

const COHORTS: readonly Cohort[] = [
  cohort('2026-10', '440104', 'street-lighting', {
    received: 5,
    open: 2,
    overdue: 1,
    rated: 3,
    solvedYes: 2,
  }),
  cohort('2026-11', '440104', 'noise', { received: 1, declined: 1, preReviewDone: 1, preReviewOnTime: 1 }),
  cohort('2026-11', '440106', 'noise', { received: 2, open: 1, notRated: 1, bounces: 3, escalations: 1 }),
]

function cohort(month: string, district: string, category: string, counts: Partial<Counts>): Cohort {
  return { month, district, category, counts: { ...NONE, ...counts } }
}

type Answer = (asked: URLSearchParams) => string

/** A small honest city, which answers as the Worker does. */
function city(cohorts = COHORTS): Map<string, Answer> {
  const statistics = (asked: URLSearchParams) => {
    const by = asked.get('by') as 'month' | 'district' | 'category'
    const chosen = COHORTS.filter(
      ({ month, district, category }) =>
        (asked.get('district') ?? district) === district &&
        (asked.get('category') ?? category) === category &&
        (asked.get('from')?.slice(0, 7) ?? month) === month,
    )
    const keys = [...new Set(chosen.map((one) => one[by]))].toSorted()
    const series = keys.map((key) => {
      const own = figuresOf(addCounts(chosen.filter((one) => one[by] === key).map(({ counts }) => counts)))
      return by === 'month' ? { month: key, ...own } : { code: key, name: key, ...own }
    })
    return { period: {}, ...figuresOf(addCounts(chosen.map(({ counts }) => counts))), series }
  }
  const table = (asked: URLSearchParams) => {
    const by = asked.get('by') ?? ''
    const rows = statistics(asked).series.map((item) => {
      const own = COHORTS.filter((one) => one[by as 'month'] === ('month' in item ? item.month : item.code))
      const flat = Object.entries(numbersOf(linesOf(ofFile(own)))).map(([name, value]) => [
        snake(name.replace(/^(rates|rounds)\./, '').replaceAll('.', '_')),
        String(value),
      ])
      return {
        [by === 'month' ? 'month' : `${by}_code`]: 'month' in item ? item.month : item.code,
        ...Object.fromEntries(flat),
      }
    })
    return csv(rows)
  }
  return new Map<string, Answer>([
    ['/open-data/figures.csv', () => csv(ofFile(cohorts))],
    ['/api/v1/statistics', (asked) => JSON.stringify(statistics(asked))],
    [
      '/open-data/statistics.json',
      (asked) => JSON.stringify({ ...statistics(asked), licence: { id: 'CC' } }),
    ],
    ['/open-data/statistics.csv', table],
    [
      '/open-data/reports.csv',
      () =>
        csv([
          {
            number: 'A',
            district_code: '440106',
            category_code: 'noise',
            created_at: '2026-10-31T17:00:00Z',
          },
        ]),
    ],
    ['/open-data/reports.geojson', () => JSON.stringify({ features: [{ id: 'A' }] })],
  ])
}

function ofFile(cohorts: readonly Cohort[]): Record<string, string>[] {
  return cohorts.map(({ month, district, category, counts }) => ({
    month,
    district_code: district,
    category_code: category,
    ...Object.fromEntries(COUNTS.map((name) => [snake(name), String(counts[name])])),
    licence: 'CC-BY-4.0',
  }))
}

function csv(rows: readonly Record<string, string>[]): string {
  const names = Object.keys(rows[0] ?? {})
  return `\uFEFF${[names, ...rows.map((row) => names.map((name) => row[name]))].map((cells) => cells.join(',')).join('\r\n')}\r\n`
}

function compare(
  answers: ReturnType<typeof city>,
  change: (path: string, text: string) => string = (_, text) => text,
) {
  return compareFigures(async (path) => {
    const { pathname, searchParams } = new URL(path, 'http://city.example')
    const answer = answers.get(pathname)
    if (!answer) throw new Error(`nothing at ${pathname}`)
    return { text: change(pathname, answer(searchParams)), etag: null }
  })
}

describe('the figures are recomputed', () => {
  it('and equal, in an honest city', async () => {
    const { differences, equal, told } = await compare(city())
    expect(differences).toEqual([])
    expect(equal).toBeGreaterThan(900)
    expect(told).toHaveLength(5)
    expect(told[1]).toMatch(/^the three rates: \d+ of \d+ answered \(\d+(\.\d)? %\), /)
  })

  it.each(COUNTS.filter((name) => COHORTS.some(({ counts }) => counts[name] > 0)))(
    'and a city that says one more of %s is found out',
    async (name) => {
      const [first, ...others] = COHORTS.map((one) => ({ ...one, counts: { ...one.counts } }))
      if (first) first.counts[name] += 1
      const { differences } = await compare(city([first as Cohort, ...others]))
      expect(differences.length).toBeGreaterThan(3)
    },
  )

  it.each(['/api/v1/statistics', '/open-data/statistics.json', '/open-data/statistics.csv'])(
    'and a number that is falsified in %s alone is found',
    async (path) => {
      const { differences } = await compare(city(), (asked, text) =>
        asked === path
          ? text.replace('"received":5', '"received":6').replace('2026-10,5,', '2026-10,6,')
          : text,
      )
      expect(differences.length).toBeGreaterThan(0)
    },
  )

  it('and more published reports than were received are found', async () => {
    const line = 'B,440103,noise,2026-11-02T00:00:00Z\r\n'
    const { differences } = await compare(city(), (path, text) =>
      path.endsWith('reports.csv') ? text + line : text,
    )
    expect(differences).toEqual([
      '2026-11 440103 noise: 1 reports are published, 0 were received',
      'reports.geojson holds 1 reports, reports.csv 2',
    ])
  })
})

it('lines that contradict themselves are named', () => {
  const [line] = linesOf(
    ofFile([cohort('2026-10', '440104', 'noise', { received: 3, rated: 1, solvedYes: 2 })]),
  )
  expect(contradictionsIn(line ? [line] : [])).toEqual([
    '2026-10 440104 noise: the reports are not those of open + rated + not_rated + declined + withdrawn + merged',
    '2026-10 440104 noise: more solved_yes than rated',
  ])
})

it('what is no number is refused, never taken for nothing', () => {
  const [row] = ofFile(COHORTS)
  expect(() => linesOf([{ ...row, bounces: '' }])).toThrow('bounces is no number')
})
