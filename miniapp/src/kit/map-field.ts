import { type LatLng, offset } from '@shared/domain/geo.ts'

/** Metres from side to side, by zoom. */
export const SPANS = [150, 300, 600, 1200, 2500, 5000, 12_000, 30_000, 80_000, 160_000] as const
/** Squares from side to side. */
export const LINES = 8
/** Height by width. */
export const SHAPE = 0.75

/** In percent from the left and from the top of the field. */
export interface PlaceInField {
  left: number
  top: number
}

/** Where a place stands in a field of `span` metres around `middle`; null outside. */
export function placeInField(middle: LatLng, at: LatLng, span: number): PlaceInField | null {
  const { east, north } = offset(middle, at)
  const left = 50 + (east / span) * 100
  const top = 50 - (north / (span * SHAPE)) * 100
  return left < 2 || left > 98 || top < 2 || top > 98 ? null : { left, top }
}

/** The middle of places, and the closest zoom at which all of them are seen. */
export function viewOf(places: readonly LatLng[]): { middle: LatLng; zoom: number } {
  const lats = places.map(({ lat }) => lat)
  const lngs = places.map(({ lng }) => lng)
  const half = (values: number[]) => (Math.min(...values) + Math.max(...values)) / 2
  const middle = { lat: half(lats), lng: half(lngs) }
  const fits = SPANS.findIndex((span) => places.every((place) => placeInField(middle, place, span * 0.9)))
  return { middle, zoom: fits < 0 ? SPANS.length - 1 : Math.max(fits, 2) }
}
