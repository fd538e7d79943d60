import { type RouteName, routes } from '../../config/routes'

/** What Taro's generated entry leaves on the window: the way to load each screen. */
interface TaroApp {
  __taroAppConfig?: { routes?: { path: string; load: (context: object, params: object) => unknown[] }[] }
}

/**
 * Fetches the code of screens that come next, so that a form once begun goes on where the network ends. An import()
 * of our own would not do: webpack gives it other chunks than the router's.
 */
export function preloadScreens(names: readonly RouteName[]): void {
  const pages = new Set<string>(names.map((name) => routes[name].page))
  const known = (window as TaroApp).__taroAppConfig?.routes ?? []
  for (const { path, load } of known) {
    // What does not come now is fetched when it is reached.
    if (pages.has(path)) Promise.all(load({}, {})).catch(() => undefined)
  }
}
