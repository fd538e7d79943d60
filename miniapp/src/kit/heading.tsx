import type { ReactNode } from 'react'
import { classNames } from './class-names'

export interface HeadingProps {
  /** 1 belongs to Page */
  level?: 2 | 3 | 4
  id?: string
  className?: string
  children: ReactNode
}

export function Heading({ level = 2, id, className, children }: HeadingProps) {
  const Tag = `h${level}` as const
  return (
    <Tag className={classNames(`k-h${level}`, className)} id={id}>
      {children}
    </Tag>
  )
}
