import type { PasswordChange } from '../../../shared/contract/session.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import type { Context } from '../../context.ts'
import { accountBySession, replacePasswordHash } from '../../repository/accounts.ts'
import { uncountUse } from '../../repository/limits.ts'
import { runBatch } from '../../repository/query.ts'
import { deleteOtherSessions } from '../../repository/sessions.ts'
import { countAtGate, openGate, passGate } from '../limit/gate.ts'
import { checkNewPassword } from './check-new-password.ts'
import { hashPassword, verifyPassword } from './password.ts'

/**
 * Gives the caller's account another password. Every other session of it ends with the next request.
 *
 * @throws AppError `UNAUTHENTICATED` without a session, `NOT_ALLOWED` for accounts without a password,
 *   `BAD_CREDENTIALS` for a wrong present one, `VALIDATION_FAILED` for a new one that is refused, `RATE_LIMITED`
 */
export async function changePassword(ctx: Context, input: PasswordChange): Promise<void> {
  const { tokenHash } = ctx.credentials
  if (tokenHash === null) throw new AppError('UNAUTHENTICATED')
  const gate = await openGate(ctx, 'password', {})
  const [account, , counted] = await runBatch(ctx.db, [
    accountBySession(ctx.db, tokenHash, ctx.now(), ctx.locale),
    ...countAtGate(ctx, gate),
  ])
  if (!account) throw new AppError('UNAUTHENTICATED')
  const { passwordHash } = account
  if (passwordHash === null) throw new AppError('NOT_ALLOWED')
  await passGate(ctx, gate, counted)
  if (!(await verifyPassword(input.current, passwordHash))) throw new AppError('BAD_CREDENTIALS')
  checkNewPassword(input.new, 'new', account)
  if (input.new.normalize('NFKC') === input.current.normalize('NFKC')) {
    throw new AppError('VALIDATION_FAILED', { fields: { new: { problem: 'password_unchanged' } } })
  }
  const next = await hashPassword(input.new)
  const [isReplaced] = await runBatch(ctx.db, [
    replacePasswordHash(ctx.db, { id: account.id, passwordHash }, next),
    deleteOtherSessions(ctx.db, tokenHash),
    uncountUse(ctx.db, gate.counters),
  ])
  // Somebody else was first, and that ended this session.
  if (!isReplaced) throw new AppError('UNAUTHENTICATED')
}
