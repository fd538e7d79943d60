import { env, SELF } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import { demandList, wishAnswer, type WishAnswer } from '../../shared/contract/case-wish.ts'
import { personalData } from '../../shared/contract/personal-data.ts'
import { reformCase } from '../../shared/contract/reform-case.ts'
import type { ReportList } from '../../shared/contract/report.ts'
import { actOn, api, signIn, submitOpinion, type Caller } from '../support/api.ts'
import { seedTestCity } from '../support/test-city.ts'

// "I want this in my district": once a person, changed and taken back by them alone, counted where it is wanted.

const CANTEENS = 'elderly-canteens'
const YUEXIU = { code: '440104', name: '越秀区' }
const TIANHE = { code: '440106', name: '天河区' }

beforeAll(seedTestCity)

async function device(): Promise<Caller> {
  return (await (await api('/session/anonymous', { method: 'POST' })).json()) as Caller
}

const send = (caller: Caller, slug: string, district?: string) =>
  api(`/cases/${slug}/wishes`, {
    ...caller,
    ...(district === undefined ? { method: 'DELETE' } : { method: 'POST', body: { district } }),
  })

async function wish(caller: Caller, slug: string, district: string, status: 200 | 201): Promise<WishAnswer> {
  const answer = await send(caller, slug, district)
  expect(answer.status).toBe(status)
  return wishAnswer.parse(await answer.json())
}

const read = async (slug: string, language?: string) =>
  reformCase.parse(await (await api(`/cases/${slug}`, { ...(language && { language }) })).json())

const wanted = ({ demand }: Pick<WishAnswer, 'demand'>) =>
  Object.fromEntries(demand.districts.filter(({ wishes }) => wishes > 0).map((one) => [one.code, one.wishes]))

/** The counters, counted anew. */
async function countersAreRight(): Promise<void> {
  const { results } = await env.DB.prepare(
    `SELECT count(*) AS wrong FROM case_demand WHERE wishes <> (
       SELECT count(*) FROM case_wish
       WHERE case_wish.case_slug = case_demand.case_slug AND case_wish.district_code = case_demand.district_code)`,
  ).all()
  expect(results).toEqual([{ wrong: 0 }])
}

describe('a wish', () => {
  it('counts a person once, and the second time only names another district', async () => {
    const [one, two] = [await device(), await device()]
    const first = await wish(one, CANTEENS, TIANHE.code, 201)
    expect(first).toMatchObject({ mine: TIANHE, demand: { total: 1 } })
    expect(first.demand.districts).toHaveLength(11)
    expect(first).not.toHaveProperty('token')
    expect(wanted(await wish(one, CANTEENS, TIANHE.code, 200))).toEqual({ [TIANHE.code]: 1 })
    expect(wanted(await wish(two, CANTEENS, TIANHE.code, 201))).toEqual({ [TIANHE.code]: 2 })
    const moved = await wish(one, CANTEENS, YUEXIU.code, 200)
    expect(moved.mine).toEqual(YUEXIU)
    expect(wanted(moved)).toEqual({ [TIANHE.code]: 1, [YUEXIU.code]: 1 })
    expect(wanted(await read(CANTEENS))).toEqual(wanted(moved))
    await countersAreRight()
  })

  it('of somebody without a session opens one for their device, and counts once with it', async () => {
    const answer = await send({}, 'one-yuan-clinic', TIANHE.code)
    expect(answer.status).toBe(201)
    expect(answer.headers.get('set-cookie')).toContain('__Host-mashang=')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const { token = '' } = wishAnswer.parse(await answer.json())
    expect((await wish({ token }, 'one-yuan-clinic', TIANHE.code, 200)).demand.total).toBe(1)
    const own = wishAnswer.parse(await (await api('/cases/one-yuan-clinic/wishes', { token })).json())
    expect(own.mine).toEqual(TIANHE)
    const stranger = wishAnswer.parse(await (await api('/cases/one-yuan-clinic/wishes')).json())
    expect(stranger).toMatchObject({ mine: null, demand: { total: 1 } })
  })

  it('is one however often it is sent at once', async () => {
    const one = await device()
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => send(one, 'village-gala', YUEXIU.code)),
    )
    for (const { status } of answers) expect([200, 201]).toContain(status)
    expect(wanted(await read('village-gala'))).toEqual({ [YUEXIU.code]: 1 })
    await countersAreRight()
  })

  it('is taken back by its owner, twice without harm', async () => {
    const [one, two] = [await device(), await device()]
    await wish(one, 'talent-group', YUEXIU.code, 201)
    await wish(two, 'talent-group', YUEXIU.code, 201)
    for (const _ of [1, 2]) {
      const answer = await send(one, 'talent-group')
      expect(answer.status).toBe(200)
      expect(wishAnswer.parse(await answer.json())).toMatchObject({ mine: null, demand: { total: 1 } })
    }
    await wish(one, 'talent-group', TIANHE.code, 201)
    await countersAreRight()
  })

  it('is refused for what does not exist, and to nobody who would take one back', async () => {
    expect((await send({}, 'no-such-case', YUEXIU.code)).status).toBe(404)
    expect((await send(await device(), 'no-such-case')).status).toBe(404)
    expect((await send({}, CANTEENS)).status).toBe(401)
    const accounts = () => env.DB.prepare('SELECT count(*) AS n FROM account').first('n')
    const before = await accounts()
    for (const district of ['440199', '', '越秀区'])
      expect((await send({}, CANTEENS, district)).status).toBe(422)
    expect(await accounts()).toBe(before)
    expect((await api(`/cases/${CANTEENS}/wishes`, { token: 'dead'.repeat(10) })).status).toBe(401)
  })

  it('is asked for again each time, by its ETag', async () => {
    const answer = await api(`/cases/${CANTEENS}`)
    const headers = { 'If-None-Match': answer.headers.get('etag') ?? '' }
    const again = () => SELF.fetch(`http://mashang.test/api/v1/cases/${CANTEENS}`, { headers })
    expect((await again()).status).toBe(304)
    await wish(await device(), CANTEENS, '440118', 201)
    expect((await again()).status).toBe(200)
  })
})

