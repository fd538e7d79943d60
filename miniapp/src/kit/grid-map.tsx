import { type KeyboardEvent, type MouseEvent, type ReactNode, useState } from 'react'
import { type LatLng, moved } from '@shared/domain/geo.ts'
import { classNames } from './class-names'
import { Icon } from './icon'
import { SHAPE, SPANS } from './map-field'
import { type PlacedMark, placeMarks } from './map-marks'
import { MapStreets } from './map-streets'
import { MapTools } from './map-tools'
import { useMapTextSize } from './use-map-text-size'
import { useWidth } from './use-width'

export interface Landmark extends LatLng {
  label: string
  /** me: where the device is */
  kind?: 'me'
}

export interface GridMapProps {
  /** says what it is for, to screen readers */
  label: string
  /** the middle while there is no pin */
  centre: LatLng
  pin: LatLng | null
  landmarks?: readonly Landmark[]
  /** what the pin shows */
  pinName?: string
  /** a tap or the arrow keys put the pin there; absent, the map only shows */
  onPick?: (at: LatLng) => void
}

const STEPS: Record<string, { east: number; north: number }> = {
  ArrowUp: { east: 0, north: 1 },
  ArrowDown: { east: 0, north: -1 },
  ArrowLeft: { east: -1, north: 0 },
  ArrowRight: { east: 1, north: 0 },
}

/**
 * Known places and a pin, on streets where the city has maps, else on a grid that needs no network. A tap puts the pin, the view follows it.
 * There is no dragging, so that a thumb that scrolls the page is never caught in it.
 */
export function GridMap({ label, centre, pin, pinName, landmarks, onPick }: GridMapProps) {
  const [zoom, setZoom] = useState(2)
  const span = SPANS[zoom] ?? SPANS[2]
  const middle = pin ?? centre
  const [ref, width] = useWidth()
  const size = useMapTextSize()
  const field = { middle, span, size, width }
  const { marks, ownName, taken } = placeMarks(landmarks, field, pin && (pinName ?? ''))
  const tap = (event: MouseEvent<HTMLElement>) => {
    // Pressed by the keyboard: where the pin stands, or the middle.
    if (event.detail === 0) return onPick?.(middle)
    const box = event.currentTarget.getBoundingClientRect()
    const east = ((event.clientX - box.left) / box.width - 0.5) * span
    const north = (0.5 - (event.clientY - box.top) / box.height) * span * SHAPE
    onPick?.(moved(middle, { east, north }))
  }
  const step = (event: KeyboardEvent) => {
    const by = STEPS[event.key]
    if (!by || !onPick) return
    event.preventDefault()
    const metres = span / 40
    onPick(moved(middle, { east: by.east * metres, north: by.north * metres }))
  }
  return (
    <div className="k-map" ref={ref}>
      <Frame label={label} onTap={onPick && tap} onKey={onPick && step}>
        <MapStreets field={field} taken={taken} />
        {marks.map((mark) => (
          <Mark key={`${mark.landmark.lat},${mark.landmark.lng}`} {...mark} />
        ))}
        {pin && <Pin name={pinName} top={ownName?.top} />}
      </Frame>
      <MapTools zoom={zoom} span={span} onZoom={setZoom} />
    </div>
  )
}

interface FrameProps {
  label: string
  onTap?: (event: MouseEvent<HTMLElement>) => void
  onKey?: (event: KeyboardEvent) => void
  children: ReactNode
}

/** A picture where it only shows, a button where one can pick. */
function Frame({ label, onTap, onKey, children }: FrameProps) {
  if (!onTap) {
    return (
      <figure className="k-map-field" aria-label={label}>
        {children}
      </figure>
    )
  }
  return (
    <button type="button" className="k-map-field k-map-pick" onClick={onTap} onKeyDown={onKey}>
      <span className="k-hidden">{label}</span>
      {children}
    </button>
  )
}

/** The pin, and its name where there is room for it. */
function Pin({ name, top }: { name: string | undefined; top: number | undefined }) {
  return (
    <>
      {top !== undefined && (
        <span className="k-map-name k-map-own" style={{ top: `${top}%` }}>
          {name}
        </span>
      )}
      <span className="k-map-pin">
        <Icon name="pin" size="huge" />
      </span>
    </>
  )
}

function Mark({ landmark, place, toLeft, named }: PlacedMark) {
  return (
    <span
      className={classNames('k-map-mark', toLeft && 'k-map-mark-left', landmark.kind === 'me' && 'k-map-me')}
      style={{ left: `${place.left}%`, top: `${place.top}%` }}
    >
      <span className="k-map-dot" />
      {/* Without room it is still there for those who do not see the map. */}
      <span className={named ? 'k-map-name' : 'k-hidden'}>{landmark.label}</span>
    </span>
  )
}
