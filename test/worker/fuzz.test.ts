import { createExecutionContext, env } from 'cloudflare:test'
import { beforeAll, expect, it } from 'vitest'
import { geoErrors } from '../../shared/contract/open311.ts'
import { failure } from '../../shared/contract/failure.ts'
import { app } from '../../worker/app.ts'
import { STATUS } from '../../worker/refusal-status.ts'
import { submitOpinion, uploadPhoto } from '../support/api.ts'
import { diceOf } from '../support/image-mutations.ts'
import { readXml } from '../support/open311-reader.ts'
import { openCast } from '../support/permission-cast.ts'
import {
  mutatedRequest,
  type Described,
  type DescribedOperation,
  type Known,
} from '../support/request-mutations.ts'
import { seedTestCity } from '../support/test-city.ts'

// Requests made from /api/openapi.json with something wrong in them, by everybody, against the real Worker and its
// database. FUZZ_REQUESTS=100000 is the long run (`npm run test:long`); FUZZ_SEED gives the same requests again.

const { FUZZ_REQUESTS, FUZZ_SEED } = env as { FUZZ_REQUESTS?: string; FUZZ_SEED?: string }
const REQUESTS = Number(FUZZ_REQUESTS ?? 4000)
const SEED = Number(FUZZ_SEED ?? 20_261_129)
/** After so many, sessions that were ended are opened and counts of limits forgotten: refused at the door tells little. */
const ROUND = 100
/** A machine that is busy with other tests is no measure: the long run stands alone. */
const SLOW_MS = FUZZ_REQUESTS ? 2000 : 20_000

/** What only the inside of a program says. */
const INSIDE =
  /SQLITE|D1_ERROR|\bSELECT\b[\s\S]*\bFROM\b|\bINSERT INTO\b|no such (?:table|column)|(?:Type|Range|Reference|Syntax)Error|\n\s+at |\.[jt]s:\d/

let operations: Described[]
let known: Known
let sessions: Record<string, unknown>[]

function describedIn(document: { paths: Record<string, Record<string, DescribedOperation>> }): Described[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
}

async function column(sql: string): Promise<string[]> {
  const { results } = await env.DB.prepare(sql).all<{ value: string }>()
  return results.map(({ value }: { value: string }) => String(value))
}

beforeAll(async () => {
  await seedTestCity()
  const cast = await openCast()
  const filed = []
  for (const caller of [cast.owner.caller, cast['another resident'].caller]) {
    const photoIds = [await uploadPhoto(caller)]
    const content = { categoryCode: 'street-lighting', text: '路灯坏了三天，请看一看。', photoIds }
    filed.push(await submitOpinion(caller, content))
  }
  const document = await app.fetch(
    new Request('http://mashang.test/api/openapi.json'),
    env,
    createExecutionContext(),
  )
  operations = describedIn(await document.json())
  known = {
    values: {
      number: filed.map(({ report }) => report.number),
      stationCode: ['K7Q2M9XA'],
      code: ['0001', 'K7Q2M9XA'],
      format: ['xml', 'json'],
      service_code: await column('SELECT code AS value FROM category LIMIT 10'),
      service_request_id: filed.map(({ report }) => report.number),
      address_id: ['0001', 'K7Q2M9XA'],
      api_key: ['demo'],
      id: [
        ...(await column('SELECT id AS value FROM photo')),
        ...(await column('SELECT id AS value FROM account LIMIT 20')),
      ],
      photoIds: await column('SELECT id AS value FROM photo'),
      categoryCode: await column('SELECT code AS value FROM category LIMIT 10'),
      category: await column('SELECT code AS value FROM category LIMIT 10'),
      bodyCode: await column('SELECT code AS value FROM body LIMIT 10'),
      username: ['station.demo', 'nobody.here'],
      password: ['mashang-demo', 'three kapok trees by the ferry'],
      year: ['2026', '2027'],
      slug: ['people-voice-by-code'],
      action: ['note', 'assign', 'sign', 'reply', 'finish', 'publish'],
    },
    tokens: Object.values(cast).flatMap(({ caller }) => caller.token ?? []),
    codes: filed.map(({ queryCode }) => queryCode),
  }
  sessions = (await env.DB.prepare('SELECT * FROM session').all()).results
}, 120_000)

