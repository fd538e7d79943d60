import { Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Failure } from '../shared/contract/failure.ts'
import { AppError, type ErrorCode, type FieldErrors } from '../shared/domain/errors.ts'
import { preferredLocale } from '../shared/domain/locale.ts'
import { wordsIn } from './locale/words.ts'
import type { Words } from './locale/words-shape.ts'
import { withContext, type AppEnv } from './middleware/context.ts'
import { cors } from './middleware/cors.ts'
import { sameOrigin } from './middleware/same-origin.ts'
import { securityHeaders } from './middleware/security-headers.ts'
import { clearSessionCookie } from './middleware/session-cookie.ts'
import { accounts } from './routes/admin/accounts.ts'
import { calendar } from './routes/admin/calendar.ts'
import { deadLetters } from './routes/admin/dead-letters.ts'
import { bodies } from './routes/bodies.ts'
import { cases } from './routes/cases.ts'
import { categories } from './routes/categories.ts'
import { health } from './routes/health.ts'
import { invitations } from './routes/invitations.ts'
import { notifications } from './routes/notifications.ts'
import { pages } from './routes/pages.ts'
import { photos } from './routes/photos.ts'
import { reports } from './routes/reports.ts'
import { session } from './routes/session.ts'
import { stations } from './routes/stations.ts'
import { statistics } from './routes/statistics.ts'
import { topics } from './routes/topics.ts'

/** The one mapping of refusals to HTTP. */
const STATUS: Record<ErrorCode, ContentfulStatusCode> = {
  MALFORMED_REQUEST: 400,
  VALIDATION_FAILED: 422,
  IDEMPOTENCY_KEY_REQUIRED: 400,
  IDEMPOTENCY_MISMATCH: 409,
  UNAUTHENTICATED: 401,
  BAD_CREDENTIALS: 401,
  TOTP_REQUIRED: 401,
  NOT_ALLOWED: 403,
  FOREIGN_ORIGIN: 403,
  NOT_FOUND: 404,
  STATION_UNKNOWN: 404,
  STATION_REVOKED: 410,
  STALE_VERSION: 409,
  ILLEGAL_TRANSITION: 422,
  PHOTO_TOO_LARGE: 413,
  PHOTO_UNSUPPORTED: 415,
  PHOTO_NOT_YOURS: 422,
  PAYLOAD_TOO_LARGE: 413,
  PROOF_REQUIRED: 428,
  RATE_LIMITED: 429,
  INTERNAL: 500,
  UNAVAILABLE: 503,
}

function inWords(fields: FieldErrors, words: Words): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([path, { problem, limit }]) => [
      path,
      words.fields[problem].replace('{limit}', String(limit ?? '')),
    ]),
  )
}

export const app = new Hono<AppEnv>()

app.use(securityHeaders)
app.use('/api/*', withContext, cors, sameOrigin)
app.route('/api/v1/health', health)
app.route('/api/v1/session', session)
app.route('/api/v1/stations', stations)
app.route('/api/v1/statistics', statistics)
app.route('/api/v1/categories', categories)
app.route('/api/v1/bodies', bodies)
app.route('/api/v1/photos', photos)
app.route('/api/v1/reports', reports)
app.route('/api/v1/cases', cases)
app.route('/api/v1/notifications', notifications)
app.route('/api/v1/topics', topics)
app.route('/api/v1/invitations', invitations)
app.route('/api/v1/admin/accounts', accounts)
app.route('/api/v1/admin/calendar', calendar)
app.route('/api/v1/admin/dead-letters', deadLetters)
app.all('/api/*', () => {
  throw new AppError('NOT_FOUND')
})
app.route('/', pages)
// A route, not `notFound`: what that throws passes by the middleware, and with it the headers.
app.all('*', () => {
  throw new AppError('NOT_FOUND')
})

app.onError((error, c) => {
  const refusal = error instanceof AppError ? error : new AppError('INTERNAL')
  // Only what nobody foresaw is logged; a refusal is an answer, and texts of users do not belong in logs.
  if (refusal.code === 'INTERNAL')
    console.error(JSON.stringify({ requestId: c.get('requestId'), error: error.name, stack: error.stack }))
  const words = wordsIn(preferredLocale(c.req.header('accept-language')))
  const failure: Failure = {
    error: {
      code: refusal.code,
      message: words.errors[refusal.code],
      ...(refusal.fields && { fields: inWords(refusal.fields, words) }),
      requestId: c.get('requestId') ?? crypto.randomUUID(),
    },
    ...(refusal.current && { current: refusal.current as Failure['current'] }),
    ...(refusal.challenge && {
      challenge: { ...refusal.challenge, expiresAt: new Date(refusal.challenge.expiresAt).toISOString() },
    }),
  }
  if (refusal.retryAfter !== undefined) c.header('Retry-After', String(refusal.retryAfter))
  if (refusal.code === 'UNAUTHENTICATED') clearSessionCookie(c)
  c.header('Cache-Control', 'no-store')
  return c.json(failure, STATUS[refusal.code])
})
