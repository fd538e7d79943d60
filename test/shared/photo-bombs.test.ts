import { describe, expect, it } from 'vitest'
import { AppError } from '../../shared/domain/errors.ts'
import { stripMetadata } from '../../worker/use-cases/photo/strip-metadata.ts'
import {
  ascii,
  join,
  le32,
  PNG_START,
  pngChunk,
  pngHeader,
  segment,
  webpChunk,
} from '../support/image-files.ts'
import { smallJpeg } from '../support/small-jpeg.ts'

const jpeg = smallJpeg()
const scan = jpeg.indexOf(0xda) - 1

function refusal(bytes: Uint8Array): string {
  try {
    stripMetadata(bytes, null)
    return 'taken'
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
}

describe('files made to exhaust', () => {
  const SIZE = 8 * 1024 * 1024

  function filledWith(start: Uint8Array, part: Uint8Array): Uint8Array {
    const file = new Uint8Array(SIZE)
    file.set(start)
    for (let at = start.length; at + part.length <= SIZE; at += part.length) file.set(part, at)
    return file
  }

  const png = join(PNG_START, pngHeader(1, 1))
  const webp = join(ascii('RIFF'), le32(SIZE - 8), ascii('WEBP'))

  it.each<[string, Uint8Array]>([
    ['empty comments', filledWith(jpeg.subarray(0, 2), segment(0xfe, Uint8Array.of()))],
    ['fill bytes', filledWith(jpeg.subarray(0, 2), Uint8Array.of(0xff))],
    ['restarts', filledWith(jpeg.subarray(0, jpeg.length - 2), Uint8Array.of(0xff, 0xd0))],
    ['scans', filledWith(jpeg.subarray(0, scan), jpeg.subarray(scan, jpeg.length - 2))],
    ['empty pieces of a picture', filledWith(png, pngChunk('IDAT', []))],
    ['empty texts', filledWith(png, pngChunk('tEXt', []))],
    ['empty notes', filledWith(webp, webpChunk('note', []))],
    ['zeros', filledWith(jpeg.subarray(0, jpeg.length - 2), Uint8Array.of(0))],
  ])('8 MB of %s cost little time and memory', (_, file) => {
    const before = process.memoryUsage()
    const began = performance.now()
    expect(refusal(file)).toBe('PHOTO_UNSUPPORTED')
    const { heapUsed, arrayBuffers } = process.memoryUsage()
    // Generous, as machines and collectors differ: a part kept for each piece would take hundreds of megabytes.
    expect(performance.now() - began).toBeLessThan(2000)
    expect(heapUsed - before.heapUsed + arrayBuffers - before.arrayBuffers).toBeLessThan(64_000_000)
  })

  it('a picture of more passes than a browser should make is refused, one of many is taken', () => {
    const passes = (count: number) => {
      const pass = jpeg.subarray(scan, jpeg.length - 2)
      return join(jpeg.subarray(0, scan), ...Array.from({ length: count }, () => pass), [0xff, 0xd9])
    }
    expect(refusal(passes(100))).toBe('taken')
    expect(refusal(passes(101))).toBe('PHOTO_UNSUPPORTED')
  })

  it.each<[string, number, Uint8Array]>([
    ['a comment for a quantization table', 0xdb, ascii('secret comment')],
    ['something behind a quantization table', 0xdb, join(new Uint8Array(65), ascii('s'))],
    ['a Huffman table of more symbols than it has', 0xc4, join([0], new Uint8Array(16).fill(9), [1, 2])],
    ['something behind the restart interval', 0xdd, Uint8Array.of(0, 1, 2)],
  ])('a JPEG with %s is refused', (_, marker, payload) => {
    const file = join(jpeg.subarray(0, 2), segment(marker, payload), jpeg.subarray(2))
    expect(refusal(file)).toBe('PHOTO_UNSUPPORTED')
  })
})
