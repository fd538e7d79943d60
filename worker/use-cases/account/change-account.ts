import type { AccountAnswer, AccountChange } from '../../../shared/contract/account.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import type { Context } from '../../context.ts'
import { runBatch, type Query } from '../../repository/query.ts'
import {
  disableStaff,
  keepsAdmin,
  renameStaff,
  resetPassword,
  resetTotp,
  staffAccountById,
  type StaffRecord,
} from '../../repository/staff-accounts.ts'
import { auditEntry } from '../audit/record.ts'
import { newInvitation, type NewInvitation } from '../invitation/issue-invitation.ts'
import { withActor } from '../session/with-actor.ts'
import { staffShown } from './staff-shown.ts'

/** What would keep an administrator out if they did it to themselves. */
const NOT_TO_ONESELF = ['disabled', 'resetPassword', 'resetTotp'] as const

function requireOther(change: AccountChange): void {
  const given = NOT_TO_ONESELF.filter((field) => change[field] === true)
  if (given.length === 0) return
  const fields = Object.fromEntries(given.map((field) => [field, { problem: 'own_account' as const }]))
  throw new AppError('VALIDATION_FAILED', { fields })
}

function queriesOf(
  ctx: Context,
  id: string,
  change: AccountChange,
  invitation: NewInvitation | null,
): Query<void>[] {
  const { disabled, name } = change
  return [
    ...(name === undefined ? [] : [renameStaff(ctx.db, id, name)]),
    ...(disabled === undefined ? [] : [disableStaff(ctx.db, id, disabled ? ctx.now() : null)]),
    ...(invitation ? [...resetPassword(ctx.db, id), invitation.query] : []),
    ...(change.resetTotp ? resetTotp(ctx.db, id) : []),
  ]
}

/** What the audit log keeps of a change: which fields, and whether somebody was let out or in. */
function toldOf(change: AccountChange): Record<string, unknown> {
  const { name, ...rest } = change
  return { ...rest, ...(name !== undefined && { renamed: true }) }
}

/**
 * Changes a staff account. What is taken away is gone with the next request.
 *
 * @param origin where the app is, `https://city.example`
 * @throws AppError as `withActor`, `NOT_FOUND`,
 *   `VALIDATION_FAILED` for what nobody may do to themselves, or to the last administrator
 */
export async function changeAccount(
  ctx: Context,
  id: string,
  change: AccountChange,
  origin: string,
): Promise<AccountAnswer> {
  const { actor, answers } = await withActor(ctx, [staffAccountById(ctx.db, id, ctx.locale)])
  if (!answers[0]) throw new AppError('NOT_FOUND')
  if (actor.id === id) requireOther(change)
  const invitation = change.resetPassword ? await newInvitation(ctx, id, origin) : null
  try {
    const results = await runBatch(ctx.db, [
      ...queriesOf(ctx, id, change, invitation),
      auditEntry(ctx, actor, 'account.changed', { subject: `account:${id}`, detail: toldOf(change) }),
      staffAccountById(ctx.db, id, ctx.locale),
    ])
    const account = staffShown(results.at(-1) as StaffRecord, ctx.now())
    return { account, ...(invitation && { invitation: invitation.shown }) }
  } catch (error) {
    if (!keepsAdmin(error)) throw error
    throw new AppError('VALIDATION_FAILED', { fields: { disabled: { problem: 'last_admin' } } })
  }
}
