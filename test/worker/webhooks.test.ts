import { env } from 'cloudflare:test'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  webhookPayload,
  type Webhook,
  type WebhookAnswer,
  type WebhookPayload,
} from '../../shared/contract/webhook.ts'
import { isFromMashang } from '../../docs/examples/verify-webhook.ts'
import {
  isPublicAddress,
  WEBHOOK_EVENTS,
  WEBHOOK_GROUP_NAMES,
  WEBHOOK_GROUPS,
} from '../../shared/domain/webhook.ts'
import { webhookPost } from '../../worker/adapters/signed-post.ts'
import type { WebhookContext } from '../../worker/context.ts'
import { sendWebhooks, WEBHOOK_PAUSES_MS } from '../../worker/use-cases/webhook/send-webhooks.ts'
import { renewEncryption } from '../../worker/use-cases/sweep/renew-encryption.ts'
import { forgetEnded } from '../../worker/use-cases/sweep/forget-ended.ts'
import { secretsFrom } from '../../worker/adapters/secrets.ts'
import { api, signIn, type Caller } from '../support/api.ts'
import { actAt, contextAt, fileAt } from '../support/at-moment.ts'
import { seedTestCity } from '../support/test-city.ts'

// A city's own system as it would be built from docs/webhooks.md: it knows the secret, checks the signature, and
// knows again what it has seen.

const MINUTE = 60_000
const NOW = Date.now()
const URL_12345 = 'https://12345.example.gov.cn/mashang'

interface Seen {
  url: string
  id: string
  payload: WebhookPayload
  body: string
  isSigned: boolean
}

let admin: Caller
let station: Caller
let now: number
let seen: Seen[]
/** What the receiver answers; an error for one that does not. */
let answers: (url: string) => Response | Error
let secrets: Map<string, string>

beforeAll(async () => {
  await seedTestCity()
  admin = await signIn('admin.demo')
  station = await signIn('station.demo')
})

beforeEach(async () => {
  await env.DB.batch([env.DB.prepare('DELETE FROM webhook_delivery'), env.DB.prepare('DELETE FROM webhook')])
  seen = []
  now = NOW
  secrets = new Map()
  answers = () => new Response(null, { status: 204 })
})

/** The outside, as far as these tests go: whatever is posted lands in `seen`. */
async function receive(url: string, init: RequestInit): Promise<Response> {
  const headers = new Headers(init.headers)
  const body = String(init.body)
  const answer = answers(url)
  expect(init).toMatchObject({ method: 'POST', redirect: 'manual' })
  seen.push({
    url,
    id: headers.get('idempotency-key') ?? '',
    payload: webhookPayload.parse(JSON.parse(body)),
    body,
    isSigned: isFromMashang(secrets.get(url) ?? '', Object.fromEntries(headers), body, now / 1000),
  })
  if (answer instanceof Error) throw answer
  return answer
}

async function send(minutes = 0): Promise<{ left: boolean }> {
  now += minutes * MINUTE
  const base = await contextAt({}, now)
  const outside = { fetch: receive, patienceMs: 5000 }
  const ctx: WebhookContext = { ...base, now: () => now, postSigned: webhookPost(() => now, outside) }
  return sendWebhooks(ctx)
}

async function add(fields: object = {}): Promise<Webhook> {
  const sent = { name: '12345 热线', url: URL_12345, events: ['submit', 'assign', 'bounce'], ...fields }
  const answer = await api('/admin/webhooks', { ...admin, method: 'POST', body: sent })
  expect(answer.status, await answer.clone().text()).toBe(201)
  const { webhook, secret = '' } = (await answer.json()) as WebhookAnswer
  secrets.set(webhook.url, secret)
  return webhook
}

const change = (id: string, fields: object) =>
  api(`/admin/webhooks/${id}`, { ...admin, method: 'PATCH', body: fields })

async function shown(id: string): Promise<Webhook | undefined> {
  const { items } = (await (await api('/admin/webhooks', admin)).json()) as { items: Webhook[] }
  return items.find((one) => one.id === id)
}

const WORDS = '门口的路灯坏了三天，阿婆看不见路。'
const file = () =>
  fileAt({}, NOW, {
    categoryCode: 'street-lighting',
    text: WORDS,
    place: { lat: 23.123456, lng: 113.234567, address: '红棉路 7 号 301' },
    contact: { name: '张三丰', phone: '13912345678' },
  })
