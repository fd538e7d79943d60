import { env } from 'cloudflare:test'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { notificationList, type NotificationList } from '../../shared/contract/notification.ts'
import type { Command } from '../../shared/domain/report-command.ts'
import type { Env } from '../../worker/env.ts'
import { runCron } from '../../worker/jobs/cron.ts'
import { runQueue } from '../../worker/jobs/queue.ts'
import { deliverNotifications } from '../../worker/use-cases/notification/deliver-notifications.ts'
import { api, signIn, type Caller } from '../support/api.ts'
import { actAt, fileAt } from '../support/at-moment.ts'
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

/** Takes an action, and wakes no queue: this file says itself when there is a delivery. */
function act(caller: Caller, command: Command): Promise<void> {
  return actAt(caller, number, Date.now(), command)
}

/** A report that its station has asked about: one notice waits for its reporter. */
beforeEach(async () => {
  resident = (await (await api('/session/anonymous', { method: 'POST' })).json()) as Caller
  number = await fileAt(resident, Date.now(), LAMP)
  await act(station, { action: 'ask', text: '请问是哪一盏灯？' })
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
        kind: 'event',
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
    const atStation = (await inbox(station)).items.filter((item) => item.reportNumber === number)
    expect(atStation).toMatchObject([{ seq: 1, action: 'submit', to: 'submitted', actorName: '' }])
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

  it('arrives once when the answer of the database is lost on its way', async () => {
    let isLost = false
    const batch: Env['DB']['batch'] = async (statements) => {
      const answers = await env.DB.batch(statements)
      // The first write is committed, but nobody hears of it.
      if (isLost || statements.length === 1) return answers as never
      isLost = true
      throw new Error('Network connection lost.')
    }
    const db = { prepare: (sql: string) => env.DB.prepare(sql), batch } as unknown as Env['DB']
    await deliverNotifications({ db, now: Date.now, channels: [] })
    expect(isLost).toBe(true)
    expect((await inbox(resident)).items).toHaveLength(1)
    expect(await count('SELECT count(*) AS n FROM outbox WHERE delivered_at IS NULL OR attempts > 0')).toBe(0)
  })

  it('keeps the order of events when a later notice arrives first', async () => {
    await act(station, { action: 'note', text: '只给同事看' })
    await act(resident, { action: 'supplement', text: '公交站旁边那一盏' })
    await act(station, { action: 'ask', text: '是路口的还是站台的？' })
    const hold =
      "UPDATE outbox SET next_attempt_at = ?1 WHERE recipient_kind = 'account' AND seq = 2 AND delivered_at IS NULL"
    await env.DB.prepare(hold)
      .bind(Date.now() + DAY)
      .run()
    await runQueue(silentEnv)
    expect((await inbox(resident)).items.map(({ seq }) => seq)).toEqual([5])
    await deliverNotifications({ db: env.DB, now: () => Date.now() + 2 * DAY, channels: [] })
    expect((await inbox(resident)).items.map(({ seq }) => seq)).toEqual([5, 2])
  })

  it('is caught up by the sweep when the queue lost its message', async () => {
    await runCron(silentEnv)
    expect((await inbox(resident)).items).toHaveLength(1)
  })

  it('tells nobody of internal notes and of their own deeds', async () => {
    await act(station, { action: 'note', text: '只给同事看' })
    await act(resident, { action: 'supplement', text: '公交站旁边那一盏' })
    await runQueue(silentEnv)
    expect((await inbox(resident)).items.map(({ action }) => action)).toEqual(['ask'])
  })
})

