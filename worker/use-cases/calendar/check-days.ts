import { AppError, type FieldError, type FieldErrors } from '../../../shared/domain/errors.ts'
import type { PublishedDay } from '../../repository/calendar.ts'

function isWeekend(date: string): boolean {
  return [0, 6].includes(new Date(`${date}T00:00:00.000Z`).getUTCDay())
}

/** What is wrong with a date of that year, given those before it. */
export function dateProblem(year: number, day: PublishedDay, seen: ReadonlySet<string>): FieldError | null {
  if (Number(day.date.slice(0, 4)) !== year) return { problem: 'outside_year', limit: year }
  if (seen.has(day.date)) return { problem: 'duplicate' }
  if (day.kind === 'workday' && !isWeekend(day.date)) return { problem: 'not_a_weekend' }
  return null
}

/**
 * The days of a year as they are kept: in order.
 *
 * @throws AppError `VALIDATION_FAILED` naming every date that is of another year, there twice, or worked anyway
 */
export function checkDays(year: number, days: readonly PublishedDay[]): PublishedDay[] {
  const fields: FieldErrors = {}
  const seen = new Set<string>()
  for (const [index, day] of days.entries()) {
    const problem = dateProblem(year, day, seen)
    if (problem) fields[`days.${index}.date`] = problem
    seen.add(day.date)
  }
  if (Object.keys(fields).length > 0) throw new AppError('VALIDATION_FAILED', { fields })
  return days.toSorted((a, b) => a.date.localeCompare(b.date))
}
