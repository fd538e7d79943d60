import { createExecutionContext, env, SELF, waitOnExecutionContext } from 'cloudflare:test'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { Operation } from '../../shared/contract/operation.ts'
import { OPERATIONS } from '../../shared/contract/operations/all.ts'
import { OF_OPEN311 } from '../../shared/contract/operations/of-open311.ts'
import { app } from '../../worker/app.ts'
import type { Good } from '../support/good-city-tables.ts'
import { goodRequests } from '../support/good-requests.ts'
import { faultsOf, type JsonSchema } from '../support/json-schema.ts'
import { readXml } from '../support/open311-reader.ts'
import type { Part } from '../support/permission-cast.ts'

// Every operation of /api/openapi.json, called once as it should be and once as nobody may, against the real Worker and
// its database. What comes back is held against the document as it is published, not against the schemas it is made of.

type Content = Record<string, { schema: JsonSchema }>
interface Described {
  parameters: { name: string; in: 'path' | 'query' | 'header'; required: boolean; schema: JsonSchema }[]
  requestBody?: { content: Content }
  responses: Record<string, { content?: Content }>
}
interface Found {
  path: string
  method: string
  operation: Described
}

const ROWS = [...OPERATIONS, ...OF_OPEN311].map(({ id, permission }) => ({ id, permission }))
/** What a city has that has a map and a mini program. */
const WHOLE_CITY = {
  MAP_TILES_URL: 'https://tiles.example/{z}/{x}/{y}.png',
  MAP_ATTRIBUTION: '样本地图',
  WECHAT_APPID: 'wx1',
  WECHAT_SECRET: 'secret',
}

let root: JsonSchema
let found: Map<string, Found>
let good: Awaited<ReturnType<typeof goodRequests>>

/** The map's provider, WeChat and the city's own system; nothing else is asked of the world outside. */
async function outside(url: string): Promise<Response> {
  if (url.startsWith('https://tiles.example/'))
    return new Response('piece', { headers: { 'Content-Type': 'image/png' } })
  if (url.startsWith('https://12345.example.gov.cn/')) return new Response(null, { status: 204 })
  expect(url).toMatch(/^https:\/\/api\.weixin\.qq\.com\//)
  return Response.json({ openid: 'o-sample', session_key: 'k' })
}

beforeAll(async () => {
  root = await (await SELF.fetch('http://mashang.test/api/openapi.json')).json()
  const paths = root.paths as Record<string, Record<string, Described & { operationId: string }>>
  found = new Map(
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => [
        operation.operationId,
        { path, method: method.toUpperCase(), operation },
      ]),
    ),
  )
  good = await goodRequests()
  vi.stubGlobal('fetch', outside)
}, 120_000)
afterAll(() => vi.unstubAllGlobals())

function ofId(id: string): Found {
  const one = found.get(id)
  if (!one) throw new Error(`${id} is not described`)
  return one
}

/** The address with everything filled in that the document says is in it. */
function addressOf({ path, operation }: Found, request: Good): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const isDescribed = operation.parameters.some((one) => one.in === 'path' && one.name === name)
    expect(isDescribed, `{${name}} is described`).toBe(true)
    return encodeURIComponent(request.path?.[name] ?? `no ${name}`)
  })
  const inQuery = operation.parameters.filter((one) => one.in === 'query').map(({ name }) => name)
  expect(inQuery).toEqual(expect.arrayContaining(Object.keys(request.query ?? {})))
  return `http://mashang.test${filled}?${new URLSearchParams(request.query)}`
}

function headersOf({ operation }: Found, { caller, raw, body }: Good): Record<string, string> {
  const wantsKey = operation.parameters.some((one) => one.in === 'header' && one.name === 'Idempotency-Key')
  return {
    ...(caller?.token && { Authorization: `Bearer ${caller.token}` }),
    ...(wantsKey && { 'Idempotency-Key': crypto.randomUUID() }),
    ...(raw && { 'Content-Type': raw.type }),
    ...(body !== undefined && { 'Content-Type': 'application/json' }),
  }
}

