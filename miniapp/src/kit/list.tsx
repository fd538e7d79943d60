import type { ReactNode } from 'react'
import { classNames } from './class-names'

export interface ListProps {
  label?: string
  ordered?: boolean
  /** no card around it */
  bare?: boolean
  className?: string
  children: ReactNode
}

export function List({ label, ordered, bare, className, children }: ListProps) {
  const Tag = ordered ? 'ol' : 'ul'
  return (
    <Tag className={classNames('k-list', bare && 'k-list-bare', className)} aria-label={label}>
      {children}
    </Tag>
  )
}
