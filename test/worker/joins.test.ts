import { env } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Failure } from '../../shared/contract/failure.ts'
import type { NotificationList } from '../../shared/contract/notification.ts'
import type { PersonalData } from '../../shared/contract/personal-data.ts'
import type { JoinAnswer, SimilarList } from '../../shared/contract/report-join.ts'
import type { ReportAnswer, ReportList } from '../../shared/contract/report.ts'
import { deliverNotifications } from '../../worker/use-cases/notification/deliver-notifications.ts'
import { actOn, api, signIn, submitOpinion, uploadPhoto, type Caller } from '../support/api.ts'
import { seedTestCity } from '../support/test-city.ts'

// "我也遇到了": a public report that is much the same is offered before another is filed, and can be joined.

const LAMP = '文明路十二号门口的路灯坏了，一到晚上就看不见台阶。'
const PLACE = { lat: 23.12551, lng: 113.26953 }
const ASSIGN = { action: 'assign', bodyCode: 'yuexiu-housing-construction', complexity: 'simple' }

let station: Caller
let body: Caller

beforeAll(async () => {
  await seedTestCity()
  station = await signIn('station.demo')
  body = await signIn('body.demo')
})

async function device(): Promise<Caller> {
  return (await (await api('/session/anonymous', { method: 'POST' })).json()) as Caller
}

/** A report that everybody can read and the body works on: version 4. */
async function published(
  caller: Caller = {},
  { text = LAMP, place = PLACE, categoryCode = 'street-lighting' }: Partial<typeof INPUT> = {},
): Promise<string> {
  const { report } = await submitOpinion(caller, { categoryCode, text, place, consentPublic: true })
  await actOn(station, report.number, 1, ASSIGN)
  await actOn(body, report.number, 2, { action: 'sign' })
  await actOn(station, report.number, 3, { action: 'publish' })
  return report.number
}
const INPUT = { text: LAMP, place: PLACE, categoryCode: 'street-lighting' }

/** The queue would do the same a moment later. */
const deliver = () => deliverNotifications({ db: env.DB, now: Date.now, channels: [] })
const join = (caller: Caller, number: string, method = 'POST') =>
  api(`/reports/${number}/join`, { ...caller, method })
const joined = async (caller: Caller, number: string, method = 'POST') => {
  const answer = await join(caller, number, method)
  expect(answer.status).toBe(200)
  return (await answer.json()) as JoinAnswer
}
const read = async (number: string, caller: Caller = {}) =>
  (await (await api(`/reports/${number}`, caller)).json()) as ReportAnswer
const similar = async (query: Record<string, string>) => {
  const answer = await api(`/reports/similar?${new URLSearchParams(query)}`)
  expect(answer.status).toBe(200)
  return ((await answer.json()) as SimilarList).items
}

