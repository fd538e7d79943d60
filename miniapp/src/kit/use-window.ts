import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { RowHeights } from './row-heights'

/** Rows `from` to before `to`. */
export interface Span {
  from: number
  to: number
}

export interface WindowOptions {
  /** how many rows there are */
  count: number
  /** a row's height before it has been drawn, px */
  guess: number
  /** the last rows are in sight: more may be loaded */
  onEnd?: () => void
  /** tells which rows are drawn */
  onSpan?: (from: number, to: number) => void
  /** this row is brought into sight whenever its id changes; index -1: it is not there */
  shown?: { id: string; index: number }
}

/** So many rows more than are seen, on both sides: a fast thumb meets no white. */
const MORE = 12
/** The span moves by so many at a time, so that most scrolling draws nothing anew. */
const STEP = 6
/** What is drawn before anything could be measured. */
const FIRST: Span = { from: 0, to: 30 }

const scrollers = new WeakMap<Element, Element>()

/** What scrolls around an element; looked for once, because styles are dear to ask for at every step. */
function scrollerOf(element: Element): Element {
  const known = scrollers.get(element)
  if (known) return known
  const found = nearestScroller(element)
  scrollers.set(element, found)
  return found
}

function nearestScroller(element: Element): Element {
  let at = element.parentElement
  while (at && at !== document.body) {
    const { overflowY } = getComputedStyle(at)
    if (overflowY === 'auto' || overflowY === 'scroll') return at
    at = at.parentElement
  }
  return document.scrollingElement ?? document.documentElement
}

function topOf(scroller: Element): number {
  return scroller === document.scrollingElement ? 0 : scroller.getBoundingClientRect().top
}

function widened({ from, to }: Span, count: number): Span {
  return {
    from: Math.max(0, Math.floor((from - MORE) / STEP) * STEP),
    to: Math.min(count, Math.ceil((to + 1 + MORE) / STEP) * STEP),
  }
}

const isIn = (index: number, { from, to }: Span) => index >= from && index < to

/**
 * Draws only the rows in sight of a long list. Rows carry `data-row` with their index; `box` holds them, between two
 * empty heights for those that are not drawn. What is seen stays where it is when a guess above it was wrong.
 */
export function useWindow<E extends HTMLElement>({ count, guess, onEnd, onSpan, shown }: WindowOptions) {
  const box = useRef<E>(null)
  const kept = useRef<RowHeights>()
  kept.current ??= new RowHeights(guess)
  const heights = kept.current
  const atEnd = useRef(onEnd)
  const wanted = useRef<number | null>(null)
  const [asked, setSpan] = useState<Span>(FIRST)
  const span = { from: Math.max(0, Math.min(asked.from, count - STEP)), to: Math.min(asked.to, count) }
  useEffect(() => {
    atEnd.current = onEnd
  })
  useEffect(() => onSpan?.(span.from, span.to), [onSpan, span.from, span.to])
  const look = useCallback(() => {
    const seen = box.current && seenIn(box.current, heights, count)
    if (!box.current || !seen) return
    const next = widened(seen, count)
    keepFocus(box.current, next)
    setSpan((now) => (now.from === next.from && now.to === next.to ? now : next))
    if (seen.to >= count - MORE) atEnd.current?.()
  }, [count, heights])
  useScrolling(box, look)
  const index = shown?.index ?? -1
  const id = shown?.id
  useEffect(() => {
    if (id === undefined || index < 0) return
    wanted.current = index
    setSpan((now) => (isIn(index, now) ? { ...now } : widened({ from: index, to: index }, Infinity)))
    // Only another row is brought into sight, not the same at another place.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [id, index < 0])
  useLayoutEffect(() => {
    if (!box.current) return
    keepInPlace(box.current, measureRows(box.current, heights))
    const row = wanted.current === null ? null : rowIn(box.current, wanted.current)
    if (!row) return
    wanted.current = null
    // Down or up only: a wide row must not pull the page aside.
    const scroller = scrollerOf(box.current)
    const aside = scroller.scrollLeft
    row.scrollIntoView({ block: 'nearest' })
    scroller.scrollLeft = aside
  })
  return { box, span, before: heights.sum(0, span.from), after: heights.sum(span.to, count) }
}

function rowIn(box: Element, index: number): Element | null {
  return box.querySelector(`[data-row="${index}"]`)
}

/** The rows that are seen; null where nothing has a size, as in a test. */
function seenIn(box: Element, heights: RowHeights, count: number): Span | null {
  const scroller = scrollerOf(box)
  if (scroller.clientHeight === 0) return null
  const above = topOf(scroller) - box.getBoundingClientRect().top
  return { from: heights.at(above, count), to: heights.at(above + scroller.clientHeight, count) }
}

/** Measures what is drawn; answers how much higher than thought the rows above the edge of sight are. */
function measureRows(box: Element, heights: RowHeights): number {
  const rows = [...box.querySelectorAll<HTMLElement>('[data-row]')].map((row) => ({
    index: Number(row.dataset.row),
    rect: row.getBoundingClientRect(),
  }))
  const edge = topOf(scrollerOf(box))
  let moved = 0
  rows.forEach(({ index, rect }, at) => {
    const next = rows[at + 1]
    // A heading between two rows belongs to the upper one.
    const height = next?.index === index + 1 ? next.rect.top - rect.top : rect.height
    if (height <= 0) return
    const more = heights.measure(index, height)
    if (rect.bottom < edge) moved += more
  })
  return moved
}

function keepInPlace(box: Element, moved: number): void {
  if (Math.abs(moved) >= 1) scrollerOf(box).scrollTop += moved
}

/** A row that leaves the document would take the keyboard's focus to the top of the page. */
function keepFocus(box: HTMLElement, next: Span): void {
  const row = document.activeElement?.closest<HTMLElement>('[data-row]')
  if (row && box.contains(row) && !isIn(Number(row.dataset.row), next)) box.focus({ preventScroll: true })
}

/** Looks again when anything around the list scrolls, or the window changes its size. */
function useScrolling(box: RefObject<HTMLElement>, look: () => void): void {
  useEffect(() => {
    if (!box.current) return
    look()
    document.addEventListener('scroll', look, { capture: true, passive: true })
    // In another width something else may scroll.
    const lookAnew = () => {
      if (box.current) scrollers.delete(box.current)
      look()
    }
    window.addEventListener('resize', lookAnew)
    return () => {
      document.removeEventListener('scroll', look, { capture: true })
      window.removeEventListener('resize', lookAnew)
    }
  }, [box, look])
}
