import type { Context } from '../../context.ts'
import { runBatch } from '../../repository/query.ts'
import { newDeviceSession } from './new-session.ts'

/** Opens a resident's session for this device, without a name: the reports filed with it are found again. */
export async function openDeviceSession(ctx: Context): Promise<{ token: string; lifetimeMs: number }> {
  const session = await newDeviceSession(ctx)
  await runBatch(ctx.db, session.queries)
  return { token: session.token, lifetimeMs: session.lifetimeMs }
}
