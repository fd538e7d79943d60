import { type RefCallback, useCallback, useRef, useState } from 'react'

/** The narrowest map that is drawn, in px: taken until the real width is known. */
const NARROWEST = 260

/** How wide an element is, in px; the component follows. The ref belongs to the element. */
export function useWidth(): [ref: RefCallback<HTMLElement>, width: number] {
  const [width, setWidth] = useState(NARROWEST)
  const watcher = useRef<ResizeObserver | null>(null)
  const ref = useCallback((element: HTMLElement | null) => {
    watcher.current?.disconnect()
    watcher.current = null
    // An old browser keeps the narrowest: words are then fewer, never over each other.
    if (!element || typeof ResizeObserver === 'undefined') return
    watcher.current = new ResizeObserver(([entry]) => {
      // Inside what is folded up it has none.
      const now = Math.floor(entry?.contentRect.width ?? 0)
      if (now > 0) setWidth(now)
    })
    watcher.current.observe(element)
  }, [])
  return [ref, width]
}