const assign = (number: string) =>
  actAt(station, number, NOW, {
    action: 'assign',
    bodyCode: 'yuexiu-housing-construction',
    complexity: 'simple',
  } as never)

describe('what happens to a report', () => {
  it('arrives signed, once, with numbers and codes and nothing that anybody wrote', async () => {
    await add()
    const number = await file()
    await assign(number)
    await actAt(station, number, NOW, { action: 'note', text: '内部备注' } as never)
    await Promise.all([send(), send(), send()])
    await send(10)
    expect(seen.map(({ payload }) => payload.event.action).toSorted()).toEqual(['assign', 'submit'])
    expect(seen.every(({ isSigned }) => isSigned)).toBe(true)
    const assigned = seen.find(({ payload }) => payload.event.action === 'assign')
    expect(assigned?.payload).toEqual({
      id: assigned?.id,
      event: { action: 'assign', seq: 2, from: 'submitted', to: 'assigned', at: new Date(NOW).toISOString() },
      report: {
        number,
        channel: 'opinion',
        categoryCode: 'street-lighting',
        districtCode: '440104',
        stationNumber: '0001',
        bodyCode: 'yuexiu-housing-construction',
        promisedAt: expect.any(String),
        supervision: 'none',
        public: false,
      },
    })
    const all = seen.map(({ body }) => body).join()
    for (const word of ['路灯', '阿婆', '张三丰', '139', '红棉', '23.12', '备注', '何佩仪']) {
      expect(all).not.toContain(word)
    }
  })

  it('is told to whom it concerns: by event, district and body', async () => {
    const all = await add({ url: 'https://all.example.cn/x', events: [...WEBHOOK_EVENTS] })
    const yuexiu = await add({ url: 'https://yuexiu.example.cn/x', districtCode: '440104' })
    await add({ url: 'https://tianhe.example.cn/x', districtCode: '440106' })
    await add({ url: 'https://body.example.cn/x', bodyCode: 'yuexiu-housing-construction' })
    await add({ url: 'https://other.example.cn/x', bodyCode: 'yuexiu-urban-management' })
    const off = await add({ url: 'https://off.example.cn/x' })
    expect((await change(off.id, { paused: true })).status).toBe(200)
    await assign(await file())
    await send()
    const told = (host: string) =>
      seen.filter(({ url }) => url.includes(host)).map(({ payload }) => payload.event.action)
    expect(told('all.').toSorted()).toEqual(['assign', 'submit'])
    expect(told('yuexiu.').toSorted()).toEqual(['assign', 'submit'])
    expect(told('body.')).toEqual(['assign'])
    for (const host of ['tianhe.', 'other.', 'off.']) expect(told(host)).toEqual([])
    expect(await shown(all.id)).toMatchObject({ waiting: 0, dead: 0, lastDeliveredAt: expect.any(String) })
    expect((await shown(yuexiu.id))?.districtCode).toBe('440104')
  })
})

