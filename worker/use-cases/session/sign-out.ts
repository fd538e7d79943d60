import type { Context } from '../../context.ts'
import { runBatch } from '../../repository/query.ts'
import { deleteSession } from '../../repository/sessions.ts'

/** Ends the caller's session; from the next request on its token is dead. Without a session nothing happens. */
export async function signOut(ctx: Context): Promise<void> {
  const { tokenHash } = ctx.credentials
  if (tokenHash !== null) await runBatch(ctx.db, [deleteSession(ctx.db, tokenHash)])
}
