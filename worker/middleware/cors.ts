import { createMiddleware } from 'hono/factory'
import type { AppEnv } from './context.ts'

const PREFLIGHT = {
  'Access-Control-Allow-Methods': 'GET, HEAD, POST, PUT, PATCH, DELETE',
  'Access-Control-Allow-Headers':
    'Accept-Language, Authorization, Content-Type, Idempotency-Key, If-None-Match, X-D1-Bookmark, X-Proof, X-Query-Code',
  'Access-Control-Max-Age': '600',
}

/**
 * Lets the scripts of the listed origins read the API; any other origin finds no header that speaks of it.
 *
 * Never with credentials: a listed origin shows itself by its token, so the cookie, which browsers send unasked,
 * opens nothing to it.
 */
export const cors = createMiddleware<AppEnv>(async (c, next) => {
  const origin = c.req.header('origin')
  const isListed = origin !== undefined && c.get('ctx').config.corsOrigins.includes(origin)
  const isPreflight =
    c.req.method === 'OPTIONS' && c.req.header('access-control-request-method') !== undefined
  if (isPreflight) c.res = new Response(null, { status: 204, ...(isListed && { headers: PREFLIGHT }) })
  else await next()
  // Said to everybody, so that no cache gives one origin's answer to another.
  c.header('Vary', 'Origin', { append: true })
  if (!isListed) return
  c.header('Access-Control-Allow-Origin', origin)
  c.header('Access-Control-Expose-Headers', 'ETag, Retry-After, X-D1-Bookmark')
})
