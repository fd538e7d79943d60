import type { TotpOffer } from '../../../shared/contract/session.ts'
import type { Role } from '../../../shared/domain/actor.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import { CODE_ALPHABET } from '../../../shared/domain/receipt.ts'
import {
  formatRecoveryCode,
  parseTotp,
  RECOVERY_LENGTH,
  toBase32,
  TOTP_SECRET_BYTES,
  totpUri,
} from '../../../shared/domain/totp.ts'
import type { Context } from '../../context.ts'
import type { TotpRow } from '../../repository/second-factors.ts'
import { qrPicture } from '../qr-picture.ts'
import { recoveryHash, sealedFor, stepOfCode } from './second-factor.ts'

const ISSUER = '码上'
/** Long enough to find and install an app. */
const LIFE_MS = 30 * 60_000
const RECOVERY_CODES = 10

/** Whoever decides over others or keeps the accounts needs a second factor, and whom a city names besides. */
export function isTotpRequired(ctx: Pick<Context, 'config'>, role: Role): boolean {
  return ctx.config.totpRoles.includes(role)
}

function boundTo(accountId: string): string {
  return `totp-enrolment:${accountId}`
}

/** A secret for an account that is about to get a second factor. Nothing is stored: the caller brings it back sealed. */
export async function offerTotp(
  ctx: Context,
  account: { id: string; username: string | null },
): Promise<TotpOffer> {
  const secret = toBase32(ctx.random(TOTP_SECRET_BYTES))
  const sealed = JSON.stringify({ secret, expiresAt: ctx.now() + LIFE_MS })
  const uri = totpUri(secret, { issuer: ISSUER, username: account.username ?? account.id })
  return {
    secret,
    uri,
    qr: qrPicture(uri),
    enrolment: await ctx.secrets.seal(sealed, boundTo(account.id)),
  }
}

async function secretOf(ctx: Context, accountId: string, enrolment: string): Promise<string | null> {
  try {
    const opened = JSON.parse(await ctx.secrets.unseal(enrolment, boundTo(accountId)))
    return opened.expiresAt > ctx.now() ? opened.secret : null
  } catch {
    // Forged, of another account, or no such text at all.
    return null
  }
}

function newRecoveryCode(ctx: Context): string {
  // 256 is a multiple of 32: every letter is as likely as any other.
  return [...ctx.random(RECOVERY_LENGTH)].map((byte) => CODE_ALPHABET[byte % CODE_ALPHABET.length]).join('')
}

/** A second factor that is ready to be stored. */
export interface AcceptedTotp {
  row: TotpRow
  /** To be shown this once: only their hashes are stored. */
  recoveryCodes: string[]
}

/**
 * Checks the first code of an offered secret, and makes what is to be stored.
 *
 * @throws AppError `VALIDATION_FAILED` for an offer that is too old or not this account's, and for a wrong code
 */
export async function acceptTotp(
  ctx: Context,
  accountId: string,
  shown: { enrolment: string; totp: string },
): Promise<AcceptedTotp> {
  const secret = await secretOf(ctx, accountId, shown.enrolment)
  if (secret === null) {
    throw new AppError('VALIDATION_FAILED', { fields: { enrolment: { problem: 'malformed' } } })
  }
  const step = await stepOfCode(secret, parseTotp(shown.totp) ?? '', ctx.now())
  if (step === null) throw new AppError('VALIDATION_FAILED', { fields: { totp: { problem: 'wrong_code' } } })
  const codes = Array.from({ length: RECOVERY_CODES }, () => newRecoveryCode(ctx))
  const row = {
    accountId,
    secretSealed: await ctx.secrets.seal(secret, sealedFor(accountId)),
    step,
    recoveryHashes: await Promise.all(codes.map((code) => recoveryHash(ctx, accountId, code))),
    createdAt: ctx.now(),
  }
  return { row, recoveryCodes: codes.map(formatRecoveryCode) }
}
