import type { ReactNode } from 'react'
import { useWindow, type WindowOptions } from './use-window'

export interface WindowListProps extends WindowOptions {
  /** draws rows `from` to before `to`, each with its `position` */
  children: (from: number, to: number) => ReactNode
}

/** A list of any length: in the document are only the rows in sight and a few around them. */
export function WindowList({ children, ...options }: WindowListProps) {
  const { box, span, before, after } = useWindow<HTMLDivElement>(options)
  return (
    <div className="k-window" ref={box} tabIndex={-1}>
      <div className="k-window-gap" style={{ height: `${before}px` }} />
      {children(span.from, span.to)}
      <div className="k-window-gap" style={{ height: `${after}px` }} />
    </div>
  )
}
