import type { CalendarYear, CalendarYearRequest } from '../../../shared/contract/calendar.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import type { Context } from '../../context.ts'
import { insertYear, publishedYears } from '../../repository/calendar.ts'
import { breaksUnique, runBatch } from '../../repository/query.ts'
import { auditEntry } from '../audit/record.ts'
import { withActor } from '../session/with-actor.ts'
import { checkDays } from './check-days.ts'

function alreadyThere(): AppError {
  return new AppError('VALIDATION_FAILED', { fields: { year: { problem: 'duplicate' } } })
}

/**
 * Adds the calendar of a year that has been announced, all of it or nothing.
 *
 * From now on the days of that year are counted by it and are no longer provisional. What was promised before
 * stays as it was told, provisional dates too: a promised date moves only by an event that says so.
 *
 * @throws AppError `UNAUTHENTICATED`, `NOT_ALLOWED`, `VALIDATION_FAILED` for a year that is there and for wrong days
 */
export async function addYear(ctx: Context, input: CalendarYearRequest): Promise<CalendarYear> {
  const { actor, answers } = await withActor(ctx, [publishedYears(ctx.db, input.year)])
  if (answers[0].length > 0) throw alreadyThere()
  const year = { ...input, days: checkDays(input.year, input.days) }
  try {
    await runBatch(ctx.db, [
      ...insertYear(ctx.db, year),
      auditEntry(ctx, actor, 'calendar.added', { subject: `calendar:${year.year}`, detail: year }),
    ])
  } catch (error) {
    // Two administrators read the same notice.
    if (breaksUnique(error, 'calendar_year')) throw alreadyThere()
    throw error
  }
  return year
}
