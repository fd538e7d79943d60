import { Hono, type Context } from 'hono'
import type { AppEnv } from '../middleware/context.ts'
import { setPagePolicy } from '../middleware/security-headers.ts'

/** The addresses of the H5 app's screens; a test holds them equal to the app's own list. */
export const APP_PATHS: ReadonlySet<string> = new Set([
  '/',
  '/station',
  '/report/new',
  '/report/new/where',
  '/report/new/photos',
  '/report/new/contact',
  '/report/new/check',
  '/report/new/done',
  '/report',
  '/my-reports',
  '/cases',
  '/case',
  '/staff',
  '/staff/sign-in',
  '/staff/invitation',
  '/staff/account',
  '/staff/report',
  '/staff/snapshot',
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
pages.get('/s/:code', (c) =>
  c.redirect(`/station?code=${encodeURIComponent(c.req.param('code').slice(0, 40))}`),
)

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
