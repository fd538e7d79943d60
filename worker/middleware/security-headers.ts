import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { AppEnv } from './context.ts'

/**
 * What every answer says, whatever it is. The same lines are in `miniapp/public/_headers` for the files that the
 * host serves without asking the Worker; a test holds them equal. Browsers heed the third line over https alone.
 */
const EVERY_ANSWER: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(self), geolocation=(self), microphone=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

/**
 * What a page of ours may load and be put into: nothing foreign, and no script but the files of the build. Style
 * sheets in the page are allowed for Taro, which writes four of its own when it starts.
 */
const PAGE_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** What a page to be read needs: its own style sheet and script, and nothing that is written into it. */
const READING_POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** What is no page needs nothing: should a browser ever take a photo or an answer for one, nothing in it runs. */
const NOTHING_POLICY =
  "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"

/** Lets the answer be a page of the app. */
export function setPagePolicy(c: Context): void {
  c.header('Content-Security-Policy', PAGE_POLICY)
}

/** Lets the answer be a page to be read. */
export function setReadingPolicy(c: Context): void {
  c.header('Content-Security-Policy', READING_POLICY)
}

/**
 * Gives every answer the browser's own protections: errors, redirects and missing files too. A route may set a
 * policy or a lifetime of its own; whoever sets none gets the narrowest policy and is kept by nobody.
 */
export const securityHeaders = createMiddleware<AppEnv>(async (c, next) => {
  await next()
  for (const [name, value] of Object.entries(EVERY_ANSWER)) c.header(name, value)
  if (!c.res.headers.has('Content-Security-Policy')) c.header('Content-Security-Policy', NOTHING_POLICY)
  if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store')
})
