import { PHOTO_LIMITS } from '../../../shared/contract/photo.ts'
import { AppError } from '../../../shared/domain/errors.ts'

/** What is left of an image file: its size in pixels and the parts that make it a picture, in order. */
export interface ImageParts {
  width: number
  height: number
  parts: Uint8Array[]
}

/** Refuses a file that is not a well-formed image of a kind we take. */
export function refuseImage(): never {
  throw new AppError('PHOTO_UNSUPPORTED')
}

/** A part of the file; one that reaches beyond its end is refused, so no reader can run past it. */
export function partOf(bytes: Uint8Array, start: number, length: number): Uint8Array {
  if (start + length > bytes.byteLength) refuseImage()
  return bytes.subarray(start, start + length)
}

/** A whole number of `length` bytes, the most significant first (JPEG, PNG). */
export function bigEndian(bytes: Uint8Array, start: number, length: number): number {
  return partOf(bytes, start, length).reduce((number, byte) => number * 256 + byte, 0)
}

/** A whole number of `length` bytes, the least significant first (WebP). */
export function littleEndian(bytes: Uint8Array, start: number, length: number): number {
  return partOf(bytes, start, length).reduceRight((number, byte) => number * 256 + byte, 0)
}

/** Bytes as letters, one each: for the names of chunks. */
export function lettersAt(bytes: Uint8Array, start: number, length: number): string {
  return String.fromCharCode(...partOf(bytes, start, length))
}

/** A name of a chunk as bytes. */
export function bytesOf(name: string): Uint8Array {
  return Uint8Array.from(name, (letter) => letter.charCodeAt(0))
}

/** No photo has as many parts; files made of millions of empty ones would cost more memory than there is. */
export function checkPartCount(parts: readonly unknown[]): void {
  if (parts.length > 20_000) refuseImage()
}

/**
 * Checks the size a header declares, before anything is made of the rest.
 *
 * @throws AppError `PHOTO_TOO_LARGE` for more pixels than anybody should have to decode
 */
export function checkPixels(width: number, height: number): void {
  if (width < 1 || height < 1) refuseImage()
  if (width > PHOTO_LIMITS.side || height > PHOTO_LIMITS.side || width * height > PHOTO_LIMITS.pixels) {
    throw new AppError('PHOTO_TOO_LARGE')
  }
}

/** The parts as one file. */
export function joinParts(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((size, part) => size + part.byteLength, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.byteLength
  }
  return joined
}
