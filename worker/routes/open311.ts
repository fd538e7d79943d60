import { Hono, type Context as HonoContext } from 'hono'
import { createMiddleware } from 'hono/factory'
import { geoReadQuery, geoRequestQuery, geoUpdateQuery } from '../../shared/contract/open311.ts'
import { OF_OPEN311, type Open311Operation } from '../../shared/contract/operations/of-open311.ts'
import { idempotencyKey } from '../../shared/contract/primitives.ts'
import { AppError } from '../../shared/domain/errors.ts'
import type { Caller } from '../../shared/domain/permissions.ts'
import type { Context } from '../context.ts'
import type { AppEnv } from '../middleware/context.ts'
import { answerOpen311, refuseOpen311 } from '../middleware/open311-answer.ts'
import {
  apiKeyIn,
  parseOpen311Form,
  parseOpen311Query,
  readOpen311Form,
} from '../middleware/parse-open311.ts'
import { discover } from '../use-cases/open311/discover.ts'
import { fileRequest } from '../use-cases/open311/file-request.ts'
import { getRequest, listRequests } from '../use-cases/open311/list-requests.ts'
import { listUpdates } from '../use-cases/open311/list-updates.ts'
import { defineService, listServices } from '../use-cases/open311/services.ts'

/** `/open311/v2`: GeoReport v2, for the apps and systems of others. */
export const open311 = new Hono<AppEnv>()

open311.onError(refuseOpen311)

/** Puts the operation's row of the permission matrix where the use case asks who is calling. */
const allow = (id: Open311Operation) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const row = OF_OPEN311.find((operation) => operation.id === id)
    c.set('ctx', { ...c.get('ctx'), callers: Object.keys(row?.permission ?? {}) as Caller[] })
    await next()
  })

/** Sessions and query codes open nothing here: whoever calls is the holder of an API key, or nobody. */
async function contextFor(c: HonoContext<AppEnv>, apiKey: string | null | undefined): Promise<Context> {
  const ctx = c.get('ctx')
  const apiKeyHash = apiKey ? await ctx.secrets.sha256(apiKey) : null
  return {
    ...ctx,
    credentials: { ...ctx.credentials, tokenHash: null, queryCode: null, proof: null, apiKeyHash },
  }
}

const originOf = (c: HonoContext<AppEnv>) => new URL(c.req.url).origin

/** `K7Q2.xml` → `K7Q2`. */
function namedIn(c: HonoContext<AppEnv>): string {
  const [, name] = /^(.+)\.(?:xml|json)$/.exec(c.req.param('file') ?? '') ?? []
  if (name === undefined) throw new AppError('NOT_FOUND')
  return name
}

for (const format of ['xml', 'json']) {
  open311.get(`/discovery.${format}`, allow('discoverOpen311'), async (c) =>
    answerOpen311(c, 'discovery', await discover(c.get('ctx'), originOf(c))),
  )

  open311.get(`/services.${format}`, allow('listOpen311Services'), async (c) =>
    answerOpen311(c, 'services', await listServices(c.get('ctx'))),
  )

  open311.get(`/requests.${format}`, allow('listOpen311Requests'), async (c) => {
    const query = parseOpen311Query(c, geoRequestQuery)
    const ctx = await contextFor(c, query.api_key)
    return answerOpen311(c, 'service_requests', await listRequests(ctx, query, originOf(c)))
  })

  open311.post(`/requests.${format}`, allow('fileOpen311Request'), async (c) => {
    const pairs = await readOpen311Form(c)
    const apiKey = apiKeyIn(pairs)
    if (apiKey === null) throw new AppError('API_KEY_INVALID')
    const ctx = await contextFor(c, apiKey)
    const given = idempotencyKey.safeParse(c.req.header('idempotency-key'))
    const key = given.success ? given.data : ctx.newId()
    const filed = await fileRequest(ctx, parseOpen311Form(pairs), key, originOf(c))
    return answerOpen311(c, 'service_requests', filed)
  })

  open311.get(`/servicerequestupdates.${format}`, allow('listOpen311Updates'), async (c) => {
    const query = parseOpen311Query(c, geoUpdateQuery)
    const ctx = await contextFor(c, query.api_key)
    return answerOpen311(c, 'service_request_updates', await listUpdates(ctx, query))
  })
}

open311.get('/services/:file', allow('defineOpen311Service'), async (c) =>
  answerOpen311(c, 'service_definition', await defineService(c.get('ctx'), namedIn(c))),
)

open311.get('/requests/:file', allow('getOpen311Request'), async (c) => {
  const ctx = await contextFor(c, parseOpen311Query(c, geoReadQuery).api_key)
  return answerOpen311(c, 'service_requests', await getRequest(ctx, namedIn(c), originOf(c)))
})

open311.all('*', () => {
  throw new AppError('NOT_FOUND')
})
