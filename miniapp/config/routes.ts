/**
 * The one list of screens: `page` is Taro's path of the file (and the mini program's path),
 * `path` is the address in a browser. It lives in config/ because Taro compiles only this folder
 * before it reads its configuration; the app imports it from here.
 */
export const routes = {
  home: { page: 'pages/home/index', path: '/' },
  station: { page: 'pages/station/index', path: '/station' },
  scan: { page: 'pages/scan/index', path: '/scan' },
  'report-new': { page: 'pages/report-new/index', path: '/report/new' },
  // A page a step: the way back works by itself, in a browser as on a phone.
  'report-new-where': { page: 'pages/report-new/where/index', path: '/report/new/where' },
  'report-new-photos': { page: 'pages/report-new/photos/index', path: '/report/new/photos' },
  'report-new-contact': { page: 'pages/report-new/contact/index', path: '/report/new/contact' },
  'report-new-check': { page: 'pages/report-new/check/index', path: '/report/new/check' },
  'report-new-station': { page: 'pages/report-new/change-station/index', path: '/report/new/station' },
  'report-new-done': { page: 'pages/report-new/done/index', path: '/report/new/done' },
  report: { page: 'pages/report/index', path: '/report' },
  'my-reports': { page: 'pages/my-reports/index', path: '/my-reports' },
  'public-reports': { page: 'pages/public-reports/index', path: '/public-reports' },
  figures: { page: 'library/pages/figures/index', path: '/figures' },
  notices: { page: 'pages/notices/index', path: '/notices' },
  cases: { page: 'library/pages/cases/index', path: '/cases' },
  case: { page: 'library/pages/case/index', path: '/case' },
  'staff-sign-in': { page: 'staff/pages/sign-in/index', path: '/staff/sign-in' },
  'staff-inbox': { page: 'staff/pages/inbox/index', path: '/staff' },
  'staff-report': { page: 'staff/pages/report/index', path: '/staff/report' },
  'staff-invitation': { page: 'staff/pages/invitation/index', path: '/staff/invitation' },
  'staff-account': { page: 'staff/pages/account/index', path: '/staff/account' },
  'staff-accounts': { page: 'staff/pages/accounts/index', path: '/staff/accounts' },
  'staff-audit-log': { page: 'staff/pages/audit-log/index', path: '/staff/audit-log' },
  'staff-dashboard': { page: 'staff/pages/dashboard/index', path: '/staff/dashboard' },
  'staff-topics': { page: 'staff/pages/topics/index', path: '/staff/topics' },
  'staff-topic': { page: 'staff/pages/topic/index', path: '/staff/topic' },
  'staff-proposal': { page: 'staff/pages/proposal/index', path: '/staff/proposal' },
  'staff-monthly': { page: 'staff/pages/monthly/index', path: '/staff/monthly' },
  'staff-station': { page: 'staff/pages/station/index', path: '/staff/station' },
  'staff-own-figures': { page: 'staff/pages/own-figures/index', path: '/staff/own-figures' },
  'staff-templates': { page: 'staff/pages/templates/index', path: '/staff/templates' },
  'staff-duty': { page: 'staff/pages/duty/index', path: '/staff/duty' },
  'staff-city': { page: 'staff/pages/city/index', path: '/staff/city' },
  'staff-print': { page: 'staff/pages/print/index', path: '/staff/print' },
  'staff-api-keys': { page: 'staff/pages/api-keys/index', path: '/staff/api-keys' },
  'staff-webhooks': { page: 'staff/pages/webhooks/index', path: '/staff/webhooks' },
  'staff-snapshot': { page: 'staff/pages/snapshot/index', path: '/staff/snapshot' },
  'staff-problems': { page: 'staff/pages/problems/index', path: '/staff/problems' },
  'staff-my-record': { page: 'staff/pages/my-record/index', path: '/staff/my-record' },
  'staff-calendar': { page: 'staff/pages/calendar/index', path: '/staff/calendar' },
  'staff-retention': { page: 'staff/pages/retention/index', path: '/staff/retention' },
  'staff-switches': { page: 'staff/pages/switches/index', path: '/staff/switches' },
  'staff-dead-letters': { page: 'staff/pages/dead-letters/index', path: '/staff/dead-letters' },
  'not-found': { page: 'pages/not-found/index', path: '/not-found' },
} as const

export type RouteName = keyof typeof routes

/** Where screens were before: a card that was sent to a friend carries the file's path for good. */
export const formerPages: Readonly<Record<string, RouteName>> = {
  'pages/cases/index': 'cases',
  'pages/case/index': 'case',
}

/** Taro's customRoutes. Any other address in a browser belongs to the not-found page, which is registered last. */
export function customRoutes(): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.values(routes).map(({ page, path }) => [
      `/${page}`,
      page === routes['not-found'].page ? [path, '/(.*)'] : path,
    ]),
  )
}
