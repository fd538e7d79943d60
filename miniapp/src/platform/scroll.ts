/** Brings an element into view, without motion for who asked for none. nearest: moves no more than it must. */
export function scrollToId(id: string, block: 'start' | 'nearest' = 'start'): void {
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  document.getElementById(id)?.scrollIntoView({ block, behavior: calm ? 'auto' : 'smooth' })
}

/** Puts the keyboard's focus there, on a control or a box, when what had it has gone. */
export function focusOnId(id: string): void {
  const element = document.getElementById(id)
  if (element && element.tabIndex < 0) element.tabIndex = -1
  element?.focus()
}

/** To the very top of the page that something stands on. */
export function scrollToTopOf(id: string): void {
  document.getElementById(id)?.closest('.k-root')?.scrollIntoView({ block: 'start' })
}
