import { SELF } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import { cityImportAnswer } from '../../shared/contract/city-table.ts'
import type { ReferenceList } from '../../shared/contract/reference.ts'
import { CITY_TABLE_SHAPES, CITY_TABLES, REFERRED, type CityRow } from '../../shared/domain/city-tables.ts'
import { api, signIn, type Caller } from '../support/api.ts'
import { seedTestCity } from '../support/test-city.ts'

let admin: Caller

beforeAll(async () => {
  await seedTestCity()
  admin = await signIn('admin.demo')
})

const find = async (kind: string, query = '', language?: string) => {
  const answer = await api(`/admin/references/${kind}${query}`, { ...admin, language })
  expect(answer.status).toBe(200)
  return ((await answer.json()) as ReferenceList).items
}

type Page = { items: CityRow[]; names: Record<string, Record<string, string>> }
const read = async (table: string, query = '') =>
  (await (await api(`/admin/${table}${query}`, admin)).json()) as Page

describe('what a form may refer to', () => {
  it.each(REFERRED)('%s: each has a name, and no code is its name', async (kind) => {
    const items = await find(kind, '?limit=300')
    expect(items.length).toBeGreaterThan(3)
    for (const { code, name } of items) expect(name === '' || name === code).toBe(false)
  })

  it('is found by what people call it, in Chinese, in pinyin and by its code', async () => {
    const [lamp] = await find('categories', `?q=${encodeURIComponent('路灯')}`)
    expect(lamp).toMatchObject({ code: 'street-lighting' })
    expect((await find('categories', '?q=street-lighting')).map(({ name }) => name)).toEqual([lamp?.name])
    for (const typed of ['beijing', 'Bei Jing', 'bjj'])
      for (const kind of ['stations', 'streets'])
        expect((await find(kind, `?q=${encodeURIComponent(typed)}`))[0]?.name, `${kind} ${typed}`).toMatch(
          /^北京街道/,
        )
    const station = (await find('stations', '?q=0001'))[0]
    expect(station).toMatchObject({ code: '0001', within: expect.stringContaining('越秀区') })
  })

  it('is narrowed to a district, where the city’s own offices work too', async () => {
    const all = await find('bodies', '?limit=300')
    const here = await find('bodies', '?limit=300&district=440104')
    expect(here.length).toBeLessThan(all.length)
    expect(new Set(here.map(({ within }) => within))).toEqual(new Set(['越秀区', '']))
    expect(
      new Set((await find('streets', '?limit=300&district=440104')).map(({ within }) => within)),
    ).toEqual(new Set(['越秀区']))
  })

  it('is named in the reader’s language', async () => {
    const english = await find('districts', '?district=440104', 'en')
    expect(english.map(({ name }) => name)).toEqual(['Yuexiu District'])
  })

  it('a kind that there is not is not found', async () => {
    expect((await api('/admin/references/secrets', admin)).status).toBe(404)
  })
})

describe.each(CITY_TABLES)('a page of %s', (table) => {
  it('says by name what its rows refer to', async () => {
    const { items, names } = await read(table, '?limit=20')
    let named = 0
    for (const { name, refers } of CITY_TABLE_SHAPES[table].fields) {
      if (!refers) continue
      for (const row of items) {
        const code = row[name] as string | null
        if (code === null || code === '*') continue
        expect(names[refers]?.[code], `${name} ${code}`).toMatch(/\S/)
        named += 1
      }
    }
    expect(named > 0 || ['limits', 'templates'].includes(table)).toBe(true)
  })
})

it('a routing rule is found by the names of what it speaks of', async () => {
  const { items } = await read('routing-rules', `?q=${encodeURIComponent('路灯')}`)
  expect(items.length).toBeGreaterThan(0)
  expect(new Set(items.map(({ categoryCode }) => categoryCode))).toEqual(new Set(['street-lighting']))
})

it('the audit log keeps what a change of a row changed, as it was and as it is', async () => {
  const { items } = await read('categories', '?q=street-lighting')
  const { sort } = items[0] as { sort: number }
  const change = { sort: sort + 1, keywords: ['灯'] }
  await api('/admin/categories/street-lighting', { ...admin, method: 'PATCH', body: change })
  const log = await (await api('/admin/audit-log?action=city.changed&limit=1', admin)).json()
  expect(log).toMatchObject({
    items: [
      {
        subject: 'city:categories:street-lighting',
        detail: {
          added: 0,
          changed: 1,
          before: { sort },
          after: { sort: sort + 1 },
          columns: ['keywords'],
        },
      },
    ],
  })
})

it('a file’s preview shows some of its rows, with the names of what they refer to', async () => {
  const line = 'street-lighting,440104,,yuexiu-housing-construction'
  const csv = `categoryCode,districtCode,streetCode,bodyCode\r\n${line.replace('440104', '440106')}\r\n`
  const answer = await SELF.fetch('http://mashang.test/api/v1/admin/routing-rules/import', {
    method: 'POST',
    headers: { 'Content-Type': 'text/csv', Authorization: `Bearer ${admin.token}` },
    body: csv,
  })
  const told = cityImportAnswer.parse(await answer.json())
  expect(told.examples).toEqual([
    {
      categoryCode: 'street-lighting',
      districtCode: '440106',
      streetCode: null,
      bodyCode: 'yuexiu-housing-construction',
    },
  ])
  expect(told.names).toMatchObject({
    categories: { 'street-lighting': '路灯不亮' },
    districts: { '440106': '天河区' },
    bodies: { 'yuexiu-housing-construction': expect.stringContaining('越秀区') },
  })
})
