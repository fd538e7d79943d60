import type { D1DatabaseSession } from '@cloudflare/workers-types'
import type { Context as HonoContext } from 'hono'
import type { Credentials } from '../context.ts'
import type { AppEnv } from './context.ts'

/** Says which state of the database an answer was read from; sent back, later answers are not older than it. */
const HEADER = 'x-d1-bookmark'

/** As D1 writes it. Anything else is no bookmark and is not believed. */
const BOOKMARK = /^[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{32}$/

const READS: ReadonlySet<string> = new Set(['GET', 'HEAD'])

/**
 * The database for one request. What everybody may read comes from the nearest copy that is at least as new as what the
 * caller has seen. Everything else asks the primary: a session that was ended must be ended on the very next request, and
 * a report must be there for whoever has just filed it.
 */
export function databaseFor(c: HonoContext<AppEnv>, caller: Credentials): D1DatabaseSession {
  const isNobodys = READS.has(c.req.method) && caller.tokenHash === null && caller.queryCode === null
  const seen = c.req.header(HEADER) ?? ''
  if (!isNobodys) return c.env.DB.withSession('first-primary')
  return c.env.DB.withSession(BOOKMARK.test(seen) ? seen : 'first-unconstrained')
}

/** Puts the bookmark of what was read or written onto the answer. */
export function sayBookmark(c: HonoContext<AppEnv>, database: D1DatabaseSession): void {
  const bookmark = database.getBookmark()
  if (bookmark) c.header(HEADER, bookmark)
}
