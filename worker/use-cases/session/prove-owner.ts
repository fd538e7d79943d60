import { AppError } from '../../../shared/domain/errors.ts'
import type { Context } from '../../context.ts'
import { accountBySession, type AccountWithProof } from '../../repository/accounts.ts'
import { uncountUse } from '../../repository/limits.ts'
import { runBatch, type Query } from '../../repository/query.ts'
import { accountAsActor, auditEntry } from '../audit/record.ts'
import { countAtGate, openGate, passGate } from '../limit/gate.ts'
import { verifyPassword } from './password.ts'
import { requireCaller } from './require-caller.ts'

/** Somebody who has a session and knows the password besides. */
export interface Owner {
  account: AccountWithProof
  tokenHash: string
  /** The hash of the password that was shown. */
  passwordHash: string
  /** Takes the try back; to be run with what the owner came for. */
  uncount: Query<void>
}

/**
 * Asks for the password before something is changed that keeps others out: a desk may have been left open.
 *
 * @throws AppError `UNAUTHENTICATED` without a session, `NOT_ALLOWED` for accounts without a password,
 *   `BAD_CREDENTIALS` for a wrong one, `RATE_LIMITED` after too many
 */
export async function proveOwner(ctx: Context, password: string): Promise<Owner> {
  const { tokenHash } = ctx.credentials
  if (tokenHash === null) throw new AppError('UNAUTHENTICATED')
  const gate = await openGate(ctx, 'password', {})
  const [account, , counted] = await runBatch(ctx.db, [
    accountBySession(ctx.db, tokenHash, ctx.now(), ctx.locale),
    ...countAtGate(ctx, gate),
  ])
  if (!account) throw new AppError('UNAUTHENTICATED')
  requireCaller(ctx, account)
  const { passwordHash } = account
  if (passwordHash === null) throw new AppError('NOT_ALLOWED')
  await passGate(ctx, gate, counted)
  if (!(await verifyPassword(password, passwordHash))) {
    const subject = `account:${account.id}`
    await runBatch(ctx.db, [auditEntry(ctx, accountAsActor(account), 'password.refused', { subject })])
    throw new AppError('BAD_CREDENTIALS')
  }
  return { account, tokenHash, passwordHash, uncount: uncountUse(ctx.db, gate.counters) }
}
