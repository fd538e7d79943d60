import { hrefOf, type Query, type RouteName } from './navigation'

declare const __API__: string

/** The same page in a browser, where the Worker serves the app as well. */
export function publicAddress(to: RouteName, query?: Query): string | null {
  return __API__ ? __API__ + hrefOf(to, query) : null
}