describe('a notice that cannot be delivered', () => {
  const NOW = Date.now()
  const MINUTE = 60_000

  /** Until it is lifted, the database refuses every notice of this report. */
  const poison = () =>
    env.DB.prepare(
      `CREATE TRIGGER poison BEFORE INSERT ON notification WHEN NEW.report_number = '${number}'
       BEGIN SELECT RAISE (ABORT, 'made up, about ${number}'); END`,
    ).run()
  const lift = () => env.DB.prepare('DROP TRIGGER IF EXISTS poison').run()
  const deliverAt = (at: number) => deliverNotifications({ db: env.DB, now: () => at, channels: [] })
  const waiting = async () => {
    const { results } = await env.DB.prepare(
      `SELECT attempts, next_attempt_at - ?1 AS next, last_error, dead_at - ?1 AS dead FROM outbox
       WHERE recipient_kind = 'account' AND delivered_at IS NULL`,
    )
      .bind(NOW)
      .all()
    return results
  }

  afterEach(lift)

  it('stops none of the others, and is tried again with longer and longer pauses', async () => {
    await poison()
    const other = await fileAt(resident, NOW, LAMP)
    await actAt(station, other, NOW, { action: 'ask', text: '请问是哪一盏灯？' })
    await deliverAt(NOW)
    expect((await inbox(resident)).items.map(({ reportNumber }) => reportNumber)).toEqual([other])
    const last_error = 'SQLITE_CONSTRAINT'
    expect(await waiting()).toEqual([{ attempts: 1, next: MINUTE, last_error, dead: null }])
    await deliverAt(NOW + MINUTE - 1)
    expect(await waiting()).toMatchObject([{ attempts: 1 }])
    await deliverAt(NOW + MINUTE)
    expect(await waiting()).toEqual([{ attempts: 2, next: 6 * MINUTE, last_error, dead: null }])
    await lift()
    await deliverAt(NOW + 6 * MINUTE)
    expect(await waiting()).toEqual([])
    expect((await inbox(resident)).items).toHaveLength(2)
  })

  it('is a dead letter after the fifth attempt, and nobody tries any more', async () => {
    await poison()
    for (let hour = 0; hour < 5; hour += 1) await deliverAt(NOW + 3 * hour * 60 * MINUTE)
    expect(await waiting()).toMatchObject([{ attempts: 5, dead: 12 * 60 * MINUTE }])
    await lift()
    await deliverAt(NOW + 7 * DAY)
    expect((await inbox(resident)).items).toEqual([])
    await env.DB.prepare('UPDATE outbox SET delivered_at = 0 WHERE dead_at IS NOT NULL').run()
  })

  it('does not hide behind a crowd of others', async () => {
    await poison()
    const others = Array.from({ length: 450 }, (_, n) => n + 1000)
    await env.DB.prepare(
      `INSERT INTO outbox (report_id, seq, kind, recipient_kind, recipient_code, created_at)
       SELECT report_id, seq, 'event', 'deputy', 'nobody-' || value, 0 FROM outbox, json_each(?1)
       WHERE outbox.id = (SELECT max(id) FROM outbox)`,
    )
      .bind(JSON.stringify(others))
      .run()
    expect(await deliverAt(NOW)).toEqual({ left: false })
    expect(
      await count(
        "SELECT count(*) AS n FROM outbox WHERE recipient_code LIKE 'nobody-%' AND delivered_at IS NULL",
      ),
    ).toBe(0)
    expect(await waiting()).toMatchObject([{ attempts: 1 }])
    await lift()
    await deliverAt(NOW + DAY)
  })
})

describe('the inbox', () => {
  beforeEach(async () => {
    await act(resident, { action: 'supplement', text: '公交站旁边那一盏' })
    await act(station, { action: 'ask', text: '是路口的还是站台的?' })
    await act(resident, { action: 'supplement', text: '站台的' })
    await act(station, { action: 'decline', reason: 'out_of_area' })
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
    const { unread } = await inbox(station)
    expect(await markRead({ ids }, station)).toEqual({ unread })
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

/** A session that ends at `?1`. */
function insertSession(tokenHash: string): string {
  return `INSERT INTO session (token_hash, account_id, created_at, last_seen_at, idle_ms, expires_at, ends_at)
    VALUES ('${tokenHash}', 'acct-admin-demo', 0, 0, 0, ?1, ?1)`
}

describe('the sweep', () => {
  it('forgets kept answers after seven days, and sessions that have ended', async () => {
    const now = Date.now()
    await env.DB.batch([
      env.DB.prepare('UPDATE idempotency_key SET created_at = ?1').bind(now - 7 * DAY - 1),
      env.DB.prepare(
        `INSERT INTO idempotency_key (key, caller, request_hash, answer, created_at) VALUES ('young', 'c', 'h', '{}', ?1)`,
      ).bind(now - 6 * DAY),
      env.DB.prepare(insertSession('ended')).bind(now - 1),
      env.DB.prepare(insertSession('alive')).bind(now + DAY),
    ])
    await runCron(silentEnv)
    expect(await count('SELECT count(*) AS n FROM idempotency_key')).toBe(1)
    expect(await count("SELECT count(*) AS n FROM session WHERE token_hash = 'ended'")).toBe(0)
    expect(await count("SELECT count(*) AS n FROM session WHERE token_hash = 'alive'")).toBe(1)
  })

  it('goes on when one part of it fails, and says so', async () => {
    const PHOTOS = { list: () => Promise.reject(new Error('R2 is away')), delete: async () => undefined }
    await env.DB.prepare(insertSession('ended')).bind(1).run()
    await expect(runCron({ ...silentEnv, PHOTOS } as unknown as Env)).rejects.toThrow('sweeps failed')
    expect(await count("SELECT count(*) AS n FROM session WHERE token_hash = 'ended'")).toBe(0)
    expect((await inbox(resident)).items).toHaveLength(1)
  })
})
