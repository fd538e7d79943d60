import { env } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import { deputyRecord, type DeputyRecord } from '../../shared/contract/deputy-record.ts'
import type { ReportList, SubmitAnswer } from '../../shared/contract/report.ts'
import { actOn, api, signIn, submitOpinion, uploadPhoto, type Caller } from '../support/api.ts'
import { seedTestCity } from '../support/test-city.ts'

let deputy: Caller
let body: Caller
let station: Caller
let supervisor: Caller
let deputyId: string

const PLACE = { lat: 23.1255, lng: 113.2695 }

async function snap(text: string): Promise<string> {
  const photoIds = [await uploadPhoto(deputy)]
  const request = { channel: 'snapshot', categoryCode: 'street-lighting', text, place: PLACE, photoIds }
  const answer = await api('/reports', { ...deputy, method: 'POST', body: request })
  expect(answer.status, await answer.clone().text()).toBe(201)
  const { report } = (await answer.json()) as SubmitAnswer
  expect(report.state).toBe('assigned')
  return report.number
}

beforeAll(async () => {
  await seedTestCity()
  deputy = await signIn('deputy.demo')
  body = await signIn('body.demo')
  station = await signIn('station.demo')
  supervisor = await signIn('supervisor.demo')
  const { account } = (await (await api('/session', deputy)).json()) as { account: { deputyId: string } }
  deputyId = account.deputyId
})

async function record(query = '', caller = deputy): Promise<DeputyRecord> {
  const answer = await api(`/my-record${query}`, caller)
  expect(answer.status, await answer.clone().text()).toBe(200)
  return deputyRecord.parse(await answer.json()) as DeputyRecord
}
const watched = async (caller = deputy) =>
  ((await (await api('/reports?scope=watched', caller)).json()) as ReportList).items.map(
    ({ number }) => number,
  )

describe('a deputy’s record of the year', () => {
  it('tells what was filed, watched, reviewed and answered, by month, and what became of it', async () => {
    const before = await record()
    // Filed, done badly, sent back, done again, approved.
    const mine = await snap('惠福东路的路灯不亮，晚上看不见路。')
    await actOn(body, mine, 1, { action: 'sign' })
    const finish = async (version: number) =>
      actOn(body, mine, version, {
        action: 'finish',
        text: '已换灯泡，亮了。',
        photoIds: [await uploadPhoto(body)],
      })
    await finish(2)
    await actOn(deputy, mine, 3, { action: 'send_back', text: '照片里还是黑的。' })
    await finish(4)
    await actOn(deputy, mine, 5, { action: 'approve' })
    // Answered in person.
    const asked = (
      await submitOpinion({}, { categoryCode: 'street-lighting', text: '想问问路灯几点开。', place: PLACE })
    ).report.number
    await actOn(station, asked, 1, { action: 'assign', deputyId, complexity: 'simple' })
    await actOn(deputy, asked, 2, { action: 'sign' })
    await actOn(deputy, asked, 3, {
      action: 'finish',
      text: '已当面回复：天黑半小时内开灯。',
      photoIds: [await uploadPhoto(deputy)],
    })
    // Watched.
    const seen = (
      await submitOpinion({}, { categoryCode: 'street-lighting', text: '巷子里的灯一直闪。', place: PLACE })
    ).report.number
    await actOn(deputy, seen, 1, { action: 'watch' })

    const after = await record()
    const grown = (name: 'filed' | 'watched' | 'reviewed' | 'answered') =>
      after.total[name] - before.total[name]
    expect([grown('filed'), grown('watched'), grown('reviewed'), grown('answered')]).toEqual([1, 1, 1, 1])
    expect(after.outcomes.answered - before.outcomes.answered).toBe(1)
    expect(after.months).toHaveLength(12)
    const sum = after.months.reduce((all, { filed, reviewed }) => all + filed + reviewed, 0)
    expect(sum).toBe(after.total.filed + after.total.reviewed)
    expect(after.station?.number).toBe('0001')
    const told = (number: string) => after.reports.find((report) => report.number === number)
    expect(told(mine)).toMatchObject({
      did: ['filed', 'reviewed'],
      state: 'answered',
      answer: '已换灯泡，亮了。',
      solved: null,
    })
    expect(told(asked)).toMatchObject({ did: ['answered'], state: 'in_review', answer: null })
    expect(told(seen)?.did).toEqual(['watched'])
  })

  it('is one year’s, told by the calendar of the city', async () => {
    const number = await snap('跨年夜的路灯不亮，人很多。')
    // The first minute of 2025 in Guangzhou is still 2024 in UTC.
    await env.DB.prepare('DROP TRIGGER IF EXISTS report_event_is_forever_u').run()
    await env.DB.prepare(
      `UPDATE report_event SET at = ? WHERE action = 'submit' AND report_id = (SELECT id FROM report WHERE number = ?)`,
    )
      .bind(Date.parse('2024-12-31T16:01:00Z'), number)
      .run()
    const has = async (year: number) =>
      (await record(`?year=${year}`)).reports.some((report) => report.number === number)
    expect(await has(2024)).toBe(false)
    expect(await has(2025)).toBe(true)
    expect((await record('?year=2025')).months[0]?.filed).toBe(1)
    expect((await record()).years).toContain(2025)
    expect((await api('/my-record?year=19', deputy)).status).toBe(422)
  })

  it('is read by its deputy alone', async () => {
    const stranger = await record('', await signIn('deputy2.demo'))
    expect(stranger.reports).toEqual([])
    for (const caller of [station, body, supervisor])
      expect((await api('/my-record', caller)).status).toBe(403)
    expect((await api('/my-record')).status).toBe(401)
  })

  it('asks the database once', async () => {
    let calls = 0
    const { readMyRecord } = await import('../../worker/use-cases/deputy-record/read-my-record.ts')
    const { sha256 } = await import('../../worker/adapters/secrets.ts')
    const db = {
      prepare: (sql: string) => env.DB.prepare(sql),
      batch: (statements: never[]) => {
        calls += 1
        return env.DB.batch(statements)
      },
    }
    const ctx = {
      db,
      locale: 'zh-hans',
      now: () => Date.now(),
      callers: ['deputy'],
      credentials: { tokenHash: await sha256(deputy.token ?? '') },
    }
    await readMyRecord(ctx as never, {})
    expect(calls).toBe(1)
  })
})

describe('reports that I watch', () => {
  it('are those that I marked myself, until the watch is lifted', async () => {
    const file = async (text: string) =>
      (await submitOpinion({}, { categoryCode: 'street-lighting', text, place: PLACE })).report.number
    const [mine, others] = [await file('关注这一盏路灯。'), await file('别人关注那一盏路灯。')]
    await actOn(deputy, mine, 1, { action: 'watch' })
    await actOn(supervisor, others, 1, { action: 'watch' })
    expect(await watched()).toContain(mine)
    expect(await watched()).not.toContain(others)
    expect(await watched(supervisor)).toEqual([])
    await actOn(supervisor, mine, 2, { action: 'lift' })
    expect(await watched()).not.toContain(mine)
    expect((await api('/reports?scope=watched')).status).toBe(401)
  })
})
