import { smallJpeg } from './small-jpeg.ts'

/** Words that a test plants in metadata and must not find again. */
export const SECRETS = ['Secret Camera', 'secret-owner', 'secret comment', 'secret trailer', 'secret-profile']

export function ascii(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

export function join(...parts: (Uint8Array | number[])[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(parts.flatMap((part) => [...part]))
}

export function be32(number: number): number[] {
  return [number >>> 24, (number >>> 16) & 255, (number >>> 8) & 255, number & 255]
}

export function le32(number: number): number[] {
  return [number & 255, (number >>> 8) & 255, (number >>> 16) & 255, number >>> 24]
}

/** Whether the bytes occur in the file. */
export function contains(file: Uint8Array, sought: Uint8Array): boolean {
  for (let at = 0; at + sought.length <= file.length; at += 1) {
    if (sought.every((byte, index) => file[at + index] === byte)) return true
  }
  return false
}

function entry(tag: number, type: number, count: number, value: number[]): number[] {
  return [tag >> 8, tag & 255, 0, type, ...be32(count), ...value]
}

function degrees(...rationals: [number, number][]): number[] {
  return rationals.flatMap(([over, under]) => [...be32(over), ...be32(under)])
}

/** 23°07′44.76″ N, 113°15′51.84″ E as the rationals of a GPS directory. */
export const LATITUDE = Uint8Array.from(degrees([23, 1], [7, 1], [4476, 100]))
export const LONGITUDE = Uint8Array.from(degrees([113, 1], [15, 1], [5184, 100]))

/** A real EXIF block (TIFF, big-endian): the camera's name, and a directory with the place. */
export function exifWithPlace(): Uint8Array {
  const model = ascii('Secret Camera\0')
  const first = 8
  const modelAt = first + 2 + 2 * 12 + 4
  const gps = modelAt + model.length
  const latitudeAt = gps + 2 + 4 * 12 + 4
  return join(
    ascii('MM'),
    [0, 42],
    be32(first),
    [0, 2],
    entry(0x0110, 2, model.length, be32(modelAt)),
    entry(0x8825, 4, 1, be32(gps)),
    be32(0),
    model,
    [0, 4],
    entry(1, 2, 2, [...ascii('N\0'), 0, 0]),
    entry(2, 5, 3, be32(latitudeAt)),
    entry(3, 2, 2, [...ascii('E\0'), 0, 0]),
    entry(4, 5, 3, be32(latitudeAt + LATITUDE.length)),
    be32(0),
    LATITUDE,
    LONGITUDE,
  )
}

/** A segment of a JPEG. */
export function segment(marker: number, payload: Uint8Array): Uint8Array {
  const length = payload.length + 2
  return join([0xff, marker, length >> 8, length & 255], payload)
}

/** A JPEG as a telephone writes it: place, camera, XMP, colour profile, comment, thumbnail, and a second picture behind. */
export function telephoneJpeg(): Uint8Array<ArrayBuffer> {
  const picture = smallJpeg()
  return join(
    picture.subarray(0, 2),
    segment(0xe0, join(ascii('JFIF\0'), [1, 1, 0, 0, 72, 0, 72, 1, 1], ascii('sec'))),
    segment(0xe1, join(ascii('Exif\0\0'), exifWithPlace())),
    segment(0xe1, ascii('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>secret-owner</x:xmpmeta>')),
    segment(0xe2, ascii('ICC_PROFILE\0\u0001\u0001secret-profile')),
    segment(0xee, join(ascii('Adobe'), [0, 100, 0, 0, 0, 0, 1], ascii('secret-owner'))),
    segment(0xfe, ascii('secret comment')),
    // The picture's own JFIF segment ends at byte 20.
    picture.subarray(20),
    picture,
    ascii('secret trailer'),
  )
}

/** A chunk of a PNG. Its checksum is left empty: nothing here reads it. */
export function pngChunk(type: string, data: Uint8Array | number[]): Uint8Array {
  return join(be32(data.length), ascii(type), data, [0, 0, 0, 0])
}

export const PNG_START = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)

export function pngHeader(width: number, height: number): Uint8Array {
  return pngChunk('IHDR', [...be32(width), ...be32(height), 8, 2, 0, 0, 0])
}

/** A PNG with texts, a time, EXIF and something behind its end. */
export function talkativePng(): Uint8Array<ArrayBuffer> {
  return join(
    PNG_START,
    pngHeader(3, 2),
    pngChunk('tEXt', ascii('Author\0secret-owner')),
    pngChunk('gAMA', be32(45455)),
    pngChunk('eXIf', exifWithPlace()),
    pngChunk('iCCP', ascii('secret-profile')),
    pngChunk('IDAT', [0x78, 0x9c, 1, 2, 3]),
    pngChunk('IDAT', [4, 5, 6]),
    pngChunk('IEND', []),
    ascii('secret trailer'),
  )
}

/** A chunk of a WebP. */
export function webpChunk(type: string, data: Uint8Array | number[]): Uint8Array {
  return join(ascii(type), le32(data.length), data, data.length % 2 ? [0] : [])
}

export function webpFile(...chunks: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const content = join(...chunks)
  return join(ascii('RIFF'), le32(content.length + 4), ascii('WEBP'), content)
}

/** The beginning of a lossy picture of that size, enough for a structure. */
export function webpPicture(width: number, height: number): Uint8Array {
  return webpChunk('VP8 ', [
    0x10,
    0,
    0,
    0x9d,
    0x01,
    0x2a,
    width & 255,
    width >> 8,
    height & 255,
    height >> 8,
    7,
    7,
    7,
  ])
}

/** The extended header: flags, and the size less one. */
export function webpExtended(flags: number, width: number, height: number): Uint8Array {
  return webpChunk('VP8X', [flags, 0, 0, 0, width - 1, 0, 0, height - 1, 0, 0])
}

/** A WebP with profile, EXIF, XMP, an unknown chunk and something behind its end. */
export function talkativeWebp(): Uint8Array<ArrayBuffer> {
  const file = webpFile(
    webpExtended(0x20 | 0x10 | 0x08 | 0x04, 40, 30),
    webpChunk('ICCP', ascii('secret-profile')),
    webpChunk('ALPH', [1, 2, 3]),
    webpPicture(40, 30),
    webpChunk('EXIF', exifWithPlace()),
    webpChunk('XMP ', ascii('secret-owner')),
    webpChunk('note', ascii('secret comment')),
  )
  return join(file, ascii('secret trailer'))
}
