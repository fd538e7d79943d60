import { env } from 'cloudflare:test'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { messageGateway } from '../../worker/adapters/message-gateway.ts'
import {
  ChannelFailure,
  type ChannelContext,
  type ChannelNotice,
  type NoticeChannel,
} from '../../worker/context.ts'
import { configFrom, type Env } from '../../worker/env.ts'
import { deliverNotifications } from '../../worker/use-cases/notification/deliver-notifications.ts'
import { sendToChannels } from '../../worker/use-cases/notification/send-to-channels.ts'
import { api, signIn, type Caller } from '../support/api.ts'
import { actAt, fileAt } from '../support/at-moment.ts'
import { seedTestCity } from '../support/test-city.ts'

const NOW = Date.UTC(2026, 10, 23, 4)
const MINUTE = 60_000
const TEXT = '家住中山四路，路灯坏了三天。'
const CONTACT = { name: '何女士', phone: '13800138000' }

let station: Caller
let resident: Caller
let number: string

beforeAll(async () => {
  await seedTestCity()
  station = await signIn('station.demo')
})

/** Files a report and wakes no queue: this file says itself when there is a delivery. */
function file(content: object = {}): Promise<string> {
  return fileAt(resident, Date.now(), {
    categoryCode: 'street-lighting',
    text: `${TEXT}${crypto.randomUUID()}`,
    ...content,
  })
}

/** A report that its station has asked about: a notice waits for its reporter, and one for the station. */
beforeEach(async () => {
  resident = (await (await api('/session/anonymous', { method: 'POST' })).json()) as Caller
  const place = { lat: 23.1291, lng: 113.2644, address: '文明路十二号' }
  number = await file({ contact: CONTACT, place })
  await actAt(station, number, Date.now(), { action: 'ask', text: '请问是哪一盏灯？' })
})

/** A channel that remembers what it was given, and refuses as long as it is told to. */
function fakeChannel(name: string) {
  const taken: ChannelNotice[] = []
  const state = { problem: null as Error | null, calls: 0 }
  const channel: NoticeChannel = {
    name,
    async deliver(notice) {
      state.calls += 1
      if (state.problem) throw state.problem
      taken.push(notice)
    },
  }
  /** The actions of this test's report, as far as they arrived. */
  const heard = () => taken.filter(({ reportNumber }) => reportNumber === number).map(({ action }) => action)
  return { channel, state, taken, heard }
}

async function run(ctx: Omit<ChannelContext, 'db'>): Promise<{ left: boolean }> {
  await deliverNotifications({ db: env.DB, ...ctx })
  return sendToChannels({ db: env.DB, ...ctx })
}

async function deliveries(channel: string) {
  const { results } = await env.DB.prepare(
    `SELECT attempts, last_error, next_attempt_at - ?2 AS next, dead_at - ?2 AS dead FROM channel_delivery
     JOIN notification ON notification.id = notification_id AND notification.account_id = channel_delivery.account_id
     WHERE channel = ?1 AND delivered_at IS NULL AND report_number = ?3 AND action = 'ask'`,
  )
    .bind(channel, NOW, number)
    .all()
  return results
}

