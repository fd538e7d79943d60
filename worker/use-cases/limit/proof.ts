import type { Deed } from '../../../shared/domain/limits.ts'
import { prepareTrial, type Challenge } from '../../../shared/domain/proof-of-work.ts'
import type { Context } from '../../context.ts'
import { toBase64Url } from '../base64url.ts'
import { sameText } from '../report/prove-reporter.ts'

/** Long enough for the slowest telephone and a person who looks away meanwhile. */
const LIFE_MS = 5 * 60_000
const RANDOM_BYTES = 16

/** `deed.bits.expiresAt.random.signature.number`. */
const PROOF = /^((?:[a-z-]{1,20})\.(?:\d{1,2})\.(?:\d{13})\.(?:[\w-]{22}))\.([0-9a-f]{32})\.(\d{1,15})$/

/** A proof of work that was really done for this deed, and has time left. */
export interface Proof {
  /** The same proof has the same id. */
  id: string
  bits: number
  /** Milliseconds. */
  expiresAt: number
}

/** Sets a task: a text nobody has seen before, good for this deed alone. */
export async function issueChallenge(
  ctx: Pick<Context, 'secrets' | 'now' | 'random'>,
  deed: Deed,
  bits: number,
): Promise<Challenge> {
  const expiresAt = ctx.now() + LIFE_MS
  const content = `${deed}.${bits}.${expiresAt}.${toBase64Url(ctx.random(RANDOM_BYTES))}`
  const signature = await ctx.secrets.challengeSignature(content)
  return { text: `${content}.${signature}`, bits, expiresAt }
}

/** The proof that the caller shows; null for one that is forged, expired, of another deed, or not solved. */
export async function readProof(
  ctx: Pick<Context, 'secrets' | 'now' | 'credentials'>,
  deed: Deed,
): Promise<Proof | null> {
  const [, content = '', signature = '', number = ''] = PROOF.exec(ctx.credentials.proof ?? '') ?? []
  const [askedFor, bits, expiresAt] = content.split('.')
  if (askedFor !== deed || Number(expiresAt) <= ctx.now()) return null
  if (!sameText(signature, await ctx.secrets.challengeSignature(content))) return null
  const isSolved = prepareTrial(`${content}.${signature}`, Number(bits))(Number(number))
  return isSolved ? { id: signature, bits: Number(bits), expiresAt: Number(expiresAt) } : null
}