describe('a system that is away', () => {
  it('is tried again under the same id, with longer and longer pauses, and keeps nobody else waiting', async () => {
    const broken = await add({ url: 'https://broken.example.cn/x', events: ['submit'] })
    await add({ url: 'https://well.example.cn/x', events: ['submit'] })
    answers = (url) => new Response(null, { status: url.includes('broken') ? 503 : 200 })
    await file()
    await send()
    expect(seen.filter(({ url }) => url.includes('well'))).toHaveLength(1)
    expect(await shown(broken.id)).toMatchObject({ waiting: 1, dead: 0, lastError: 'http 503' })
    for (const pause of WEBHOOK_PAUSES_MS) {
      await send(pause / MINUTE - 0.5)
      const before = seen.length
      await send(0.5)
      expect(seen.length).toBe(before + 1)
    }
    const tries = seen.filter(({ url }) => url.includes('broken'))
    expect(tries).toHaveLength(WEBHOOK_PAUSES_MS.length + 1)
    expect(new Set(tries.map(({ id }) => id)).size).toBe(1)
    expect(tries.every(({ isSigned }) => isSigned)).toBe(true)
    expect(await shown(broken.id)).toMatchObject({ waiting: 0, dead: 1 })
  })

  it('is a dead letter in the end, which the administrator sees and sends again', async () => {
    const { id } = await add({ events: ['submit'] })
    answers = () => new Error('connection refused')
    const number = await file()
    await send()
    for (const pause of WEBHOOK_PAUSES_MS) await send(pause / MINUTE)
    const list = async () =>
      ((await (await api('/admin/dead-letters', admin)).json()) as { items: { id: string }[] }).items
    const [letter, ...others] = await list()
    expect(others).toEqual([])
    expect(letter).toMatchObject({
      id: expect.stringMatching(/^webhook-\d+$/),
      channel: 'webhook',
      recipient: `webhook:${id}`,
      reportNumber: number,
      attempts: WEBHOOK_PAUSES_MS.length + 1,
      lastError: 'unreachable',
    })
    await send(10_000)
    const before = seen.length
    answers = () => new Response(null, { status: 200 })
    // What a queue would do of itself: the address is none of this world, so the test does it.
    await env.DB.prepare('UPDATE webhook SET paused_at = 1').run()
    const again = await api(`/admin/dead-letters/${letter?.id}`, {
      ...admin,
      method: 'PATCH',
      body: { retry: true },
    })
    expect(again.status).toBe(200)
    await env.DB.prepare('UPDATE webhook SET paused_at = NULL').run()
    expect(await list()).toEqual([])
    await send()
    expect(seen).toHaveLength(before + 1)
    expect(seen.at(-1)?.id).toBe(letter?.id)
    expect(await shown(id)).toMatchObject({ waiting: 0, dead: 0 })
  })

  it.each([
    [() => new Response(null, { status: 302, headers: { Location: 'https://10.0.0.1/' } }), 'http 302'],
    [() => new Response('no', { status: 400 }), 'http 400'],
    [() => new Error('gone'), 'unreachable'],
  ])('is told nothing when it answers otherwise than with 2xx', async (answer, problem) => {
    const { id } = await add({ events: ['submit'] })
    answers = answer
    await file()
    await send()
    expect(await shown(id)).toMatchObject({ waiting: 1, lastError: problem })
    expect(seen).toHaveLength(1)
  })

  it('gets what waited while it was paused when it goes on', async () => {
    const { id } = await add({ events: ['submit'] })
    await file()
    await change(id, { paused: true })
    await send()
    expect(seen).toEqual([])
    await env.DB.prepare('UPDATE webhook SET paused_at = NULL').run()
    await send()
    expect(seen).toHaveLength(1)
  })
})

describe('the signature', () => {
  it('is worth nothing on another body, at another time, or under another secret', async () => {
    const { url } = await add({ events: ['submit'] })
    const secret = secrets.get(url) ?? ''
    let sent: Record<string, string> = {}
    const outside = {
      fetch: async (_: string, init: RequestInit) => {
        sent = Object.fromEntries(new Headers(init.headers))
        return new Response(null, { status: 200 })
      },
      patienceMs: 5000,
    }
    await webhookPost(() => NOW, outside)({ url, secret, id: 'webhook-1', body: '{}' })
    const at = NOW / 1000
    expect(isFromMashang(secret, sent, '{}', at)).toBe(true)
    expect(isFromMashang(secret, sent, '{} ', at)).toBe(false)
    expect(isFromMashang(`${secret}x`, sent, '{}', at)).toBe(false)
    expect(isFromMashang(secret, sent, '{}', at + 301)).toBe(false)
    expect(
      isFromMashang(secret, { ...sent, 'x-mashang-timestamp': String(Math.floor(at) + 1) }, '{}', at),
    ).toBe(false)
    expect(isFromMashang(secret, {}, '{}', at)).toBe(false)
  })
})

