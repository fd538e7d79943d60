import type { Landmark } from './grid-map'
import { placeInField, type PlaceInField } from './map-field'
import { type Field, isFree, type Measure, roomOf, roomOfText, type Taken } from './map-words'

/** px: a dot with its ring, a pin whose tip is the middle of the map, and how far a name stands from its dot. */
const DOT = { width: 16, height: 16 }
const PIN = { width: 20, height: 32 }
const PIN_ABOVE = 18
const BESIDE_DOT = 14
/** px that a line of a name may have; as in styles/_map.scss. */
const NAME_MOST = 112

export interface PlacedMark {
  landmark: Landmark
  place: PlaceInField
  /** the name stands to the left of the dot */
  toLeft: boolean
  /** there is room for the name */
  named: boolean
}

function nameRoom(place: PlaceInField, { label }: Landmark, measure: Measure, toLeft: boolean): Taken {
  const room = roomOfText(place, label, measure, NAME_MOST)
  const beside = room.width / 2 + roomOf(place, { width: BESIDE_DOT, height: 0 }, measure.width).width
  return { ...room, left: place.left + (toLeft ? -beside : beside) }
}

/** Two dots that look like one: the name beside them is the first's. */
function isSameSpot(one: Taken, other: Taken | undefined): boolean {
  return (
    other !== undefined &&
    Math.abs(one.left - other.left) < other.width &&
    Math.abs(one.top - other.top) < other.height
  )
}

/** Where the name of the pin goes: under its tip, else over its head; null without room. */
function placePinName(name: string, measure: Measure, taken: readonly Taken[]): Taken | null {
  const room = roomOfText({ left: 50, top: 50 }, name, measure, NAME_MOST)
  const gap = roomOf(room, { width: 0, height: 8 }, measure.width).height
  const head = roomOf(room, { width: 0, height: PIN_ABOVE + PIN.height / 2 }, measure.width).height
  const rooms = [gap + room.height / 2, -head - room.height / 2].map((by) => ({ ...room, top: 50 + by }))
  return rooms.find((one) => isFree(one, taken)) ?? null
}

/**
 * The dots of known places, and which of them have room for their name, the first first; then the pin's own name.
 *
 * @param pinName of the pin in the middle, '' for one without a name; null when there is no pin
 */
export function placeMarks(
  landmarks: readonly Landmark[] | undefined,
  field: Field,
  pinName: string | null,
): { marks: PlacedMark[]; ownName: Taken | null; taken: Taken[] } {
  const there = (landmarks ?? []).flatMap((landmark) => {
    const place = placeInField(field.middle, landmark, field.span)
    return place ? [{ landmark, place }] : []
  })
  const taken = there.map(({ place }) => roomOf(place, DOT, field.width))
  const dots = [...taken]
  if (pinName !== null) {
    const above = roomOf({ left: 0, top: 0 }, { width: 0, height: PIN_ABOVE }, field.width).height
    taken.push(roomOf({ left: 50, top: 50 - above }, PIN, field.width))
  }
  const marks = there.map(({ landmark, place }, index): PlacedMark => {
    const others = taken.filter((room) => !dots.includes(room) || !isSameSpot(room, dots[index]))
    const sides = place.left > 60 ? [true, false] : [false, true]
    for (const toLeft of sides) {
      const room = nameRoom(place, landmark, field, toLeft)
      if (!isFree(room, others)) continue
      taken.push(room)
      return { landmark, place, toLeft, named: true }
    }
    return { landmark, place, toLeft: false, named: false }
  })
  const ownName = pinName ? placePinName(pinName, field, taken) : null
  return { marks, ownName, taken: ownName ? [...taken, ownName] : taken }
}
