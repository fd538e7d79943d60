import type { ReactNode } from 'react'

export interface GraphicProps {
  /** what is to be seen, in a sentence */
  label: string
  className?: string
  children: ReactNode
}

/** A picture made of several parts: for screen readers it is one, and its label all that is said of it. */
export function Graphic({ label, className, children }: GraphicProps) {
  return (
    // Not an <img>: it is made of drawings and of text that grows with the page's.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <div role="img" aria-label={label} className={className}>
      {children}
    </div>
  )
}
