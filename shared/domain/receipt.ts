/**
 * Digits and letters without the four that are misread (I, L, O, U): Crockford's base 32.
 * Used for station codes and query codes.
 */
export const CODE_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
export const CODE_LENGTH = 8

/** Luhn's check digit, so that one mistyped digit of a number is noticed before anything is asked. */
function checkDigit(digits: string): string {
  let sum = 0
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index])
    const doubled = index % 2 === 0 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return String((10 - (sum % 10)) % 10)
}

/**
 * A report's number: six digits of the city's date, seven random ones, one check digit.
 * Digits only, because people read it out on the telephone and type it on a numeric pad.
 *
 * @param date `YYYY-MM-DD` in Asia/Shanghai
 * @param random a whole number, 0 ≤ random < 10,000,000, from a strong source
 */
export function reportNumber(date: string, random: number): string {
  const body = date.slice(2).replace(/-/g, '') + String(random).padStart(7, '0')
  return body + checkDigit(body)
}

/** What a person typed (spaces, dashes, full-width digits) without what only groups it. */
function ungrouped(typed: string): string {
  return typed
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[\s\-–—.]/g, '')
}

/** Whether it looks like a report number, whatever its check digit says. */
export function hasReportNumberShape(typed: string): boolean {
  return /^\d{14}$/.test(ungrouped(typed))
}

/** Takes what a person typed for a report number; null when it cannot be one. */
export function parseReportNumber(typed: string): string | null {
  if (!hasReportNumberShape(typed)) return null
  const digits = ungrouped(typed)
  return checkDigit(digits.slice(0, -1)) === digits.slice(-1) ? digits : null
}

/** Groups a number for reading: `261123 4829 1753`. */
export function formatReportNumber(number: string): string {
  return `${number.slice(0, 6)} ${number.slice(6, 10)} ${number.slice(10)}`
}

/** Takes what a person typed for a station or query code; misread letters are mended, null when it cannot be one. */
export function parseCode(typed: string): string | null {
  const code = typed
    .replace(/[\s\-–—.]/g, '')
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  if (code.length !== CODE_LENGTH) return null
  return [...code].every((letter) => CODE_ALPHABET.includes(letter)) ? code : null
}

/** Groups a code for reading: `K7Q2 M9XA`. */
export function formatCode(code: string): string {
  return `${code.slice(0, 4)} ${code.slice(4)}`
}

/** A code from random bytes: the low five bits of each of the first eight. */
export function codeFromBytes(bytes: Uint8Array): string {
  let code = ''
  for (const byte of bytes.slice(0, CODE_LENGTH)) code += CODE_ALPHABET[byte & 31]
  return code
}
