import { AppError } from '../../../shared/domain/errors.ts'
import {
  fromBase32,
  parseRecoveryCode,
  parseTotp,
  TOTP_WINDOW,
  totpCode,
  totpMessage,
  totpStep,
} from '../../../shared/domain/totp.ts'
import type { Context } from '../../context.ts'
import type { AccountWithProof } from '../../repository/accounts.ts'
import type { Factor } from '../../repository/second-factors.ts'
import { sameText } from '../report/prove-reporter.ts'

/** What seals a secret to its account: in another row it cannot be read. */
export function sealedFor(accountId: string): string {
  return `totp:${accountId}`
}

/** What a recovery code is known by. It has 120 random bits: its hash needs no salt and no slowness. */
export function recoveryHash(
  ctx: Pick<Context, 'secrets'>,
  accountId: string,
  code: string,
): Promise<string> {
  return ctx.secrets.sha256(`recovery\n${accountId}\n${code}`)
}

/**
 * The half minute for which a code is right, null when there is none near now; the earliest, so that a code seen
 * twice by accident uses up as little as it can.
 *
 * @param secret base 32
 * @param now milliseconds
 */
export async function stepOfCode(secret: string, code: string, now: number): Promise<number | null> {
  const hash = { name: 'HMAC', hash: 'SHA-1' }
  const key = await crypto.subtle.importKey('raw', fromBase32(secret), hash, false, ['sign'])
  const present = totpStep(now)
  let found: number | null = null
  for (let step = present + TOTP_WINDOW; step >= present - TOTP_WINDOW; step -= 1) {
    const mac = new Uint8Array(await crypto.subtle.sign('HMAC', key, totpMessage(step)))
    if (sameText(code, totpCode(mac))) found = step
  }
  return found
}

/**
 * What an account's owner showed besides the password. Whether it is used up already, the database says when it is spent.
 *
 * @param typed a code of the app or a recovery code; null for an account without a second factor, whatever was typed
 * @throws AppError `TOTP_REQUIRED` when there must be one and nothing was typed, `BAD_CREDENTIALS` for a wrong one
 */
export async function secondFactor(
  ctx: Pick<Context, 'secrets' | 'now'>,
  account: Pick<AccountWithProof, 'id' | 'totp'>,
  typed: string | undefined,
): Promise<Factor | null> {
  if (account.totp === null) return null
  if (typed === undefined) throw new AppError('TOTP_REQUIRED')
  const code = parseTotp(typed)
  if (code !== null) {
    const secret = await ctx.secrets.unseal(account.totp.secretSealed, sealedFor(account.id))
    const step = await stepOfCode(secret, code, ctx.now())
    if (step === null || step <= account.totp.lastStep) throw new AppError('BAD_CREDENTIALS')
    return { step, recoveryHash: null }
  }
  const recovery = parseRecoveryCode(typed)
  if (recovery === null) throw new AppError('BAD_CREDENTIALS')
  return { step: null, recoveryHash: await recoveryHash(ctx, account.id, recovery) }
}
