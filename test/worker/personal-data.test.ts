import { env } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  erasedAll,
  erasureAnswer,
  personalData,
  reportPersonalData,
  type PersonalData,
  type ReportPersonalData,
} from '../../shared/contract/personal-data.ts'
import type { ReportAnswer } from '../../shared/contract/report.ts'
import { retentionList } from '../../shared/contract/retention.ts'
import { secretsFrom } from '../../worker/adapters/secrets.ts'
import { photoStore } from '../../worker/adapters/r2-photos.ts'
import { verifyChains } from '../../worker/use-cases/report/verify-chain.ts'
import { keepNoLonger } from '../../worker/use-cases/sweep/keep-no-longer.ts'
import { actOn, api, signIn, submitOpinion, uploadPhoto, type Caller } from '../support/api.ts'
import { seedTestCity } from '../support/test-city.ts'

const DAY = 86_400_000
/** What must not be found anywhere when everything is erased. */
const CANARIES = [
  '红棉路',
  '张三丰的侄子',
  '13912345678',
  '补充说是三楼',
  '谢谢你们帮阿婆',
  '灯柱编号零七',
  '内部备注提到阿婆',
]

let admin: Caller
let station: Caller
let body: Caller
let owner: Caller

beforeAll(async () => {
  await seedTestCity()
  admin = await signIn('admin.demo')
  station = await signIn('station.demo')
  body = await signIn('body.demo')
})

async function newDevice(): Promise<Caller> {
  return (await (await api('/session/anonymous', { method: 'POST' })).json()) as Caller
}

async function all(sql: string): Promise<Record<string, unknown>[]> {
  return (await env.DB.prepare(sql).all()).results
}

/** Everything the database and the photo store hold, as one text. */
async function everything(): Promise<string> {
  const tables = await all(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_cf_%'",
  )
  const rows = await Promise.all(tables.map(({ name }) => all(`SELECT * FROM "${name as string}"`)))
  return JSON.stringify(rows)
}

async function faults(): Promise<unknown[]> {
  const found: unknown[] = []
  await verifyChains({ db: env.DB, secrets: await secretsFrom(env.SECRET_KEY) }, (one) => found.push(one))
  return found
}

/** A report with all kinds of words in all kinds of places, on its way; answers its number and query code. */
async function file(caller: Caller): Promise<{ number: string; code: string; photoIds: string[] }> {
  const photo = await uploadPhoto(caller)
  const { report, queryCode } = await submitOpinion(caller, {
    categoryCode: 'street-lighting',
    text: '红棉路的灯坏了，张三丰的侄子住在那里。',
    place: { lat: 23.123456, lng: 113.234567, address: '红棉路 7 号 301' },
    answers: {},
    contact: { name: '张三丰的侄子', phone: '13912345678' },
    consentPublic: true,
    photoIds: [photo],
  })
  await actOn(caller, report.number, 1, { action: 'supplement', text: '补充说是三楼' })
  await actOn(station, report.number, 2, { action: 'note', text: '内部备注提到阿婆' })
  return { number: report.number, code: queryCode, photoIds: [photo] }
}

async function work(number: string): Promise<string[]> {
  const bodyCode = 'yuexiu-housing-construction'
  await actOn(station, number, 3, { action: 'assign', bodyCode, complexity: 'simple' })
  await actOn(body, number, 4, { action: 'sign' })
  const photo = await uploadPhoto(body)
  await actOn(body, number, 5, { action: 'finish', text: '灯柱编号零七已修好', photoIds: [photo] })
  await actOn(station, number, 6, { action: 'approve' })
  await actOn(station, number, 7, { action: 'publish', text: '红棉路的灯坏了', photoIds: [] })
  return [photo]
}

function rate(caller: Caller, number: string) {
  const rating = { action: 'rate', answered: true, solved: true, satisfied: true, text: '谢谢你们帮阿婆' }
  return actOn(caller, number, 8, rating)
}

const erase = (caller: Caller, number: string, scope = 'all') =>
  api(`/reports/${number}/erasure`, { ...caller, method: 'POST', body: { scope } })
const read = async (caller: Caller, number: string) =>
  (await (await api(`/reports/${number}`, caller)).json()) as ReportAnswer
const mine = async (caller: Caller, number: string) =>
  (await (await api(`/reports/${number}/personal-data`, caller)).json()) as ReportPersonalData

async function sweep(at = Date.now()): Promise<void> {
  const secrets = await secretsFrom(env.SECRET_KEY)
  const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes))
  const newId = () => crypto.randomUUID()
  await keepNoLonger({ db: env.DB, photos: photoStore(env.PHOTOS), secrets, now: () => at, newId, random })
}

