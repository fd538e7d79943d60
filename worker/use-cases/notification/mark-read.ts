import type { MarkReadRequest } from '../../../shared/contract/notification.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import type { Context } from '../../context.ts'
import { markRead, unreadOfSession } from '../../repository/notifications.ts'
import { withActor } from '../session/with-actor.ts'

/**
 * Marks notifications of the caller as read; ids of others' are passed over.
 *
 * @returns how many are unread afterwards
 * @throws AppError `UNAUTHENTICATED` without a session, `VALIDATION_FAILED` with neither ids nor `all`
 */
export async function markNotificationsRead(
  ctx: Context,
  input: MarkReadRequest,
): Promise<{ unread: number }> {
  const { tokenHash } = ctx.credentials
  if (tokenHash === null) throw new AppError('UNAUTHENTICATED')
  if (!input.all && !input.ids)
    throw new AppError('VALIDATION_FAILED', { fields: { ids: { problem: 'required' } } })
  const session = { tokenHash, now: ctx.now() }
  const { answers } = await withActor(ctx, [
    markRead(ctx.db, session, input.all ? null : (input.ids ?? [])),
    unreadOfSession(ctx.db, session),
  ])
  return { unread: answers[1] }
}
