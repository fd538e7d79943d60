const DAY_MS = 86_400_000
/** China has one zone without daylight saving: UTC+8. */
const ZONE_MS = 8 * 3_600_000

export interface CalendarDay {
  kind: 'holiday' | 'workday'
  /** Name of the holiday, as published. */
  name: string
}

/** The official working calendar, as far as it is published. Dates are `YYYY-MM-DD` in Asia/Shanghai. */
export interface WorkCalendar {
  /** Years whose holidays and make-up workdays the State Council has announced. */
  coveredYears: readonly number[]
  days: ReadonlyMap<string, CalendarDay>
}

export interface SkippedDay {
  date: string
  why: 'weekend' | 'holiday'
  name: string | null
}

/** A date reached by counting, with the whole arithmetic so that it can be shown. */
export interface DayCount {
  from: string
  date: string
  counted: string[]
  skipped: SkippedDay[]
  /** True when a counted or skipped day lies in a year whose calendar is not published. */
  provisional: boolean
}

/** The calendar date in Asia/Shanghai of a moment (milliseconds since 1970). */
export function cityDate(at: number): string {
  return new Date(at + ZONE_MS).toISOString().slice(0, 10)
}

/** The first millisecond of a date in Asia/Shanghai. */
export function startOfCityDay(date: string): number {
  return Date.parse(`${date}T00:00:00.000Z`) - ZONE_MS
}

/** The last millisecond of a date in Asia/Shanghai. */
export function endOfCityDay(date: string): number {
  return startOfCityDay(date) + DAY_MS - 1
}

function nextDate(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00.000Z`) + DAY_MS).toISOString().slice(0, 10)
}

/** Why no work is done on that date, or null on a working day. Make-up weekend days (调休) are working days. */
function dayOff(calendar: WorkCalendar, date: string): SkippedDay | null {
  const official = calendar.days.get(date)
  if (official) return official.kind === 'holiday' ? { date, why: 'holiday', name: official.name } : null
  const weekday = new Date(`${date}T00:00:00.000Z`).getUTCDay()
  return weekday === 0 || weekday === 6 ? { date, why: 'weekend', name: null } : null
}

function isCovered(calendar: WorkCalendar, date: string): boolean {
  return calendar.coveredYears.includes(Number(date.slice(0, 4)))
}

/**
 * Counts working days forward. The day of `from` itself never counts: who asks at five in the afternoon
 * has not used up that day.
 *
 * @param from date `YYYY-MM-DD`
 * @param days whole working days, 0 or more
 * @throws RangeError when `days` is negative or not whole
 */
export function addWorkingDays(calendar: WorkCalendar, from: string, days: number): DayCount {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`working days must be whole and ≥ 0: ${days}`)
  const count: DayCount = { from, date: from, counted: [], skipped: [], provisional: false }
  while (count.counted.length < days) {
    count.date = nextDate(count.date)
    if (!isCovered(calendar, count.date)) count.provisional = true
    const off = dayOff(calendar, count.date)
    if (off) count.skipped.push(off)
    else count.counted.push(count.date)
  }
  return count
}

/** Working days after `from` up to and including `to` (both `YYYY-MM-DD`); 0 when `to` is not later. */
export function workingDaysBetween(calendar: WorkCalendar, from: string, to: string): number {
  let days = 0
  for (let date = from; date < to;) {
    date = nextDate(date)
    if (!dayOff(calendar, date)) days += 1
  }
  return days
}

/** Counts days forward whether or not anybody works on them, in the same shape as working days. */
export function addCalendarDays(from: string, days: number): DayCount {
  const count: DayCount = { from, date: from, counted: [], skipped: [], provisional: false }
  while (count.counted.length < days) {
    count.date = nextDate(count.date)
    count.counted.push(count.date)
  }
  return count
}

/**
 * The moment at which a part of the working time between two moments is used up; whole days off do not count.
 * With no working day between them all days count alike.
 *
 * @param start milliseconds
 * @param end milliseconds, not before `start`
 * @param part 0 to 1
 */
export function workingMoment(calendar: WorkCalendar, start: number, end: number, part: number): number {
  const stretches: { from: number; length: number }[] = []
  for (let from = start; from < end;) {
    const date = cityDate(from)
    const to = Math.min(endOfCityDay(date) + 1, end)
    if (!dayOff(calendar, date)) stretches.push({ from, length: to - from })
    from = to
  }
  if (stretches.length === 0) return Math.floor(start + (end - start) * part)
  let left = Math.floor(stretches.reduce((sum, { length }) => sum + length, 0) * part)
  for (const { from, length } of stretches) {
    if (left <= length) return from + left
    left -= length
  }
  return end
}
