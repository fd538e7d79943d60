import { type KeyboardEvent, type MouseEvent, type ReactNode, useState } from 'react'
import { type LatLng, moved, offset } from '@/platform/geo'
import { useFormat, useText } from '@/locale/use-text'
import { Icon } from './icon'

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
  /** a tap or the arrow keys put the pin there; absent, the map only shows */
  onPick?: (at: LatLng) => void
}

/** Metres from side to side, by zoom. */
const SPANS = [150, 300, 600, 1200, 2500, 5000, 12_000] as const
const LINES = 8
/** Height by width. */
const SHAPE = 0.75
const STEPS: Record<string, { east: number; north: number }> = {
  ArrowUp: { east: 0, north: 1 },
  ArrowDown: { east: 0, north: -1 },
  ArrowLeft: { east: -1, north: 0 },
  ArrowRight: { east: 1, north: 0 },
}

/**
 * A map that needs no network: a grid with known places and a pin. A tap puts the pin, the view follows it.
 * There is no dragging, so that a thumb that scrolls the page is never caught in it.
 */
export function GridMap({ label, centre, pin, landmarks, onPick }: GridMapProps) {
  const [zoom, setZoom] = useState(2)
  const span = SPANS[zoom] ?? SPANS[2]
  const middle = pin ?? centre
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
    <div className="k-map">
      <Frame label={label} onTap={onPick && tap} onKey={onPick && step}>
        <Lines />
        {landmarks?.map((landmark) => (
          <Mark
            key={`${landmark.lat},${landmark.lng}`}
            landmark={landmark}
            place={percent(middle, landmark, span)}
          />
        ))}
        {pin && (
          <span className="k-map-pin">
            <Icon name="pin" size="huge" />
          </span>
        )}
      </Frame>
      <Tools zoom={zoom} span={span} onZoom={setZoom} />
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

/** Where a place stands in the field, in percent from its left and top; null outside. */
function percent(middle: LatLng, at: LatLng, span: number): { left: number; top: number } | null {
  const { east, north } = offset(middle, at)
  const left = 50 + (east / span) * 100
  const top = 50 - (north / (span * SHAPE)) * 100
  return left < 2 || left > 98 || top < 2 || top > 98 ? null : { left, top }
}

function Lines() {
  const at = Array.from({ length: LINES - 1 }, (_, index) => ((index + 1) * 100) / LINES)
  return (
    <svg
      className="k-map-lines"
      viewBox="0 0 100 75"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      {at.map((x) => (
        <path key={`v${x}`} d={`M${x} 0V75`} />
      ))}
      {at.map((y) => (
        <path key={`h${y}`} d={`M0 ${y * SHAPE}H100`} />
      ))}
    </svg>
  )
}

function Mark({ landmark, place }: { landmark: Landmark; place: { left: number; top: number } | null }) {
  if (!place) return null
  const side = place.left > 60 ? 'k-map-mark k-map-mark-left' : 'k-map-mark'
  return (
    <span
      className={landmark.kind === 'me' ? `${side} k-map-me` : side}
      style={{ left: `${place.left}%`, top: `${place.top}%` }}
    >
      <span className="k-map-dot" />
      <span className="k-map-name">{landmark.label}</span>
    </span>
  )
}

function Tools({ zoom, span, onZoom }: { zoom: number; span: number; onZoom: (zoom: number) => void }) {
  const t = useText()
  const format = useFormat()
  return (
    <div className="k-map-tools">
      <span className="k-map-scale">
        {t('common.map.scale', { distance: format.distance(span / LINES) })}
      </span>
      <button
        type="button"
        className="k-button k-button-plain k-map-zoom"
        disabled={zoom === 0}
        onClick={() => onZoom(zoom - 1)}
      >
        {t('common.map.closer')}
      </button>
      <button
        type="button"
        className="k-button k-button-plain k-map-zoom"
        disabled={zoom === SPANS.length - 1}
        onClick={() => onZoom(zoom + 1)}
      >
        {t('common.map.wider')}
      </button>
    </div>
  )
}
