import { env } from 'cloudflare:test'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { notificationList, type NotificationList } from '../../shared/contract/notification.ts'
import type { Env } from '../../worker/env.ts'
import { runCron } from '../../worker/jobs/cron.ts'
import { runQueue } from '../../worker/jobs/queue.ts'
import { actOn, api, signIn, submitOpinion, type Caller } from '../support/api.ts'
import { seedTestCity } from '../support/test-city.ts'

const DAY = 86_400_000
const LAMP = { categoryCode: 'street-lighting', text: '中山四路口的路灯坏了三天。' }

let station: Caller
let resident: Caller
let number: string

/** The test's environment with a queue that forgets what it is told. */
const silentEnv = { ...env, OUTBOX: { send: async () => undefined } } as unknown as Env

beforeAll(async () => {
  await seedTestCity()
  station = await signIn('station.demo')
})

/** A report that its station has asked about: one notice waits for its reporter. */
beforeEach(async () => {
  resident = (await (await api('/session/anonymous', { method: 'POST' })).json()) as Caller
  const { report } = await submitOpinion(resident, LAMP)
  number = report.number
  await actOn(station, number, 1, { action: 'ask', text: '请问是哪一盏灯?' })
})

async function inbox(caller: Caller, query = ''): Promise<NotificationList> {
  const answer = await api(`/notifications${query}`, caller)
  expect(answer.status).toBe(200)
  return notificationList.parse(await answer.json())
}

async function markRead(body: object, caller = resident): Promise<unknown> {
  const answer = await api('/notifications/read', { ...caller, method: 'POST', body })
  expect(answer.status).toBe(200)
  return answer.json()
}

async function count(sql: string): Promise<number> {
  return (await env.DB.prepare(sql).first<number>('n')) ?? 0
}

describe('delivery', () => {
  it('puts what happened to a report into its reporter’s inbox', async () => {
    await runQueue(silentEnv)
    const { items, unread } = await inbox(resident)
    expect(items).toEqual([
      {
        id: expect.any(Number),
        reportNumber: number,
        seq: 2,
        action: 'ask',
        to: 'needs_info',
        actorName: expect.stringContaining('联络站'),
        at: expect.any(String),
        read: false,
      },
    ])
    expect(unread).toBe(1)
    expect((await inbox(station)).items).toEqual([])
  })

  it('does so once, however often it runs, even at the same time', async () => {
    await Promise.all([runQueue(silentEnv), runQueue(silentEnv), runCron(silentEnv)])
    await runQueue(silentEnv)
    expect((await inbox(resident)).items).toHaveLength(1)
    expect(await count('SELECT count(*) AS n FROM outbox WHERE delivered_at IS NULL')).toBe(0)
  })

  it('finishes what a crash left between the inbox and the mark', async () => {
    await runQueue(silentEnv)
    await env.DB.prepare('UPDATE outbox SET delivered_at = NULL').run()
    await runQueue(silentEnv)
    expect((await inbox(resident)).items).toHaveLength(1)
    expect(await count('SELECT count(*) AS n FROM outbox WHERE delivered_at IS NULL')).toBe(0)
  })

  it('is caught up by the sweep when the queue lost its message', async () => {
    await runCron(silentEnv)
    expect((await inbox(resident)).items).toHaveLength(1)
  })

  it('tells nobody of internal notes and of their own deeds', async () => {
    await actOn(station, number, 2, { action: 'note', text: '只给同事看' })
    await actOn(resident, number, 3, { action: 'supplement', text: '公交站旁边那一盏' })
    await runQueue(silentEnv)
    expect((await inbox(resident)).items.map(({ action }) => action)).toEqual(['ask'])
  })
})

describe('the inbox', () => {
  beforeEach(async () => {
    await actOn(resident, number, 2, { action: 'supplement', text: '公交站旁边那一盏' })
    await actOn(station, number, 3, { action: 'ask', text: '是路口的还是站台的?' })
    await actOn(resident, number, 4, { action: 'supplement', text: '站台的' })
    await actOn(station, number, 5, { action: 'decline', reason: 'out_of_area' })
    await runQueue(silentEnv)
  })

  it('shows the latest first, page by page', async () => {
    const first = await inbox(resident, '?limit=2')
    expect(first.items.map(({ seq }) => seq)).toEqual([6, 4])
    expect(first.unread).toBe(3)
    const second = await inbox(resident, `?limit=2&cursor=${first.nextCursor}`)
    expect(second.items.map(({ seq }) => seq)).toEqual([2])
    expect(second.nextCursor).toBeNull()
  })

  it('marks as read one by one, and all', async () => {
    const [latest] = (await inbox(resident)).items
    expect(await markRead({ ids: [latest?.id] })).toEqual({ unread: 2 })
    expect((await inbox(resident)).items.map(({ read }) => read)).toEqual([true, false, false])
    expect(await markRead({ all: true })).toEqual({ unread: 0 })
  })

  it('is nobody else’s to mark or to read', async () => {
    const ids = (await inbox(resident)).items.map(({ id }) => id)
    expect(await markRead({ ids }, station)).toEqual({ unread: 0 })
    expect((await inbox(resident)).unread).toBe(3)
    expect((await api('/notifications')).status).toBe(401)
    expect((await api('/notifications/read', { method: 'POST', body: { all: true } })).status).toBe(401)
  })

  it.each([{}, { ids: 'all' }, { ids: [1.5] }, { ids: Array.from({ length: 101 }, (_, id) => id) }])(
    'refuses to mark %j',
    async (body) => {
      expect((await api('/notifications/read', { ...resident, method: 'POST', body })).status).toBe(422)
    },
  )
})

describe('the sweep', () => {
  it('forgets kept answers after seven days, and sessions that have ended', async () => {
    const now = Date.now()
    await env.DB.batch([
      env.DB.prepare('UPDATE idempotency_key SET created_at = ?1').bind(now - 7 * DAY - 1),
      env.DB.prepare("INSERT INTO idempotency_key VALUES ('young', 'c', 'h', '{}', ?1)").bind(now - 6 * DAY),
      env.DB.prepare("INSERT INTO session VALUES ('ended', 'acct-admin-demo', 0, ?1)").bind(now - 1),
      env.DB.prepare("INSERT INTO session VALUES ('alive', 'acct-admin-demo', 0, ?1)").bind(now + DAY),
    ])
    await runCron(silentEnv)
    expect(await count('SELECT count(*) AS n FROM idempotency_key')).toBe(1)
    expect(await count("SELECT count(*) AS n FROM session WHERE token_hash = 'ended'")).toBe(0)
    expect(await count("SELECT count(*) AS n FROM session WHERE token_hash = 'alive'")).toBe(1)
  })

  it('goes on when one part of it fails, and says so', async () => {
    const PHOTOS = { list: () => Promise.reject(new Error('R2 is away')), delete: async () => undefined }
    await env.DB.prepare("INSERT INTO session VALUES ('ended', 'acct-admin-demo', 0, 1)").run()
    await expect(runCron({ ...silentEnv, PHOTOS } as unknown as Env)).rejects.toThrow('sweeps failed')
    expect(await count("SELECT count(*) AS n FROM session WHERE token_hash = 'ended'")).toBe(0)
    expect((await inbox(resident)).items).toHaveLength(1)
  })
})
