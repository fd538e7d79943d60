import { readFileSync } from 'node:fs'
import chineseDays from 'chinese-days'
import { expect, it } from 'vitest'
import { addWorkingDays, type CalendarDay, type WorkCalendar } from '../../shared/domain/working-days.ts'

const sql = readFileSync('worker/migrations/0002_calendar.sql', 'utf8')

/** The calendar as the migration writes it. */
const calendar: WorkCalendar = {
  coveredYears: [...sql.matchAll(/\((20\d\d), '/g)].map((row) => Number(row[1])),
  days: new Map(
    [...sql.matchAll(/\('(\d{4}-\d\d-\d\d)', '(holiday|workday)', '([^']+)'\)/g)].map(
      ([, date = '', kind, name = '']) => [date, { kind: kind as CalendarDay['kind'], name }],
    ),
  ),
}

function nextDay(date: string): string {
  return new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10)
}

it.each(calendar.coveredYears)('agrees with an independent calendar on every day of %i', (year) => {
  for (let date = `${year - 1}-12-31`; date < `${year}-12-31`; date = nextDay(date)) {
    const { counted, skipped } = addWorkingDays(calendar, date, 1)
    const tomorrow = nextDay(date)
    const works = counted[0] === tomorrow
    expect([tomorrow, works], skipped[0]?.name ?? '').toEqual([tomorrow, chineseDays.isWorkday(tomorrow)])
  }
})

it('covers three years, and marks what lies beyond them', () => {
  expect(calendar.coveredYears).toEqual([2024, 2025, 2026])
  expect(addWorkingDays(calendar, '2026-12-31', 1).provisional).toBe(true)
})