describe('the demand of the city', () => {
  it('lists the cases that are wanted, the most wanted first, with every district', async () => {
    for (const district of ['440103', '440104', '440105'])
      await wish(await device(), 'policy-payout', district, 201)
    const { items } = demandList.parse(await (await api('/cases/demand', { language: 'zh-HK' })).json())
    const totals = items.map(({ demand }) => demand.total)
    expect(totals).toEqual(totals.toSorted((a, b) => b - a))
    expect(totals.every((total) => total > 0)).toBe(true)
    const payout = items.find(({ slug }) => slug === 'policy-payout')
    expect(payout?.demand.districts).toHaveLength(11)
    expect(payout?.demand.districts[0]).toEqual({ code: '440103', name: '荔灣區', wishes: 1 })
    expect(items.some(({ slug }) => slug === 'historic-quarters')).toBe(false)
  })

  it('belongs to its owner: part of what they take out, gone with everything they erase', async () => {
    const one = await device()
    await wish(one, 'better-homes', TIANHE.code, 201)
    const data = personalData.parse(await (await api('/personal-data', one)).json())
    expect(data.wishes).toMatchObject([{ slug: 'better-homes', district: TIANHE }])
    expect((await api('/personal-data', { ...one, method: 'DELETE' })).status).toBe(200)
    expect((await read('better-homes')).demand.total).toBe(0)
    await countersAreRight()
  })
})

describe('where a case is', () => {
  it('is the district that tried it, those that did, or the whole city', async () => {
    expect((await read(CANTEENS)).reach).toEqual({ city: false, districts: [YUEXIU] })
    expect((await read('three-plus-x-investment', 'en')).reach).toEqual({
      city: false,
      districts: [
        { code: '440105', name: 'Haizhu District' },
        { code: '440113', name: 'Panyu District' },
      ],
    })
    expect((await read('people-voice-by-code')).reach).toEqual({ city: true, districts: [] })
  })
})

describe('reports about a case', () => {
  it('are counted and listed once they are public, and not before', async () => {
    const owner = await device()
    const station = await signIn('station.demo')
    const body = await signIn('body.demo')
    const caseSlug = 'deputy-snapshot'
    const file = () =>
      submitOpinion(owner, {
        categoryCode: 'street-lighting',
        text: '我们这里也想要随手拍。',
        caseSlug,
        consentPublic: true,
      })
    const { report } = await file()
    await file()
    expect(report.caseSlug).toBe(caseSlug)
    expect((await read(caseSlug)).reports).toBe(0)
    const assign = { action: 'assign', bodyCode: 'yuexiu-housing-construction', complexity: 'simple' }
    await actOn(station, report.number, 1, assign)
    await actOn(body, report.number, 2, { action: 'sign' })
    await actOn(station, report.number, 3, { action: 'publish' })
    expect((await read(caseSlug)).reports).toBe(1)
    const listed = async (query: string) =>
      ((await (await api(`/reports?scope=public&${query}`)).json()) as ReportList).items.map(
        ({ number }) => number,
      )
    expect(await listed(`case=${caseSlug}`)).toEqual([report.number])
    expect(await listed('case=one-yuan-clinic')).toEqual([])
    expect(await listed('')).toContain(report.number)
  })
})
