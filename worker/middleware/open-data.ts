import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { LICENCE } from '../../shared/domain/open-data.ts'
import type { Stamp } from '../repository/open-data.ts'
import type { AppEnv } from './context.ts'
import { namesTag } from './if-none-match.ts'

/** Raised when a file is written in another way: what was kept of the old one is then asked for anew. */
const FORMAT = 1

const PREFLIGHT = {
  'Access-Control-Allow-Methods': 'GET, HEAD',
  'Access-Control-Allow-Headers': 'Accept-Language, If-Modified-Since, If-None-Match',
  'Access-Control-Max-Age': '86400',
}

/** Open to the scripts of every page of the world, who are told the terms; nothing of the caller is read. */
export const openToAll = createMiddleware<AppEnv>(async (c, next) => {
  if (c.req.method === 'OPTIONS') c.res = new Response(null, { status: 204, headers: PREFLIGHT })
  else await next()
  c.header('Access-Control-Allow-Origin', '*')
  c.header('Access-Control-Expose-Headers', 'ETag, Last-Modified, Link')
  if (c.error || c.req.method === 'OPTIONS') return
  c.header('Link', `<${LICENCE.url}>; rel="license"`)
  c.header('Vary', 'Accept-Language')
  c.header('Cache-Control', 'public, max-age=300')
})

function isKnown(c: Context, etag: string, lastModified: number): boolean {
  const tags = c.req.header('if-none-match')
  // RFC 9110, 13.1.3: where both are sent, the tag decides alone.
  if (tags !== undefined) return namesTag(tags, etag)
  const since = Date.parse(c.req.header('if-modified-since') ?? '')
  return !Number.isNaN(since) && lastModified <= since
}

export interface OpenFile {
  type: string
  /** saved under this name; absent for what is read where it is */
  name?: string
  stamp: Stamp
  body: string | ReadableStream<Uint8Array>
}

/** A file that says which state of the data it is; 304 for those who have it already. */
export function answerOpenFile(c: Context<AppEnv>, { type, name, stamp, body }: OpenFile): Response {
  const { locale, config } = c.get('ctx')
  // Weak: the platform may compress it.
  const etag = `W/"${stamp.changes}-${locale}-${config.version}-${FORMAT}"`
  const lastModified = Math.floor(stamp.changedAt / 1000) * 1000
  c.header('ETag', etag)
  c.header('Last-Modified', new Date(lastModified).toUTCString())
  if (isKnown(c, etag, lastModified)) return c.body(null, 304)
  c.header('Content-Type', type)
  if (name) c.header('Content-Disposition', `attachment; filename="${name}"`)
  return c.body(body)
}
