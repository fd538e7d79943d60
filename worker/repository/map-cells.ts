/** Side of the squares by which near reports are found, in micro-degrees (about 200 m). */
const CELL_E6 = 2000
/** Numbers of one row of squares lie apart by this much from those of the next. */
const ROW = 1_000_000

/** The square of the map a position (micro-degrees) lies in. */
export function cellOf(latE6: number, lngE6: number): number {
  return Math.floor(latE6 / CELL_E6) * ROW + Math.floor(lngE6 / CELL_E6)
}

/** The squares up to `reach` squares away from a position in degrees, its own in the middle. */
export function cellsAround(position: { lat: number; lng: number }, reach: number): number[] {
  const middle = cellOf(Math.round(position.lat * 1e6), Math.round(position.lng * 1e6))
  const steps = Array.from({ length: 2 * reach + 1 }, (_, index) => index - reach)
  return steps.flatMap((row) => steps.map((column) => middle + row * ROW + column))
}

/** A position as the database keeps it. */
export function microDegrees(place: { lat: number; lng: number } | null): {
  latE6: number | null
  lngE6: number | null
} {
  if (!place) return { latE6: null, lngE6: null }
  return { latE6: Math.round(place.lat * 1e6), lngE6: Math.round(place.lng * 1e6) }
}
