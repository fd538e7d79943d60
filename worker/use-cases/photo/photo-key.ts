export type PhotoSize = 'full' | 'thumb'

/** Everything of a photo lies under this. */
export const PHOTO_PREFIX = 'photos/'

/** Where a photo's bytes lie. Keys are made here alone; nothing a caller sends becomes part of one unchecked. */
export function photoKey(id: string, size: PhotoSize): string {
  return `${PHOTO_PREFIX}${id}/${size}`
}

/** The photo a key belongs to. */
export function photoIdOf(key: string): string {
  return key.slice(PHOTO_PREFIX.length).split('/')[0] ?? ''
}