async function call(one: Found, request: Good): Promise<Response> {
  const payload = request.raw?.body ?? (request.body === undefined ? null : JSON.stringify(request.body))
  const context = createExecutionContext()
  const answer = await app.fetch(
    new Request(addressOf(one, request), {
      method: one.method,
      headers: headersOf(one, request),
      body: payload,
    }),
    { ...env, ...WHOLE_CITY },
    context,
  )
  await waitOnExecutionContext(context)
  return answer
}

/** What of an answer is not as the document says. */
async function faultsOfAnswer({ operation }: Found, answer: Response): Promise<string[]> {
  const described = operation.responses[answer.status]
  if (!described) return [`status ${answer.status} is not described: ${await answer.text()}`]
  const body = new Uint8Array(await answer.arrayBuffer())
  const type = answer.headers.get('content-type')?.split(';')[0] ?? ''
  if (!described.content) return body.length === 0 ? [] : [`a body of ${type} where none is described`]
  const content = described.content[type]
  if (!content) return [`${type} is not among ${Object.keys(described.content).join()}`]
  const text = new TextDecoder().decode(body)
  if (type === 'text/xml') readXml(text)
  return faultsOf(content.schema, type.endsWith('json') ? JSON.parse(text) : text, '$', root)
}

/** What is sent, as its schema sees it. */
function shapeOf({ body, raw }: Good): unknown {
  if (!raw) return body
  const isForm = raw.type === 'application/x-www-form-urlencoded'
  return isForm ? Object.fromEntries(new URLSearchParams(String(raw.body))) : String(raw.body)
}

/** What of a request is not as the document says. */
function faultsOfRequest({ operation }: Found, request: Good): string[] {
  const content = operation.requestBody?.content
  const shape = shapeOf(request)
  if (!content) return shape === undefined ? [] : ['a body where none is described']
  const type = request.raw?.type ?? 'application/json'
  const described = content[type]
  return described
    ? faultsOf(described.schema, shape, 'body', root)
    : [`${type} is not among ${Object.keys(content).join()}`]
}

/** Who calls where nothing else is said: nobody in particular where that is enough. */
function whoever(id: string): Good['caller'] {
  const permission = ROWS.find((row) => row.id === id)?.permission ?? {}
  if ('anonymous' in permission || 'api-key' in permission) return {}
  const parts: Part[] = Object.values(good.cast)
  return parts.find(({ role }) => role in permission)?.caller ?? {}
}

it('the document describes as many operations as there are', () => {
  expect([...found.keys()].toSorted()).toEqual(ROWS.map(({ id }) => id).toSorted())
})

it.each(ROWS)('$id answers as it is described', async ({ id }) => {
  const one = ofId(id)
  const formats = one.path.includes('{format}') ? ['json', 'xml'] : ['']
  // What can only be refused says so by describing nothing else.
  const canSucceed = Object.keys(one.operation.responses).some((status) => status.startsWith('2'))
  for (const format of formats) {
    const made = { caller: whoever(id), ...(await good.makers[id]?.()) }
    const request = { ...made, path: { ...made.path, ...(format && { format }) } }
    expect(faultsOfRequest(one, request)).toEqual([])
    const answer = await call(one, request)
    const { ok, status } = answer
    expect(await faultsOfAnswer(one, answer), `${status}`).toEqual([])
    expect(ok, `${status}`).toBe(canSucceed)
  }
})

it.each(ROWS)('$id refuses a stranger as it is described', async ({ id }) => {
  const one = ofId(id)
  const refused = await call(one, { path: { format: 'json', z: '16' }, caller: { token: 'A'.repeat(43) } })
  expect(await faultsOfAnswer(one, refused)).toEqual([])
})

// A table is read to its end, and the answer says row by row what is wrong with it.
const TAKES_A_BODY = [...OPERATIONS, ...OF_OPEN311].filter(
  (row: Operation) => row.form ?? (row.body && row.body !== 'csv'),
)
it.each(TAKES_A_BODY)('$id refuses a broken body as it is described', async ({ id }) => {
  const one = ofId(id)
  const made = { caller: whoever(id), ...(await good.makers[id]?.()) }
  const raw = { type: made.raw?.type ?? 'application/json', body: '{' }
  const refused = await call(one, {
    caller: made.caller ?? {},
    path: { ...made.path, format: 'json' },
    raw,
  })
  expect(refused.status).toBeGreaterThanOrEqual(400)
  expect(await faultsOfAnswer(one, refused)).toEqual([])
})
