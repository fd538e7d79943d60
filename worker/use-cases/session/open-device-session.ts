import type { Context } from '../../context.ts'
import { runBatch } from '../../repository/query.ts'
import { countAtGate, openGate, passGate } from '../limit/gate.ts'
import { newDeviceSession } from './new-session.ts'

/**
 * Opens a resident's session for this device, without a name: the reports filed with it are found again.
 *
 * @throws AppError `PROOF_REQUIRED`, `RATE_LIMITED` after too many from one address
 */
export async function openDeviceSession(ctx: Context): Promise<{ token: string; lifetimeMs: number }> {
  const gate = await openGate(ctx, 'device-session', {})
  const [, counted] = await runBatch(ctx.db, countAtGate(ctx, gate))
  await passGate(ctx, gate, counted)
  const session = await newDeviceSession(ctx)
  await runBatch(ctx.db, session.queries)
  return { token: session.token, lifetimeMs: session.lifetimeMs }
}