async function storedPhotos(): Promise<string[]> {
  return (await env.PHOTOS.list()).objects.map(({ key }: { key: string }) => key)
}

async function figures(): Promise<unknown> {
  return (await api('/statistics?by=category')).json()
}

describe('what is kept of a reporter', () => {
  it('is theirs to take out, whole, by session or query code', async () => {
    owner = await newDevice()
    const { number, code, photoIds } = await file(owner)
    for (const caller of [owner, { queryCode: code }]) {
      const data = await mine(caller, number)
      expect(reportPersonalData.parse(data)).toEqual(data)
      expect(data).toMatchObject({
        contact: { name: '张三丰的侄子', phone: '13912345678' },
        address: '红棉路 7 号 301',
        place: { lat: 23.123456, lng: 113.234567 },
        photos: [{ id: photoIds[0] }],
        keptDays: { contact: 180, words: 1095 },
        erasureAskedAt: null,
      })
      expect(data.own.map(({ text }) => text)).toEqual(['补充说是三楼'])
      expect(JSON.stringify(data)).not.toContain('内部备注')
    }
    const page = (await (await api('/personal-data', owner)).json()) as PersonalData
    expect(personalData.parse(page)).toEqual(page)
    expect(page.items.map((item) => item.number)).toEqual([number])
    expect(page.items[0]).toEqual(await mine(owner, number))
  })

  it('is nobody else’s', async () => {
    const { number } = await file(owner)
    const strangers = [{}, await newDevice(), await signIn('station2.demo'), { queryCode: 'AAAAAAAA' }]
    for (const caller of strangers) {
      expect((await api(`/reports/${number}/personal-data`, caller)).status).toBe(404)
      expect((await erase(caller, number)).status).toBe(404)
    }
    expect((await api(`/reports/${number}/personal-data`, station)).status).toBe(403)
    expect((await erase(station, number)).status).toBe(403)
    expect((await api('/personal-data')).status).toBe(401)
    expect((await api('/personal-data', { method: 'DELETE' })).status).toBe(401)
    expect((await api('/personal-data', { ...station, method: 'DELETE' })).status).toBe(403)
    expect((await read(owner, number)).report.text).toContain('红棉路')
  })
})

