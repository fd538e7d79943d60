import type { CalendarChangeRequest, CalendarYear } from '../../../shared/contract/calendar.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import type { Context } from '../../context.ts'
import { publishedYears, replaceDays, updateSource } from '../../repository/calendar.ts'
import { runBatch } from '../../repository/query.ts'
import { auditEntry } from '../audit/record.ts'
import { withActor } from '../session/with-actor.ts'
import { checkDays } from './check-days.ts'

/**
 * Corrects a year that is there: its source, or all its days, or both; all of it or nothing.
 *
 * Only what is counted from now on is counted by the new days. Promises and steps that were told before stay as
 * they are: a promised date moves only by an event that says so.
 *
 * @param typed the year as it stands in the address
 * @throws AppError `UNAUTHENTICATED`, `NOT_ALLOWED`, `NOT_FOUND` for a year that is not there, `VALIDATION_FAILED`
 */
export async function changeYear(
  ctx: Context,
  typed: string,
  input: CalendarChangeRequest,
): Promise<CalendarYear> {
  const year = /^\d{4}$/.test(typed) ? Number(typed) : 0
  const { actor, answers } = await withActor(ctx, [publishedYears(ctx.db, year)])
  const [present] = answers[0]
  if (!present) throw new AppError('NOT_FOUND')
  const { source } = input
  const days = input.days && checkDays(year, input.days)
  // What is not given is not written either: two corrections at the same time undo nothing of each other.
  await runBatch(ctx.db, [
    ...(source ? [updateSource(ctx.db, year, source)] : []),
    ...(days ? replaceDays(ctx.db, year, days) : []),
    auditEntry(ctx, actor, 'calendar.changed', {
      subject: `calendar:${year}`,
      detail: { before: present, ...(source && { source }), ...(days && { days }) },
    }),
  ])
  return { year, source: source ?? present.source, days: days ?? present.days }
}
