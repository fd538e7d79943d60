import type { ReactNode } from 'react'
import { boxClass } from './box-class'

export interface BoxProps {
  as?: 'div' | 'section' | 'nav' | 'header' | 'footer' | 'aside'
  /** names a section, nav or aside for screen readers */
  label?: string
  className?: string
  /** children beside each other instead of below */
  row?: boolean
  /** space between children: 1 = 4 px … 6 = 32 px at body size */
  gap?: 1 | 2 | 3 | 4 | 5 | 6
  align?: 'start' | 'center' | 'end' | 'stretch'
  justify?: 'start' | 'center' | 'end' | 'between'
  /** a row may break into several lines */
  wrap?: boolean
  /** takes the room that is left in a row */
  grow?: boolean
  id?: string
  /** BCP 47, when what is inside speaks another language than the page (H5) */
  lang?: string
  children?: ReactNode
}

/** A plain box, and the one way to lay children out. */
export function Box({ as: Tag = 'div', label, id, lang, children, ...layout }: BoxProps) {
  return (
    <Tag className={boxClass(layout)} aria-label={label} id={id} lang={lang}>
      {children}
    </Tag>
  )
}
