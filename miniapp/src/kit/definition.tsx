import type { ReactNode } from 'react'
import type { Query, RouteName } from '@/platform/navigation'
import { DefinitionChange } from './definition-change'

export interface DefinitionRow {
  label: string
  value: ReactNode
  /** the way to change this answer: a screen or a deed */
  change?: { to: RouteName; query?: Query } | (() => void)
}

export interface DefinitionProps {
  rows: readonly DefinitionRow[]
  /** for screen readers */
  label?: string
}

/** Labels and values: a report's facts; the answers to check before sending. */
export function Definition({ rows, label }: DefinitionProps) {
  return (
    <dl className="k-facts" aria-label={label}>
      {rows.map((row) => (
        <div key={row.label} className="k-fact">
          <dt className="k-fact-label">{row.label}</dt>
          <dd className="k-fact-value">{row.value}</dd>
          {row.change && (
            <dd className="k-fact-change">
              <DefinitionChange row={row} />
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}
