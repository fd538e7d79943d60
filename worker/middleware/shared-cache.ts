import { createMiddleware } from 'hono/factory'
import { etag } from 'hono/etag'
import type { AppEnv } from './context.ts'

/** For answers that are the same for everybody: kept for five minutes, then asked for again by their ETag. */
export const cachedForAll = [
  etag(),
  createMiddleware<AppEnv>(async (c, next) => {
    await next()
    // An error has become its answer by now; that is nobody's to keep.
    if (c.error) return
    c.header('Cache-Control', 'public, max-age=300')
    c.header('Vary', 'Accept-Language')
  }),
] as const
