/**
 * The one list of screens: `page` is Taro's path of the file (and the mini program's path),
 * `path` is the address in a browser. It lives in config/ because Taro compiles only this folder
 * before it reads its configuration; the app imports it from here.
 */
export const routes = {
  home: { page: 'pages/home/index', path: '/' },
  station: { page: 'pages/station/index', path: '/station' },
  'report-new': { page: 'pages/report-new/index', path: '/report/new' },
  // A page a step: the way back works by itself, in a browser as on a phone.
  'report-new-where': { page: 'pages/report-new/where/index', path: '/report/new/where' },
  'report-new-photos': { page: 'pages/report-new/photos/index', path: '/report/new/photos' },
  'report-new-contact': { page: 'pages/report-new/contact/index', path: '/report/new/contact' },
  'report-new-check': { page: 'pages/report-new/check/index', path: '/report/new/check' },
  'report-new-done': { page: 'pages/report-new/done/index', path: '/report/new/done' },
  report: { page: 'pages/report/index', path: '/report' },
  'my-reports': { page: 'pages/my-reports/index', path: '/my-reports' },
  cases: { page: 'pages/cases/index', path: '/cases' },
  case: { page: 'pages/case/index', path: '/case' },
  'staff-sign-in': { page: 'staff/pages/sign-in/index', path: '/staff/sign-in' },
  'staff-inbox': { page: 'staff/pages/inbox/index', path: '/staff' },
  'staff-report': { page: 'staff/pages/report/index', path: '/staff/report' },
  'staff-invitation': { page: 'staff/pages/invitation/index', path: '/staff/invitation' },
  'staff-account': { page: 'staff/pages/account/index', path: '/staff/account' },
  'staff-snapshot': { page: 'staff/pages/snapshot/index', path: '/staff/snapshot' },
  'not-found': { page: 'pages/not-found/index', path: '/not-found' },
} as const

export type RouteName = keyof typeof routes

/** Taro's customRoutes. Any other address in a browser belongs to the not-found page, which is registered last. */
export function customRoutes(): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.values(routes).map(({ page, path }) => [
      `/${page}`,
      page === routes['not-found'].page ? [path, '/(.*)'] : path,
    ]),
  )
}
