/** A point on the earth, WGS84 degrees. */
export interface LatLng {
  lat: number
  lng: number
}

const METRES_PER_DEGREE = 111_195
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Metres to the east and to the north of `from`; flat, good for a city. */
export function offset(from: LatLng, to: LatLng): { east: number; north: number } {
  return {
    east: (to.lng - from.lng) * METRES_PER_DEGREE * Math.cos(radians(from.lat)),
    north: (to.lat - from.lat) * METRES_PER_DEGREE,
  }
}

/** The point so many metres east and north of `from`, to about 10 cm. */
export function moved(from: LatLng, { east, north }: { east: number; north: number }): LatLng {
  const rounded = (degrees: number) => Math.round(degrees * 1e6) / 1e6
  return {
    lat: rounded(from.lat + north / METRES_PER_DEGREE),
    lng: rounded(from.lng + east / (METRES_PER_DEGREE * Math.cos(radians(from.lat)))),
  }
}

/** Metres between two points; exact enough within a city. */
export function metresBetween(one: LatLng, other: LatLng): number {
  const { east, north } = offset(one, other)
  return Math.hypot(east, north)
}

/** The eight directions, clockwise from north. */
export const DIRECTIONS = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const
export type Direction = (typeof DIRECTIONS)[number]

/** In which direction `to` lies, seen from `from`. */
export function directionOf(from: LatLng, to: LatLng): Direction {
  const { east, north } = offset(from, to)
  const eighth = Math.round((Math.atan2(east, north) * 4) / Math.PI)
  return DIRECTIONS[(eighth + 8) % 8] ?? 'n'
}
