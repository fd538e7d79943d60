import { useEffect } from 'react'
import { FARTHEST_ZOOM, NEAREST_ZOOM, placeAmongTiles, tileMetres } from '@shared/domain/map-tile.ts'
import { askForCityMap, tileAddress, useCityMap } from '@/state/city-map'
import { SHAPE } from './map-field'
import { MapLines } from './map-lines'
import { MapNames } from './map-names'
import type { Field, Taken } from './map-words'

type Pieced = Pick<Field, 'middle' | 'span'>

export interface MapGroundProps {
  field: Field
  /** what stands on the map: the names of a map without streets keep clear of it */
  taken: readonly Taken[]
}

/** Pieces from side to side: sharp on a telephone, few enough for a slow network. */
const ACROSS = 3

interface Piece {
  z: number
  x: number
  y: number
  left: number
  top: number
  width: number
  height: number
}

/** The pieces that cover the field, each with its place in percent. */
export function piecesOf({ middle, span }: Pieced): Piece[] {
  const wanted = Math.log2((tileMetres(middle.lat, 0) * ACROSS) / span)
  const z = Math.min(NEAREST_ZOOM, Math.max(FARTHEST_ZOOM, Math.round(wanted)))
  const metres = tileMetres(middle.lat, z)
  const at = placeAmongTiles(middle, z)
  const [width, height] = [(metres / span) * 100, (metres / (span * SHAPE)) * 100]
  const [sideways, upwards] = [50 / width, 50 / height]
  const pieces: Piece[] = []
  for (let x = Math.floor(at.x - sideways); x <= at.x + sideways; x += 1) {
    for (let y = Math.floor(at.y - upwards); y <= at.y + upwards; y += 1) {
      pieces.push({ z, x, y, left: 50 + (x - at.x) * width, top: 50 + (y - at.y) * height, width, height })
    }
  }
  return pieces
}

/**
 * What lies under the pins: the city's streets where it has a provider of maps, else squares and the names of the
 * districts, which need no network.
 */
export function MapStreets({ field, taken }: MapGroundProps) {
  const map = useCityMap((city) => city.map)
  useEffect(askForCityMap, [])
  return (
    <>
      <MapLines />
      {!map && <MapNames field={field} taken={taken} />}
      {map && (
        <>
          {piecesOf(field).map(({ z, x, y, left, top, width, height }) => (
            <img
              key={`${z}/${x}/${y}`}
              className="k-map-piece"
              src={tileAddress(z, x, y)}
              alt=""
              decoding="async"
              style={{ left: `${left}%`, top: `${top}%`, width: `${width}%`, height: `${height}%` }}
            />
          ))}
          {map.attribution !== '' && <span className="k-map-source">{map.attribution}</span>}
        </>
      )}
    </>
  )
}
