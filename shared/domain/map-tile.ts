import type { LatLng } from './geo.ts'

/** A piece of a map in Web Mercator, as providers number them: `z` halves the side at each step. */
export interface MapTile {
  z: number
  x: number
  y: number
}

export const FARTHEST_ZOOM = 8
export const NEAREST_ZOOM = 18

const radians = (degrees: number) => (degrees * Math.PI) / 180
const EQUATOR_METRES = 40_075_017

/** Where a point lies among the pieces of a zoom, with the fraction inside its piece. */
export function placeAmongTiles({ lat, lng }: LatLng, z: number): { x: number; y: number } {
  const count = 2 ** z
  const mercator = Math.asinh(Math.tan(radians(lat)))
  return { x: ((lng + 180) / 360) * count, y: ((1 - mercator / Math.PI) / 2) * count }
}

/** Metres from side to side of a piece at that latitude. */
export function tileMetres(lat: number, z: number): number {
  return (EQUATOR_METRES * Math.cos(radians(lat))) / 2 ** z
}

/** South, west, north and east, in degrees. */
export type Bounds = readonly [south: number, west: number, north: number, east: number]

/** Whether a piece shows a part of a region, and is of a zoom that is offered. */
export function isTileWithin({ z, x, y }: MapTile, [south, west, north, east]: Bounds): boolean {
  if (z < FARTHEST_ZOOM || z > NEAREST_ZOOM) return false
  const topLeft = placeAmongTiles({ lat: north, lng: west }, z)
  const bottomRight = placeAmongTiles({ lat: south, lng: east }, z)
  return x >= Math.floor(topLeft.x) && x <= bottomRight.x && y >= Math.floor(topLeft.y) && y <= bottomRight.y
}
