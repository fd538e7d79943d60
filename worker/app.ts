import { Hono } from 'hono'
import type { Failure } from '../shared/contract/failure.ts'
import { AppError, type FieldErrors } from '../shared/domain/errors.ts'
import { preferredLocale } from '../shared/domain/locale.ts'
import { wordsIn } from './locale/words.ts'
import type { Words } from './locale/words-shape.ts'
import { callerFirst } from './middleware/caller-first.ts'
import { withContext, type AppEnv } from './middleware/context.ts'
import { cors } from './middleware/cors.ts'
import { openToAll } from './middleware/open-data.ts'
import { permission } from './middleware/permission.ts'
import { sameOrigin } from './middleware/same-origin.ts'
import { securityHeaders } from './middleware/security-headers.ts'
import { clearSessionCookie } from './middleware/session-cookie.ts'
import { accounts } from './routes/admin/accounts.ts'
import { apiKeys } from './routes/admin/api-keys.ts'
import { auditLog } from './routes/admin/audit-log.ts'
import { calendar } from './routes/admin/calendar.ts'
import { cityTables } from './routes/admin/city-tables.ts'
import { deadLetters } from './routes/admin/dead-letters.ts'
import { references } from './routes/admin/references.ts'
import { retention } from './routes/admin/retention.ts'
import { webhooks } from './routes/admin/webhooks.ts'
import { switches } from './routes/admin/switches.ts'
import { logError } from './refusal-log.ts'
import { STATUS } from './refusal-status.ts'
import { apiDocs } from './routes/api-docs.ts'
import { bodies } from './routes/bodies.ts'
import { cases } from './routes/cases.ts'
import { categories } from './routes/categories.ts'
import { districts } from './routes/districts.ts'
import { health } from './routes/health.ts'
import { invitations } from './routes/invitations.ts'
import { myRecord } from './routes/my-record.ts'
import { notifications } from './routes/notifications.ts'
import { feeds, openData } from './routes/open-data.ts'
import { open311 } from './routes/open311.ts'
import { openApi } from './routes/open-api.ts'
import { pages } from './routes/pages.ts'
import { personalData } from './routes/personal-data.ts'
import { problemNotes } from './routes/problem-notes.ts'
import { photos } from './routes/photos.ts'
import { map } from './routes/map.ts'
import { reports } from './routes/reports.ts'
import { session } from './routes/session.ts'
import { stations } from './routes/stations.ts'
import { statistics } from './routes/statistics.ts'
import { supervision } from './routes/supervision.ts'
import { templates } from './routes/templates.ts'
import { topics } from './routes/topics.ts'

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
app.use('/api/*', withContext, cors, sameOrigin, permission)
app.route('/api/openapi.json', openApi)
app.route('/api/docs', apiDocs)
app.route('/api/v1/health', health)
app.route('/api/v1/session', session)
app.route('/api/v1/stations', stations)
app.route('/api/v1/statistics', statistics)
app.route('/api/v1/categories', categories)
app.route('/api/v1/bodies', bodies)
app.route('/api/v1/templates', templates)
app.route('/api/v1/districts', districts)
app.route('/api/v1/photos', photos)
app.route('/api/v1/map', map)
app.route('/api/v1/reports', reports)
app.route('/api/v1/cases', cases)
app.route('/api/v1/notifications', notifications)
app.route('/api/v1/supervision', supervision)
app.route('/api/v1/topics', topics)
app.route('/api/v1/problem-notes', problemNotes)
app.route('/api/v1/my-record', myRecord)
app.route('/api/v1/invitations', invitations)
app.route('/api/v1/admin/accounts', accounts)
app.route('/api/v1/admin/api-keys', apiKeys)
app.route('/api/v1/admin/audit-log', auditLog)
app.route('/api/v1/admin/calendar', calendar)
app.route('/api/v1/admin/dead-letters', deadLetters)
app.route('/api/v1/admin/references', references)
app.route('/api/v1/admin/retention', retention)
app.route('/api/v1/admin/webhooks', webhooks)
app.route('/api/v1/admin/switches', switches)
app.route('/api/v1/admin', cityTables)
app.route('/api/v1/personal-data', personalData)
app.all('/api/*', () => {
  throw new AppError('NOT_FOUND')
})
app.use('/open-data/*', withContext, openToAll, permission)
app.use('/feeds/*', withContext, openToAll, permission)
app.route('/open-data', openData)
app.route('/feeds', feeds)
for (const files of ['/open-data', '/open-data/*', '/feeds', '/feeds/*'])
  app.all(files, () => {
    throw new AppError('NOT_FOUND')
  })
app.use('/open311/*', withContext, cors)
app.route('/open311/v2', open311)
app.route('/', pages)
// A route, not `notFound`: what that throws passes by the middleware, and with it the headers.
app.all('*', () => {
  throw new AppError('NOT_FOUND')
})

app.onError(async (error, c) => {
  const refusal = error instanceof AppError ? await callerFirst(c, error) : new AppError('INTERNAL')
  logError(c, error, refusal)
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
