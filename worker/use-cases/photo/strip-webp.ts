import {
  bigEndian,
  bytesOf,
  checkPartCount,
  checkPixels,
  lettersAt,
  littleEndian,
  partOf,
  refuseImage,
  type ImageParts,
} from './image-bytes.ts'

const ALPHA_FLAG = 0x10
const ANIMATION_FLAG = 0x02
const CHUNK_HEADER = 8
/** "RIFF", the size of what follows, "WEBP". */
const FILE_HEADER = 12

interface Chunk {
  type: string
  data: Uint8Array
  end: number
}

interface Size {
  width: number
  height: number
}

function readChunk(bytes: Uint8Array, at: number): Chunk {
  const type = lettersAt(bytes, at, 4)
  const data = partOf(bytes, at + CHUNK_HEADER, littleEndian(bytes, at + 4, 4))
  // Data of odd length is followed by a byte that does not count.
  return { type, data, end: at + CHUNK_HEADER + data.byteLength + (data.byteLength % 2) }
}

function uint32(number: number): Uint8Array {
  return Uint8Array.of(number & 0xff, (number >> 8) & 0xff, (number >> 16) & 0xff, (number >> 24) & 0xff)
}

function chunkBytes(type: string, data: Uint8Array): Uint8Array[] {
  return [bytesOf(type), uint32(data.byteLength), data, new Uint8Array(data.byteLength % 2)]
}

function lossySize(data: Uint8Array): Size {
  const isKeyFrame = (bigEndian(data, 0, 1) & 1) === 0
  if (!isKeyFrame || bigEndian(data, 3, 3) !== 0x9d012a) refuseImage()
  return { width: littleEndian(data, 6, 2) & 0x3fff, height: littleEndian(data, 8, 2) & 0x3fff }
}

function losslessSize(data: Uint8Array): Size {
  if (bigEndian(data, 0, 1) !== 0x2f) refuseImage()
  const bits = littleEndian(data, 1, 4)
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
}

function pictureSize({ type, data }: Chunk): Size {
  const size = type === 'VP8L' ? losslessSize(data) : lossySize(data)
  checkPixels(size.width, size.height)
  return size
}

/** The extended header with every flag off but the one for transparency. */
function cleanExtended(data: Uint8Array, size: Size): Uint8Array[] {
  const flags = bigEndian(data, 0, 1)
  if (data.byteLength !== 10 || (flags & ANIMATION_FLAG) !== 0) refuseImage()
  if (littleEndian(data, 4, 3) + 1 !== size.width || littleEndian(data, 7, 3) + 1 !== size.height)
    refuseImage()
  return chunkBytes('VP8X', Uint8Array.of(flags & ALPHA_FLAG, 0, 0, 0, ...data.subarray(4)))
}

/** Every chunk within the size that the file's header declares; what comes after it is no part of the file. */
function readChunks(bytes: Uint8Array): Chunk[] {
  const file = partOf(bytes, 0, CHUNK_HEADER + littleEndian(bytes, 4, 4))
  const chunks: Chunk[] = []
  for (let at = FILE_HEADER; at < file.byteLength; at = chunks.at(-1)?.end ?? Infinity) {
    chunks.push(readChunk(file, at))
    checkPartCount(chunks)
  }
  return chunks
}

/** The one chunk of a type, if there is one. */
function onlyOne(chunks: readonly Chunk[], ...types: string[]): Chunk | undefined {
  const found = chunks.filter(({ type }) => types.includes(type))
  return found.length > 1 ? refuseImage() : found[0]
}

/**
 * A WebP without metadata: no EXIF, no XMP, no colour profile, no unknown chunks, nothing after its end.
 *
 * @throws AppError `PHOTO_UNSUPPORTED` for a malformed or moving file, `PHOTO_TOO_LARGE` for too many pixels
 */
export function stripWebp(bytes: Uint8Array): ImageParts {
  const chunks = readChunks(bytes)
  if (chunks.some(({ type }) => type === 'ANIM' || type === 'ANMF')) refuseImage()
  const picture = onlyOne(chunks, 'VP8 ', 'VP8L') ?? refuseImage()
  const size = pictureSize(picture)
  const extended = onlyOne(chunks, 'VP8X')
  const alpha = onlyOne(chunks, 'ALPH')
  const content = [
    ...(extended ? cleanExtended(extended.data, size) : []),
    ...(extended && alpha ? chunkBytes('ALPH', alpha.data) : []),
    ...chunkBytes(picture.type, picture.data),
  ]
  const length = content.reduce((sum, part) => sum + part.byteLength, 0)
  return { ...size, parts: [bytesOf('RIFF'), uint32(length + 4), bytesOf('WEBP'), ...content] }
}
