import { codeFromBytes } from '../../shared/domain/receipt.ts'
import type { Secrets } from '../context.ts'
import type { DataKey } from '../env.ts'

const text = new TextEncoder()

function fromBase64(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
}

function toHex(bytes: ArrayBuffer): string {
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** SHA-256 of a text, as 64 hexadecimal digits. */
export async function sha256(value: string): Promise<string> {
  return toHex(await crypto.subtle.digest('SHA-256', text.encode(value)))
}

/** One key per purpose, derived from the root by HKDF, so that no signature can be used for another purpose. */
async function deriveKey(
  root: CryptoKey,
  purpose: string,
  algorithm: 'HMAC' | 'AES-GCM',
): Promise<CryptoKey> {
  const derivation = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: text.encode(purpose) }
  return algorithm === 'HMAC'
    ? crypto.subtle.deriveKey(derivation, root, { name: 'HMAC', hash: 'SHA-256', length: 256 }, false, [
        'sign',
      ])
    : crypto.subtle.deriveKey(derivation, root, { name: 'AES-GCM', length: 256 }, false, [
        'encrypt',
        'decrypt',
      ])
}

/** An HMAC shortened to 128 bits, as 32 hexadecimal digits. */
async function shortMac(key: CryptoKey, value: string): Promise<string> {
  return toHex(await crypto.subtle.sign('HMAC', key, text.encode(value))).slice(0, 32)
}

function rootOf(base64: string): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', fromBase64(base64), 'HKDF', false, ['deriveKey'])
}

/** What personal data is encrypted with and found by. */
interface DataKeys {
  id: string
  contact: CryptoKey
  phone: CryptoKey
}

async function dataKeysOf(id: string, root: CryptoKey): Promise<DataKeys> {
  return {
    id,
    contact: await deriveKey(root, 'contact', 'AES-GCM'),
    phone: await deriveKey(root, 'phone', 'HMAC'),
  }
}

/** The key that is there without any other: what a city encrypted before it named keys of its own stays readable. */
const FIRST_KEY = '1'

async function makeSecrets(secretKey: string, dataKeys: readonly DataKey[]): Promise<Secrets> {
  const root = await rootOf(secretKey)
  const queryKey = await deriveKey(root, 'query-code', 'HMAC')
  const photoKey = await deriveKey(root, 'photo-link', 'HMAC')
  const countKey = await deriveKey(root, 'limit-count', 'HMAC')
  const identityKey = await deriveKey(root, 'identity', 'HMAC')
  const challengeKey = await deriveKey(root, 'challenge', 'HMAC')
  const named = await Promise.all(dataKeys.map(async ({ id, key }) => dataKeysOf(id, await rootOf(key))))
  const first = await dataKeysOf(FIRST_KEY, root)
  const all = [...named, first]
  const current = named[0] ?? first
  const phoneHash = async ({ id, phone }: DataKeys, digits: string) =>
    `${id}.${toHex(await crypto.subtle.sign('HMAC', phone, text.encode(digits)))}`
  return {
    sha256,
    // The code is derived, not stored: the database alone opens no report.
    async queryCode(number) {
      const mac = await crypto.subtle.sign('HMAC', queryKey, text.encode(number))
      return codeFromBytes(new Uint8Array(mac))
    },
    photoSignature: (id, expiresAt) => shortMac(photoKey, `${id}.${expiresAt}`),
    countKey: (subject) => shortMac(countKey, subject),
    challengeSignature: (challenge) => shortMac(challengeKey, challenge),
    identityHash: async (id) => toHex(await crypto.subtle.sign('HMAC', identityKey, text.encode(id))),
    dataKeyId: current.id,
    phoneHash: (digits) => phoneHash(current, digits),
    phoneHashes: (digits) => Promise.all(all.map((keys) => phoneHash(keys, digits))),
    async seal(plain, boundTo) {
      const iv = crypto.getRandomValues(new Uint8Array(12))
      const additionalData = text.encode(boundTo)
      const sealed = await crypto.subtle.encrypt(
        { name: 'AES-GCM', iv, additionalData },
        current.contact,
        text.encode(plain),
      )
      return `${current.id}.${toBase64(iv)}.${toBase64(new Uint8Array(sealed))}`
    },
    async unseal(sealed, boundTo) {
      const [id, iv = '', data = ''] = sealed.split('.')
      const keys = all.find((candidate) => candidate.id === id)
      if (!keys) throw new Error(`DATA_KEYS: the key ${id} is needed and missing`)
      const algorithm = { name: 'AES-GCM', iv: fromBase64(iv), additionalData: text.encode(boundTo) }
      return new TextDecoder().decode(await crypto.subtle.decrypt(algorithm, keys.contact, fromBase64(data)))
    },
  }
}

let made: { from: string; secrets: Promise<Secrets> } | null = null

/**
 * The secrets of a root key (32 bytes, base64) and of the keys for personal data, the one that encrypts first. Keys are
 * derived once an isolate.
 */
export function secretsFrom(secretKey: string, dataKeys: readonly DataKey[] = []): Promise<Secrets> {
  const from = JSON.stringify([secretKey, dataKeys])
  if (made?.from !== from) made = { from, secrets: makeSecrets(secretKey, dataKeys) }
  return made.secrets
}
