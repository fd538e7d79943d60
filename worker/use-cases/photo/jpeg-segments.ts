import { bigEndian } from './image-bytes.ts'

/** Markers (ITU-T T.81, table B.1), without their leading 0xFF. */
export const SOS = 0xda
const DHT = 0xc4
const DQT = 0xdb
const DRI = 0xdd
/** Baseline, extended and progressive: the frames that browsers draw. */
export const FRAMES: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2])

/** 16 counts and as many symbols as they say, after the byte that names the table. */
function huffmanLength(payload: Uint8Array, at: number): number {
  return 17 + payload.subarray(at + 1, at + 17).reduce((symbols, count) => symbols + count, 0)
}

/** 64 numbers of one byte or two, after the byte that says which. */
function quantizationLength(payload: Uint8Array, at: number): number {
  return bigEndian(payload, at, 1) < 0x10 ? 65 : 129
}

function isFilled(payload: Uint8Array, tableLength: (payload: Uint8Array, at: number) => number): boolean {
  let at = 0
  while (at < payload.byteLength) at += tableLength(payload, at)
  return at === payload.byteLength
}

/**
 * Whether a segment makes the picture and is exactly as long as its own numbers say: what is longer carries
 * something else along, and a comment under the name of a table is no table.
 */
export function drawsPicture(marker: number, payload: Uint8Array): boolean {
  const { byteLength } = payload
  switch (marker) {
    case SOS:
      return byteLength === 4 + 2 * bigEndian(payload, 0, 1)
    case DHT:
      return isFilled(payload, huffmanLength)
    case DQT:
      return isFilled(payload, quantizationLength)
    case DRI:
      return byteLength === 2
    default:
      return FRAMES.has(marker) && byteLength === 6 + 3 * bigEndian(payload, 5, 1)
  }
}
