import { env } from 'cloudflare:test'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { deadLetterList, type DeadLetterList } from '../../shared/contract/dead-letter.ts'
import { sha256 } from '../../worker/adapters/secrets.ts'
import { ChannelFailure, type Context, type NoticeChannel } from '../../worker/context.ts'
import { retryDeadLetter } from '../../worker/use-cases/dead-letter/retry-dead-letter.ts'
import { deliverNotifications } from '../../worker/use-cases/notification/deliver-notifications.ts'
import { sendToChannels } from '../../worker/use-cases/notification/send-to-channels.ts'
import { api, signIn, type Caller } from '../support/api.ts'
import { actAt, fileAt } from '../support/at-moment.ts'
import { seedTestCity } from '../support/test-city.ts'

const NOW = Date.UTC(2026, 10, 23, 4)
const HOUR = 3_600_000

let admin: Caller
let station: Caller
let resident: Caller
let number: string
let taken: string[]
let isAway: boolean

const sms: NoticeChannel = {
  name: 'sms',
  async deliver({ reportNumber, action }) {
    if (isAway) throw new ChannelFailure('timeout')
    taken.push(`${reportNumber} ${action}`)
  },
}

beforeAll(async () => {
  await seedTestCity()
  admin = await signIn('admin.demo')
  station = await signIn('station.demo')
})

/** A report that its station has asked about, when everything of earlier ones is settled. */
beforeEach(async () => {
  await env.DB.batch([
    env.DB.prepare('UPDATE outbox SET delivered_at = 0, dead_at = NULL'),
    env.DB.prepare('UPDATE channel_delivery SET delivered_at = 0, dead_at = NULL'),
  ])
  taken = []
  isAway = false
  resident = (await (await api('/session/anonymous', { method: 'POST' })).json()) as Caller
  number = await fileAt(resident, Date.now(), { categoryCode: 'street-lighting', text: '路灯坏了三天。' })
  await deliver(0)
  await actAt(station, number, Date.now(), { action: 'ask', text: '请问是哪一盏灯？' })
  taken = []
})

async function deliver(hours: number): Promise<void> {
  const ctx = { db: env.DB, channels: [sms], now: () => NOW + hours * HOUR }
  await deliverNotifications(ctx)
  await sendToChannels(ctx)
}

/** Five attempts, each after the longest pause; `started` is the hour of the first. */
async function deliverUntilDead(started = 0): Promise<void> {
  for (let attempt = 0; attempt < 5; attempt += 1) await deliver(started + 3 * attempt)
}

/** The database refuses every notice of this report while `during` runs. */
async function whilePoisoned(during: () => Promise<void>): Promise<void> {
  await env.DB.prepare(
    `CREATE TRIGGER poison BEFORE INSERT ON notification WHEN NEW.report_number = '${number}'
     BEGIN SELECT RAISE (ABORT, 'made up'); END`,
  ).run()
  await during()
  await env.DB.prepare('DROP TRIGGER poison').run()
}

async function list(query = ''): Promise<DeadLetterList> {
  const answer = await api(`/admin/dead-letters${query}`, admin)
  expect(answer.status).toBe(200)
  return deadLetterList.parse(await answer.json())
}

/** Tries again as the administrator, but leaves the queue asleep: a delivery of its own would come in between. */
async function retryQuietly(id = ''): Promise<number> {
  let woken = 0
  const credentials = { tokenHash: await sha256(admin.token ?? ''), address: null, device: null }
  const wakeOutbox = () => (woken += 1)
  const newId = () => crypto.randomUUID()
  const ctx = { db: env.DB, credentials, callers: ['admin'], now: Date.now, newId, wakeOutbox }
  await retryDeadLetter(ctx as unknown as Context, id)
  return woken
}

function retry(id: string, caller = admin, body: unknown = { retry: true }): Promise<Response> {
  return api(`/admin/dead-letters/${id}`, { ...caller, method: 'PATCH', body })
}

async function inbox(): Promise<string[]> {
  const { items } = (await (await api('/notifications', resident)).json()) as { items: { action: string }[] }
  return items.map(({ action }) => action)
}

describe('a notice that reached no inbox', () => {
  it('is shown to the administrator, and delivered when they try again', async () => {
    await whilePoisoned(deliverUntilDead)
    const { items, nextCursor } = await list()
    expect(items).toEqual([
      {
        id: expect.stringMatching(/^inbox-\d+$/),
        channel: 'inbox',
        reportNumber: number,
        recipient: expect.stringMatching(/^account:[\w-]{22}$/),
        attempts: 5,
        lastError: 'SQLITE_CONSTRAINT',
        createdAt: expect.any(String),
        deadAt: new Date(NOW + 12 * HOUR).toISOString(),
      },
    ])
    expect(nextCursor).toBeNull()
    expect(await inbox()).toEqual([])

    expect(await retryQuietly(items[0]?.id)).toBe(1)
    expect((await list()).items).toEqual([])
    await deliver(13)
    expect(await inbox()).toEqual(['ask'])
    expect(taken).toEqual([`${number} ask`])
  })

  it('names the office it should have gone to', async () => {
    await env.DB.prepare(
      `UPDATE outbox SET dead_at = 1, delivered_at = NULL, recipient_kind = 'station', recipient_code = '0001'
       WHERE id = (SELECT max(id) FROM outbox)`,
    ).run()
    const { items, names } = await list()
    expect(items.map(({ recipient }) => recipient)).toEqual(['station:0001'])
    expect(names.stations?.['0001']).toMatch(/联络站$/)
  })

  it('has five attempts again, and is a dead letter once more', async () => {
    await whilePoisoned(async () => {
      await deliverUntilDead()
      const [letter] = (await list()).items
      await retryQuietly(letter?.id)
      await deliver(20)
      expect((await list()).items).toEqual([])
      await deliverUntilDead(23)
    })
    expect((await list()).items).toMatchObject([
      { attempts: 5, deadAt: new Date(NOW + 32 * HOUR).toISOString() },
    ])
  })
})

