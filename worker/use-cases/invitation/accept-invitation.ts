import type { InvitationAccepted } from '../../../shared/contract/invitation.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import type { Context } from '../../context.ts'
import { accountByInvitation, choosePassword, deleteInvitation } from '../../repository/invitations.ts'
import { uncountUse } from '../../repository/limits.ts'
import { runBatch } from '../../repository/query.ts'
import { accountAsActor, auditEntry } from '../audit/record.ts'
import { countAtGate, openGate, passGate } from '../limit/gate.ts'
import { checkNewPassword } from '../session/check-new-password.ts'
import { enter, type Entered } from '../session/enter.ts'
import { hashPassword } from '../session/password.ts'

/**
 * Chooses the password of an invited account and signs in; of many at once one does. An account that has its second
 * factor still, because only the password was reset, must show it.
 *
 * @returns the session, or the second factor to be set up first: nothing is chosen then yet
 * @throws AppError `NOT_FOUND` for a link that invites nobody (any more), `VALIDATION_FAILED` for a password that is
 *   refused, and otherwise as `signIn`
 */
export async function acceptInvitation(ctx: Context, input: InvitationAccepted): Promise<Entered> {
  const gate = await openGate(ctx, 'sign-in', {})
  const tokenHash = await ctx.secrets.sha256(input.token)
  const now = ctx.now()
  const [account, , counted] = await runBatch(ctx.db, [
    accountByInvitation(ctx.db, tokenHash, now, ctx.locale),
    ...countAtGate(ctx, gate),
  ])
  await passGate(ctx, gate, counted)
  if (!account) throw new AppError('NOT_FOUND')
  checkNewPassword(input.password, 'password', account)
  // Its salt makes it this request's own: whoever finds it in the account was first.
  const passwordHash = await hashPassword(input.password)
  const uncount = uncountUse(ctx.db, gate.counters)
  const entered = await enter(ctx, account, passwordHash, input, {
    before: [choosePassword(ctx.db, tokenHash, now, passwordHash)],
    after: [
      deleteInvitation(ctx.db, tokenHash, passwordHash),
      auditEntry(ctx, accountAsActor(account), 'invitation.accepted', {
        subject: `account:${account.id}`,
        onlyIfWritten: true,
      }),
      uncount,
    ],
  })
  if (entered === null) throw new AppError('NOT_FOUND')
  if (entered.offer !== null) await runBatch(ctx.db, [uncount])
  return entered
}
