/** How much larger than usual the person wants text, by the platform's own setting; a browser zooms by itself. */
export function fontScale(): number {
  return 1
}
