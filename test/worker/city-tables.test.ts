import { env, SELF } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import type { AuditList } from '../../shared/contract/audit.ts'
import type { CityImportAnswer } from '../../shared/contract/city-table.ts'
import type { Failure } from '../../shared/contract/failure.ts'
import type { Station } from '../../shared/contract/station.ts'
import { CITY_TABLES, CITY_TABLE_SHAPES, cityRowId, type CityRow } from '../../shared/domain/city-tables.ts'
import { api, signIn, type Caller } from '../support/api.ts'
import { seedTestCity } from '../support/test-city.ts'

let admin: Caller

beforeAll(async () => {
  await seedTestCity()
  admin = await signIn('admin.demo')
})

type Page = { items: CityRow[]; nextCursor: string | null }

const read = async (table: string, query = '') => {
  const answer = await api(`/admin/${table}${query}`, admin)
  expect(answer.status).toBe(200)
  return (await answer.json()) as Page
}
const add = (table: string, body: CityRow) => api(`/admin/${table}`, { ...admin, method: 'POST', body })
const change = (table: string, id: string, body: CityRow) =>
  api(`/admin/${table}/${encodeURIComponent(id)}`, { ...admin, method: 'PATCH', body })
const fieldsOf = async (answer: Response) => ((await answer.json()) as Failure).error.fields ?? {}

async function csvOf(table: string): Promise<string> {
  const answer = await api(`/admin/${table}/export`, admin)
  expect(answer.headers.get('content-type')).toContain('text/csv')
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer())
}

function importCsv(table: string, csv: string | Uint8Array<ArrayBuffer>, apply = false): Promise<Response> {
  return SELF.fetch(`http://mashang.test/api/v1/admin/${table}/import?apply=${apply}`, {
    method: 'POST',
    headers: { 'Content-Type': 'text/csv', Authorization: `Bearer ${admin.token}` },
    body: csv,
  })
}
const preview = async (table: string, csv: string) => {
  const answer = await importCsv(table, csv)
  expect(answer.status).toBe(200)
  return (await answer.json()) as CityImportAnswer
}
const rowsIn = async (table: string) =>
  (await env.DB.prepare(`SELECT count(*) AS n FROM ${table}`).first<{ n: number }>())?.n

/** The lines of a file with some cells changed: `[line, column, value]`. */
function spoiled(
  csv: string,
  cells: readonly (readonly [line: number, column: string, value: string])[],
): string {
  const lines = csv.split('\r\n')
  const header = (lines[0] ?? '').replace(/^\uFEFF/, '').split(',')
  for (const [line, column, value] of cells) {
    const parts = (lines[line - 1] ?? '').split(',')
    parts[header.indexOf(column)] = value
    lines[line - 1] = parts.join(',')
  }
  return lines.join('\r\n')
}

describe.each(CITY_TABLES)('the table of %s', (table) => {
  it('is read page by page, each row once, and found by words', async () => {
    const seen = new Set<string>()
    const first = await read(table, '?limit=7')
    for (let page = first; ; page = await read(table, `?limit=200&cursor=${page.nextCursor}`)) {
      for (const row of page.items) seen.add(cityRowId(table, row))
      if (page.nextCursor === null) break
    }
    const names = {
      templates: 'answer_template',
      limits: 'deadline_limit',
      'routing-rules': 'routing_rule',
      categories: 'category',
    }
    const inDatabase =
      table in names ? names[table as keyof typeof names] : table.replace(/ies$/, 'y').replace(/s$/, '')
    expect(seen.size).toBe(await rowsIn(inDatabase))
    const some = first.items[3] as CityRow
    const [key = ''] = CITY_TABLE_SHAPES[table].key
    const found = await read(table, `?q=${encodeURIComponent(String(some[key]))}`)
    expect(found.items.length).toBeGreaterThan(0)
  })

  it('goes out as CSV and comes back unchanged', async () => {
    const answer = await preview(table, await csvOf(table))
    expect(answer).toMatchObject({ added: 0, changed: 0, errorCount: 0, applied: false })
    expect(answer.unchanged).toBeGreaterThan(0)
  })

  it('is the administrator’s alone', async () => {
    const station = await signIn('station.demo')
    expect((await api(`/admin/${table}`, station)).status).toBe(403)
    expect((await api(`/admin/${table}`)).status).toBe(401)
  })
})

describe('a row', () => {
  const STATION = {
    number: '0605',
    name: '大学城联络站',
    nameHant: '大學城聯絡站',
    districtCode: '440113',
    streetCode: '440113',
    address: '中环西路 1 号',
    lat: 23.0562,
    lng: 113.3941,
    hours: '工作日 9:00–17:00',
  }

  it('is added, and works at once: a new station has a code and is found by its sound', async () => {
    const { items } = await read('stations', '?limit=1')
    const streetCode = items[0]?.streetCode as string
    const districtCode = items[0]?.districtCode as string
    const added = await add('stations', { ...STATION, streetCode, districtCode })
    expect(added.status, await added.clone().text()).toBe(201)
    const station = (await (await api('/stations/0605')).json()) as Station
    expect(station.code).toMatch(/^[0-9A-Z]{8}$/)
    expect((await api(`/stations/${station.code}`)).status).toBe(200)
    const found = (await (await api('/stations?q=daxuecheng')).json()) as { items: Station[] }
    expect(found.items.map(({ number }) => number)).toEqual(['0605'])
    expect(await fieldsOf(await add('stations', { ...STATION, streetCode, districtCode }))).toEqual({
      number: '重复了',
    })
  })

  it('is changed by columns, never by its key, and refers to what there is', async () => {
    const changed = await change('limits', '*~*~sign', { days: 5 })
    expect(changed.status, await changed.clone().text()).toBe(200)
    expect(await changed.json()).toMatchObject({ step: 'sign', days: 5 })
    expect((await change('limits', '*~*~sign', { step: 'review' })).status).toBe(422)
    expect((await change('limits', 'no~such~row', { days: 5 })).status).toBe(404)
    expect(await fieldsOf(await change('limits', '*~*~sign', { days: 0 }))).toHaveProperty('days')
    const [rule] = (await read('routing-rules', '?limit=1')).items
    const wrong = await change('routing-rules', cityRowId('routing-rules', rule as CityRow), {
      bodyCode: 'nowhere',
    })
    expect(await fieldsOf(wrong)).toEqual({ bodyCode: '没有找到，请重新选择' })
  })

  it('leaves a line in the audit log', async () => {
    await change('bodies', 'yuexiu-housing-construction', {
      nameEn: 'Yuexiu Housing and Construction Bureau',
    })
    const { items } = (await (await api('/admin/audit-log?action=city.changed', admin)).json()) as AuditList
    expect(items[0]).toMatchObject({ subject: 'city:bodies:yuexiu-housing-construction' })
  })
})

