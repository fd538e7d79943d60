import type { Query, RouteName } from '@/platform/navigation'

const PAGES = [
  'staff-inbox',
  'staff-report',
  'staff-snapshot',
  'staff-account',
  'staff-dashboard',
  'staff-topics',
  'staff-topic',
  'staff-proposal',
  'staff-monthly',
] as const satisfies readonly RouteName[]

/** The page somebody came from, out of the sign-in's own query; the inbox for everybody else. */
export function nextPage({ next, again: _again, ...query }: Record<string, string | undefined>): {
  to: RouteName
  query?: Query
} {
  const to = PAGES.find((page) => page === next)
  return to ? { to, query } : { to: 'staff-inbox' }
}
