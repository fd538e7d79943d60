import { env } from 'cloudflare:test'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { isFromMashang } from '../../docs/examples/verify-webhook.ts'
import {
  webhookTrial,
  type WebhookDelivery,
  type WebhookDeliveryList,
  type WebhookTried,
} from '../../shared/contract/webhook-delivery.ts'
import type { Webhook, WebhookAnswer } from '../../shared/contract/webhook.ts'
import { webhookPost } from '../../worker/adapters/signed-post.ts'
import { deliveriesOf } from '../../worker/repository/webhook-deliveries.ts'
import { sendWebhooks, WEBHOOK_PAUSES_MS } from '../../worker/use-cases/webhook/send-webhooks.ts'
import { api, signIn, type Caller } from '../support/api.ts'
import { contextAt, fileAt } from '../support/at-moment.ts'
import { seedTestCity } from '../support/test-city.ts'

// What an administrator sees of the way to an address, and does about it.

const NOW = Date.now()
const LAMP = { categoryCode: 'street-lighting', text: '路灯坏了三天，请看一看。' }

let admin: Caller
let now: number
let answer: () => Response
let posted: { url: string; headers: Record<string, string>; body: string }[]

beforeAll(async () => {
  await seedTestCity()
  admin = await signIn('admin.demo')
})
beforeEach(async () => {
  await env.DB.batch([env.DB.prepare('DELETE FROM webhook_delivery'), env.DB.prepare('DELETE FROM webhook')])
  now = NOW
  posted = []
  answer = () => new Response(null, { status: 204 })
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    const headers = Object.fromEntries(new Headers(init.headers))
    posted.push({ url, headers, body: String(init.body) })
    return answer()
  })
})
afterEach(() => vi.unstubAllGlobals())

async function add(fields: object = {}): Promise<{ webhook: Webhook; secret: string }> {
  const body = { name: '12345', url: 'https://12345.example.gov.cn/x', events: ['submit'], ...fields }
  const added = await api('/admin/webhooks', { ...admin, method: 'POST', body })
  expect(added.status).toBe(201)
  return (await added.json()) as WebhookAnswer & { secret: string }
}

async function send(pauseMs = 0): Promise<void> {
  now += pauseMs
  const base = await contextAt({}, now)
  await sendWebhooks({ ...base, now: () => now, postSigned: webhookPost(() => now) })
}

async function die(): Promise<void> {
  answer = () => new Response(null, { status: 503 })
  await send()
  for (const pause of WEBHOOK_PAUSES_MS) await send(pause)
}

async function deliveries(id: string, query = ''): Promise<WebhookDeliveryList> {
  return (await (await api(`/admin/webhooks/${id}/deliveries${query}`, admin)).json()) as WebhookDeliveryList
}

/** As an administrator asks for it, while nothing takes it on of itself. */
async function replay(id: string): Promise<void> {
  await env.DB.prepare('UPDATE webhook SET paused_at = 1').run()
  const call = { ...admin, method: 'PATCH', body: { replay: true } }
  expect((await api(`/admin/webhooks/${id}`, call)).status).toBe(200)
  await env.DB.prepare('UPDATE webhook SET paused_at = NULL').run()
}

describe('the deliveries to an address', () => {
  it('are listed from the latest on, each with how it stands', async () => {
    const { webhook } = await add()
    const other = await add({ url: 'https://other.example.cn/x' })
    const numbers = [await fileAt({}, NOW, LAMP), await fileAt({}, NOW, LAMP), await fileAt({}, NOW, LAMP)]
    const states = async () => (await deliveries(webhook.id)).items.map(({ state }) => state)
    expect(await states()).toEqual(['waiting', 'waiting', 'waiting'])
    expect((await deliveries(webhook.id)).items[0]).toMatchObject({ attempts: 0, nextAttemptAt: null })
    await send()
    const { items } = await deliveries(webhook.id)
    expect(items.map(({ reportNumber }) => reportNumber)).toEqual(numbers.toReversed())
    expect(items[0]).toEqual({
      id: expect.stringMatching(/^webhook-\d+$/),
      reportNumber: numbers[2] ?? '',
      action: 'submit',
      seq: 1,
      state: 'delivered',
      attempts: 1,
      createdAt: new Date(NOW).toISOString(),
      deliveredAt: new Date(NOW).toISOString(),
      nextAttemptAt: null,
      lastError: null,
    } satisfies WebhookDelivery)
    expect(posted.some(({ headers }) => headers['idempotency-key'] === items[0]?.id)).toBe(true)
    answer = () => new Response(null, { status: 503 })
    await fileAt({}, NOW, LAMP)
    await send()
    expect((await deliveries(webhook.id)).items[0]).toMatchObject({
      state: 'waiting',
      attempts: 1,
      lastError: 'http 503',
      nextAttemptAt: new Date(NOW + (WEBHOOK_PAUSES_MS[0] ?? 0)).toISOString(),
    })
    expect((await deliveries(other.webhook.id)).items).toHaveLength(4)
  })

  it('come page by page, from an index of their own', async () => {
    const { webhook } = await add()
    for (let n = 0; n < 5; n += 1) await fileAt({}, NOW, LAMP)
    const all = (await deliveries(webhook.id)).items
    const first = await deliveries(webhook.id, '?limit=2')
    const second = await deliveries(webhook.id, `?limit=2&cursor=${first.nextCursor}`)
    const third = await deliveries(webhook.id, `?limit=2&cursor=${second.nextCursor}`)
    expect([first, second, third].flatMap(({ items }) => items)).toEqual(all)
    expect(third.nextCursor).toBeNull()
    const plan = vi.spyOn(env.DB, 'prepare')
    deliveriesOf(env.DB, webhook.id, { before: 9, limit: 2 })
    const sql = String(plan.mock.calls[0]?.[0])
    plan.mockRestore()
    const { results } = await env.DB.prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .bind(webhook.id, 9, 2)
      .all<{ detail: string }>()
    const details = results.map(({ detail }: { detail: string }) => detail).join('\n')
    expect(details).toContain('webhook_delivery_of')
    expect(details).not.toMatch(/SCAN|TEMP B-TREE/)
  })

  it('are the administrator’s, of an address that there is, with a cursor of their own', async () => {
    const { webhook } = await add()
    const path = `/admin/webhooks/${webhook.id}/deliveries`
    expect((await api(path, await signIn('station.demo'))).status).toBe(403)
    expect((await api('/admin/webhooks/nobody/deliveries', admin)).status).toBe(404)
    expect((await api(`${path}?cursor=nonsense`, admin)).status).toBe(422)
  })
})

