import { addCounts, COUNTS, type Counts, figuresOf } from '../../shared/domain/figures.ts'

// A city of eight reports in one district: six of September about street lamps, two of November about noise.

export const NONE = addCounts([])
export const SEPTEMBER: Counts = {
  ...NONE,
  received: 6,
  open: 1,
  overdue: 1,
  rated: 3,
  answeredYes: 3,
  solvedYes: 2,
  satisfiedYes: 1,
  notRated: 1,
  declined: 1,
  bounces: 2,
  promiseDone: 4,
  promiseOnTime: 3,
}
const NOVEMBER: Counts = { ...NONE, received: 2, open: 2, awaitingRating: 1 }

function series(by: string | null) {
  const both = figuresOf(addCounts([SEPTEMBER, NOVEMBER]))
  if (by === 'district') return [{ code: '440104', name: '越秀区', ...both }]
  if (by === 'category') {
    return [
      { code: 'noise', name: '噪音', ...figuresOf(NOVEMBER) },
      { code: 'street-lighting', name: '路灯', ...figuresOf(SEPTEMBER) },
    ]
  }
  return [
    { month: '2026-09', ...figuresOf(SEPTEMBER) },
    { month: '2026-11', ...figuresOf(NOVEMBER) },
  ]
}

/** What `/api/v1/statistics` answers, however it is narrowed. */
export function statisticsOf(asked: URLSearchParams) {
  return {
    period: { from: asked.get('from'), to: null },
    ...figuresOf(addCounts([SEPTEMBER, NOVEMBER])),
    series: series(asked.get('by')),
  }
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** `/open-data/figures.csv`; with another September it contradicts the statistics. */
export function openFigures(september: Counts = SEPTEMBER): string {
  const rows = [
    ['month', 'district_code', 'category_code', ...COUNTS.map(snake), 'licence'],
    ['2026-09', '440104', 'street-lighting', ...COUNTS.map((name) => september[name]), 'CC-BY-4.0'],
    ['2026-11', '440104', 'noise', ...COUNTS.map((name) => NOVEMBER[name]), 'CC-BY-4.0'],
  ]
  return `\uFEFF${rows.map((row) => `${row.join(',')}\r\n`).join('')}`
}
