import {
  bigEndian,
  checkPartCount,
  checkPixels,
  lettersAt,
  partOf,
  refuseImage,
  type ImageParts,
} from './image-bytes.ts'

export const PNG_SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)

/** The chunks that make the picture, with the most their data may weigh: a longer one carries something else. */
const KEPT: Record<string, number> = {
  IHDR: 13,
  PLTE: 768,
  tRNS: 256,
  gAMA: 4,
  cHRM: 32,
  sRGB: 1,
  IDAT: 0x7fffffff,
  IEND: 0,
}
/** Length, type and checksum around the data of a chunk. */
const FRAMING = 12

interface Chunk {
  type: string
  data: Uint8Array
  whole: Uint8Array
}

function readChunk(bytes: Uint8Array, at: number): Chunk {
  const length = bigEndian(bytes, at, 4)
  const type = lettersAt(bytes, at + 4, 4)
  if (!/^[A-Za-z]{4}$/.test(type)) refuseImage()
  return { type, data: partOf(bytes, at + 8, length), whole: partOf(bytes, at, length + FRAMING) }
}

function readHeader({ type, data }: Chunk): { width: number; height: number } {
  if (type !== 'IHDR' || data.byteLength !== 13) refuseImage()
  const width = bigEndian(data, 0, 4)
  const height = bigEndian(data, 4, 4)
  checkPixels(width, height)
  return { width, height }
}

function isKept({ type, data }: Chunk): boolean {
  const longest = KEPT[type]
  if (longest === undefined) {
    // An upper-case first letter means that the picture cannot be drawn without the chunk.
    return /^[A-Z]/.test(type) ? refuseImage() : false
  }
  return data.byteLength <= longest || refuseImage()
}

/**
 * A PNG without metadata: no texts, no times, no EXIF, no colour profile, no animation, nothing after its end.
 *
 * @throws AppError `PHOTO_UNSUPPORTED` for a malformed file, `PHOTO_TOO_LARGE` for too many pixels
 */
export function stripPng(bytes: Uint8Array): ImageParts {
  let chunk = readChunk(bytes, PNG_SIGNATURE.byteLength)
  const size = readHeader(chunk)
  const parts: Uint8Array[] = [PNG_SIGNATURE, chunk.whole]
  let at = PNG_SIGNATURE.byteLength + chunk.whole.byteLength
  let pictures = 0
  while (chunk.type !== 'IEND') {
    chunk = readChunk(bytes, at)
    at += chunk.whole.byteLength
    if (chunk.type === 'IHDR') refuseImage()
    if (chunk.type === 'IDAT') pictures += 1
    if (isKept(chunk)) parts.push(chunk.whole)
    checkPartCount(parts)
  }
  if (pictures === 0) refuseImage()
  return { ...size, parts }
}
