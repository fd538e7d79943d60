import { prepareSha256 } from './sha256.ts'

/** Some 30,000 tries: a second or two where a mini program's scripts run slowest, nothing anybody notices elsewhere. */
export const EASIEST_BITS = 15
/** Some 500,000 tries: half a minute at the worst, and only while a name, a number or a place is under attack. */
export const HARDEST_BITS = 19

/** What the server asks for: a number that, hashed behind `text`, begins with `bits` zero bits. */
export interface Challenge {
  /** `deed.bits.expiresAt.random.signature`: the server keeps nothing. */
  text: string
  bits: number
  /** Milliseconds. */
  expiresAt: number
}

/** How many times as far a proof of `bits` reaches as none: 2 for the easiest, and twice as far with each bit. */
export function bitsWorth(bits: number): number {
  return bits < EASIEST_BITS ? 1 : 2 ** (bits - EASIEST_BITS + 1)
}

/**
 * Tries numbers against a challenge. What they have in common is hashed once.
 *
 * @param challenge the challenge's text, ASCII
 * @returns whether SHA-256 of `<challenge>.<number>` begins with so many zero bits
 */
export function prepareTrial(challenge: string, bits: number): (number: number) => boolean {
  const hash = prepareSha256(`${challenge}.`)
  return (number) => {
    const [first = -1] = hash(String(number))
    // No more than 32 bits are ever asked for, so the first word decides.
    return Math.clz32(first) >= bits
  }
}

/** The text of a proof as the header `X-Proof` carries it. */
export function proofText(challenge: string, number: number): string {
  return `${challenge}.${number}`
}
