import type { Context as HonoContext } from 'hono'
import { createMiddleware } from 'hono/factory'
import { matchedRoutes } from 'hono/route'
import { OPERATIONS } from '../../shared/contract/operations/all.ts'
import { AppError } from '../../shared/domain/errors.ts'
import type { Caller } from '../../shared/domain/permissions.ts'
import type { AppEnv } from './context.ts'

const CALLERS = new Map(
  OPERATIONS.map(({ method, path, permission }) => [
    `${method} ${path}`,
    Object.keys(permission) as Caller[],
  ]),
)

/** Where an operation's address begins; what lies elsewhere is a page or a file of the app. */
export const OPERATION_PATHS = ['/api/', '/open-data/', '/feeds/'] as const

/** The route of the API that a request belongs to; none for what is no route at all. */
export function apiRouteOf(c: HonoContext<AppEnv>): { method: string; path: string } | undefined {
  // What matches every method is middleware or the answer to what is no route; the pages match everything.
  return matchedRoutes(c).find(
    ({ method, path }) => method !== 'ALL' && OPERATION_PATHS.some((beginning) => path.startsWith(beginning)),
  )
}

/**
 * Puts the operation's row of the permission matrix where the use case asks who is calling. A route without a row is
 * closed to everybody: to forget one must not open it.
 */
export const permission = createMiddleware<AppEnv>(async (c, next) => {
  const route = apiRouteOf(c)
  if (route) {
    const callers = CALLERS.get(`${route.method} ${route.path}`)
    if (!callers) throw new AppError('NOT_ALLOWED')
    c.set('ctx', { ...c.get('ctx'), callers })
  }
  await next()
})
