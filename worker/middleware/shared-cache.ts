import { createMiddleware } from 'hono/factory'
import { etag } from 'hono/etag'
import type { AppEnv } from './context.ts'

function keptAs(cacheControl: string) {
  return [
    etag(),
    createMiddleware<AppEnv>(async (c, next) => {
      await next()
      // An error has become its answer by now; that is nobody's to keep.
      if (c.error) return
      c.header('Cache-Control', cacheControl)
      c.header('Vary', 'Accept-Language')
    }),
  ] as const
}

/** For answers that are the same for everybody: kept for five minutes, then asked for again by their ETag. */
export const cachedForAll = keptAs('public, max-age=300')

/** The same for what is counted at this moment: kept, and asked for again each time. */
export const askedForAgain = keptAs('public, no-cache')