describe('the secret', () => {
  it('is shown once, kept sealed, and can be renewed', async () => {
    const webhook = await add({ events: ['submit'] })
    const first = secrets.get(webhook.url) ?? ''
    expect(first).toMatch(/^whsec_[\w-]{43}$/)
    const list = await (await api('/admin/webhooks', admin)).text()
    const log = await (await api('/admin/audit-log', admin)).text()
    const stored = JSON.stringify((await env.DB.prepare('SELECT * FROM webhook').all()).results)
    for (const text of [list, log, stored]) expect(text).not.toContain(first)
    expect(log).toContain('webhook.added')
    const renewed = (await (await change(webhook.id, { renewSecret: true })).json()) as WebhookAnswer
    expect(renewed.secret).not.toBe(first)
    await file()
    await send()
    expect(seen.at(-1)?.isSigned).toBe(false)
    secrets.set(webhook.url, renewed.secret ?? '')
    await file()
    await send()
    expect(seen.at(-1)?.isSigned).toBe(true)
  })

  it('goes over to a new data key with everything else', async () => {
    const { id, url } = await add({ events: ['submit'] })
    const { SECRET_KEY } = env as unknown as { SECRET_KEY: string }
    const key = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))))
    const next = await secretsFrom(SECRET_KEY, [{ id: 'next', key }])
    await renewEncryption({ db: env.DB, secrets: next })
    const row = await env.DB.prepare('SELECT secret_sealed AS value FROM webhook WHERE id = ?1')
      .bind(id)
      .first<{ value: string }>()
    expect(row?.value).toMatch(/^next\./)
    expect(await next.unseal(row?.value ?? '', `webhook:${id}`)).toBe(secrets.get(url))
  })
})

describe('an address', () => {
  it.each([
    'http://12345.example.gov.cn/',
    'https://localhost/',
    'https://127.0.0.1/',
    'https://0x7f.1/',
    'https://2130706433/',
    'https://10.1.2.3/',
    'https://172.31.255.255/',
    'https://192.168.1.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://100.100.100.200/',
    'https://0.0.0.0/',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://[fd00::1]/',
    'https://intranet/',
    'https://db.internal/',
    'https://printer.local./',
    'https://user:password@example.gov.cn/',
    'ftp://example.gov.cn/',
    'javascript:alert(1)',
    'no address',
  ])('is not %s', async (url) => {
    const sent = { name: '12345', url, events: ['submit'] }
    const answer = await api('/admin/webhooks', { ...admin, method: 'POST', body: sent })
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ error: { fields: { url: expect.any(String) } } })
  })

  it('may be any name or number of the open Internet', () => {
    for (const url of ['https://example.gov.cn:8443/x', 'https://172.32.0.1/', 'https://8.8.8.8/'])
      expect(isPublicAddress(new URL(url)), url).toBe(true)
  })

  it('that came into the table past the rule is not called', async () => {
    const { id } = await add({ events: ['submit'] })
    await env.DB.prepare("UPDATE webhook SET url = 'https://10.0.0.1/'").run()
    await file()
    await send()
    expect(seen).toEqual([])
    expect(await shown(id)).toMatchObject({ waiting: 1, lastError: 'unreachable' })
  })
})

it('each event is in one group that people choose', () => {
  expect(Object.keys(WEBHOOK_GROUPS)).toEqual([...WEBHOOK_GROUP_NAMES])
  expect(Object.values(WEBHOOK_GROUPS).flat().toSorted()).toEqual([...WEBHOOK_EVENTS].toSorted())
})

describe('the list', () => {
  it('refuses districts, bodies and events that there are not, and is the administrator’s alone', async () => {
    for (const fields of [
      { districtCode: 'nowhere' },
      { bodyCode: 'nobody' },
      { events: ['note'] },
      { events: [] },
    ]) {
      const sent = { name: '12345', url: URL_12345, events: ['submit'], ...fields }
      expect((await api('/admin/webhooks', { ...admin, method: 'POST', body: sent })).status).toBe(422)
    }
    const { id } = await add()
    expect((await change(id, { bodyCode: 'nobody' })).status).toBe(422)
    expect((await change('nobody', { name: '别的' })).status).toBe(404)
    const renamed = await change(id, { name: '城管', events: ['rate'], districtCode: '440106' })
    expect(await renamed.json()).toMatchObject({
      webhook: { name: '城管', events: ['rate'], url: URL_12345 },
    })
    expect((await api('/admin/webhooks', station)).status).toBe(403)
    expect((await api('/admin/webhooks')).status).toBe(401)
  })

  it('forgets what was delivered a month ago', async () => {
    await add({ events: ['submit'] })
    await file()
    await send()
    const count = async () =>
      (await env.DB.prepare('SELECT count(*) AS n FROM webhook_delivery').first<{ n: number }>())?.n
    await forgetEnded({ db: env.DB, now: () => NOW + 29 * 86_400_000 })
    expect(await count()).toBe(1)
    await forgetEnded({ db: env.DB, now: () => NOW + 31 * 86_400_000 })
    expect(await count()).toBe(0)
  })
})
