import { useDistricts } from '@/api/districts'
import { type Field, type Taken, wordsOnMap } from './map-words'

export interface MapNamesProps {
  field: Field
  /** what stands on the map already */
  taken: readonly Taken[]
}

/** The names of the city's districts on a map without streets: where is this, and what lies beyond? */
export function MapNames({ field, taken }: MapNamesProps) {
  const districts = useDistricts()
  // What an older version kept has no places.
  const named = (districts.data?.items ?? [])
    .filter(({ place }) => Boolean(place))
    .map(({ name, place }) => ({ name: name.replace(/ District$/, ''), place }))
  return (
    <span className="k-map-words" aria-hidden="true">
      {wordsOnMap(named, field, taken).map(({ text, left, top }) => (
        <span key={text} className="k-map-word" style={{ left: `${left}%`, top: `${top}%` }}>
          {text}
        </span>
      ))}
    </span>
  )
}