describe('a notice that a channel did not take', () => {
  it('is shown with the channel’s name, and sent when the administrator tries again', async () => {
    isAway = true
    await deliverUntilDead()
    expect(await inbox()).toEqual(['ask'])
    const { items } = await list()
    expect(items).toMatchObject([
      {
        channel: 'sms',
        reportNumber: number,
        attempts: 5,
        lastError: 'timeout',
        recipient: expect.any(String),
      },
    ])
    expect(items[0]?.id).toMatch(/^channel-\d+$/)
    isAway = false
    await deliver(100)
    expect(taken).toEqual([])
    expect(await retryQuietly(items[0]?.id)).toBe(1)
    await deliver(101)
    await deliver(102)
    expect(taken).toEqual([`${number} ask`])
    expect((await list()).items).toEqual([])
    expect(await inbox()).toEqual(['ask'])
  })
})

describe('the list', () => {
  it('shows the latest first, page by page, from the inbox and the channels alike', async () => {
    isAway = true
    await deliverUntilDead()
    await actAt(resident, number, Date.now(), { action: 'supplement', text: '站台旁边那盏' })
    await whilePoisoned(() => deliverUntilDead(1))
    await deliver(50)
    const whole = (await list()).items
    expect(whole.map(({ channel, deadAt }) => [channel, deadAt])).toEqual([
      ['inbox', new Date(NOW + 13 * HOUR).toISOString()],
      ['sms', new Date(NOW + 12 * HOUR).toISOString()],
    ])
    const first = await list('?limit=1')
    const second = await list(`?limit=1&cursor=${first.nextCursor}`)
    expect([...first.items, ...second.items]).toEqual(whole)
    expect(second.nextCursor).toBeNull()
  })

  it('loses none of many that died at the same moment', async () => {
    await env.DB.prepare(
      `INSERT INTO outbox (report_id, seq, kind, recipient_kind, recipient_code, created_at, attempts, dead_at)
       SELECT report_id, seq, 'event', 'station', 'lost-' || value, 0, 5, ?2 FROM outbox, json_each(?1)
       WHERE outbox.id = (SELECT max(id) FROM outbox)`,
    )
      .bind(JSON.stringify(Array.from({ length: 25 }, (_, n) => n)), NOW)
      .run()
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page: DeadLetterList = await list(`?limit=10${cursor && `&cursor=${cursor}`}`)
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor
    }
    expect(seen).toHaveLength(25)
    expect(new Set(seen).size).toBe(25)
  })

  it('is the administrator’s alone', async () => {
    for (const caller of [station, resident, await signIn('supervisor.demo')]) {
      expect((await api('/admin/dead-letters', caller)).status).toBe(403)
      expect((await retry('inbox-1', caller)).status).toBe(403)
    }
    expect((await api('/admin/dead-letters')).status).toBe(401)
    expect((await retry('inbox-1', {})).status).toBe(401)
  })

  it.each(['?limit=0', '?limit=101', '?cursor=made-up', `?cursor=${btoa('["1"]')}`])(
    'refuses %s',
    async (query) => {
      expect((await api(`/admin/dead-letters${query}`, admin)).status).toBe(422)
    },
  )
})

describe('trying again', () => {
  it('needs a dead letter', async () => {
    const alive = await env.DB.prepare('SELECT max(id) AS id FROM outbox').first('id')
    for (const id of [`inbox-${alive}`, 'inbox-999999', 'channel-1', 'inbox-0', 'inbox-1x', '1', 'sms-1']) {
      expect((await retry(id)).status).toBe(404)
    }
  })

  it.each([{}, { retry: false }, { retry: 'yes' }])('is not %j', async (body) => {
    expect((await retry('inbox-1', admin, body)).status).toBe(422)
  })

  it('is a call of the API', async () => {
    await whilePoisoned(deliverUntilDead)
    const [{ id } = { id: '' }] = (await list()).items
    const answer = await retry(id)
    expect(answer.status).toBe(200)
    expect(await answer.json()).toEqual({ id })
    await deliver(13)
    expect(await inbox()).toEqual(['ask'])
    expect((await retry(id)).status).toBe(404)
  })
})
