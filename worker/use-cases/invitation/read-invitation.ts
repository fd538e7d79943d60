import type { Invitation } from '../../../shared/contract/invitation.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import type { Context } from '../../context.ts'
import { accountByInvitation } from '../../repository/invitations.ts'
import { runBatch } from '../../repository/query.ts'
import { accountShown } from '../session/account-shown.ts'
import { isTotpRequired } from '../totp/enrolment.ts'

/**
 * Whom a link invites, without using it.
 *
 * @throws AppError `NOT_FOUND`, alike for one that is used, replaced, expired or unknown
 */
export async function readInvitation(ctx: Context, token: string): Promise<Invitation> {
  const tokenHash = await ctx.secrets.sha256(token)
  const [account] = await runBatch(ctx.db, [accountByInvitation(ctx.db, tokenHash, ctx.now(), ctx.locale)])
  if (!account) throw new AppError('NOT_FOUND')
  const { role, name, office } = accountShown(account)
  return {
    role,
    username: account.username ?? '',
    name,
    office,
    needsTotp: account.totp !== null || isTotpRequired(ctx, role),
    expiresAt: new Date(account.expiresAt).toISOString(),
  }
}
