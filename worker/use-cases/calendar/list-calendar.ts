import type { CalendarList } from '../../../shared/contract/calendar.ts'
import type { Context } from '../../context.ts'
import { publishedYears } from '../../repository/calendar.ts'
import { withActor } from '../session/with-actor.ts'
import { requireAdmin } from '../session/require-admin.ts'

/**
 * The working calendar as an administrator sees it.
 *
 * @throws AppError `UNAUTHENTICATED` without a session, `NOT_ALLOWED` for everyone but administrators
 */
export async function listCalendar(ctx: Context): Promise<CalendarList> {
  const { actor, answers } = await withActor(ctx, [publishedYears(ctx.db)])
  requireAdmin(actor)
  return { items: answers[0] }
}
