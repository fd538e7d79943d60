import type { ReactNode } from 'react'
import { textClass } from './text-class'

export interface TextProps {
  /** a paragraph of its own instead of words in a line */
  block?: boolean
  size?: 'tiny' | 'small' | 'large' | 'figure'
  tone?: 'muted' | 'good' | 'wait' | 'bad' | 'info' | 'kapok' | 'action'
  strong?: boolean
  /** keeps the line breaks a person wrote */
  prose?: boolean
  className?: string
  children?: ReactNode
}

export function Text({ block, children, ...look }: TextProps) {
  const Tag = block ? 'p' : 'span'
  return <Tag className={textClass(look)}>{children}</Tag>
}
