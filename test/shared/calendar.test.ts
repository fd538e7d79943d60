import { readFileSync } from 'node:fs'
import chineseDays from 'chinese-days'
import { describe, expect, it } from 'vitest'
import { promiseAtSubmission } from '../../shared/domain/report-deadline.ts'
import {
  addWorkingDays,
  type CalendarDay,
  type SkippedDay,
  type WorkCalendar,
} from '../../shared/domain/working-days.ts'
import { RULES } from '../support/facts.ts'

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

/** The holidays as the notices of the State Council give them: first day, last day. Written by hand. */
const HOLIDAYS: [name: string, first: string, last: string][] = [
  ['元旦', '2024-01-01', '2024-01-01'],
  ['春节', '2024-02-10', '2024-02-17'],
  ['清明节', '2024-04-04', '2024-04-06'],
  ['劳动节', '2024-05-01', '2024-05-05'],
  ['端午节', '2024-06-10', '2024-06-10'],
  ['中秋节', '2024-09-15', '2024-09-17'],
  ['国庆节', '2024-10-01', '2024-10-07'],
  ['元旦', '2025-01-01', '2025-01-01'],
  ['春节', '2025-01-28', '2025-02-04'],
  ['清明节', '2025-04-04', '2025-04-06'],
  ['劳动节', '2025-05-01', '2025-05-05'],
  ['端午节', '2025-05-31', '2025-06-02'],
  // One holiday of eight days; Mid-Autumn itself was on the 6th.
  ['国庆节', '2025-10-01', '2025-10-05'],
  ['中秋节', '2025-10-06', '2025-10-06'],
  ['国庆节', '2025-10-07', '2025-10-08'],
  ['元旦', '2026-01-01', '2026-01-03'],
  ['春节', '2026-02-15', '2026-02-23'],
  ['清明节', '2026-04-04', '2026-04-06'],
  ['劳动节', '2026-05-01', '2026-05-05'],
  ['端午节', '2026-06-19', '2026-06-21'],
  ['中秋节', '2026-09-25', '2026-09-27'],
  ['国庆节', '2026-10-01', '2026-10-07'],
]

/** The weekend days that the same notices make working days, with the weekday they give in brackets. */
const MAKE_UP_DAYS: [date: string, weekday: 'Sat' | 'Sun'][] = [
  ['2024-02-04', 'Sun'],
  ['2024-02-18', 'Sun'],
  ['2024-04-07', 'Sun'],
  ['2024-04-28', 'Sun'],
  ['2024-05-11', 'Sat'],
  ['2024-09-14', 'Sat'],
  ['2024-09-29', 'Sun'],
  ['2024-10-12', 'Sat'],
  ['2025-01-26', 'Sun'],
  ['2025-02-08', 'Sat'],
  ['2025-04-27', 'Sun'],
  ['2025-09-28', 'Sun'],
  ['2025-10-11', 'Sat'],
  ['2026-01-04', 'Sun'],
  ['2026-02-14', 'Sat'],
  ['2026-02-28', 'Sat'],
  ['2026-05-09', 'Sat'],
  ['2026-09-20', 'Sun'],
  ['2026-10-10', 'Sat'],
]

const DAY_MS = 86_400_000

function dayAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10)
}

function daysFrom(first: string, last: string): string[] {
  const length = (Date.parse(last) - Date.parse(first)) / DAY_MS + 1
  return Array.from({ length }, (_, n) => dayAfter(first, n))
}

function holiday(name: string, first: string, last = first): SkippedDay[] {
  return daysFrom(first, last).map((date) => ({ date, why: 'holiday', name }))
}

function weekend(...dates: string[]): SkippedDay[] {
  return dates.map((date) => ({ date, why: 'weekend', name: null }))
}

describe('the published calendar', () => {
  it('is what the notices say, day by day', () => {
    const off = HOLIDAYS.flatMap(([name, first, last]) =>
      daysFrom(first, last).map((date) => `${date} holiday ${name}`),
    )
    const written = [...calendar.days].map(([date, { kind, name }]) => `${date} ${kind} ${name}`)
    expect(written.filter((day) => day.includes('holiday'))).toEqual(off)
    const workdays = [...calendar.days].filter(([, { kind }]) => kind === 'workday')
    expect(workdays.map(([date]) => date)).toEqual(MAKE_UP_DAYS.map(([date]) => date))
  })

  it.each(MAKE_UP_DAYS)('counts %s, a %s, as a working day', (date, weekday) => {
    expect(new Date(date).toUTCString().slice(0, 3)).toBe(weekday)
    expect(addWorkingDays(calendar, dayAfter(date, -1), 1)).toMatchObject({
      date,
      counted: [date],
      skipped: [],
    })
  })

  it.each(calendar.coveredYears)('agrees with an independent calendar on every day of %i', (year) => {
    for (let date = `${year - 1}-12-31`; date < `${year}-12-31`; date = dayAfter(date, 1)) {
      const { counted, skipped } = addWorkingDays(calendar, date, 1)
      const tomorrow = dayAfter(date, 1)
      const works = counted[0] === tomorrow
      expect([tomorrow, works], skipped[0]?.name ?? '').toEqual([tomorrow, chineseDays.isWorkday(tomorrow)])
    }
  })
})

