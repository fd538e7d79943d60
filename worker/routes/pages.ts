import { Hono, type Context } from 'hono'
import type { AppEnv } from '../middleware/context.ts'
import { noteScan } from '../use-cases/station/scans.ts'
import { setPagePolicy } from '../middleware/security-headers.ts'

/** The addresses of the H5 app's screens; a test holds them equal to the app's own list. */
export const APP_PATHS: ReadonlySet<string> = new Set([
  '/',
  '/station',
  '/scan',
  '/report/new',
  '/report/new/where',
  '/report/new/photos',
  '/report/new/contact',
  '/report/new/check',
  '/report/new/station',
  '/report/new/done',
  '/report',
  '/my-reports',
  '/public-reports',
  '/figures',
  '/notices',
  '/cases',
  '/case',
  '/staff',
  '/staff/sign-in',
  '/staff/invitation',
  '/staff/account',
  '/staff/accounts',
  '/staff/audit-log',
  '/staff/print',
  '/staff/city',
  '/staff/dashboard',
  '/staff/topics',
  '/staff/topic',
  '/staff/proposal',
  '/staff/monthly',
  '/staff/api-keys',
  '/staff/webhooks',
  '/staff/station',
  '/staff/duty',
  '/staff/templates',
  '/staff/own-figures',
  '/staff/report',
  '/staff/snapshot',
  '/staff/problems',
  '/staff/calendar',
  '/staff/retention',
  '/staff/switches',
  '/staff/dead-letters',
  '/staff/my-record',
])

/** Everything that is not the API: the H5 app and its files. */
export const pages = new Hono<AppEnv>()

function isHtml(answer: { headers: { get(name: string): string | null } }): boolean {
  return (answer.headers.get('content-type') ?? '').startsWith('text/html')
}

/** A built file, if it exists. Where missing files answer with the app's page, that is no file. */
async function fileOf(c: Context<AppEnv>, path: string): Promise<Response | null> {
  const answer = (await c.env.ASSETS.fetch(new URL(path, c.req.url).toString())) as unknown as Response
  const isFile = answer.status === 200 && isHtml(answer) === (path === '/' || path.endsWith('.html'))
  return isFile ? answer : null
}

/** The printed link. Codes that are unknown or revoked go the same way: the page explains and offers others. */
pages.get('/s/:code', (c) => {
  const code = c.req.param('code').slice(0, 40)
  // Counted beside the answer: nobody waits for it, and a scan that is not counted is no harm.
  const counted = noteScan({ db: c.env.DB, now: Date.now }, code).catch(() => undefined)
  c.executionCtx.waitUntil(counted)
  return c.redirect(`/station?code=${encodeURIComponent(code)}`)
})

/** A case as people write its address themselves. */
pages.get('/cases/:slug', (c) => {
  const slug = c.req.param('slug').slice(0, 80)
  return c.redirect(`/case?slug=${encodeURIComponent(slug)}`)
})

pages.get('*', async (c) => {
  const path = c.req.path.replace(/(?<=.)\/+$/, '')
  // A missing script that answers with a page breaks browsers in ways nobody can read from the error.
  if (/\.[a-z0-9]+$/i.test(path)) return (await fileOf(c, path)) ?? c.text('Not found\n', 404)
  // Some hosts redirect one of the two to the other, and which one differs.
  const page = (await fileOf(c, '/')) ?? (await fileOf(c, '/index.html'))
  if (!page) return c.text('The app is not built: npm run build:h5\n', 503)
  setPagePolicy(c)
  c.header('Cache-Control', 'no-cache')
  return c.html(await page.text(), APP_PATHS.has(path) ? 200 : 404)
})
