/** Bytes in the 64 letters that need no escaping in addresses and headers, without padding. */
export function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '')
}

/** The bytes of such letters. @throws when a letter is none of the 64 */
export function fromBase64Url(letters: string): Uint8Array {
  return Uint8Array.from(atob(letters.replace(/-/g, '+').replace(/_/g, '/')), (letter) =>
    letter.charCodeAt(0),
  )
}