describe('a file', () => {
  const WRONG_STATIONS: [number, string, string][] = [
    [5, 'number', '1'],
    [17, 'districtCode', '999999'],
    [33, 'streetCode', ''],
    [58, 'lat', 'north'],
    [91, 'lng', '181'],
    [140, 'name', ''],
    [222, 'hours', ''],
    [300, 'number', '0001'],
    [404, 'address', 'x'.repeat(121)],
    [605, 'nameHant', ''],
  ]
  const WRONG_DEPUTIES: [number, string, string][] = [
    [3, 'stationNumber', '9999'],
    [100, 'level', 'galaxy'],
    [777, 'name', ''],
    [1234, 'id', 'Not An Id'],
    [2500, 'title', ''],
    [3600, 'nameHant', ''],
    [4444, 'stationNumber', ''],
    [5555, 'level', ''],
    [6000, 'id', 'd-0001-01'],
    [7201, 'titleHant', ''],
  ]

  it.each([
    ['stations', WRONG_STATIONS, 'station', 604],
    ['deputies', WRONG_DEPUTIES, 'deputy', 7200],
  ] as const)(
    'of all %s with ten planted errors names each by row and column, and writes nothing',
    async (table, cells, stored, count) => {
      const csv = spoiled(await csvOf(table), cells)
      const answer = await preview(table, csv)
      const places = answer.errors.map(({ row, column }) => `${row} ${column}`).toSorted()
      expect(places).toEqual(cells.map(([row, column]) => `${row} ${column}`).toSorted())
      expect(answer.errorCount).toBe(10)
      expect(answer.errors.every(({ message }) => message.length > 1)).toBe(true)
      const before = await rowsIn(stored)
      const refused = await importCsv(table, csv, true)
      expect(refused.status).toBe(422)
      expect(Object.keys(await fieldsOf(refused))).toHaveLength(10)
      expect(await rowsIn(stored)).toBe(before)
      expect(before).toBeGreaterThanOrEqual(count)
      // Nothing of the good rows either.
      expect(await preview(table, await csvOf(table))).toMatchObject({ added: 0, changed: 0 })
    },
  )

  it('of all deputies is written as a whole', async () => {
    const lines = Array.from({ length: 7200 }, (_, index) => [index + 2, 'title', '换届后的头衔'] as const)
    const csv = spoiled(await csvOf('deputies'), lines)
    const before = await preview('deputies', csv)
    expect(before.changed).toBe(7200)
    const applied = (await (await importCsv('deputies', csv, true)).json()) as CityImportAnswer
    expect(applied).toMatchObject({ applied: true, changed: before.changed, errorCount: 0 })
    expect(await preview('deputies', csv)).toMatchObject({ changed: 0, added: 0 })
  })

  it('says what is wrong with its header before anything else', async () => {
    const answer = await preview('limits', 'categoryCode,complexity,step,tage\r\n*,*,sign,3\r\n')
    expect(answer.errors).toMatchObject([
      { row: 1, column: 'days', problem: 'required' },
      { row: 1, column: 'tage', problem: 'unknown' },
    ])
  })

  it('in which a comma or a quotation mark is too many is not written with what was left of it', async () => {
    const lines = (await csvOf('stations')).trimEnd().split('\r\n')
    const columns = (lines[0] ?? '').split(',').length
    const longer = lines.map((line, index) => (index === 2 ? `${line},周六上午` : line))
    expect((await preview('stations', longer.join('\r\n'))).errors).toMatchObject([
      { row: 3, column: String(columns + 1), problem: 'unknown' },
    ])
    const open = lines.map((line, index) => (index === 3 ? line.replace(/,[^,]*$/, ',"周六') : line))
    const { errors } = await preview('stations', open.join('\r\n'))
    expect(errors).toContainEqual(expect.objectContaining({ row: 4, problem: 'malformed' }))
  })

  it('that a spreadsheet saved in another encoding is refused, and so is one that is far too long', async () => {
    const gbk = new Uint8Array([0xd5, 0xbe, 0xba, 0xc5, 0x0a])
    expect((await importCsv('stations', gbk)).status).toBe(400)
    expect((await importCsv('stations', 'x'.repeat(5 * 1024 * 1024))).status).toBe(413)
  })

  it('carries formulas back as the words they were', async () => {
    const [body] = (await read('bodies', '?q=yuexiu-housing-construction')).items
    await change('bodies', body?.code as string, { nameEn: '=1+1' })
    const csv = await csvOf('bodies')
    expect(csv).toContain("'=1+1")
    expect(await preview('bodies', csv)).toMatchObject({ changed: 0, errorCount: 0 })
  })
})
