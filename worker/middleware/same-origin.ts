import { getCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { AppError } from '../../shared/domain/errors.ts'
import { SESSION_COOKIE, type AppEnv } from './context.ts'

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses writes that another site makes in the caller's name.
 *
 * Only the cookie is sent by browsers unasked, so a caller with an `Authorization` header is never in danger.
 * Browsers name the origin of every write; a client without origin and cookie (curl, the mini program) passes, and
 * so does one of the listed origins, which has no use for the cookie.
 */
export const sameOrigin = createMiddleware<AppEnv>(async (c, next) => {
  if (SAFE_METHODS.has(c.req.method) || c.req.header('authorization') !== undefined) return next()
  const origin = c.req.header('origin')
  const hasCookie = getCookie(c, SESSION_COOKIE) !== undefined
  const isOwn = origin === new URL(c.req.url).origin
  const isListed = origin === undefined || c.get('ctx').config.corsOrigins.includes(origin)
  const isForeign = !isOwn && (hasCookie || !isListed)
  if (isForeign) throw new AppError('FOREIGN_ORIGIN')
  return next()
})