describe('erasure', () => {
  it('takes the contact at once, and leaves the report on its way', async () => {
    const { number } = await file(owner)
    const answer = await (await erase(owner, number, 'contact')).json()
    expect(erasureAnswer.parse(answer)).toEqual({ contact: 'erased', words: 'kept' })
    expect((await mine(owner, number)).contact).toBeNull()
    expect(await (await api(`/reports/${number}/contact`, station)).json()).toEqual({
      contact: null,
      masked: true,
    })
    expect((await read(owner, number)).report).toMatchObject({ state: 'submitted', anonymised: false })
  })

  it('waits for the end of a report that is on its way, and comes by itself', async () => {
    const { number } = await file(owner)
    expect(await (await erase(owner, number)).json()).toEqual({ contact: 'erased', words: 'waiting' })
    expect(await (await erase(owner, number)).json()).toEqual({ contact: 'erased', words: 'waiting' })
    expect((await mine(owner, number)).erasureAskedAt).toEqual(expect.any(String))
    await sweep()
    expect((await read(owner, number)).report.text).toContain('红棉路')
    await actOn(owner, number, 3, { action: 'withdraw' })
    await sweep()
    expect((await api(`/reports/${number}`, owner)).status).toBe(404)
    expect(await faults()).toEqual([])
  })

  it('leaves no word, place, photo or person anywhere, and every history and figure as it was', async () => {
    // Nothing of the earlier reports is in the way of the search.
    await api('/personal-data', { ...owner, method: 'DELETE' })
    for (const { number } of await all("SELECT number FROM report WHERE state NOT IN ('closed','withdrawn')"))
      await actOn(owner, number as string, 3, { action: 'withdraw' })
    await sweep()
    const device = await newDevice()
    const { number, code, photoIds } = await file(device)
    const after = await work(number)
    const rated = await rate(device, number)
    expect(rated.report.state).toBe('closed')
    const before = await everything()
    for (const canary of CANARIES.filter((word) => word !== '13912345678')) expect(before).toContain(canary)
    const [counted, keys] = [await figures(), await storedPhotos()]
    for (const id of [...photoIds, ...after]) expect(keys.some((key) => key.includes(id))).toBe(true)

    const answer = await erase(device, number)
    expect(await answer.json()).toEqual({ contact: 'erased', words: 'erased' })

    const left = await everything()
    for (const canary of [...CANARIES, '23123456', '113234567']) expect(left, canary).not.toContain(canary)
    const kept = await storedPhotos()
    for (const id of [...photoIds, ...after]) expect(kept.filter((key) => key.includes(id))).toEqual([])
    expect(await figures()).toEqual(counted)
    expect(await faults()).toEqual([])

    // The course of it is still there for whoever has the code, without a word.
    const { report, timeline, actions } = await read({ queryCode: code }, number)
    expect(report).toMatchObject({
      text: '',
      place: null,
      address: null,
      photos: [],
      anonymised: true,
      public: false,
      state: 'closed',
      rating: { answered: true, solved: true, satisfied: true },
    })
    expect(timeline.at(-1)).toMatchObject({ action: 'anonymise', data: { why: 'asked' } })
    expect(timeline.every(({ text, photos }) => text === null && photos.length === 0)).toBe(true)
    expect(actions).toEqual([])
    expect((await api(`/reports/${number}`, device)).status).toBe(404)
    expect((await api(`/reports/${number}`)).status).toBe(404)
    expect(await (await erase({ queryCode: code }, number)).json()).toEqual({
      contact: 'erased',
      words: 'erased',
    })
    const staff = await read(station, number)
    expect(staff.actions).toEqual([])
    const note = { action: 'note', text: '阿婆', version: staff.report.version }
    const refused = await api(`/reports/${number}/actions`, { ...station, method: 'POST', body: note })
    expect(refused.status).toBe(422)
  })

  it('of everything forgets the device too, when nothing knows it any more', async () => {
    const device = await newDevice()
    await uploadPhoto(device)
    const over = await file(device)
    await actOn(device, over.number, 3, { action: 'withdraw' })
    const open = await file(device)
    const answer = await (await api('/personal-data', { ...device, method: 'DELETE' })).json()
    expect(erasedAll.parse(answer)).toEqual({ erased: 1, waiting: 1 })
    expect((await api('/session', device)).status).toBe(200)
    await actOn(device, open.number, 3, { action: 'withdraw' })
    await sweep()
    expect((await api('/session', device)).status).toBe(401)
    expect(
      await all(
        'SELECT 1 FROM photo WHERE owner_id NOT IN (SELECT id FROM account WHERE disabled_at IS NULL)',
      ),
    ).toEqual([])
  })

  it('is not a deputy’s to ask for a snapshot', async () => {
    const deputy = await signIn('deputy.demo')
    const snapshot = await api('/reports', {
      ...deputy,
      method: 'POST',
      body: {
        channel: 'snapshot',
        categoryCode: 'street-lighting',
        text: '路口的灯坏了',
        place: { lat: 23.1255, lng: 113.2695, address: '文明路' },
        photoIds: [await uploadPhoto(deputy)],
      },
    })
    const { report } = (await snapshot.json()) as ReportAnswer
    expect((await erase(deputy, report.number)).status).toBe(403)
  })
})

