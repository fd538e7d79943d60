/**
 * Codes from an authenticator app (RFC 6238): HMAC-SHA-1 over the half minute, six digits. The apps people have know
 * these parameters only. What needs a key is left to the caller, so that the rules run anywhere.
 */

const STEP_MS = 30_000
const DIGITS = 6
/** Half minutes that a clock may be off, either way. */
export const TOTP_WINDOW = 1
/** RFC 4226 asks for 160 bits. */
export const TOTP_SECRET_BYTES = 20

/** The half minute that a moment (milliseconds) lies in. */
export function totpStep(now: number): number {
  return Math.floor(now / STEP_MS)
}

/** What is signed for a half minute: its number, eight bytes, the highest first. */
export function totpMessage(step: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(step))
  return bytes
}

/** The digits that the HMAC of a message gives (RFC 4226, 5.3). */
export function totpCode(mac: Uint8Array, digits: number = DIGITS): string {
  const view = new DataView(mac.buffer, mac.byteOffset, mac.byteLength)
  const offset = (mac.at(-1) ?? 0) % 16
  const number = view.getUint32(offset) % 2 ** 31
  return String(number % 10 ** digits).padStart(digits, '0')
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Bytes as authenticator apps take them (RFC 4648, base 32, without padding). */
export function toBase32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => BASE32[Number.parseInt(five.padEnd(5, '0'), 2)] ?? '')
    .join('')
}

/** The bytes of such letters. */
export function fromBase32(letters: string): Uint8Array<ArrayBuffer> {
  const bits = [...letters].map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2))
}

/** What an authenticator app reads from a QR code or a link. */
export function totpUri(secret: string, account: { issuer: string; username: string }): string {
  const label = [account.issuer, account.username].map(encodeURIComponent).join(':')
  const issuer = encodeURIComponent(account.issuer)
  return `otpauth://totp/${label}?secret=${secret}&issuer=${issuer}&algorithm=SHA1&digits=${DIGITS}&period=${STEP_MS / 1000}`
}

/** The six digits a person typed, with whatever spaces and wide digits; null when it is no such code. */
export function parseTotp(typed: string): string | null {
  const digits = typed.normalize('NFKC').replace(/[\s-]/g, '')
  return /^\d{6}$/.test(digits) ? digits : null
}

/** Letters of a recovery code: 120 random bits, so that its hash needs neither salt nor slowness (ASVS 6.5.2). */
export const RECOVERY_LENGTH = 24

const RECOVERY = new RegExp(`^[0-9A-HJKMNP-TV-Z]{${RECOVERY_LENGTH}}$`)

/** A recovery code as a person typed it, without dashes and with misread letters mended; null when it is none. */
export function parseRecoveryCode(typed: string): string | null {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  return RECOVERY.test(code) ? code : null
}

/** Groups a recovery code for writing down: `7KQ2-M9XA-0B3C-WDEF-…`. */
export function formatRecoveryCode(code: string): string {
  return (code.match(/.{4}/g) ?? []).join('-')
}