describe('a channel', () => {
  it('carries what is in the inbox: report and happening, nothing that anybody wrote', async () => {
    const sms = fakeChannel('carries')
    await run({ channels: [sms.channel], now: () => NOW })
    const asked = sms.taken.find((notice) => notice.reportNumber === number && notice.action === 'ask')
    expect(asked).toEqual({
      id: expect.any(Number),
      accountId: expect.any(String),
      kind: 'event',
      reportNumber: number,
      action: 'ask',
      to: 'needs_info',
      at: expect.any(Number),
      words: {
        'zh-hans': `【码上】反映 ${number}：需要补充材料。详情请打开“码上”查看。`,
        'zh-hant': `【碼上】反映 ${number}：需要補充材料。詳情請打開「碼上」查看。`,
        en: `Mashang, report ${number}: more information is needed. Open the app to see more.`,
      },
    })
    expect(sms.heard()).toEqual(['submit', 'ask'])
    const sent = JSON.stringify(sms.taken)
    for (const secret of [TEXT, CONTACT.name, CONTACT.phone, '文明路', '请问'])
      expect(sent).not.toContain(secret)
  })

  it('gets each notice once, however often and at the same time it runs', async () => {
    const sms = fakeChannel('once')
    const ctx = { channels: [sms.channel], now: () => NOW }
    await Promise.all([run(ctx), run(ctx), run(ctx)])
    await run({ ...ctx, now: () => NOW + 600 * MINUTE })
    expect(sms.heard()).toEqual(['submit', 'ask'])
  })

  it('gets a notice again, as the same, when it is not known whether it arrived', async () => {
    const sms = fakeChannel('crash')
    const batch: Env['DB']['batch'] = (statements) =>
      // What was sent is written down in a batch of its own size; that one is lost.
      statements.length === 2 ? Promise.reject(new Error('gone')) : env.DB.batch(statements)
    const db = { prepare: (sql: string) => env.DB.prepare(sql), batch } as unknown as Env['DB']
    const ctx = { channels: [sms.channel], now: () => NOW }
    await deliverNotifications({ db: env.DB, ...ctx })
    await expect(sendToChannels({ db, ...ctx })).rejects.toThrow('gone')
    await run({ ...ctx, now: () => NOW + MINUTE })
    expect(sms.heard()).toEqual(['submit', 'ask'])
    await run({ ...ctx, now: () => NOW + 3 * MINUTE })
    expect(sms.heard()).toEqual(['submit', 'ask', 'submit', 'ask'])
    const ids = sms.taken.map(({ id, accountId }) => `${id}.${accountId}`)
    expect(new Set(ids).size).toBe(2)
  })

  it('that fails is asked again with longer and longer pauses, until it is a dead letter; the inbox has it', async () => {
    const sms = fakeChannel('fails')
    sms.state.problem = new ChannelFailure('http 503')
    const at = (minutes: number) => run({ channels: [sms.channel], now: () => NOW + minutes * MINUTE })
    await at(0)
    const items = async () =>
      ((await (await api('/notifications', resident)).json()) as { items: object[] }).items
    expect(await items()).toMatchObject([{ action: 'ask' }])
    const failed = { last_error: 'http 503', dead: null }
    expect(await deliveries('fails')).toEqual([{ attempts: 1, next: MINUTE, ...failed }])
    await at(0.9)
    expect(await deliveries('fails')).toMatchObject([{ attempts: 1 }])
    for (const [minutes, next] of [
      [1, 6],
      [6, 36],
      [36, 156],
    ] as const) {
      await at(minutes)
      expect(await deliveries('fails')).toMatchObject([{ ...failed, next: next * MINUTE }])
    }
    await at(156)
    const dead = { attempts: 5, last_error: 'http 503', dead: 156 * MINUTE }
    expect(await deliveries('fails')).toMatchObject([dead])
    sms.state.problem = null
    await at(100_000)
    expect(sms.heard()).toEqual([])
    expect(await items()).toHaveLength(1)
  })

  it('that is away is left alone after a handful, and delays no other', async () => {
    for (let n = 0; n < 8; n += 1) await file()
    const away = fakeChannel('away')
    away.state.problem = new ChannelFailure('timeout')
    const sms = fakeChannel('present')
    expect(await run({ channels: [away.channel, sms.channel], now: () => NOW })).toEqual({ left: false })
    expect(away.state.calls).toBe(6)
    expect(sms.taken).toHaveLength(10)
  })

  it('says that more is left when there is too much for one run', async () => {
    const officers = Array.from({ length: 130 }, (_, n) => `officer-${n}`)
    await env.DB.prepare(
      `INSERT INTO account (id, role, station_number, created_at)
       SELECT value, 'station', '0001', 0 FROM json_each(?1)`,
    )
      .bind(JSON.stringify(officers))
      .run()
    const sms = fakeChannel('many')
    expect(await run({ channels: [sms.channel], now: () => NOW })).toEqual({ left: true })
    expect(await run({ channels: [sms.channel], now: () => NOW })).toEqual({ left: false })
    expect(sms.taken).toHaveLength(132)
    expect(new Set(sms.taken.map(({ id, accountId }) => `${id}.${accountId}`)).size).toBe(132)
    await env.DB.prepare("UPDATE account SET disabled_at = 1 WHERE id LIKE 'officer-%'").run()
  })

  it('hides what somebody else’s error says', async () => {
    const sms = fakeChannel('chatty')
    sms.state.problem = new TypeError(`cannot write to ${CONTACT.phone}`)
    await run({ channels: [sms.channel], now: () => NOW })
    expect(await deliveries('chatty')).toMatchObject([{ last_error: 'TypeError' }])
  })
})

