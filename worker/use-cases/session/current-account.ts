import type { Account } from '../../../shared/contract/session.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import type { Context } from '../../context.ts'
import { accountBySession } from '../../repository/accounts.ts'
import { runBatch } from '../../repository/query.ts'
import { touchSession } from '../../repository/sessions.ts'
import { accountShown } from './account-shown.ts'
import { requireCaller } from './require-caller.ts'

/**
 * The account of the caller's session.
 *
 * @throws AppError `UNAUTHENTICATED` without a session and with a dead one
 */
export async function currentAccount(ctx: Context): Promise<Account> {
  const { tokenHash } = ctx.credentials
  if (tokenHash === null) throw new AppError('UNAUTHENTICATED')
  const now = ctx.now()
  const [record] = await runBatch(ctx.db, [
    accountBySession(ctx.db, tokenHash, now, ctx.locale),
    touchSession(ctx.db, tokenHash, now),
  ])
  if (!record) throw new AppError('UNAUTHENTICATED')
  requireCaller(ctx, record)
  return accountShown(record)
}
