import type { ReactNode } from 'react'
import { Icon } from './icon'
import type { IconName } from './icon-paths'
import type { Tone } from './tone'

export interface BadgeProps {
  /** plain when absent */
  tone?: Tone
  icon?: IconName
  children: ReactNode
}

/** A state in one or two words. */
export function Badge({ tone, icon, children }: BadgeProps) {
  return (
    <span className={`k-badge k-badge-${tone ?? 'plain'}`}>
      {icon && <Icon name={icon} size="small" />}
      {children}
    </span>
  )
}
