import { useDistricts } from '@/api/districts'
import type { LatLng } from '@shared/domain/geo.ts'
import { type Taken, wordsOnMap } from './map-words'
import { useMapTextSize } from './use-map-text-size'

export interface MapNamesProps {
  middle: LatLng
  /** metres from side to side */
  span: number
  /** what stands on the map already */
  taken: readonly Taken[]
}

/** The names of the city's districts on a map without streets: where is this, and what lies beyond? */
export function MapNames({ middle, span, taken }: MapNamesProps) {
  const size = useMapTextSize()
  const districts = useDistricts()
  // What an older version kept has no places.
  const named = (districts.data?.items ?? []).filter(({ place }) => Boolean(place))
  return (
    <span className="k-map-words" aria-hidden="true">
      {wordsOnMap(named, { middle, span, size }, taken).map(({ text, left, top }) => (
        <span key={text} className="k-map-word" style={{ left: `${left}%`, top: `${top}%` }}>
          {text}
        </span>
      ))}
    </span>
  )
}
