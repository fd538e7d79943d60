import { hrefOf, type Query, type RouteName } from './navigation'

/** The whole address of one of our pages, for a printed code; null where nobody knows one. */
export function publicAddress(to: RouteName, query?: Query): string | null {
  return window.location.origin + hrefOf(to, query)
}
