import type { CalendarYear } from '@shared/contract/calendar.ts'

export type DayKind = CalendarYear['days'][number]['kind']
export type Day = CalendarYear['days'][number]

const DAY_MS = 86_400_000
const two = (n: number) => String(n).padStart(2, '0')

/** The dates of a month as weeks from Monday to Sunday; null where a week reaches into another month. */
export function weeksOf(year: number, month: number): (string | null)[][] {
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate()
  // Monday is 0.
  const before = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7
  const cells: (string | null)[] = [
    ...Array.from({ length: before }, () => null),
    ...Array.from({ length: days }, (_, index) => `${year}-${two(month)}-${two(index + 1)}`),
  ]
  while (cells.length % 7 !== 0) cells.push(null)
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
}

export function isWeekend(date: string): boolean {
  return [0, 6].includes(new Date(Date.parse(`${date}T00:00:00Z`)).getUTCDay())
}

/** What pressing a date makes of it: a holiday; a weekend day then one that is worked; then what its weekday says. */
export function nextKind(date: string, kind: DayKind | null): DayKind | null {
  if (kind === null) return 'holiday'
  return kind === 'holiday' && isWeekend(date) ? 'workday' : null
}

/** The days with one of them changed, in order. */
export function withDay(days: readonly Day[], date: string, kind: DayKind | null, name: string): Day[] {
  const others = days.filter((day) => day.date !== date)
  const changed = kind === null ? others : [...others, { date, kind, name }]
  return changed.toSorted((a, b) => a.date.localeCompare(b.date))
}

/** The name of the day marked before it, or after: a holiday is marked day by day. */
export function neighbourName(days: readonly Day[], date: string): string | undefined {
  const at = Date.parse(`${date}T00:00:00Z`)
  const near = days.filter((day) => Math.abs(Date.parse(`${day.date}T00:00:00Z`) - at) <= 8 * DAY_MS)
  return near.toSorted(
    (a, b) =>
      Math.abs(Date.parse(`${a.date}T00:00:00Z`) - at) - Math.abs(Date.parse(`${b.date}T00:00:00Z`) - at),
  )[0]?.name
}
