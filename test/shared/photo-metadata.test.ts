import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../shared/domain/errors.ts'
import { stripMetadata } from '../../worker/use-cases/photo/strip-metadata.ts'
import {
  ascii,
  be32,
  contains,
  join,
  LATITUDE,
  LONGITUDE,
  PNG_START,
  pngChunk,
  pngHeader,
  SECRETS,
  segment,
  talkativePng,
  talkativeWebp,
  telephoneJpeg,
  webpChunk,
  webpExtended,
  webpFile,
  webpPicture,
} from '../support/image-files.ts'
import { smallJpeg } from '../support/small-jpeg.ts'

const FILES = { 'image/jpeg': telephoneJpeg, 'image/png': talkativePng, 'image/webp': talkativeWebp } as const

function refusal(bytes: Uint8Array, declared: string | null = null): string {
  try {
    stripMetadata(bytes, declared)
    return 'taken'
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
}

/** The markers of a JPEG up to its end, read independently of the product's own reader. */
function markersOf(jpeg: Uint8Array): number[] {
  const markers: number[] = []
  let at = 2
  while (at < jpeg.length) {
    const marker = jpeg[at + 1] as number
    markers.push(marker)
    if (marker === 0xd9) return [...markers, jpeg.length - at - 2]
    at += 2 + (((jpeg[at + 2] as number) << 8) | (jpeg[at + 3] as number))
    if (marker === 0xda) while (jpeg[at] !== 0xff || jpeg[at + 1] === 0) at += 1
  }
  return markers
}

describe('what a photo tells besides its picture', () => {
  it.each(Object.entries(FILES))('is planted in the %s of this test', (_, file) => {
    expect(contains(file(), LATITUDE)).toBe(true)
    expect(SECRETS.filter((secret) => contains(file(), ascii(secret))).length).toBeGreaterThanOrEqual(4)
  })

  it.each(Object.entries(FILES))(
    'is gone from a cleaned %s: place, camera, owner, comment, trailer',
    (type, file) => {
      const { bytes } = stripMetadata(file(), type)
      expect(contains(bytes, LATITUDE)).toBe(false)
      expect(contains(bytes, LONGITUDE)).toBe(false)
      expect(SECRETS.filter((secret) => contains(bytes, ascii(secret)))).toEqual([])
    },
  )

  it.each(Object.entries(FILES))('stays gone: cleaning a cleaned %s changes nothing', (type, file) => {
    const once = stripMetadata(file(), type)
    expect(stripMetadata(once.bytes, type)).toEqual(once)
  })
})

describe('a cleaned JPEG', () => {
  const { bytes, width, height } = stripMetadata(telephoneJpeg(), 'image/jpeg')

  it('keeps exactly what draws the picture, JFIF and the colour coding, and ends with its end', () => {
    // JFIF, Adobe, quantization, frame, Huffman, scan, end, and no byte behind it.
    expect(markersOf(bytes)).toEqual([0xe0, 0xee, 0xdb, 0xc2, 0xc4, 0xda, 0xd9, 0])
    expect({ width, height }).toEqual({ width: 1, height: 1 })
  })

  it('has the tables and the coded picture of the original, byte for byte', () => {
    const original = smallJpeg()
    const tables = original.subarray(original.indexOf(0xdb) - 1)
    expect(contains(bytes, tables)).toBe(true)
  })

  it('has no thumbnail in its JFIF segment', () => {
    expect([...bytes.subarray(2, 20)]).toEqual([
      0xff,
      0xe0,
      0,
      16,
      ...ascii('JFIF\0'),
      1,
      1,
      0,
      0,
      72,
      0,
      72,
      0,
      0,
    ])
  })
})

describe('a cleaned PNG', () => {
  it('keeps header, gamma, picture and end', () => {
    const { bytes, width, height } = stripMetadata(talkativePng(), 'image/png')
    expect({ width, height }).toEqual({ width: 3, height: 2 })
    expect(bytes).toEqual(
      join(
        PNG_START,
        pngHeader(3, 2),
        pngChunk('gAMA', be32(45455)),
        pngChunk('IDAT', [0x78, 0x9c, 1, 2, 3]),
        pngChunk('IDAT', [4, 5, 6]),
        pngChunk('IEND', []),
      ),
    )
  })

  it('stands still: the frames of an animation are gone', () => {
    const moving = join(
      PNG_START,
      pngHeader(1, 1),
      pngChunk('acTL', [0, 0, 0, 2, 0, 0, 0, 0]),
      pngChunk('IDAT', [1]),
      pngChunk('fdAT', [9, 9]),
      pngChunk('IEND', []),
    )
    expect(contains(stripMetadata(moving, null).bytes, ascii('fdAT'))).toBe(false)
  })
})

describe('a cleaned WebP', () => {
  it('keeps picture and transparency; flags and sizes say so', () => {
    const { bytes, width, height } = stripMetadata(talkativeWebp(), 'image/webp')
    expect({ width, height }).toEqual({ width: 40, height: 30 })
    expect(bytes).toEqual(
      webpFile(webpExtended(0x10, 40, 30), webpChunk('ALPH', [1, 2, 3]), webpPicture(40, 30)),
    )
  })

  it('reads the size of a lossless picture', () => {
    // 14 bits of width less one, 14 bits of height less one.
    const bits = (500 - 1) | ((300 - 1) << 14)
    const picture = webpChunk('VP8L', [
      0x2f,
      bits & 255,
      (bits >> 8) & 255,
      (bits >> 16) & 255,
      bits >>> 24,
      0,
    ])
    expect(stripMetadata(webpFile(picture), null)).toMatchObject({
      width: 500,
      height: 300,
      type: 'image/webp',
    })
  })

  it('does not move', () => {
    const moving = webpFile(
      webpExtended(0x02, 4, 4),
      webpChunk('ANIM', [0, 0, 0, 0, 0, 0]),
      webpPicture(4, 4),
    )
    expect(refusal(moving)).toBe('PHOTO_UNSUPPORTED')
    expect(refusal(webpFile(webpExtended(0x02, 4, 4), webpPicture(4, 4)))).toBe('PHOTO_UNSUPPORTED')
  })
})

describe('what is refused', () => {
  const jpeg = smallJpeg()
  const scan = jpeg.indexOf(0xda) - 1

  it.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['a text', ascii('<script>alert(1)</script>')],
    ['an SVG', ascii('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a GIF', ascii('GIF89a\u0001\0\u0001\0')],
    ['a JPEG of two bytes', jpeg.subarray(0, 3)],
    ['a JPEG without an end', jpeg.subarray(0, jpeg.length - 2)],
    ['a JPEG without a picture', join(jpeg.subarray(0, scan), [0xff, 0xd9])],
    [
      'a JPEG whose segment is longer than the file',
      join([0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff], ascii('Exif')),
    ],
    [
      'a JPEG whose segment is shorter than its own length',
      join([0xff, 0xd8, 0xff, 0xdb, 0, 1], jpeg.subarray(2)),
    ],
    ['a JPEG with two frames', join(jpeg.subarray(0, scan), jpeg.subarray(2))],
    [
      'a lossless JPEG',
      join([0xff, 0xd8], segment(0xc3, Uint8Array.of(8, 0, 1, 0, 1, 1, 1, 17, 0)), jpeg.subarray(scan)),
    ],
    ['a PNG without a header', join(PNG_START, pngChunk('IDAT', [1]), pngChunk('IEND', []))],
    ['a PNG without a picture', join(PNG_START, pngHeader(1, 1), pngChunk('IEND', []))],
    ['a PNG without an end', join(PNG_START, pngHeader(1, 1), pngChunk('IDAT', [1]))],
    [
      'a PNG whose end carries data',
      join(PNG_START, pngHeader(1, 1), pngChunk('IDAT', [1]), pngChunk('IEND', [1])),
    ],
    [
      'a PNG with an unknown vital chunk',
      join(PNG_START, pngHeader(1, 1), pngChunk('CgBI', [1]), pngChunk('IEND', [])),
    ],
    ['a PNG of 4 GB by its own words', join(PNG_START, pngHeader(1, 1), be32(0xffffffff), ascii('IDAT'))],
    [
      'a WebP larger than the file',
      join(ascii('RIFF'), [255, 255, 255, 255], ascii('WEBP'), webpPicture(1, 1)),
    ],
    ['a WebP with two pictures', webpFile(webpPicture(1, 1), webpPicture(1, 1))],
    ['a WebP whose frame is not its canvas', webpFile(webpExtended(0, 4, 4), webpPicture(5, 4))],
    ['a WebP without a picture', webpFile(webpChunk('EXIF', [1]))],
    ['a picture without width', webpFile(webpPicture(0, 5))],
  ])('%s', (_, bytes) => {
    expect(refusal(bytes)).toBe('PHOTO_UNSUPPORTED')
  })

  it('a photo that is not what its sender says', () => {
    expect(refusal(jpeg, 'image/png')).toBe('PHOTO_UNSUPPORTED')
    expect(refusal(jpeg, 'text/html')).toBe('PHOTO_UNSUPPORTED')
    expect(refusal(jpeg, 'image/jpeg')).toBe('taken')
  })

  it('more pixels than anybody should have to decode, by the header alone', () => {
    const frame = Uint8Array.of(8, 0xff, 0xff, 0xff, 0xff, 1, 1, 17, 0)
    expect(refusal(join([0xff, 0xd8], segment(0xc0, frame)))).toBe('PHOTO_TOO_LARGE')
    expect(refusal(join(PNG_START, pngHeader(12_001, 1)))).toBe('PHOTO_TOO_LARGE')
    expect(refusal(join(PNG_START, pngHeader(10_000, 6000)))).toBe('PHOTO_TOO_LARGE')
    expect(refusal(webpFile(webpPicture(16_383, 16_383)))).toBe('PHOTO_TOO_LARGE')
  })

  it('a file of very many empty parts, before it costs memory', () => {
    const empty = pngChunk('IDAT', [])
    const file = join(PNG_START, pngHeader(1, 1), new Uint8Array(empty.length * 30_000), pngChunk('IEND', []))
    const start = PNG_START.length + pngHeader(1, 1).length
    for (let index = 0; index < 30_000; index += 1) file.set(empty, start + index * empty.length)
    expect(refusal(file)).toBe('PHOTO_UNSUPPORTED')
  })
})

