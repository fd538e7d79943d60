import { beforeAll, describe, expect, it } from 'vitest'
import type { Failure } from '../../shared/contract/failure.ts'
import type { ReportAnswer, ReportList } from '../../shared/contract/report.ts'
import { actOn, api, signIn, submitOpinion, uploadPhoto, type Caller } from '../support/api.ts'
import { seedTestCity } from '../support/test-city.ts'

const WORDS = '灯坏了，请打13800138000找张姐，车粤A12345停着，住文明路12号301房。'
const PLACE = { lat: 23.125512, lng: 113.269534, address: '文明路12号301房' }
const ASSIGN = { action: 'assign', bodyCode: 'yuexiu-housing-construction', complexity: 'simple' }

let station: Caller
let body: Caller

beforeAll(async () => {
  await seedTestCity()
  station = await signIn('station.demo')
  body = await signIn('body.demo')
})

/** A report that may be published; answers its number. */
async function assigned(text = WORDS): Promise<string> {
  const content = { categoryCode: 'street-lighting', text, place: PLACE, consentPublic: true }
  const { report } = await submitOpinion({}, content)
  await actOn(station, report.number, 1, ASSIGN)
  return report.number
}

const publish = (number: string, command: object = {}, version = 2) =>
  api(`/reports/${number}/actions`, {
    ...station,
    method: 'POST',
    body: { action: 'publish', version, ...command },
  })
const inPublic = async (number: string) => (await (await api(`/reports/${number}`)).json()) as ReportAnswer
const found = async (q: string) => {
  const list = (await (await api(`/reports?scope=public&q=${encodeURIComponent(q)}`)).json()) as ReportList
  return list.items.map(({ number }) => number)
}

describe('a publication in which nobody wrote anything', () => {
  it('goes out without telephone numbers and plates', async () => {
    const number = await assigned()
    expect((await publish(number)).status).toBe(200)
    const { report } = await inPublic(number)
    expect(report.text).toBe('灯坏了，请打███████████找张姐，车███████停着，住文明路███████。')
    const [row] = ((await (await api('/reports?scope=public')).json()) as ReportList).items
    expect(row).toMatchObject({ number, text: report.text, address: null })
    expect(await found('13800138000')).not.toContain(number)
    expect(await found('张姐')).toContain(number)
  })

  it('is the reporter’s own words where there is nothing of the kind', async () => {
    const number = await assigned('路灯坏了三天，请看一看。')
    await publish(number)
    expect((await inPublic(number)).report.text).toBe('路灯坏了三天，请看一看。')
  })
})

describe('words that somebody chose', () => {
  it('are refused with a telephone number in them, unless somebody says that it may stay', async () => {
    const number = await assigned()
    const text = '请打13800138000'
    const refused = await publish(number, { text })
    expect(refused.status).toBe(422)
    const { error } = (await refused.json()) as Failure
    expect(error.fields?.text).toContain('遮住')
    expect((await api(`/reports/${number}`)).status).toBe(404)
    expect((await publish(number, { text, keepPersonal: true })).status).toBe(200)
    expect((await inPublic(number)).report.text).toBe(text)
  })

  it('are refused when they are corrected, too', async () => {
    const number = await assigned()
    await publish(number, { text: '灯坏了' })
    const redact = { action: 'redact', version: 3, text: '身份证11010519491231002X' }
    const answer = await api(`/reports/${number}/actions`, { ...station, method: 'POST', body: redact })
    expect(answer.status).toBe(422)
    expect((await inPublic(number)).report.text).toBe('灯坏了')
  })

  it('may have what an office has: a number with an area code, a door', async () => {
    const number = await assigned()
    const text = '请打020-83331234，文明路12号301房'
    expect((await publish(number, { text })).status).toBe(200)
    expect((await inPublic(number)).report.text).toBe(text)
  })

  it('come back as they were corrected when they are published again', async () => {
    const number = await assigned()
    await publish(number, { text: '灯坏了' })
    await actOn(station, number, 3, { action: 'unpublish' })
    await publish(number, {}, 4)
    expect((await inPublic(number)).report.text).toBe('灯坏了')
  })
})

it('an answer is shown in public without what it says of one person', async () => {
  const number = await assigned()
  await publish(number)
  await actOn(body, number, 3, { action: 'sign' })
  const photo = await uploadPhoto(body)
  const text = '已致电13800138000，咨询请打020-83331234'
  await actOn(body, number, 4, { action: 'finish', text, photoIds: [photo] })
  const { timeline } = await inPublic(number)
  expect(timeline.at(-1)?.text).toBe('已致电███████████，咨询请打020-83331234')
  const own = (await (await api(`/reports/${number}`, station)).json()) as ReportAnswer
  expect(own.timeline.at(-1)?.text).toBe(text)
})

it('the place is shown in public to about a hundred metres, and its address not at all', async () => {
  const number = await assigned()
  await publish(number)
  const { report } = await inPublic(number)
  expect(report.place).toEqual({ lat: 23.126, lng: 113.27 })
  expect(report.address).toBeNull()
  expect(JSON.stringify(await inPublic(number))).not.toContain('23.1255')
})
