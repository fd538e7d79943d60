import type { CalendarList } from '../../../shared/contract/calendar.ts'
import type { Context } from '../../context.ts'
import { promisesByYear, publishedYears } from '../../repository/calendar.ts'
import { withActor } from '../session/with-actor.ts'

/**
 * The working calendar as an administrator sees it, with what has been promised into each year.
 *
 * @throws AppError `UNAUTHENTICATED` without a session, `NOT_ALLOWED` for everyone but administrators
 */
export async function listCalendar(ctx: Context): Promise<CalendarList> {
  const { answers } = await withActor(ctx, [publishedYears(ctx.db), promisesByYear(ctx.db)])
  const [items, promises] = answers
  return { items, promises }
}
