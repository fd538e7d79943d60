import type { ReactNode } from 'react'
import { classNames } from './class-names'

export interface CardProps {
  as?: 'div' | 'section' | 'article' | 'aside'
  /** names a section for screen readers */
  label?: string
  /** tint: a quiet green ground; flat: no shadow */
  look?: 'tint' | 'flat'
  className?: string
  children: ReactNode
}

export function Card({ as: Tag = 'div', label, look, className, children }: CardProps) {
  return (
    <Tag className={classNames('k-card', look && `k-card-${look}`, className)} aria-label={label}>
      {children}
    </Tag>
  )
}