describe('damaged files', () => {
  it.each(Object.entries(FILES))(
    'a %s with any bytes changed, cut or added is taken or refused, never a crash',
    (_, file) => {
      const original = file()
      const damage = fc.array(
        fc.record({ at: fc.nat(original.length - 1), byte: fc.integer({ min: 0, max: 255 }) }),
        {
          minLength: 1,
          maxLength: 8,
        },
      )
      fc.assert(
        fc.property(damage, fc.nat(original.length), (changes, cut) => {
          const damaged = original.slice()
          for (const { at, byte } of changes) damaged[at] = byte
          for (const bytes of [damaged, damaged.subarray(0, cut)]) {
            expect(['taken', 'PHOTO_UNSUPPORTED', 'PHOTO_TOO_LARGE']).toContain(refusal(bytes))
          }
        }),
        { numRuns: 500 },
      )
    },
  )

  it('random bytes behind a good beginning are never a crash either', () => {
    const beginnings = [
      Uint8Array.of(0xff, 0xd8, 0xff),
      PNG_START,
      join(ascii('RIFF'), [200, 0, 0, 0], ascii('WEBP')),
    ]
    fc.assert(
      fc.property(fc.constantFrom(...beginnings), fc.uint8Array({ maxLength: 300 }), (beginning, rest) => {
        expect(refusal(join(beginning, rest))).not.toBe('')
      }),
      { numRuns: 500 },
    )
  })
})
