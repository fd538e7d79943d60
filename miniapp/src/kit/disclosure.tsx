import type { ReactNode } from 'react'
import { Icon } from './icon'

export interface DisclosureProps {
  title: string
  children: ReactNode
}

/** More for those who want it: examples, how a date was counted. */
export function Disclosure({ title, children }: DisclosureProps) {
  return (
    <details className="k-more">
      <summary className="k-more-title">
        <Icon name="forward" size="small" className="k-more-mark" />
        {title}
      </summary>
      <div className="k-more-body">{children}</div>
    </details>
  )
}
