import type { Context } from 'hono'

/** What a page of ours may load and be put into: nothing foreign. The same rules are in `miniapp/public/_headers`. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

const TWO_YEARS_S = 63_072_000

/** Sets the security headers of an HTML page. */
export function setPageHeaders(c: Context): void {
  c.header('Content-Security-Policy', CONTENT_SECURITY_POLICY)
  c.header('X-Content-Type-Options', 'nosniff')
  c.header('X-Frame-Options', 'DENY')
  c.header('Referrer-Policy', 'same-origin')
  c.header('Permissions-Policy', 'camera=(self), geolocation=(self), microphone=()')
  c.header('Cross-Origin-Opener-Policy', 'same-origin')
  // Over plain http browsers ignore it, and a machine on somebody's desk must not be locked out.
  if (new URL(c.req.url).protocol === 'https:') {
    c.header('Strict-Transport-Security', `max-age=${TWO_YEARS_S}; includeSubDomains`)
  }
}