describe('joining a public report', () => {
  it('counts each person once, and shows the number to everybody', async () => {
    const number = await published()
    const [one, two] = [await device(), await device()]
    expect(await joined(one, number)).toEqual({ joins: 1, joined: true })
    expect(await joined(one, number)).toEqual({ joins: 1, joined: true })
    expect(await joined(two, number)).toEqual({ joins: 2, joined: true })
    expect(await read(number, one)).toMatchObject({ report: { joins: 2 }, joined: true })
    expect(await read(number)).toMatchObject({ report: { joins: 2 } })
    expect(await read(number)).not.toHaveProperty('joined')
    const { items } = (await (await api('/reports?scope=public')).json()) as ReportList
    expect(items.find((row) => row.number === number)?.joins).toBe(2)
  })

  it('can be taken back', async () => {
    const number = await published()
    const one = await device()
    await joined(one, number)
    expect(await joined(one, number, 'DELETE')).toEqual({ joins: 0, joined: false })
    expect(await joined(one, number, 'DELETE')).toEqual({ joins: 0, joined: false })
  })

  it('does not count the reporter, who counts already', async () => {
    const owner = await device()
    const number = await published(owner)
    expect(await joined(owner, number)).toEqual({ joins: 0, joined: false })
  })

  it('needs a session, and tells nothing of a report that is not public', async () => {
    expect((await join({}, await published())).status).toBe(401)
    const { report } = await submitOpinion({}, { ...INPUT, consentPublic: false })
    const hidden = await join(await device(), report.number)
    const unknown = await join(await device(), '26112312345678')
    expect([hidden.status, unknown.status]).toEqual([404, 404])
    const words = async (answer: Response) => ((await answer.json()) as Failure).error.message
    expect(await words(hidden)).toBe(await words(unknown))
  })

  it('is over when the report is over', async () => {
    const owner = await device()
    const number = await published(owner)
    await actOn(owner, number, 4, { action: 'withdraw' })
    const late = await join(await device(), number)
    expect(late.status).toBe(422)
    expect(((await late.json()) as Failure).error.code).toBe('ILLEGAL_TRANSITION')
  })

  it('brings the answer to whoever joined', async () => {
    const number = await published()
    const one = await device()
    await joined(one, number)
    await actOn(body, number, 4, {
      action: 'finish',
      text: '已更换灯泡，今晚已亮。',
      photoIds: [await uploadPhoto(body)],
    })
    await actOn(station, number, 5, { action: 'approve' })
    await deliver()
    const inbox = (await (await api('/notifications', one)).json()) as NotificationList
    expect(inbox.items).toMatchObject([{ reportNumber: number, action: 'approve', to: 'answered' }])
    expect(inbox.unread).toBe(1)
  })

  it('tells nobody of a report that was taken out of public', async () => {
    const number = await published()
    const one = await device()
    await joined(one, number)
    await actOn(station, number, 4, { action: 'unpublish' })
    await actOn(body, number, 5, {
      action: 'finish',
      text: '已更换灯泡，今晚已亮。',
      photoIds: [await uploadPhoto(body)],
    })
    await actOn(station, number, 6, { action: 'approve' })
    await deliver()
    const inbox = (await (await api('/notifications', one)).json()) as NotificationList
    expect(inbox.items).toEqual([])
  })

  it('is part of what can be taken out and erased', async () => {
    const number = await published()
    const one = await device()
    await joined(one, number)
    const kept = (await (await api('/personal-data', one)).json()) as PersonalData
    expect(kept.joined).toMatchObject([{ number }])
    await api('/personal-data', { ...one, method: 'DELETE' })
    expect((await read(number)).report.joins).toBe(0)
  })
})

describe('what is similar to what somebody is about to file', () => {
  it('is near, of one kind or alike in words; never private, over or far away', async () => {
    const number = await published()
    const far = await published({}, { place: { lat: 23.2, lng: 113.4 } })
    const { report } = await submitOpinion({}, { ...INPUT, consentPublic: false })
    const found = await similar({
      near: '23.1256,113.2696',
      category: 'street-lighting',
      text: '文明路路灯不亮，晚上看不见台阶',
    })
    const numbers = found.map((row) => row.number)
    expect(numbers).toContain(number)
    expect(numbers).not.toContain(far)
    expect(numbers).not.toContain(report.number)
    expect(numbers.length).toBeLessThanOrEqual(5)
    expect(found[0]?.distance).toBeLessThan(150)
  })

  it('is measured from the place that everybody can read, not from the true one', async () => {
    await published({}, { place: { lat: 23.140449, lng: 113.260449 } })
    const [row] = await similar({ near: '23.140449,113.260449', category: 'street-lighting' })
    expect(row?.place).toEqual({ lat: 23.14, lng: 113.26 })
    expect(row?.distance).toBeGreaterThan(50)
  })

  it('is for an office also what nobody else may read, but not itself and nothing that cannot lead', async () => {
    const file = async () => (await submitOpinion({}, { ...INPUT, consentPublic: false })).report.number
    const [one, two, over] = [await file(), await file(), await file()]
    await actOn(station, over, 1, { action: 'decline', reason: 'no_content' })
    const query = new URLSearchParams({
      scope: 'visible',
      near: `${PLACE.lat},${PLACE.lng}`,
      category: 'street-lighting',
      text: LAMP,
      except: one,
    })
    const ask = (caller: Caller) => api(`/reports/similar?${query}`, caller)
    const numbers = async (caller: Caller) => {
      const { items } = (await (await ask(caller)).json()) as SimilarList
      return items.map(({ number }) => number)
    }
    const found = await numbers(station)
    expect(found).toContain(two)
    expect(found).not.toContain(one)
    expect(found).not.toContain(over)
    // The body has neither of them; a stranger is asked to sign in.
    expect(await numbers(body)).not.toContain(two)
    expect((await ask({})).status).toBe(401)
  })

  it('is nothing where nothing was said', async () => {
    expect(await similar({})).toEqual([])
    expect((await api('/reports/similar?near=somewhere')).status).toBe(422)
  })
})