describe('retention', () => {
  const patch = (category: string, change: object, caller = admin) =>
    api(`/admin/retention/${category}`, { ...caller, method: 'PATCH', body: change })

  it('is for administrators to set, for all categories and for one', async () => {
    const list = await (await api('/admin/retention', admin)).json()
    expect(retentionList.parse(list)).toEqual({
      items: [{ category: '*', contactDays: 180, wordsDays: 1095 }],
    })
    expect(await (await patch('street-lighting', { wordsDays: 30 })).json()).toEqual({
      category: 'street-lighting',
      contactDays: 180,
      wordsDays: 30,
    })
    expect((await patch('no-such-thing', { wordsDays: 30 })).status).toBe(404)
    expect((await patch('*', {})).status).toBe(422)
    expect((await patch('*', { wordsDays: 0 })).status).toBe(422)
    expect((await patch('*', { wordsDays: 1 }, station)).status).toBe(403)
    const { items } = (await (await api('/admin/audit-log?action=retention.changed', admin)).json()) as {
      items: { subject: string; detail: unknown }[]
    }
    expect(items).toMatchObject([{ subject: 'category:street-lighting', detail: { wordsDays: 30 } }])
    await expect(env.DB.prepare('DELETE FROM retention_limit').run()).rejects.toThrow('a city keeps a limit')
  })

  it('erases contact and words each when its time is over, and not a day before', async () => {
    const device = await newDevice()
    const [lamp, open] = [await file(device), await file(device)]
    await actOn(device, lamp.number, 3, { action: 'withdraw' })
    await patch('street-lighting', { contactDays: 10, wordsDays: 30 })
    const stateAt = async (days: number) => {
      await sweep(Date.now() + days * DAY)
      const [row] = await all(
        `SELECT contact_sealed IS NOT NULL AS contact, text <> '' AS words FROM report WHERE number = '${lamp.number}'`,
      )
      return row
    }
    expect(await stateAt(9)).toEqual({ contact: 1, words: 1 })
    expect(await stateAt(11)).toEqual({ contact: 0, words: 1 })
    expect(await stateAt(29)).toEqual({ contact: 0, words: 1 })
    expect(await stateAt(31)).toEqual({ contact: 0, words: 0 })
    const { report, timeline } = await read({ queryCode: lamp.code }, lamp.number)
    expect(report.anonymised).toBe(true)
    expect(timeline.at(-1)).toMatchObject({ action: 'anonymise', data: { why: 'retention' } })
    // What is on its way is kept, however old it is.
    expect((await read(device, open.number)).report.text).toContain('红棉路')
    expect(await faults()).toEqual([])
  })

  it('reads an index, not the table', async () => {
    const plans = await Promise.all(
      [
        `SELECT number FROM report WHERE anonymised_at IS NULL AND state IN ('closed', 'declined', 'withdrawn') AND updated_at < 1 ORDER BY updated_at LIMIT 5`,
        `SELECT id FROM report WHERE contact_sealed IS NOT NULL AND state IN ('closed', 'declined', 'withdrawn') AND updated_at < 1 LIMIT 5`,
      ].map((sql) => all(`EXPLAIN QUERY PLAN ${sql}`)),
    )
    expect(plans.map(([row]) => String(row?.detail))).toEqual([
      expect.stringContaining('report_words_kept'),
      expect.stringContaining('report_contact_kept'),
    ])
  })
})

describe('the database', () => {
  it.each([
    ['blanks words without the event', "UPDATE report SET text = ''", 'what was filed stays'],
    ['forgets who filed it', 'UPDATE report SET reporter_id = NULL', 'what was filed stays'],
    ['changes an address', "UPDATE report SET address = 'x'", 'what was filed stays'],
    [
      'blanks the words of an event',
      'UPDATE report_event SET text = NULL, text_salt = NULL',
      'events cannot be changed',
    ],
    ['writes other words', "UPDATE report_event SET text = 'x'", 'events cannot be changed'],
    ['adds a contact', "UPDATE report SET contact_sealed = 'x'", 'nobody adds a contact'],
    ['says it is anonymised', 'UPDATE report SET anonymised_at = 1', 'only through its events'],
  ])('lets nobody pass who %s', async (_, sql, why) => {
    const { report } = await submitOpinion(
      {},
      { categoryCode: 'street-lighting', text: '路面有坑，骑车危险。' },
    )
    await actOn(station, report.number, 1, { action: 'note', text: '看一看' })
    const where = sql.includes('report_event')
      ? `WHERE text IS NOT NULL AND report_id = (SELECT id FROM report WHERE number = '${report.number}')`
      : `WHERE number = '${report.number}'`
    // A reporter is needed where one is to be forgotten.
    const target = sql.includes('reporter_id')
      ? 'WHERE reporter_id IS NOT NULL AND anonymised_at IS NULL'
      : where
    await expect(env.DB.prepare(`${sql} ${target}`).run()).rejects.toThrow(why)
  })

  it('shows words that were blanked past it', async () => {
    const { report } = await submitOpinion(
      {},
      { categoryCode: 'street-lighting', text: '路面有坑，骑车危险。' },
    )
    await actOn(station, report.number, 1, { action: 'note', text: '看一看' })
    const triggers = await all("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    await env.DB.batch(triggers.map(({ name }) => env.DB.prepare(`DROP TRIGGER ${name as string}`)))
    const id = `(SELECT id FROM report WHERE number = '${report.number}')`
    await env.DB.prepare(
      `UPDATE report_event SET text = NULL, text_salt = NULL WHERE report_id = ${id}`,
    ).run()
    expect(await faults()).toMatchObject([{ seq: 2, fault: 'words' }])
    await env.DB.prepare(`UPDATE report SET text = '' WHERE id = ${id}`).run()
    expect(await faults()).toMatchObject([{ fault: 'words' }, { fault: 'filed' }])
    await env.DB.prepare(`UPDATE report SET anonymised_at = 5 WHERE id = ${id}`).run()
    expect((await faults()).map((one) => (one as { fault: string }).fault)).toContain('row')
  })
})
