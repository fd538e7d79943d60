import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { AccountAnswer } from '../../shared/contract/account.ts'
import type { SubmitAnswer } from '../../shared/contract/report.ts'
import { invitationToken } from '../support/invitation-token.ts'
import { freshCity, startServer, type Server } from '../support/server.ts'

// Words that nobody else writes are planted where people write what is nobody's business, in a server of its own. Then
// every byte it has left on disk, and every line it has printed, is searched for them.

const PHONE = '13987650421'
const NAME = '金丝雀阿婆'
const PASSWORD = 'canary kapok 7731 ferry'
const WRONG_PASSWORD = 'canary wrong 5519 ferry'
/** Written into the report itself, which is kept as it is: it must be found, or the search finds nothing at all. */
const CONTROL = '控制词木棉九一七'
const PUBLISHED = '公开词紫荆八零二：路灯坏了。'
const ASSIGN = { action: 'assign', bodyCode: 'yuexiu-housing-construction', complexity: 'simple' }
const OPEN_DATA = [
  '/feeds/reports.atom',
  '/open-data/reports.csv',
  '/open-data/reports.geojson',
  '/open-data/figures.csv',
  '/open-data/statistics.csv',
  '/open-data/statistics.json',
]

let state: string
let server: Server
/** By what they are. */
const canaries: Record<string, string> = {
  phone: PHONE,
  name: NAME,
  password: PASSWORD,
  mistyped: WRONG_PASSWORD,
}
let files: { name: string; bytes: Buffer }[]
/** What anybody can take out of the city while it runs. */
const open: typeof files = []

async function call<T>(where: string, method: string, body?: object, headers: Record<string, string> = {}) {
  const answer = await fetch(`${server.url}/api/v1${where}`, {
    method,
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID(), ...headers },
    ...(body && { body: JSON.stringify(body) }),
  })
  return { status: answer.status, body: (await answer.json()) as T }
}

const bearer = (token: string) => ({ Authorization: `Bearer ${token}` })

async function signIn(username: string, password = 'mashang-demo') {
  const { body } = await call<{ token: string }>('/session', 'POST', { username, password })
  return body.token
}

/** What a resident and three offices do in a day, with the canaries in it. */
async function live(): Promise<void> {
  const device = (await call<{ token: string }>('/session/anonymous', 'POST', {})).body.token
  const filed = await call<SubmitAnswer>(
    '/reports',
    'POST',
    {
      channel: 'opinion',
      stationCode: 'K7Q2M9XA',
      categoryCode: 'street-lighting',
      text: `${CONTROL}：路灯坏了三天。`,
      contact: { name: NAME, phone: PHONE },
      consentPublic: true,
    },
    bearer(device),
  )
  expect(filed.status).toBe(201)
  const { report, queryCode } = filed.body
  const where = `/reports/${report.number}`
  const station = await signIn('station.demo')
  const admin = await signIn('admin.demo')
  Object.assign(canaries, { token: device, 'token of staff': station, 'query code': queryCode })
  const staff = bearer(station)
  const taken = [
    await call(`${where}/actions`, 'POST', { ...ASSIGN, version: 1 }, staff),
    await call(`${where}/actions`, 'POST', { action: 'publish', text: PUBLISHED, version: 2 }, staff),
  ]
  expect(taken.map(({ status }) => status)).toEqual([200, 200])
  const answers = [
    await call(where, 'GET', undefined, { 'X-Query-Code': queryCode }),
    await call(`${where}/contact`, 'POST', { reason: '约时间上门' }, bearer(station)),
    await call('/reports/by-contact', 'POST', { phone: PHONE }, bearer(station)),
    await call(`${where}/personal-data`, 'GET', undefined, bearer(device)),
    await call('/session', 'POST', { username: 'station.demo', password: WRONG_PASSWORD }),
    await call('/admin/accounts', 'GET', undefined, bearer(device)),
  ]
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 401, 403])
  expect(JSON.stringify(answers[1]?.body)).toContain(PHONE)
  const account = { role: 'station', username: 'canary.one', name: '试用', stationNumber: '0002' }
  const created = await call<AccountAnswer>('/admin/accounts', 'POST', account, bearer(admin))
  const invitation = invitationToken(created.body.invitation)
  expect((await call('/invitations', 'POST', { token: invitation, password: PASSWORD })).status).toBe(201)
  Object.assign(canaries, { invitation })
  for (const path of OPEN_DATA) open.push({ name: path, bytes: await fetched(path) })
  await server.runCron()
}

async function fetched(path: string): Promise<Buffer> {
  const answer = await fetch(`${server.url}${path}`)
  expect(answer.status, path).toBe(200)
  return Buffer.from(await answer.arrayBuffer())
}

beforeAll(async () => {
  state = await freshCity()
  server = await startServer({ state })
  await live()
  await server.stop()
  files = fs
    .readdirSync(state, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((name) => ({ name: path.relative(state, name), bytes: fs.readFileSync(name) }))
  files.push({ name: 'what it printed', bytes: Buffer.from(server.output()) })
}, 400_000)

afterAll(() => fs.rmSync(state, { recursive: true, force: true }))

/** A word as it may stand in a file: plain, in two bytes a letter, in hexadecimal, in base64 at each of three offsets. */
function forms(word: string): Buffer[] {
  const plain = Buffer.from(word)
  const encoded = [0, 1, 2].map((offset) => {
    const padded = Buffer.concat([Buffer.alloc(offset), plain]).toString('base64')
    // The letters at both ends hold bits of what stands beside.
    return padded.slice(Math.ceil((offset * 8) / 6), -4)
  })
  const hex = plain.toString('hex')
  return [
    plain,
    Buffer.from(word, 'utf16le'),
    ...[hex, hex.toUpperCase(), ...encoded].map((text) => Buffer.from(text)),
  ]
}

function placesOf(word: string): string[] {
  return files.filter(({ bytes }) => forms(word).some((form) => bytes.includes(form))).map(({ name }) => name)
}

it('the search reaches the raw database, the photos and the log', () => {
  const names = files.map(({ name }) => name).join('\n')
  expect(names).toMatch(/d1\/.*\.sqlite/)
  expect(names).toMatch(/r2\/.*blobs/)
  expect(files.at(-1)?.bytes.length).toBeGreaterThan(100)
  expect(placesOf(CONTROL).join()).toMatch(/d1\/.*\.sqlite/)
  expect(placesOf('is ready')).toContain('what it printed')
})

it('what everybody may take along has the published words, and nothing that anybody wrote besides', () => {
  const holding = (word: string) => open.filter(({ bytes }) => bytes.includes(word)).map(({ name }) => name)
  expect(holding(PUBLISHED)).toEqual(OPEN_DATA.slice(0, 3))
  for (const word of [...Object.values(canaries), CONTROL]) expect(holding(word), word).toEqual([])
})

it('knows a word in every form', () => {
  const [, wide, hex, upper, ...encoded] = forms(PHONE)
  expect([wide, hex, upper].map((form) => form?.length)).toEqual([22, 22, 22])
  for (const [offset, form] of encoded.entries()) {
    const text = Buffer.from(`${'x'.repeat(offset)}${PHONE}yz`).toString('base64')
    expect(text).toContain(form.toString())
  }
})

it('neither number, name, password, token nor query code is left on disk or in the log', () => {
  expect(Object.keys(canaries)).toHaveLength(8)
  const found = Object.entries(canaries).flatMap(([what, word]) =>
    placesOf(word).map((place) => `${what} in ${place}`),
  )
  expect(found).toEqual([])
})
