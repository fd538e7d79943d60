/** The first 32 bits of the fractional parts of the roots of the first primes, as FIPS 180-4 wants them. */
function fractions(count: number, root: (prime: number) => number): Int32Array {
  const found: number[] = []
  for (let candidate = 2; found.length < count; candidate += 1) {
    let isPrime = true
    for (let divisor = 2; divisor * divisor <= candidate; divisor += 1) {
      if (candidate % divisor === 0) isPrime = false
    }
    if (isPrime) found.push((root(candidate) % 1) * 2 ** 32)
  }
  return Int32Array.from(found, (value) => value | 0)
}

const BEGINNING = fractions(8, Math.sqrt)
const ROUND = fractions(64, Math.cbrt)
const BLOCK = 64

const words = new Int32Array(64)

function rotate(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by))
}

/** Mixes the block that stands in `words` into the eight words of `state`. */
function mix(state: Int32Array): void {
  for (let t = 16; t < 64; t += 1) {
    const early = words[t - 15] as number
    const late = words[t - 2] as number
    const s0 = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3)
    const s1 = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10)
    words[t] = ((words[t - 16] as number) + s0 + (words[t - 7] as number) + s1) | 0
  }
  let a = state[0] as number
  let b = state[1] as number
  let c = state[2] as number
  let d = state[3] as number
  let e = state[4] as number
  let f = state[5] as number
  let g = state[6] as number
  let h = state[7] as number
  for (let t = 0; t < 64; t += 1) {
    const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
    const first = (h + s1 + ((e & f) ^ (~e & g)) + (ROUND[t] as number) + (words[t] as number)) | 0
    const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
    const second = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + second) | 0
  }
  const mixed = [a, b, c, d, e, f, g, h]
  for (let index = 0; index < 8; index += 1)
    state[index] = (state[index] as number) + (mixed[index] as number)
}

/** Puts the letters of one block into `words`; beyond the text's end the padding's first bit, then zeros. */
function fill(text: string, from: number): void {
  words.fill(0, 0, 16)
  for (let index = 0; index < BLOCK && from + index <= text.length; index += 1) {
    const byte = from + index < text.length ? text.charCodeAt(from + index) : 0x80
    words[index >> 2] = (words[index >> 2] as number) | (byte << (24 - (index & 3) * 8))
  }
}

/**
 * SHA-256 of texts that begin alike. A mini program has no `crypto.subtle`, and where there is one its answer comes
 * too late: a proof of work asks for thousands of short hashes in a row.
 *
 * @param prefix what all texts begin with, ASCII
 * @returns the hash of `prefix + rest` (ASCII) as eight signed 32-bit words
 */
export function prepareSha256(prefix: string): (rest: string) => Int32Array {
  const whole = prefix.length - (prefix.length % BLOCK)
  const begun = BEGINNING.slice()
  for (let from = 0; from < whole; from += BLOCK) {
    fill(prefix, from)
    mix(begun)
  }
  const open = prefix.slice(whole)
  return (rest) => {
    const state = begun.slice()
    const text = open + rest
    // The length in bits fills the last two words of a block; where the text's end leaves no room, of one more.
    const end = (Math.floor((text.length + 8) / BLOCK) + 1) * BLOCK
    for (let from = 0; from < end; from += BLOCK) {
      fill(text, from)
      if (from + BLOCK === end) words[15] = (whole + text.length) * 8
      mix(state)
    }
    return state
  }
}
