import type { ReactNode } from 'react'
import { Icon } from './icon'

export interface DisclosureProps {
  title: string
  /** open when it appears; from then on it is the person's */
  startOpen?: boolean
  children: ReactNode
}

/** More for those who want it: examples, how a date was counted. */
export function Disclosure({ title, startOpen, children }: DisclosureProps) {
  return (
    <details className="k-more" open={startOpen}>
      <summary className="k-more-title">
        <Icon name="forward" size="small" className="k-more-mark" />
        {title}
      </summary>
      <div className="k-more-body">{children}</div>
    </details>
  )
}
