import { useState } from 'react'
import type { LatLng } from '@shared/domain/geo.ts'
import { classNames } from './class-names'
import { placeInField, SPANS, viewOf } from './map-field'
import { MapStreets } from './map-streets'
import { MapTools } from './map-tools'
import { roomOf } from './map-words'
import { useMapTextSize } from './use-map-text-size'
import { useWidth } from './use-width'

export interface MapPin extends LatLng {
  id: string
  /** what is there, to screen readers */
  label: string
}

export interface PinMapProps {
  /** names the map */
  label: string
  pins: readonly MapPin[]
  /** ids of those that are chosen */
  chosen: readonly string[]
  /** a pin was pressed: all that stand there */
  onChoose: (ids: string[]) => void
  /** names a place where several stand */
  several: (n: number) => string
}

/** Pins nearer to each other than this, in percent of the field, are one place: a thumb could not tell them apart. */
const APART = 9

interface Place {
  left: number
  top: number
  pins: MapPin[]
}

function placesOf(pins: readonly MapPin[], middle: LatLng, span: number): Place[] {
  const places: Place[] = []
  for (const pin of pins) {
    const at = placeInField(middle, pin, span)
    if (!at) continue
    const near = places.find(
      ({ left, top }) => Math.abs(left - at.left) < APART && Math.abs(top - at.top) < APART,
    )
    if (near) near.pins.push(pin)
    else places.push({ ...at, pins: [pin] })
  }
  return places
}

/** px of a pin's face; its target is larger. */
const FACE = { width: 30, height: 30 }

/** Many places on one map. What lies close together is one pin with a number, nearer it parts. */
export function PinMap({ label, pins, chosen, onChoose, several }: PinMapProps) {
  const view = viewOf(pins)
  const [ref, width] = useWidth()
  const size = useMapTextSize()
  const [zoom, setZoom] = useState<number | null>(null)
  const at = zoom ?? view.zoom
  const span = SPANS[at] ?? SPANS[0]
  const focus = pins.find(({ id }) => id === chosen[0])
  // Nearer than all of them fit into, the chosen one is the middle.
  const middle = focus && at < view.zoom ? focus : view.middle
  const places = placesOf(pins, middle, span)
  return (
    <div className="k-map" ref={ref}>
      <figure className="k-map-field" aria-label={label}>
        <MapStreets
          field={{ middle, span, size, width }}
          taken={places.map((place) => roomOf(place, FACE, width))}
        />
        {places.map(({ left, top, pins: here }) => {
          const ids = here.map(({ id }) => id)
          const [first] = here
          return (
            <button
              key={ids[0]}
              type="button"
              className={classNames(
                'k-map-spot',
                ids.some((id) => chosen.includes(id)) && 'k-map-spot-chosen',
              )}
              style={{ left: `${left}%`, top: `${top}%` }}
              aria-pressed={ids.some((id) => chosen.includes(id))}
              aria-label={here.length > 1 ? several(here.length) : first?.label}
              onClick={() => onChoose(ids)}
            >
              <span className="k-map-spot-face" aria-hidden="true">
                {here.length > 1 ? here.length : ''}
              </span>
            </button>
          )
        })}
      </figure>
      <MapTools zoom={at} span={span} onZoom={setZoom} />
    </div>
  )
}
