import { Hono } from 'hono'
import type { AppEnv } from '../middleware/context.ts'
import { setReadingPolicy } from '../middleware/security-headers.ts'
import { cachedForAll } from '../middleware/shared-cache.ts'
import { apiPage } from '../use-cases/api/api-page.ts'
import { describeApi } from '../use-cases/api/describe-api.ts'
import { PAGE_SCRIPT, PAGE_STYLE } from '../use-cases/api/page-style.ts'

/** `/api/docs`: what this API is, for people. */
export const apiDocs = new Hono<AppEnv>()

let made: { version: string; page: string } | null = null

apiDocs.get('/', ...cachedForAll, (c) => {
  const { version } = c.get('ctx').config
  if (made?.version !== version) made = { version, page: apiPage(describeApi(version)) }
  setReadingPolicy(c)
  return c.html(made.page)
})

apiDocs.get('/page.css', ...cachedForAll, (c) =>
  c.body(PAGE_STYLE, 200, { 'Content-Type': 'text/css; charset=utf-8' }),
)

apiDocs.get('/page.js', ...cachedForAll, (c) =>
  c.body(PAGE_SCRIPT, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }),
)
