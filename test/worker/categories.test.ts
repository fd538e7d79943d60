import { env, SELF } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import { bodyList, categoryList, type Body, type Category } from '../../shared/contract/category.ts'
import { actOn, api, signIn, submitOpinion, type Caller } from '../support/api.ts'
import { seedTestCity } from '../support/test-city.ts'

beforeAll(seedTestCity)

async function categories(language = 'zh-Hans'): Promise<Category[]> {
  const answer = await api('/categories', { language })
  expect(answer.status).toBe(200)
  return categoryList.parse(await answer.json()).items
}

describe('the categories', () => {
  it('come group by group with their questions and the days of every step', async () => {
    const items = await categories()
    const groups = items.map(({ group }) => group.code)
    expect(new Set(groups).size).toBe(12)
    expect(groups.filter((group, index) => group !== groups[index - 1])).toHaveLength(12)
    const lamp = items.find(({ code }) => code === 'street-lighting')
    expect(lamp).toMatchObject({
      group: { code: 'lighting', name: '照明用电', icon: 'lamp' },
      complexity: 'simple',
      limits: { pre_review: 1, sign: 1, handle: 3, review: 1, rating: 7, needs_info: 5 },
    })
    expect(lamp?.questions.every(({ required }) => !required)).toBe(true)
  })

  it('give a category its own limit before that of its complexity', async () => {
    await env.DB.prepare("INSERT INTO deadline_limit VALUES ('street-lighting', '*', 'handle', 2)").run()
    const items = await categories()
    expect(items.find(({ code }) => code === 'street-lighting')?.limits.handle).toBe(2)
    // Seeded with a limit for its category and complexity.
    expect(items.find(({ code }) => code === 'manhole-cover')?.limits.handle).toBe(1)
  })

  it('speak the language of the reader, questions and their options too', async () => {
    const in3 = await Promise.all(['zh-Hans', 'zh-Hant', 'en'].map(categories))
    const roads = in3.map((items) => items.find(({ code }) => code === 'road-damage'))
    expect(roads.map((road) => road?.group.name)).toEqual(['道路桥梁', '道路橋梁', 'Roads and pavements'])
    expect(roads.map((road) => road?.questions[0]?.options[0]?.name)).toEqual(['坑洞', '坑洞', 'Hole'])
    expect(new Set(roads.map((road) => road?.questions[0]?.label)).size).toBe(3)
  })

  it('bring how their words sound and which of their characters have another form', async () => {
    for (const language of ['zh-Hans', 'zh-Hant', 'en']) {
      const lamp = (await categories(language)).find(({ code }) => code === 'street-lighting')
      expect(lamp?.sounds.slice(0, 2)).toEqual(['lu deng bu liang', 'lu deng'])
      expect(lamp?.sounds).toHaveLength(1 + (lamp?.keywords.length ?? 0))
      expect(lamp?.traditional).toContain('燈灯')
      expect(lamp?.traditional).not.toContain('橋桥')
    }
  })

  it('are kept by caches and asked for again by their ETag, one a language', async () => {
    const first = await api('/categories', { language: 'en' })
    expect(first.headers.get('cache-control')).toBe('public, max-age=300')
    expect(first.headers.get('vary')).toBe('Accept-Language, Origin')
    const tag = first.headers.get('etag') ?? ''
    const again = (language: string) =>
      SELF.fetch('http://mashang.test/api/v1/categories', {
        headers: { 'If-None-Match': tag, 'Accept-Language': language },
      })
    expect((await again('en')).status).toBe(304)
    expect((await again('zh')).status).toBe(200)
  })
})

describe('the bodies', () => {
  let station: Caller
  beforeAll(async () => {
    station = await signIn('station.demo')
  })

  async function bodies(query: string, language = 'zh-Hans'): Promise<Body[]> {
    const answer = await api(`/bodies${query}`, { ...station, language })
    expect(answer.status).toBe(200)
    return bodyList.parse(await answer.json()).items
  }

  it('are shown to staff only', async () => {
    const device = (await (await api('/session/anonymous', { method: 'POST' })).json()) as Caller
    expect((await api('/bodies?district=440104')).status).toBe(401)
    expect((await api('/bodies?district=440104', device)).status).toBe(403)
  })

  it('begin with the one that the routing rules name', async () => {
    const items = await bodies('?district=440104&category=street-lighting')
    expect(items[0]).toMatchObject({ code: 'yuexiu-housing-construction', suggested: true })
    expect(items.filter(({ suggested }) => suggested)).toHaveLength(1)
  })

  it('are those of the district, its street offices and the city’s own', async () => {
    const items = await bodies('?district=440104')
    expect(new Set(items.map(({ kind }) => kind))).toEqual(
      new Set(['district_department', 'street_office', 'city_department']),
    )
    const { results } = await env.DB.prepare("SELECT code FROM body WHERE district_code <> '440104'").all()
    const foreign = new Set(results.map((row: { code?: unknown }) => row.code))
    expect(items.some(({ code }) => foreign.has(code))).toBe(false)
    expect(items.some(({ suggested }) => suggested)).toBe(false)
  })

  it('put a rule for the street before the one for its district', async () => {
    await env.DB.prepare(
      `INSERT INTO routing_rule (category_code, district_code, street_code, body_code)
       SELECT 'street-lighting', '440104', '440104003', code FROM body WHERE street_code = '440104003'`,
    ).run()
    const query = '?district=440104&category=street-lighting'
    expect((await bodies(`${query}&street=440104003`))[0]).toMatchObject({
      kind: 'street_office',
      suggested: true,
    })
    expect((await bodies(`${query}&street=440104001`))[0]?.code).toBe('yuexiu-housing-construction')
  })

  it('say which rule names one, and how many such reports each has had', async () => {
    const before = (await bodies('?district=440104&category=street-lighting'))[0]
    expect(before).toMatchObject({ suggested: true, rule: 'district' })
    const { report } = await submitOpinion({}, { categoryCode: 'street-lighting', text: '路灯不亮一周了。' })
    await actOn(station, report.number, 1, {
      action: 'assign',
      bodyCode: 'yuexiu-housing-construction',
      complexity: 'simple',
    })
    const items = await bodies('?district=440104&category=street-lighting')
    expect(items[0]?.past).toBe((before?.past ?? 0) + 1)
    expect(items.filter(({ suggested }) => !suggested).every(({ rule }) => rule === null)).toBe(true)
    // Of another category it has had none of these.
    const roads = await bodies('?district=440104&category=construction-noise')
    expect(roads.find(({ code }) => code === 'yuexiu-housing-construction')?.past).toBe(0)
    expect((await bodies('?district=440104&category=street-lighting&street=440104003'))[0]?.rule).toBe(
      'street',
    )
  })

  it('offer the office of the street second', async () => {
    const items = await bodies('?district=440104&category=road-damage&street=440104003')
    expect(items[0]?.suggested).toBe(true)
    expect(items[1]?.kind).toBe('street_office')
  })

  it('have English names', async () => {
    const items = await bodies('?district=440104', 'en')
    expect(items.every(({ name }) => /^[\x20-\x7e’]+$/.test(name))).toBe(true)
  })
})