describe('the city’s message gateway', () => {
  const GATEWAY = { url: 'https://messages.example/mashang', secret: 'a shared key of thirty-two letters' }
  const NOTICE: ChannelNotice = {
    id: 7,
    accountId: 'acct-1',
    kind: 'event',
    reportNumber: '26112300000001',
    action: 'ask',
    to: 'needs_info',
    at: NOW,
    words: { 'zh-hans': '甲', 'zh-hant': '乙', en: 'c' },
  }
  type Fetch = (url: string, init: RequestInit) => Promise<Response>
  const gateway = (fetch: Fetch, patienceMs = 5000) =>
    messageGateway(GATEWAY, () => NOW + 999, { fetch, patienceMs })
  const answering = (status: number) =>
    gateway(async () => new Response(status === 204 ? null : 'answer', { status })).deliver(NOTICE)

  it('gets one signed POST, the same key in every attempt', async () => {
    const calls: { url: string; init: RequestInit }[] = []
    const channel = gateway(async (url, init) => {
      calls.push({ url, init })
      return new Response('ok')
    })
    await channel.deliver(NOTICE)
    await channel.deliver(NOTICE)
    const [{ url, init } = { url: '', init: {} }] = calls
    const headers = new Headers(init.headers)
    expect([url, init.method, init.redirect]).toEqual([GATEWAY.url, 'POST', 'manual'])
    expect(JSON.parse(init.body as string)).toEqual({ ...NOTICE, at: '2026-11-23T04:00:00.000Z' })
    expect(calls.map((call) => new Headers(call.init.headers).get('idempotency-key'))).toEqual([
      '7.acct-1',
      '7.acct-1',
    ])
    const timestamp = headers.get('x-mashang-timestamp')
    expect(timestamp).toBe(String(NOW / 1000))
    const bytes = (value: string) => new TextEncoder().encode(value)
    const key = await crypto.subtle.importKey(
      'raw',
      bytes(GATEWAY.secret),
      { name: 'HMAC', hash: 'SHA-256' },
      false,
      ['verify'],
    )
    const given = headers.get('x-mashang-signature')?.replace('v1=', '') ?? ''
    const mac = Uint8Array.from(given.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
    expect(await crypto.subtle.verify('HMAC', key, mac, bytes(`${timestamp}.${init.body as string}`))).toBe(
      true,
    )
  })

  it.each([200, 202, 204, 410])('has taken it with a %i', async (status) => {
    await expect(answering(status)).resolves.toBeUndefined()
  })

  it.each([302, 400, 401, 404, 429, 500, 503])('has not taken it with a %i', async (status) => {
    await expect(answering(status)).rejects.toThrow(new ChannelFailure(`http ${status}`))
  })

  it('is not waited for, and may be out of reach', async () => {
    const silent: Fetch = (_url, { signal }) =>
      new Promise((_resolve, reject) =>
        signal?.addEventListener('abort', () => reject(signal.reason as Error)),
      )
    await expect(gateway(silent, 1).deliver(NOTICE)).rejects.toThrow(new ChannelFailure('timeout'))
    const unreachable = gateway(() => Promise.reject(new TypeError('no route to host')))
    await expect(unreachable.deliver(NOTICE)).rejects.toThrow(new ChannelFailure('unreachable'))
  })

  it('is used only with an address that hides what is sent, and with a key', () => {
    const withGateway = (NOTICE_GATEWAY_URL?: string, NOTICE_GATEWAY_SECRET?: string) => () =>
      configFrom({ ...env, NOTICE_GATEWAY_URL, NOTICE_GATEWAY_SECRET } as unknown as Env).noticeGateway
    expect(withGateway()()).toBeNull()
    expect(withGateway(GATEWAY.url, GATEWAY.secret)()).toEqual(GATEWAY)
    expect(withGateway('http://messages.example', GATEWAY.secret)).toThrow('https')
    expect(withGateway(GATEWAY.url, 'short')).toThrow('NOTICE_GATEWAY_SECRET')
    expect(withGateway(GATEWAY.url)).toThrow('NOTICE_GATEWAY_SECRET')
  })
})