/** Opens again what the requests so far have shut. */
async function reopen(): Promise<void> {
  const restore = sessions.map((row) => {
    const names = Object.keys(row)
    const sql = `INSERT OR REPLACE INTO session (${names.join()}) VALUES (${names.map((_, i) => `?${i + 1}`).join()})`
    return env.DB.prepare(sql).bind(...Object.values(row))
  })
  await env.DB.batch([
    env.DB.prepare('UPDATE account SET disabled_at = NULL, forget_asked_at = NULL'),
    env.DB.prepare('DELETE FROM limit_count'),
    ...restore,
  ])
}

/** What is wrong with a refusal's body; null when nothing is. */
function faultOfRefusal(status: number, text: string, isDescribed: boolean): string | null {
  const refusal = failure.safeParse(JSON.parse(text))
  if (!refusal.success) return `a refusal in a shape of its own: ${text.slice(0, 200)}`
  const { code } = refusal.data.error
  if (STATUS[code] !== status) return `${code} with status ${status}`
  return isDescribed ? null : `${code} (${status}) is not described`
}

/** GeoReport refuses in its own shape, in the format of the address; null when that is what was sent. */
function faultOfOpen311(status: number, type: string, text: string): string | null {
  const isDescribed = [400, 403, 404, 429].includes(status)
  if (!isDescribed) return `${status} is not described`
  if (type.includes('json'))
    return geoErrors.safeParse(JSON.parse(text)).success ? null : `errors in a shape of their own: ${text}`
  return readXml(text).name === 'errors' ? null : `errors in a shape of their own: ${text}`
}

async function faultOf(
  answer: Response,
  { operation, method }: Described,
  sent: Request,
): Promise<string | null> {
  const { status } = answer
  const type = answer.headers.get('content-type') ?? ''
  const text = /json|xml;/.test(type) ? await answer.text() : ''
  const inside = INSIDE.exec(text)
  if (status >= 500) return `${status}: ${text.slice(0, 200)}`
  if (inside) return `speaks of its inside: ${inside[0].slice(0, 80)}`
  if (status < 400 || sent.method === 'HEAD') return null
  if (new URL(sent.url).pathname.startsWith('/open311/')) return faultOfOpen311(status, type, text)
  const isDescribed = sent.method !== method.toUpperCase() || String(status) in operation.responses
  return text === '' ? `a refusal as ${type}` : faultOfRefusal(status, text, isDescribed)
}

it('answers whatever is sent: no fault, no word of its inside, one shape of refusal', async () => {
  const dice = diceOf(SEED)
  const faults = new Map<string, number>()
  const statuses = new Map<number, number>()
  let slowest = 0
  for (let sent = 0; sent < REQUESTS; sent++) {
    if (sent % ROUND === 0) await reopen()
    const described = dice.pick(operations)
    const request = mutatedRequest(described, known, dice)
    const beganAt = performance.now()
    const answer = await app.fetch(request.clone(), env, createExecutionContext())
    const fault = await faultOf(answer, described, request)
    slowest = Math.max(slowest, performance.now() - beganAt)
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
    if (fault !== null) {
      const name = `${described.operation.operationId} ${request.method}: ${fault}`
      if (!faults.has(name))
        console.log(`request ${sent} of seed ${SEED}: ${name}\n${request.url.slice(0, 300)}`)
      faults.set(name, (faults.get(name) ?? 0) + 1)
    }
  }
  const seen = [...statuses].toSorted(([a], [b]) => a - b).map(([status, times]) => `${status} × ${times}`)
  console.log(
    `${REQUESTS} requests to ${operations.length} operations, slowest ${Math.round(slowest)} ms: ${seen.join(', ')}`,
  )
  expect(Object.fromEntries(faults)).toEqual({})
  // Refused at the door every time would show nothing.
  expect(statuses.get(200) ?? 0).toBeGreaterThan(REQUESTS / 20)
  expect(statuses.get(422) ?? 0).toBeGreaterThan(REQUESTS / 20)
  expect(slowest).toBeLessThan(SLOW_MS)
}, 3_600_000)
