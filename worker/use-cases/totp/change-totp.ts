import type {
  RecoveryCodes,
  TotpAsked,
  TotpChange,
  TotpProof,
  TotpStatus,
} from '../../../shared/contract/session.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import type { Context } from '../../context.ts'
import { runBatch } from '../../repository/query.ts'
import { recoveryCodesLeft, removeTotp, saveTotp, spendFactor } from '../../repository/second-factors.ts'
import { deleteOtherSessions } from '../../repository/sessions.ts'
import { accountAsActor, auditEntry } from '../audit/record.ts'
import { proveOwner } from '../session/prove-owner.ts'
import { withActor } from '../session/with-actor.ts'
import { acceptTotp, isTotpRequired, offerTotp } from './enrolment.ts'
import { secondFactor } from './second-factor.ts'

/**
 * How the caller's account stands with its second factor.
 *
 * @throws AppError `UNAUTHENTICATED` without a session
 */
export async function totpStatusOf(ctx: Context): Promise<TotpStatus> {
  const { actor, answers } = await withActor(ctx, [
    recoveryCodesLeft(ctx.db, ctx.credentials.tokenHash ?? ''),
  ])
  if (actor.role === 'anonymous' || actor.role === 'clock') throw new AppError('UNAUTHENTICATED')
  const [left] = answers
  return { on: left !== null, required: isTotpRequired(ctx, actor.role), recoveryCodesLeft: left ?? 0 }
}

/**
 * Offers the caller a secret for a second factor, their first or a new one in its place.
 *
 * @throws AppError as `proveOwner`; `TOTP_REQUIRED`, `BAD_CREDENTIALS` where one is on and was not shown
 */
export async function beginTotp(ctx: Context, input: TotpChange): Promise<TotpAsked> {
  const { account, uncount } = await proveOwner(ctx, input.password)
  const factor = await secondFactor(ctx, account, input.totp)
  const [isGood] = factor
    ? await runBatch(ctx.db, [spendFactor(ctx.db, account.id, factor), uncount])
    : [true, await runBatch(ctx.db, [uncount])]
  if (!isGood) throw new AppError('BAD_CREDENTIALS')
  return { totp: await offerTotp(ctx, account) }
}

/**
 * Sets up the offered second factor. Sessions that were opened without it end.
 *
 * @throws AppError `UNAUTHENTICATED` without a session; `VALIDATION_FAILED` for a wrong code, and for an offer that is
 *   too old or another account's
 */
export async function confirmTotp(ctx: Context, input: TotpProof): Promise<RecoveryCodes> {
  const { actor } = await withActor(ctx, [])
  const { tokenHash } = ctx.credentials
  if (actor.id === null || tokenHash === null) throw new AppError('UNAUTHENTICATED')
  const { row, recoveryCodes } = await acceptTotp(ctx, actor.id, input)
  await runBatch(ctx.db, [
    ...saveTotp(ctx.db, row, tokenHash),
    auditEntry(ctx, actor, 'totp.enabled', { subject: `account:${actor.id}`, onlyIfWritten: true }),
    deleteOtherSessions(ctx.db, tokenHash),
  ])
  return { recoveryCodes }
}

/**
 * Removes the second factor of the caller's account.
 *
 * @throws AppError as `proveOwner`; `NOT_ALLOWED` where the role must have it; `TOTP_REQUIRED`, `BAD_CREDENTIALS`
 *   without a code that is still good
 */
export async function endTotp(ctx: Context, input: TotpChange): Promise<void> {
  const { account, uncount } = await proveOwner(ctx, input.password)
  if (isTotpRequired(ctx, account.role)) throw new AppError('NOT_ALLOWED')
  const factor = await secondFactor(ctx, account, input.totp)
  if (factor === null) return
  const [removed, codesToo] = removeTotp(ctx.db, account.id, factor)
  const told = auditEntry(ctx, accountAsActor(account), 'totp.removed', {
    subject: `account:${account.id}`,
    onlyIfWritten: true,
  })
  const [isRemoved] = await runBatch(ctx.db, [removed, told, codesToo, uncount])
  if (!isRemoved) throw new AppError('BAD_CREDENTIALS')
}
