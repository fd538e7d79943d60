import { isStaff } from '../../../shared/domain/actor.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import type { Context } from '../../context.ts'
import { runBatch } from '../../repository/query.ts'
import { deleteOtherSessions, deleteSessionOf } from '../../repository/sessions.ts'
import { auditEntry } from '../audit/record.ts'
import { withActor } from './with-actor.ts'

/**
 * Ends one of the caller's own sessions, the present one too; from its next request on its token is dead.
 *
 * @throws AppError `UNAUTHENTICATED` without a session, `NOT_FOUND` for one that is not the caller's
 */
export async function endSession(ctx: Context, id: string): Promise<void> {
  const { actor } = await withActor(ctx, [])
  if (actor.id === null) throw new AppError('UNAUTHENTICATED')
  const [wasThere] = await runBatch(ctx.db, [
    deleteSessionOf(ctx.db, actor.id, id),
    ...(isStaff(actor)
      ? [auditEntry(ctx, actor, 'session.closed', { subject: `account:${actor.id}`, onlyIfWritten: true })]
      : []),
  ])
  if (!wasThere) throw new AppError('NOT_FOUND')
}

/**
 * Ends every other session of the caller's account.
 *
 * @throws AppError `UNAUTHENTICATED` without a session
 */
export async function endOtherSessions(ctx: Context): Promise<void> {
  const { tokenHash } = ctx.credentials
  if (tokenHash === null) throw new AppError('UNAUTHENTICATED')
  const { actor } = await withActor(ctx, [])
  await runBatch(ctx.db, [
    deleteOtherSessions(ctx.db, tokenHash),
    ...(isStaff(actor)
      ? [auditEntry(ctx, actor, 'session.others-closed', { subject: `account:${actor.id}` })]
      : []),
  ])
}
