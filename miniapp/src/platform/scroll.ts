/** Pages behind the one in front stay in the document: of several with one id, the one that is seen is meant. */
function seen(id: string): HTMLElement | null {
  const all = [...document.querySelectorAll<HTMLElement>(`[id="${id}"]`)]
  return all.find((one) => one.offsetParent !== null) ?? all[0] ?? null
}

/** Brings an element into view, without motion for who asked for none. nearest: moves no more than it must. */
export function scrollToId(id: string, block: 'start' | 'nearest' = 'start'): void {
  // A test environment has no matchMedia.
  const calm = window.matchMedia?.('(prefers-reduced-motion: reduce)').matches
  seen(id)?.scrollIntoView({ block, behavior: calm ? 'auto' : 'smooth' })
}

/** Puts the keyboard's focus there, on a control or a box, when what had it has gone. */
export function focusOnId(id: string): void {
  const element = seen(id)
  if (element && element.tabIndex < 0) element.tabIndex = -1
  element?.focus()
}

/** To the very top of the page that something stands on. */
export function scrollToTopOf(id: string): void {
  seen(id)?.closest('.k-root')?.scrollIntoView({ block: 'start' })
}

/** Puts the focus on what can be pressed around an element, as soon as it is drawn. Nothing scrolls. */
export function focusPressOf(id: string): void {
  requestAnimationFrame(() => {
    seen(id)?.closest<HTMLElement>('button, a')?.focus({ preventScroll: true })
  })
}

/** Puts the focus where something is about to be drawn. */
export function focusSoonOnId(id: string): void {
  requestAnimationFrame(() => focusOnId(id))
}
