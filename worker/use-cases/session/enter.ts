import type { Account, TotpOffer } from '../../../shared/contract/session.ts'
import type { Context } from '../../context.ts'
import type { AccountWithProof } from '../../repository/accounts.ts'
import { runBatch, type Query } from '../../repository/query.ts'
import { saveTotp, spendFactor, type Factor } from '../../repository/second-factors.ts'
import { openSession, replaceSession } from '../../repository/sessions.ts'
import { accountAsActor, auditEntry } from '../audit/record.ts'
import { acceptTotp, isTotpRequired, offerTotp, type AcceptedTotp } from '../totp/enrolment.ts'
import { secondFactor } from '../totp/second-factor.ts'
import { accountShown } from './account-shown.ts'
import { draftSession, type OpenedSession } from './new-session.ts'

/** What was sent besides the password. */
export interface FactorInput {
  totp?: string | undefined
  enrolment?: string | undefined
}

/** Somebody who is in, or the second factor they have to set up first. */
export type Entered =
  | (OpenedSession & { account: Account; recoveryCodes?: string[]; offer: null })
  | { offer: TotpOffer }

/** What is written together with the session. */
interface Writes {
  before: readonly Query<unknown>[]
  after: readonly Query<unknown>[]
}

/** The second factor that the account has to begin with; an offer as long as its first code is not there. */
async function setUpFactor(
  ctx: Context,
  account: AccountWithProof,
  { totp, enrolment }: FactorInput,
): Promise<{ offer: TotpOffer } | (AcceptedTotp & { offer: null }) | null> {
  if (account.totp !== null || !isTotpRequired(ctx, account.role)) return null
  if (totp === undefined || enrolment === undefined) return { offer: await offerTotp(ctx, account) }
  return { ...(await acceptTotp(ctx, account.id, { totp, enrolment })), offer: null }
}

function factorUsed(factor: Factor | null): 'none' | 'code' | 'recovery code' {
  if (factor === null) return 'none'
  return factor.step === null ? 'recovery code' : 'code'
}

/**
 * The last step of getting in, when the password has proved right or was just chosen. The session the caller came with
 * ends, so that a token which somebody else planted or saw is worth nothing afterwards.
 *
 * @param passwordHash what the account must have when the session opens
 * @returns null when the account changed meanwhile, or the code was used up
 * @throws AppError `TOTP_REQUIRED`, `BAD_CREDENTIALS`; `VALIDATION_FAILED` for a wrong first code
 */
export async function enter(
  ctx: Context,
  account: AccountWithProof,
  passwordHash: string,
  input: FactorInput,
  { before, after }: Writes,
): Promise<Entered | null> {
  const setUp = await setUpFactor(ctx, account, input)
  if (setUp?.offer) return { offer: setUp.offer }
  const factor = await secondFactor(ctx, account, input.totp)
  const { row, ...opened } = await draftSession(ctx, account)
  const old = ctx.credentials.tokenHash
  const answers = await runBatch(ctx.db, [
    ...before,
    openSession(ctx.db, row, passwordHash, factor),
    auditEntry(ctx, accountAsActor(account), 'session.opened', {
      subject: `account:${account.id}`,
      detail: { factor: factorUsed(factor) },
      onlyIfWritten: true,
    }),
    ...(factor ? [spendFactor(ctx.db, account.id, factor)] : []),
    ...(setUp ? saveTotp(ctx.db, setUp.row, row.tokenHash) : []),
    ...(old === null ? [] : [replaceSession(ctx.db, old, row.tokenHash)]),
    ...after,
  ])
  if (answers[before.length] !== true) return null
  const recoveryCodes = setUp?.recoveryCodes
  return { ...opened, account: accountShown(account), ...(recoveryCodes && { recoveryCodes }), offer: null }
}