/** A promise across each holiday: six working days for a simple report, eight for an ordinary one. */
const PROMISES: [
  title: string,
  filed: string,
  complexity: 'simple' | 'ordinary',
  counted: string,
  skipped: SkippedDay[],
][] = [
  [
    'Spring Festival 2024, made up for on the Sundays before and after',
    '2024-02-02',
    'ordinary',
    '02-04 02-05 02-06 02-07 02-08 02-09 02-18 02-19',
    [...weekend('2024-02-03'), ...holiday('春节', '2024-02-10', '2024-02-17')],
  ],
  [
    'Qingming 2024',
    '2024-04-03',
    'simple',
    '04-07 04-08 04-09 04-10 04-11 04-12',
    holiday('清明节', '2024-04-04', '2024-04-06'),
  ],
  [
    'Labour Day 2024',
    '2024-04-30',
    'ordinary',
    '05-06 05-07 05-08 05-09 05-10 05-11 05-13 05-14',
    [...holiday('劳动节', '2024-05-01', '2024-05-05'), ...weekend('2024-05-12')],
  ],
  [
    'Dragon Boat 2024, a Monday behind a plain weekend',
    '2024-06-07',
    'simple',
    '06-11 06-12 06-13 06-14 06-17 06-18',
    [
      ...weekend('2024-06-08', '2024-06-09'),
      ...holiday('端午节', '2024-06-10'),
      ...weekend('2024-06-15', '2024-06-16'),
    ],
  ],
  [
    'Mid-Autumn 2024',
    '2024-09-12',
    'simple',
    '09-13 09-14 09-18 09-19 09-20 09-23',
    [...holiday('中秋节', '2024-09-15', '2024-09-17'), ...weekend('2024-09-21', '2024-09-22')],
  ],
  [
    'National Day 2024, made up for on the Sunday before and the Saturday after',
    '2024-09-27',
    'ordinary',
    '09-29 09-30 10-08 10-09 10-10 10-11 10-12 10-14',
    [...weekend('2024-09-28'), ...holiday('国庆节', '2024-10-01', '2024-10-07'), ...weekend('2024-10-13')],
  ],
  [
    'New Year 2025, from one published year into the next',
    '2024-12-31',
    'simple',
    '01-02 01-03 01-06 01-07 01-08 01-09',
    [...holiday('元旦', '2025-01-01'), ...weekend('2025-01-04', '2025-01-05')],
  ],
  [
    'Spring Festival 2025',
    '2025-01-24',
    'ordinary',
    '01-26 01-27 02-05 02-06 02-07 02-08 02-10 02-11',
    [...weekend('2025-01-25'), ...holiday('春节', '2025-01-28', '2025-02-04'), ...weekend('2025-02-09')],
  ],
  [
    'Qingming 2025',
    '2025-04-03',
    'simple',
    '04-07 04-08 04-09 04-10 04-11 04-14',
    [...holiday('清明节', '2025-04-04', '2025-04-06'), ...weekend('2025-04-12', '2025-04-13')],
  ],
  [
    'Labour Day 2025',
    '2025-04-25',
    'simple',
    '04-27 04-28 04-29 04-30 05-06 05-07',
    [...weekend('2025-04-26'), ...holiday('劳动节', '2025-05-01', '2025-05-05')],
  ],
  [
    'Dragon Boat 2025',
    '2025-05-30',
    'simple',
    '06-03 06-04 06-05 06-06 06-09 06-10',
    [...holiday('端午节', '2025-05-31', '2025-06-02'), ...weekend('2025-06-07', '2025-06-08')],
  ],
  [
    'National Day and Mid-Autumn 2025, eight days in one',
    '2025-09-26',
    'ordinary',
    '09-28 09-29 09-30 10-09 10-10 10-11 10-13 10-14',
    [
      ...weekend('2025-09-27'),
      ...holiday('国庆节', '2025-10-01', '2025-10-05'),
      ...holiday('中秋节', '2025-10-06'),
      ...holiday('国庆节', '2025-10-07', '2025-10-08'),
      ...weekend('2025-10-12'),
    ],
  ],
  [
    'New Year 2026, made up for on Sunday',
    '2025-12-31',
    'simple',
    '01-04 01-05 01-06 01-07 01-08 01-09',
    holiday('元旦', '2026-01-01', '2026-01-03'),
  ],
  [
    'Spring Festival 2026, nine days between two worked Saturdays',
    '2026-02-13',
    'ordinary',
    '02-14 02-24 02-25 02-26 02-27 02-28 03-02 03-03',
    [...holiday('春节', '2026-02-15', '2026-02-23'), ...weekend('2026-03-01')],
  ],
  [
    'Qingming 2026',
    '2026-04-03',
    'simple',
    '04-07 04-08 04-09 04-10 04-13 04-14',
    [...holiday('清明节', '2026-04-04', '2026-04-06'), ...weekend('2026-04-11', '2026-04-12')],
  ],
  [
    'Labour Day 2026',
    '2026-04-30',
    'simple',
    '05-06 05-07 05-08 05-09 05-11 05-12',
    [...holiday('劳动节', '2026-05-01', '2026-05-05'), ...weekend('2026-05-10')],
  ],
  [
    'Dragon Boat 2026',
    '2026-06-18',
    'simple',
    '06-22 06-23 06-24 06-25 06-26 06-29',
    [...holiday('端午节', '2026-06-19', '2026-06-21'), ...weekend('2026-06-27', '2026-06-28')],
  ],
  [
    'Mid-Autumn 2026, behind the worked Sunday that belongs to National Day',
    '2026-09-18',
    'ordinary',
    '09-20 09-21 09-22 09-23 09-24 09-28 09-29 09-30',
    [...weekend('2026-09-19'), ...holiday('中秋节', '2026-09-25', '2026-09-27')],
  ],
  [
    'National Day 2026',
    '2026-09-30',
    'ordinary',
    '10-08 10-09 10-10 10-12 10-13 10-14 10-15 10-16',
    [...holiday('国庆节', '2026-10-01', '2026-10-07'), ...weekend('2026-10-11')],
  ],
]