describe('what could not be delivered', () => {
  it('is sent again all at once, under the same ids, and to that address alone', async () => {
    const { webhook } = await add()
    const other = await add({ url: 'https://other.example.cn/x' })
    await fileAt({}, NOW, LAMP)
    await fileAt({}, NOW, LAMP)
    await die()
    const dead = (await deliveries(webhook.id)).items
    expect(dead.map(({ state, attempts, nextAttemptAt }) => [state, attempts, nextAttemptAt])).toEqual([
      ['dead', WEBHOOK_PAUSES_MS.length + 1, null],
      ['dead', WEBHOOK_PAUSES_MS.length + 1, null],
    ])
    await replay(webhook.id)
    answer = () => new Response(null, { status: 200 })
    const before = posted.length
    await send()
    const again = posted.slice(before).map(({ headers }) => headers['idempotency-key'])
    expect(again.toSorted()).toEqual(dead.map(({ id }) => id).toSorted())
    expect((await deliveries(webhook.id)).items.map(({ state }) => state)).toEqual(['delivered', 'delivered'])
    expect((await deliveries(other.webhook.id)).items.map(({ state }) => state)).toEqual(['dead', 'dead'])
  })
})

describe('a trial', () => {
  const attempt = (id: string, caller = admin) =>
    api(`/admin/webhooks/${id}/test`, { ...caller, method: 'POST' })

  it('posts something signed about no report, and says how it was taken', async () => {
    const { webhook, secret } = await add()
    const tried = (await (await attempt(webhook.id)).json()) as WebhookTried
    expect(tried).toEqual({ delivered: true, problem: null })
    const [sent] = posted
    expect(posted).toHaveLength(1)
    expect(sent?.url).toBe(webhook.url)
    expect(isFromMashang(secret, sent?.headers ?? {}, sent?.body ?? '', Date.now() / 1000)).toBe(true)
    const trial = webhookTrial.parse(JSON.parse(sent?.body ?? ''))
    expect(sent?.headers['idempotency-key']).toBe(trial.id)
    expect((await deliveries(webhook.id)).items).toEqual([])
    const log = await (await api('/admin/audit-log', admin)).text()
    expect(log).toContain('webhook.tried')
  })

  it.each([
    [() => new Response('no such door', { status: 404 }), 'http 404'],
    [() => Response.redirect('https://10.0.0.1/'), 'http 302'],
    [
      () => {
        throw new Error('getaddrinfo ENOTFOUND')
      },
      'unreachable',
    ],
  ])('says what went wrong, in a word that tells nothing of the address', async (broken, problem) => {
    const { webhook } = await add()
    answer = broken
    expect(await (await attempt(webhook.id)).json()).toEqual({ delivered: false, problem })
  })

  it('does not go to an address within the house, and is the administrator’s alone', async () => {
    const { webhook } = await add()
    expect((await attempt(webhook.id, await signIn('supervisor.demo'))).status).toBe(403)
    expect((await attempt('nobody')).status).toBe(404)
    await env.DB.prepare("UPDATE webhook SET url = 'https://169.254.169.254/latest'").run()
    expect(await (await attempt(webhook.id)).json()).toEqual({ delivered: false, problem: 'unreachable' })
    expect(posted).toEqual([])
  })
})
