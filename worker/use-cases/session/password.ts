import { randomBytes, scrypt, timingSafeEqual, type BinaryLike, type ScryptOptions } from 'node:crypto'

/** Cost of new hashes: 32 MB and some 0.2 s a try. A stored hash carries its own, so these may be raised. */
const COST = { N: 32_768, r: 8, p: 3 } as const
const KEY_BYTES = 32
const SALT_BYTES = 16

/** Of no password at all: what an unknown name is checked against, so that it takes as long as a known one. */
const NOBODYS_HASH = 'scrypt$32768$8$3$bm9ib2R5c3NhbHQwMDAwMA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='

function derive(password: string, salt: BinaryLike, length: number, cost: ScryptOptions): Promise<Buffer> {
  // Node refuses to use more than 32 MB unless told; the algorithm needs 128·N·r bytes and a little.
  const maxmem = 256 * (cost.N ?? 0) * (cost.r ?? 0)
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, length, { ...cost, maxmem }, (error, key) => {
      if (error) reject(error)
      else resolve(key)
    })
  })
}

/** Hashes a password with a fresh salt: `scrypt$N$r$p$salt$key`, salt and key in base64. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const key = await derive(password, salt, KEY_BYTES, COST)
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64'), key.toString('base64')].join('$')
}

/** Whether a stored hash was made with another cost than new ones are. */
export function isOutdated(stored: string): boolean {
  return !stored.startsWith(`scrypt$${COST.N}$${COST.r}$${COST.p}$`)
}

/**
 * Whether a password is the one that was hashed. Without a hash (null: no such account, or one that has no
 * password) the answer is no, after the same time.
 */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const [, N, r, p, salt = '', key = ''] = (stored ?? NOBODYS_HASH).split('$')
  const expected = Buffer.from(key, 'base64')
  const cost = { N: Number(N), r: Number(r), p: Number(p) }
  const actual = await derive(password, Buffer.from(salt, 'base64'), expected.byteLength, cost)
  return timingSafeEqual(actual, expected) && stored !== null
}
