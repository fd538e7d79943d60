import type { PasswordChange } from '../../../shared/contract/session.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import type { Context } from '../../context.ts'
import { replacePasswordHash } from '../../repository/accounts.ts'
import { runBatch } from '../../repository/query.ts'
import { deleteOtherSessions } from '../../repository/sessions.ts'
import { accountAsActor, auditEntry } from '../audit/record.ts'
import { checkNewPassword } from './check-new-password.ts'
import { hashPassword } from './password.ts'
import { proveOwner } from './prove-owner.ts'

/**
 * Gives the caller's account another password. Every other session of it ends with the next request.
 *
 * @throws AppError as `proveOwner`; `VALIDATION_FAILED` for a new one that is refused
 */
export async function changePassword(ctx: Context, input: PasswordChange): Promise<void> {
  const { account, tokenHash, passwordHash, uncount } = await proveOwner(ctx, input.current)
  checkNewPassword(input.new, 'new', account)
  if (input.new.normalize('NFKC') === input.current.normalize('NFKC')) {
    throw new AppError('VALIDATION_FAILED', { fields: { new: { problem: 'password_unchanged' } } })
  }
  const next = await hashPassword(input.new)
  const [isReplaced] = await runBatch(ctx.db, [
    replacePasswordHash(ctx.db, { id: account.id, passwordHash }, next),
    auditEntry(ctx, accountAsActor(account), 'password.changed', {
      subject: `account:${account.id}`,
      onlyIfWritten: true,
    }),
    deleteOtherSessions(ctx.db, tokenHash),
    uncount,
  ])
  // Somebody else was first, and that ended this session.
  if (!isReplaced) throw new AppError('UNAUTHENTICATED')
}
