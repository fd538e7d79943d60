import { directionOf, type Direction, type LatLng, offset } from '@shared/domain/geo.ts'
import { placeInField, type PlaceInField, SHAPE } from './map-field'

/** A rectangle in percent of the field: its middle, and how wide and high it is. */
export interface Taken extends PlaceInField {
  width: number
  height: number
}

/** A word on the map, with its middle in percent. */
export interface MapWord extends PlaceInField {
  text: string
}

/** How words are measured: in a field so many px wide, in letters so many px high. */
export interface Measure {
  width: number
  size: number
}

/** How long a text is in `em`, generously: a Chinese character is one, a Latin letter less. */
function lengthInEm(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e7f ? 1.02 : 0.64), 0)
}

/** Lines of a text that may be `most` em long each. */
const linesOf = (text: string, most: number) => Math.max(1, Math.ceil(lengthInEm(text) / most))

/** The room of something so many px wide and high in a field of that width. */
export function roomOf(at: PlaceInField, px: { width: number; height: number }, field: number): Taken {
  return { ...at, width: (px.width / field) * 100, height: (px.height / (field * SHAPE)) * 100 }
}

/** The room that a text takes in lines of at most `most` px, a little air around. */
export function roomOfText(
  at: PlaceInField,
  text: string,
  { width: field, size }: Measure,
  most = Infinity,
): Taken {
  const lines = linesOf(text, most / size)
  const width = Math.min(lengthInEm(text) * size, most) + 10
  return roomOf(at, { width, height: lines * size * 1.4 + 4 }, field)
}

function meet(one: Taken, other: Taken): boolean {
  return (
    Math.abs(one.left - other.left) * 2 < one.width + other.width &&
    Math.abs(one.top - other.top) * 2 < one.height + other.height
  )
}

/** What computing rounds off. */
const NOTHING = 0.001

const isInside = ({ left, top, width, height }: Taken) =>
  Math.abs(left - 50) + width / 2 <= 50 + NOTHING && Math.abs(top - 50) + height / 2 <= 50 + NOTHING

/** Whether nothing is there yet, and it is on the map. */
export function isFree(room: Taken, taken: readonly Taken[]): boolean {
  return isInside(room) && taken.every((other) => !meet(room, other))
}

export interface NamedPlace {
  name: string
  place: LatLng
}

export interface Field extends Measure {
  middle: LatLng
  /** metres from side to side */
  span: number
}

/** Names on the map itself; fewer than these, and the edges say what lies beyond. */
const ENOUGH = 2
const AT_EDGES = 4
/** A name may stand this much beside its place, in heights and widths of itself. */
const BESIDE = [
  [0, 0],
  [0, -1],
  [0, 1],
  [-0.6, 0],
  [0.6, 0],
  [0, -2],
  [0, 2],
  [-0.6, -1],
  [0.6, -1],
  [-0.6, 1],
  [0.6, 1],
] as const

const ARROWS: Record<Direction, string> = {
  n: '↑',
  ne: '↗',
  e: '→',
  se: '↘',
  s: '↓',
  sw: '↙',
  w: '←',
  nw: '↖',
}

function wordInside({ name, place }: NamedPlace, field: Field, taken: readonly Taken[]): Taken | null {
  const at = placeInField(field.middle, place, field.span)
  if (!at) return null
  const room = roomOfText(at, name, field)
  const rooms = BESIDE.map(([x, y]) => ({
    ...room,
    left: room.left + x * room.width,
    top: room.top + y * room.height,
  }))
  return rooms.find((one) => isFree(one, taken)) ?? null
}

/** Where the way to a place leaves the map. */
function wordAtEdge(text: string, { place }: NamedPlace, field: Field): Taken {
  const { east, north } = offset(field.middle, place)
  const room = roomOfText({ left: 50, top: 50 }, text, field)
  const [right, lower] = [50 - room.width / 2, 50 - room.height / 2]
  const [x, y] = [east / field.span, -north / (field.span * SHAPE)]
  const reach = Math.min(right / Math.abs(x || 1e-9), lower / Math.abs(y || 1e-9))
  return { ...room, left: 50 + x * reach, top: 50 + y * reach }
}

/**
 * The names of places on a map without streets: at their place where that is on the map, and, when that leaves it nearly
 * empty, the nearest others at its edge with an arrow. Never over each other nor over what is there already.
 */
export function wordsOnMap(places: readonly NamedPlace[], field: Field, taken: readonly Taken[]): MapWord[] {
  const rooms = [...taken]
  const words: MapWord[] = []
  const put = (text: string, room: Taken | null) => {
    if (!room) return
    rooms.push(room)
    words.push({ text, left: room.left, top: room.top })
  }
  for (const one of places) put(one.name, wordInside(one, field, rooms))
  if (words.length >= ENOUGH) return words
  const far = (one: NamedPlace) => {
    const { east, north } = offset(field.middle, one.place)
    return Math.hypot(east, north)
  }
  const outside = places
    .filter(({ place }) => !placeInField(field.middle, place, field.span))
    .toSorted((one, other) => far(one) - far(other))
  for (const one of outside) {
    if (words.length >= AT_EDGES) break
    const text = `${ARROWS[directionOf(field.middle, one.place)]} ${one.name}`
    const room = wordAtEdge(text, one, field)
    if (isFree(room, rooms)) put(text, room)
  }
  return words
}
