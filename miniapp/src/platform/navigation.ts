import Taro, { useDidHide, useDidShow, useRouter } from '@tarojs/taro'
import { useMemo } from 'react'
import { formerPages, type RouteName, routes } from '../../config/routes'

export type { RouteName } from '../../config/routes'
export type Query = Record<string, string | number | boolean | null | undefined>

/** WeChat keeps at most ten pages on its stack. */
const DEEPEST = 9

/** '?a=1&b=2', or '' when nothing is set. */
function search(query: Query = {}): string {
  const pairs = Object.entries(query).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  )
  const text = pairs.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&')
  return text ? `?${text}` : ''
}

/** The address in a browser: what an <a href> carries and what can be shared. */
export function hrefOf(to: RouteName, query?: Query): string {
  return routes[to].path + search(query)
}

/** Where Taro finds it, on both targets: what a mini program's shared card carries. */
export const urlOf = (to: RouteName, query?: Query) => `/${routes[to].page}${search(query)}`

export function navigate(to: RouteName, query?: Query): void {
  const url = urlOf(to, query)
  if (Taro.getCurrentPages().length >= DEEPEST) void Taro.redirectTo({ url })
  else void Taro.navigateTo({ url })
}

/** Takes the place of the present page: after signing in, after sending a form. */
export function redirect(to: RouteName, query?: Query): void {
  void Taro.redirectTo({ url: urlOf(to, query) })
}

/** In place of a file that the mini program does not have: where it has moved to, or the page that says so. */
export function redirectLost({ path, query }: { path: string; query?: Record<string, string> }): void {
  const moved = formerPages[path.replace(/^\//, '')]
  if (moved) redirect(moved, decodeQuery(query))
  else redirect('not-found')
}

/** Forgets every page before: after signing out. */
export function restart(to: RouteName, query?: Query): void {
  void Taro.reLaunch({ url: urlOf(to, query) })
}

/**
 * Goes to a screen that may be open already further down: back to it then, so that no screen is open twice.
 *
 * @param leaving the present page is done with: where the screen is not open, it takes this one's place
 */
export function returnTo(to: RouteName, query?: Query, { leaving = false } = {}): void {
  const pages = Taro.getCurrentPages()
  const index = pages.findIndex(({ route }) => isRoute(route, to))
  const delta = pages.length - 1 - index
  if (index < 0) (leaving ? redirect : navigate)(to, query)
  else if (delta > 0) void Taro.navigateBack({ delta })
}

/** A browser's stack knows a page by its address, a mini program's by its file. */
function isRoute(route: string | undefined, to: RouteName): boolean {
  const bare = (path: string) => path.replace(/^\//, '')
  return route !== undefined && [bare(routes[to].path), routes[to].page as string].includes(bare(route))
}

/** One page back; for who came in by a link, to `otherwise`. */
export function goBack(otherwise: RouteName = 'home', query?: Query): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack({ delta: 1 })
  else redirect(otherwise, query)
}

/** The page's own query, decoded. Stable while the page lives. */
export function useQuery(): Record<string, string | undefined> {
  const { params } = useRouter()
  return useMemo(() => decodeQuery(params), [params])
}

/** Neither target decodes for us; Taro adds its own `stamp`. */
export function decodeQuery(
  params: Record<string, string | undefined> = {},
): Record<string, string | undefined> {
  const decoded: Record<string, string | undefined> = {}
  for (const [name, value] of Object.entries(params)) {
    if (name !== 'stamp' && name !== '$taroTimestamp' && value !== undefined) decoded[name] = decode(value)
  }
  return decoded
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value.replace(/\+/g, ' '))
  } catch {
    return value
  }
}

/** Runs each time the page comes to the front, the first time too. */
export function useShown(run: () => void): void {
  useDidShow(run)
}

/** Runs when another page covers this one or the app goes to the background: save drafts here. */
export function useHidden(run: () => void): void {
  useDidHide(run)
}
