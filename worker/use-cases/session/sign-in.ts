import type { Account, SignInRequest } from '../../../shared/contract/session.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import type { Context } from '../../context.ts'
import { accountByUsername, replacePasswordHash } from '../../repository/accounts.ts'
import { uncountUse } from '../../repository/limits.ts'
import { runBatch, type Query } from '../../repository/query.ts'
import { deleteSession, openSession } from '../../repository/sessions.ts'
import { countAtGate, openGate, passGate } from '../limit/gate.ts'
import { accountShown } from './account-shown.ts'
import { draftSession, type OpenedSession } from './new-session.ts'
import { hashPassword, isOutdated, verifyPassword } from './password.ts'

/** Only while the password is at hand can a hash of another cost be renewed. */
async function rehash(
  ctx: Context,
  account: { id: string; passwordHash: string },
  password: string,
): Promise<Query<boolean>[]> {
  if (!isOutdated(account.passwordHash)) return []
  return [replacePasswordHash(ctx.db, account, await hashPassword(password))]
}

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
): Promise<OpenedSession & { account: Account }> {
  const gate = await openGate(ctx, 'sign-in', { username: input.username })
  const [record, , counted] = await runBatch(ctx.db, [
    accountByUsername(ctx.db, input.username, ctx.locale),
    ...countAtGate(ctx, gate),
  ])
  await passGate(ctx, gate, counted)
  const matches = await verifyPassword(input.password, record?.passwordHash ?? null)
  if (!record || !matches || record.passwordHash === null) throw new AppError('BAD_CREDENTIALS')
  const checked = { id: record.id, passwordHash: record.passwordHash }
  const { row, ...opened } = await draftSession(ctx, record)
  const { tokenHash } = ctx.credentials
  const [isOpen] = await runBatch(ctx.db, [
    openSession(ctx.db, row, checked.passwordHash),
    uncountUse(ctx.db, gate.counters),
    ...(tokenHash === null ? [] : [deleteSession(ctx.db, tokenHash)]),
    ...(await rehash(ctx, checked, input.password)),
  ])
  if (!isOpen) throw new AppError('BAD_CREDENTIALS')
  return { ...opened, account: accountShown(record) }
}
