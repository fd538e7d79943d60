/** Modules of white around the code: what the standard asks for. */
const QUIET = 4

/** QR modules as an SVG picture: black on white, also on a dark page. */
export function qrSvg(modules: readonly (readonly boolean[])[]): string {
  const size = modules.length + 2 * QUIET
  const dark = modules.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x + QUIET} ${y + QUIET}h1v1h-1z`] : [])),
  )
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">` +
    `<rect width="100%" height="100%" fill="#fff"/><path d="${dark.join('')}"/></svg>`
  )
}
