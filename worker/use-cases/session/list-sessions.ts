import type { SessionList } from '../../../shared/contract/session.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import type { Context } from '../../context.ts'
import { sessionsBeside } from '../../repository/sessions.ts'
import { withActor } from './with-actor.ts'

/**
 * Where the caller's account is signed in.
 *
 * @throws AppError `UNAUTHENTICATED` without a session
 */
export async function listSessions(ctx: Context): Promise<SessionList> {
  const { tokenHash } = ctx.credentials
  if (tokenHash === null) throw new AppError('UNAUTHENTICATED')
  const { answers } = await withActor(ctx, [sessionsBeside(ctx.db, tokenHash, ctx.now())])
  return {
    items: answers[0].map(({ id, label, createdAt, lastSeenAt, isCurrent }) => ({
      id,
      label,
      createdAt: new Date(createdAt).toISOString(),
      lastSeenAt: new Date(lastSeenAt).toISOString(),
      current: isCurrent,
    })),
  }
}
