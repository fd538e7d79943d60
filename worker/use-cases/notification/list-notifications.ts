import type {
  Notification,
  NotificationList,
  NotificationListQuery,
} from '../../../shared/contract/notification.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import type { Context } from '../../context.ts'
import {
  notificationsOfSession,
  unreadOfSession,
  type NotificationRecord,
} from '../../repository/notifications.ts'
import { cutPage, decodeCursor, encodeCursor } from '../page-cursor.ts'
import { withActor } from '../session/with-actor.ts'

function shown({ readAt, at, ...record }: NotificationRecord): Notification {
  return { ...record, at: new Date(at).toISOString(), read: readAt !== null }
}

/**
 * A page of the caller's inbox, latest first.
 *
 * @throws AppError `UNAUTHENTICATED` without a session
 */
export async function listNotifications(
  ctx: Context,
  query: NotificationListQuery,
): Promise<NotificationList> {
  const { tokenHash } = ctx.credentials
  if (tokenHash === null) throw new AppError('UNAUTHENTICATED')
  const [beforeId] =
    query.cursor === undefined ? [Number.MAX_SAFE_INTEGER] : decodeCursor(query.cursor, ['number'])
  const session = { tokenHash, now: ctx.now() }
  const { answers } = await withActor(ctx, [
    notificationsOfSession(ctx.db, session, { beforeId, limit: query.limit + 1 }),
    unreadOfSession(ctx.db, session),
  ])
  const [rows, unread] = answers
  const { page, last } = cutPage(rows, query.limit)
  return { items: page.map(shown), nextCursor: last && encodeCursor([last.id]), unread }
}
