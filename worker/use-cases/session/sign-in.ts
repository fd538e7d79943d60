import type { SignInRequest } from '../../../shared/contract/session.ts'
import { ANONYMOUS } from '../../../shared/domain/actor.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import type { Context } from '../../context.ts'
import { accountByUsername, replacePasswordHash, type AccountWithProof } from '../../repository/accounts.ts'
import { uncountUse } from '../../repository/limits.ts'
import { runBatch, type Query } from '../../repository/query.ts'
import { auditEntry } from '../audit/record.ts'
import { countAtGate, openGate, passGate } from '../limit/gate.ts'
import { enter, type Entered } from './enter.ts'
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

/** Writes down that somebody did not get in; a name that nobody has takes as long, and stands nowhere. */
async function refuse(ctx: Context, account: AccountWithProof | null): Promise<never> {
  const subject = `account:${account?.id ?? ''}`
  await runBatch(ctx.db, [auditEntry(ctx, ANONYMOUS, 'session.refused', { subject })])
  throw new AppError('BAD_CREDENTIALS')
}

function isWrong(error: unknown): boolean {
  return error instanceof AppError && error.code === 'BAD_CREDENTIALS'
}

/**
 * Signs staff in by name and password, and by a code where the account has a second factor. The session the caller
 * came with ends.
 *
 * Every try counts until it proves right, so that many at once are as many as one after another. A name that is tried
 * too often costs whoever comes, its owner too, a proof of work, and is never locked.
 *
 * @returns the session, or the second factor that the account must have and does not
 * @throws AppError `BAD_CREDENTIALS`, the same and after the same time for an unknown name and a wrong password;
 *   `TOTP_REQUIRED` after the right password alone; `PROOF_REQUIRED`, `RATE_LIMITED` before the password is looked at
 */
export async function signIn(ctx: Context, input: SignInRequest): Promise<Entered> {
  const gate = await openGate(ctx, 'sign-in', { username: input.username })
  const [account, , counted] = await runBatch(ctx.db, [
    accountByUsername(ctx.db, input.username, ctx.locale),
    ...countAtGate(ctx, gate),
  ])
  await passGate(ctx, gate, counted)
  const matches = await verifyPassword(input.password, account?.passwordHash ?? null)
  if (!account || !matches || account.passwordHash === null) return refuse(ctx, account)
  const uncount = uncountUse(ctx.db, gate.counters)
  if (account.totp !== null && input.totp === undefined) {
    await runBatch(ctx.db, [uncount])
    throw new AppError('TOTP_REQUIRED')
  }
  const checked = { id: account.id, passwordHash: account.passwordHash }
  const entered = await enter(ctx, account, checked.passwordHash, input, {
    before: [],
    after: [uncount, ...(await rehash(ctx, checked, input.password))],
  }).catch((error) => {
    if (isWrong(error)) return null
    throw error
  })
  if (entered === null) return refuse(ctx, account)
  if (entered.offer !== null) await runBatch(ctx.db, [uncount])
  return entered
}