describe('a promise', () => {
  it.each(PROMISES)('across %s', (_, filed, complexity, counted, skipped) => {
    // A minute before midnight in Guangzhou: still that day.
    const rules = { ...RULES, calendar, now: Date.parse(`${filed}T23:59:00+08:00`) }
    const promise = promiseAtSubmission(rules, 'street-lighting', complexity)
    const days = promise.count.counted
    expect(days.map((date) => date.slice(5)).join(' ')).toBe(counted)
    expect(promise.count.skipped).toEqual(skipped)
    expect(promise.count.provisional).toBe(false)
    expect(promise.at).toBe(Date.parse(`${days.at(-1)}T23:59:59.999+08:00`))
  })
})

describe('counting', () => {
  it.each([
    ['from a holiday', '2025-10-03', '2025-10-09', daysFrom('2025-10-04', '2025-10-08')],
    ['from the last day before one', '2026-02-14', '2026-02-24', daysFrom('2026-02-15', '2026-02-23')],
    ['from a worked Saturday', '2026-10-10', '2026-10-12', ['2026-10-11']],
    ['from a worked Sunday', '2024-02-18', '2024-02-19', []],
    ['from a plain Saturday', '2026-11-21', '2026-11-23', ['2026-11-22']],
    ['onto a leap day', '2024-02-28', '2024-02-29', []],
    ['over the end of February without one', '2025-02-28', '2025-03-03', ['2025-03-01', '2025-03-02']],
  ])('one day %s', (_, from, date, skipped) => {
    const count = addWorkingDays(calendar, from, 1)
    expect(count).toMatchObject({ from, date, counted: [date], provisional: false })
    expect(count.skipped.map((day) => day.date)).toEqual(skipped)
  })

  it('no days stays where it is', () => {
    expect(addWorkingDays(calendar, '2025-10-03', 0)).toMatchObject({ date: '2025-10-03', counted: [] })
  })

  it.each([
    ['wholly beyond the published years', '2027-03-01', 3, true],
    ['from a published year into one that is not', '2026-12-30', 2, true],
    ['up to the last published day', '2026-12-30', 1, false],
    // What is skipped decides where the count ends as much as what is counted.
    ['from before the published years', '2023-12-29', 1, true],
  ])('%s is provisional or not', (_, from, days, provisional) => {
    expect(addWorkingDays(calendar, from, days).provisional).toBe(provisional)
  })

  it('beyond the published years goes by weekdays, and says so', () => {
    // 1 October 2027 will be a holiday; nobody has said yet which days around it are worked.
    const count = addWorkingDays(calendar, '2027-09-30', 2)
    expect(count).toMatchObject({ counted: ['2027-10-01', '2027-10-04'], provisional: true })
    expect(count.skipped).toEqual(weekend('2027-10-02', '2027-10-03'))
  })

  it('covers three years', () => {
    expect(calendar.coveredYears).toEqual([2024, 2025, 2026])
  })
})
