import { useState } from 'react'

export interface BeforeAfterProps {
  before: string
  after: string
  /** what the two are called */
  beforeLabel: string
  afterLabel: string
  /** says what the slider does */
  label: string
}

const HALF = 50

/** Two pictures of one place on top of each other; a slider uncovers the second. Pure style: nothing is measured. */
export function BeforeAfter({ before, after, beforeLabel, afterLabel, label }: BeforeAfterProps) {
  const [at, setAt] = useState(HALF)
  return (
    <div className="k-compare">
      <div className="k-compare-pictures">
        <img className="k-compare-picture" src={after} alt={afterLabel} decoding="async" />
        <img
          className="k-compare-picture k-compare-over"
          src={before}
          alt={beforeLabel}
          decoding="async"
          style={{ clipPath: `inset(0 ${100 - at}% 0 0)` }}
        />
        <span className="k-compare-edge" style={{ left: `${at}%` }} aria-hidden="true" />
        <span className="k-compare-name k-compare-name-before" aria-hidden="true">
          {beforeLabel}
        </span>
        <span className="k-compare-name k-compare-name-after" aria-hidden="true">
          {afterLabel}
        </span>
      </div>
      <input
        className="k-compare-slider"
        type="range"
        min={0}
        max={100}
        value={at}
        aria-label={label}
        aria-valuetext={`${beforeLabel} ${at}%`}
        onChange={(event) => setAt(Number(event.target.value))}
      />
    </div>
  )
}
