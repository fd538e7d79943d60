import { type Instant, shanghai } from '@/locale/format'
import { MEASURES, type Measure } from './measures'

/** Whole months only: what can be asked here can be recomputed from the open data. */
export const PERIODS = ['year', 'quarter', 'month', 'all'] as const
export type Period = (typeof PERIODS)[number]

export interface FiguresFilter {
  period: Period
  /** '' is everything */
  district: string
  category: string
  measure: Measure
}

export const ALL_FIGURES: FiguresFilter = { period: 'all', district: '', category: '', measure: 'received' }

export function filterFrom(address: Record<string, string | undefined>): FiguresFilter {
  const { district = '', category = '' } = address
  return {
    period: PERIODS.find((one) => one === address.period) ?? 'year',
    district,
    category,
    measure: MEASURES.find((one) => one === address.measure) ?? 'received',
  }
}

const MONTHS_BACK = { year: 11, quarter: 2, month: 0 } as const

/** '2026-03' and −4 → '2025-11' */
function moved(month: string, by: number): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  const months = year * 12 + number - 1 + by
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
}

export function monthOf(at: Instant): string {
  const { year, month } = shanghai(at)
  return `${year}-${String(month).padStart(2, '0')}`
}

/** The first day of a period that goes on until today; '' for the beginning. */
export function beginningOf(period: Period, now: Instant): string {
  return period === 'all' ? '' : `${moved(monthOf(now), -MONTHS_BACK[period])}-01`
}

/**
 * The name on the device of what the page shows first and of everything; a narrowed view has none. What 'this month'
 * was would be told wrongly a month later.
 */
export function keptAs(by: string, { period, district, category }: FiguresFilter): string | null {
  const isKept = (period === 'year' || period === 'all') && district === '' && category === ''
  return isKept ? `${period}.${by}` : null
}

/** Every month since the first of those found, the ones without a report too. */
export function monthsOf(found: readonly string[], now: Instant): string[] {
  const last = monthOf(now)
  const months: string[] = []
  for (let month = found[0] ?? last; month <= last; month = moved(month, 1)) months.push(month)
  return months
}
