import { LINES, SHAPE } from './map-field'

/** The squares of a map without streets. */
export function MapLines() {
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
