/** Brings an element into view, without motion for who asked for none. */
export function scrollToId(id: string): void {
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  document.getElementById(id)?.scrollIntoView({ block: 'start', behavior: calm ? 'auto' : 'smooth' })
}

/** Puts the keyboard's focus there, when what had it has gone. */
export function focusOnId(id: string): void {
  document.getElementById(id)?.focus()
}
