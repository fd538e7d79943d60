/**
 * Reads a stored photo by the formats' specifications, independently of the product's own readers, and throws
 * where it finds anything but what draws one still picture: metadata, frames of an animation, a byte too many.
 */
export function checkStructure(bytes: Uint8Array): 'jpeg' | 'png' | 'webp' {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint16(0) === 0xffd8) return checkJpeg(view)
  if (view.getUint32(0) === 0x89504e47) return checkPng(view)
  return checkWebp(view)
}

function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(what)
}

function letters(view: DataView, at: number, length: number): string {
  return Array.from({ length }, (_, index) => String.fromCharCode(view.getUint8(at + index))).join('')
}

/** Whether a segment's tables fill it to its last byte: what is longer carries something else. */
function isFilledBy(view: DataView, at: number, end: number, tableLength: (at: number) => number): boolean {
  let next = at
  while (next < end) next += tableLength(next)
  return next === end
}

function huffmanLength(view: DataView, at: number): number {
  let symbols = 0
  for (let index = 1; index <= 16; index += 1) symbols += view.getUint8(at + index)
  return 17 + symbols
}

const JPEG_SEGMENTS: Record<number, (view: DataView, at: number, end: number) => boolean> = {
  0xe0: (view, at, end) =>
    end - at === 14 && letters(view, at, 5) === 'JFIF\0' && view.getUint16(end - 2) === 0,
  0xee: (view, at, end) => end - at === 12 && letters(view, at, 5) === 'Adobe',
  0xdb: (view, at, end) => isFilledBy(view, at, end, (table) => (view.getUint8(table) >> 4 === 0 ? 65 : 129)),
  0xc4: (view, at, end) => isFilledBy(view, at, end, (table) => huffmanLength(view, table)),
  0xdd: (_, at, end) => end - at === 2,
  0xda: (view, at, end) => end - at === 4 + 2 * view.getUint8(at),
  0xc0: (view, at, end) => end - at === 6 + 3 * view.getUint8(at + 5),
  0xc1: (view, at, end) => end - at === 6 + 3 * view.getUint8(at + 5),
  0xc2: (view, at, end) => end - at === 6 + 3 * view.getUint8(at + 5),
}

function checkJpeg(view: DataView): 'jpeg' {
  let at = 2
  let scans = 0
  while (view.getUint16(at) !== 0xffd9) {
    const marker = view.getUint16(at) & 0xff
    const end = at + 2 + view.getUint16(at + 2)
    must(JPEG_SEGMENTS[marker]?.(view, at + 4, end) ?? false, `segment ${marker.toString(16)}`)
    at = end
    if (marker !== 0xda) continue
    scans += 1
    // A scan ends at the first 0xFF that is neither stuffed nor a restart.
    while (view.getUint8(at) !== 0xff || /^(0|d[0-7])$/.test(view.getUint8(at + 1).toString(16))) at += 1
  }
  must(at + 2 === view.byteLength, 'bytes behind the end')
  must(scans > 0 && scans <= 100, `${scans} scans`)
  return 'jpeg'
}

function checkPng(view: DataView): 'png' {
  const types: string[] = []
  let at = 8
  while (at < view.byteLength) {
    types.push(letters(view, at + 4, 4))
    at += 12 + view.getUint32(at)
  }
  must(at === view.byteLength, 'a chunk longer than the file')
  must(/^IHDR( (PLTE|tRNS|gAMA|cHRM|sRGB|IDAT))* IEND$/.test(types.join(' ')), types.join(' ').slice(0, 200))
  must(types.includes('IDAT'), 'no picture')
  return 'png'
}

function checkWebp(view: DataView): 'webp' {
  must(letters(view, 0, 4) === 'RIFF' && letters(view, 8, 4) === 'WEBP', 'no WebP')
  must(view.getUint32(4, true) === view.byteLength - 8, 'another size than its header says')
  const types: string[] = []
  let at = 12
  while (at < view.byteLength) {
    const length = view.getUint32(at + 4, true)
    types.push(letters(view, at, 4))
    if (types.at(-1) === 'VP8X') must((view.getUint32(at + 8, true) & ~0x10) === 0, 'flags')
    at += 8 + length + (length % 2)
  }
  must(at === view.byteLength, 'a chunk longer than the file')
  must(/^(VP8X( ALPH)? )?VP8[ L]$/.test(types.join(' ')), types.join(' ').slice(0, 200))
  return 'webp'
}
