import { codeFromBytes } from '../../shared/domain/receipt.ts'
import type { Secrets } from '../context.ts'

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

async function makeSecrets(secretKey: string): Promise<Secrets> {
  const root = await crypto.subtle.importKey('raw', fromBase64(secretKey), 'HKDF', false, ['deriveKey'])
  const queryKey = await deriveKey(root, 'query-code', 'HMAC')
  const photoKey = await deriveKey(root, 'photo-link', 'HMAC')
  const countKey = await deriveKey(root, 'limit-count', 'HMAC')
  const challengeKey = await deriveKey(root, 'challenge', 'HMAC')
  const contactKey = await deriveKey(root, 'contact', 'AES-GCM')
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
    async seal(plain, boundTo) {
      const iv = crypto.getRandomValues(new Uint8Array(12))
      const additionalData = text.encode(boundTo)
      const sealed = await crypto.subtle.encrypt(
        { name: 'AES-GCM', iv, additionalData },
        contactKey,
        text.encode(plain),
      )
      return `1.${toBase64(iv)}.${toBase64(new Uint8Array(sealed))}`
    },
    async unseal(sealed, boundTo) {
      const [, iv = '', data = ''] = sealed.split('.')
      const algorithm = { name: 'AES-GCM', iv: fromBase64(iv), additionalData: text.encode(boundTo) }
      return new TextDecoder().decode(await crypto.subtle.decrypt(algorithm, contactKey, fromBase64(data)))
    },
  }
}

let made: { secretKey: string; secrets: Promise<Secrets> } | null = null

/** The secrets of a root key (32 bytes, base64). Keys are derived once an isolate. */
export function secretsFrom(secretKey: string): Promise<Secrets> {
  if (made?.secretKey !== secretKey) made = { secretKey, secrets: makeSecrets(secretKey) }
  return made.secrets
}
