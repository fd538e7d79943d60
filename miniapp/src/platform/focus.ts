/** Moves the focus to a box, so that screen readers and the keyboard go on from there. */
export function focusOn(id: string): void {
  const element = document.getElementById(id)
  if (!element) return
  if (!element.hasAttribute('tabindex')) element.tabIndex = -1
  element.focus({ preventScroll: true })
  element.scrollIntoView?.({ block: 'nearest' })
}
