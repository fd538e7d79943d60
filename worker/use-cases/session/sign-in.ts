import type { Account, SignInRequest } from '../../../shared/contract/session.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import type { Context } from '../../context.ts'
import { accountByUsername } from '../../repository/accounts.ts'
import { uncountUse } from '../../repository/limits.ts'
import { runBatch } from '../../repository/query.ts'
import { deleteSession } from '../../repository/sessions.ts'
import { countAtGate, openGate, passGate } from '../limit/gate.ts'
import { accountShown } from './account-shown.ts'
import { newSession } from './new-session.ts'
import { verifyPassword } from './password.ts'

/**
 * Signs staff in by name and password. The session the caller came with ends, so that a token which somebody
 * else planted or saw is worth nothing afterwards.
 *
 * Every try counts until the password proves right, so that many at once are as many as one after another. A name
 * that is tried too often costs whoever comes, its owner too, a proof of work, and is never locked.
 *
 * @throws AppError `BAD_CREDENTIALS`, the same and after the same time for an unknown name and a wrong password;
 *   `PROOF_REQUIRED`, `RATE_LIMITED` before the password is looked at
 */
export async function signIn(
  ctx: Context,
  input: SignInRequest,
): Promise<{ token: string; lifetimeMs: number; account: Account }> {
  const gate = await openGate(ctx, 'sign-in', { username: input.username })
  const [record, , counted] = await runBatch(ctx.db, [
    accountByUsername(ctx.db, input.username, ctx.locale),
    ...countAtGate(ctx, gate),
  ])
  await passGate(ctx, gate, counted)
  const matches = await verifyPassword(input.password, record?.passwordHash ?? null)
  if (!record || !matches) throw new AppError('BAD_CREDENTIALS')
  const session = await newSession(ctx, record)
  const { tokenHash } = ctx.credentials
  const rotation = tokenHash === null ? [] : [deleteSession(ctx.db, tokenHash)]
  await runBatch(ctx.db, [uncountUse(ctx.db, gate.counters), ...rotation, ...session.queries])
  return { token: session.token, lifetimeMs: session.lifetimeMs, account: accountShown(record) }
}
