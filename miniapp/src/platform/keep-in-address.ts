import { hrefOf, type Query, type RouteName } from './navigation'

/**
 * Writes what a page is narrowed to into the browser's address, in place: a reload, a shared link and the way
 * back find it again, and the history gets no entry for every letter.
 */
export function keepInAddress(page: RouteName, query: Query): void {
  // Typed words settle a moment later: by then another page may be in front.
  if (window.location.pathname !== hrefOf(page)) return
  window.history.replaceState(window.history.state, '', hrefOf(page, query))
}
