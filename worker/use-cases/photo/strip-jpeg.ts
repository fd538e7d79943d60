import {
  bigEndian,
  checkPartCount,
  checkPixels,
  lettersAt,
  partOf,
  refuseImage,
  type ImageParts,
} from './image-bytes.ts'
import { drawsPicture, FRAMES, SOS } from './jpeg-segments.ts'

const EOI = 0xd9
const COMMENT = 0xfe
const JFIF = 0xe0
const ADOBE = 0xee
/** Each one is a pass over the whole picture; cameras make ten at most, a file of thousands stops a browser. */
const MOST_SCANS = 100

const SOI_BYTES = Uint8Array.of(0xff, 0xd8)
const EOI_BYTES = Uint8Array.of(0xff, EOI)

interface Segment {
  marker: number
  /** After the length field. */
  payload: Uint8Array
  end: number
}

function readMarker(bytes: Uint8Array, at: number): { marker: number; end: number } {
  if (bytes[at] !== 0xff) refuseImage()
  let last = at + 1
  // Any number of 0xFF may fill the gap before a marker.
  while (bytes[last] === 0xff) last += 1
  return { marker: bigEndian(bytes, last, 1), end: last + 1 }
}

function readSegment(bytes: Uint8Array, marker: number, at: number): Segment {
  const length = bigEndian(bytes, at, 2)
  if (length < 2) refuseImage()
  return { marker, payload: partOf(bytes, at + 2, length - 2), end: at + length }
}

function segmentBytes(marker: number, payload: Uint8Array): Uint8Array[] {
  const length = payload.byteLength + 2
  return [Uint8Array.of(0xff, marker, length >> 8, length & 0xff), payload]
}

/** JFIF's own thumbnail would show what the picture no longer shows, so only its first fields stay. */
function cleanJfif(payload: Uint8Array): Uint8Array[] {
  if (payload.byteLength < 14 || lettersAt(payload, 0, 5) !== 'JFIF\0') return []
  const fields = payload.slice(0, 14)
  fields.fill(0, 12)
  return segmentBytes(JFIF, fields)
}

/** Adobe's segment tells how the colours are coded; without it some pictures turn green. */
function cleanAdobe(payload: Uint8Array): Uint8Array[] {
  if (payload.byteLength < 12 || lettersAt(payload, 0, 5) !== 'Adobe') return []
  return segmentBytes(ADOBE, payload.subarray(0, 12))
}

/** What stays of a segment; one that belongs to no picture we take is refused. */
function cleanSegment({ marker, payload }: Segment): Uint8Array[] {
  if (marker === JFIF) return cleanJfif(payload)
  if (marker === ADOBE) return cleanAdobe(payload)
  if (marker === COMMENT || (marker >= 0xe0 && marker <= 0xef)) return []
  return drawsPicture(marker, payload) ? segmentBytes(marker, payload) : refuseImage()
}

function readFrame(payload: Uint8Array): { width: number; height: number } {
  const components = bigEndian(payload, 5, 1)
  if (payload[0] !== 8 || ![1, 3, 4].includes(components)) refuseImage()
  const height = bigEndian(payload, 1, 2)
  const width = bigEndian(payload, 3, 2)
  checkPixels(width, height)
  return { width, height }
}

/** Where the coded picture that begins at `at` ends: before the first 0xFF that is neither stuffed nor a restart. */
function endOfScan(bytes: Uint8Array, at: number): number {
  for (let index = at; index + 1 < bytes.byteLength; index += 1) {
    if (bytes[index] !== 0xff) continue
    const follower = bytes[index + 1] as number
    const isRestart = follower >= 0xd0 && follower <= 0xd7
    if (follower !== 0 && !isRestart) return index
    index += 1
  }
  return refuseImage()
}

/**
 * A JPEG without metadata: no EXIF, no XMP, no comments, no colour profile, no embedded thumbnails, and nothing
 * after its end, where cameras put whole further pictures.
 *
 * @throws AppError `PHOTO_UNSUPPORTED` for a malformed file, `PHOTO_TOO_LARGE` for too many pixels
 */
export function stripJpeg(bytes: Uint8Array): ImageParts {
  const parts: Uint8Array[] = [SOI_BYTES]
  let size: { width: number; height: number } | null = null
  let scans = 0
  let next = readMarker(bytes, SOI_BYTES.byteLength)
  while (next.marker !== EOI) {
    const segment = readSegment(bytes, next.marker, next.end)
    const end = segment.marker === SOS ? endOfScan(bytes, segment.end) : segment.end
    if (FRAMES.has(segment.marker)) size = size ? refuseImage() : readFrame(segment.payload)
    if (segment.marker === SOS) scans += size ? 1 : refuseImage()
    parts.push(...cleanSegment(segment), bytes.subarray(segment.end, end))
    checkPartCount(parts)
    next = readMarker(bytes, end)
  }
  if (!size || scans === 0 || scans > MOST_SCANS) refuseImage()
  return { ...size, parts: [...parts, EOI_BYTES] }
}
