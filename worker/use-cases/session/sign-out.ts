import { isStaff } from '../../../shared/domain/actor.ts'
import type { Context } from '../../context.ts'
import { runBatch } from '../../repository/query.ts'
import { actorBySession, deleteSession } from '../../repository/sessions.ts'
import { auditEntry } from '../audit/record.ts'

/** Ends the caller's session; from the next request on its token is dead. Without a session nothing happens. */
export async function signOut(ctx: Context): Promise<void> {
  const { tokenHash } = ctx.credentials
  if (tokenHash === null) return
  const [actor] = await runBatch(ctx.db, [actorBySession(ctx.db, tokenHash, ctx.now())])
  const subject = `account:${actor?.id}`
  await runBatch(ctx.db, [
    deleteSession(ctx.db, tokenHash),
    ...(actor && isStaff(actor)
      ? [auditEntry(ctx, actor, 'session.closed', { subject, onlyIfWritten: true })]
      : []),
  ])
}
