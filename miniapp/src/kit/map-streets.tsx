import { useEffect } from 'react'
import type { LatLng } from '@shared/domain/geo.ts'
import { FARTHEST_ZOOM, NEAREST_ZOOM, placeAmongTiles, tileMetres } from '@shared/domain/map-tile.ts'
import { askForCityMap, tileAddress, useCityMap } from '@/state/city-map'
import { SHAPE } from './map-field'
import { MapLines } from './map-lines'
import { MapNames } from './map-names'
import type { Taken } from './map-words'

export interface MapStreetsProps {
  middle: LatLng
  /** metres from side to side */
  span: number
}

export interface MapGroundProps extends MapStreetsProps {
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
export function piecesOf({ middle, span }: MapStreetsProps): Piece[] {
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
export function MapStreets({ taken, ...props }: MapGroundProps) {
  const map = useCityMap((city) => city.map)
  useEffect(askForCityMap, [])
  return (
    <>
      <MapLines />
      {!map && <MapNames {...props} taken={taken} />}
      {map && (
        <>
          {piecesOf(props).map(({ z, x, y, left, top, width, height }) => (
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
