import { shanghai } from '@/locale/format'

/** A month as `YYYY-MM`. */
export type Month = string

export const isMonth = (text: string | undefined): text is Month =>
  /^20\d\d-(0[1-9]|1[0-2])$/.test(text ?? '')

export function monthOf(at: number): Month {
  const { year, month } = shanghai(at)
  return `${year}-${String(month).padStart(2, '0')}`
}

/** The month that lies `by` months after; negative for before. */
export function monthAfter(month: Month, by: number): Month {
  const [year = 0, of = 1] = month.split('-').map(Number)
  const count = year * 12 + of - 1 + by
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
}

/** So many months up to and including this one, the earliest first. */
export function monthsUpTo(month: Month, count: number): Month[] {
  return Array.from({ length: count }, (_, index) => monthAfter(month, index + 1 - count))
}

export const firstDay = (month: Month) => `${month}-01`

export function lastDay(month: Month): string {
  const [year = 0, of = 1] = month.split('-').map(Number)
  return `${month}-${String(new Date(Date.UTC(year, of, 0)).getUTCDate()).padStart(2, '0')}`
}

/** The parts of a month for a sentence. */
export function wordsOf(month: Month): { year: number; month: number } {
  const [year = 0, of = 1] = month.split('-').map(Number)
  return { year, month: of }
}
