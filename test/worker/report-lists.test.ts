import { env } from 'cloudflare:test'
import Papa from 'papaparse'
import { beforeAll, describe, expect, it } from 'vitest'
import type { AuditList } from '../../shared/contract/audit.ts'
import {
  countsAnswer,
  exportBegun,
  exportPiece,
  type ExportBegun,
  type ExportPiece,
} from '../../shared/contract/report-lists.ts'
import type { ReportList } from '../../shared/contract/report.ts'
import { zhHans } from '../../miniapp/src/locale/zh-hans.ts'
import { exportWordsIn } from '../../worker/locale/export-words.ts'
import { STATES } from '../../shared/domain/report-state.ts'
import { actOn, api, signIn, submitOpinion, type Caller } from '../support/api.ts'
import { seedTestCity } from '../support/test-city.ts'

const LAMP = { categoryCode: 'street-lighting', text: '文明路的路灯坏了三天。' }
const ROAD = { categoryCode: 'road-damage', text: '路口有个坑，电动车差点摔倒。' }
const callers: Record<string, Caller> = {}
const of = (name: string) => callers[name] ?? {}

const counted = async (caller: Caller, ...lists: object[]) => {
  const answer = await api('/reports/counts', { ...caller, method: 'POST', body: { lists } })
  expect(answer.status, await answer.clone().text()).toBe(200)
  return countsAnswer.parse(await answer.json())
}
const values = async (caller: Caller, ...lists: object[]) =>
  (await counted(caller, ...lists)).counts.map(({ value }) => value)

/** How many the list itself shows: what every count is held against. */
async function listed(caller: Caller, query: string): Promise<number> {
  let cursor = ''
  let n = 0
  do {
    const page = (await (await api(`/reports?limit=100&${query}${cursor}`, caller)).json()) as ReportList
    n += page.items.length
    cursor = page.nextCursor ? `&cursor=${page.nextCursor}` : ''
  } while (cursor)
  return n
}

beforeAll(async () => {
  await seedTestCity()
  for (const name of ['station', 'station2', 'body', 'body2', 'deputy', 'supervisor', 'desk', 'admin'])
    callers[name] = await signIn(`${name}.demo`)
  for (let n = 0; n < 3; n += 1) await submitOpinion({}, { ...LAMP, text: `${LAMP.text}${n}` })
  const { report } = await submitOpinion({}, { ...ROAD, contact: { name: '陈大文', phone: '13800138000' } })
  const assign = { action: 'assign', bodyCode: 'yuexiu-housing-construction', complexity: 'simple' }
  // The body does and helps at once: it is one report all the same.
  await actOn(of('station'), report.number, 1, { ...assign, coBodyCodes: ['yuexiu-urban-management'] })
})

describe('counts', () => {
  it('are what the lists have, for everybody, and count nothing twice', async () => {
    const lists = [
      [{ scope: 'visible' }, 'scope=visible'],
      [{ scope: 'inbox' }, 'scope=inbox'],
      [{ scope: 'mine' }, 'scope=mine'],
      [{ category: 'street-lighting' }, 'scope=visible&category=street-lighting'],
      [
        { state: 'submitted,assigned', q: '路' },
        `scope=visible&state=submitted,assigned&q=${encodeURIComponent('路')}`,
      ],
      [{ overdue: 'true' }, 'scope=visible&overdue=true'],
    ] as const
    let sum = 0
    for (const name of Object.keys(callers)) {
      const found = await values(of(name), ...lists.map(([list]) => list))
      const expected = await Promise.all(lists.map(([, query]) => listed(of(name), query)))
      expect(found, name).toEqual(expected)
      sum += found.reduce((all, n) => all + n, 0)
    }
    expect(sum).toBeGreaterThan(20)
  })

  it('tell what has come since, to an inbox by any event', async () => {
    const before = await counted(of('station'), { scope: 'inbox' })
    const since = before.at
    const news = (name: string) => values(of(name), { scope: 'inbox', since }, { scope: 'visible', since })
    expect(await news('station')).toEqual([0, 0])
    const { report } = await submitOpinion({}, LAMP)
    expect(await news('station')).toEqual([1, 1])
    expect(await news('supervisor')).toEqual([0, 1])
    expect(await news('station2')).toEqual([0, 0])
    const assign = { action: 'assign', bodyCode: 'yuexiu-housing-construction', complexity: 'simple' }
    await actOn(of('station'), report.number, 1, assign)
    expect(await news('station')).toEqual([0, 1])
    expect(await news('body')).toEqual([1, 1])
  })

  it('are of ten lists at the most', async () => {
    const many = Array.from({ length: 10 }, () => ({ scope: 'visible' }))
    expect((await counted(of('supervisor'), ...many)).counts).toHaveLength(10)
    const refused = await api('/reports/counts', {
      ...of('supervisor'),
      method: 'POST',
      body: { lists: [...many, {}] },
    })
    expect(refused.status).toBe(422)
  })
})

const begin = async (caller: Caller, body: object = { scope: 'visible' }) =>
  exportBegun.parse(await (await api('/reports/exports', { ...caller, method: 'POST', body })).json())
const piece = (caller: Caller, { export: pass }: Pick<ExportBegun, 'export'>, after = '') =>
  api(`/reports/exports/${pass}?after=${after}`, caller)

/** All lines of an export, from the beginning or from what is there already. */
async function whole(caller: Caller, begun: ExportBegun, first?: ExportPiece): Promise<string[][]> {
  let csv = first?.csv ?? ''
  let after: string | null = first ? first.nextCursor : ''
  while (after !== null) {
    const next: ExportPiece = exportPiece.parse(await (await piece(caller, begun, after)).json())
    csv += next.csv
    after = next.nextCursor
  }
  expect(csv.startsWith('\uFEFF')).toBe(true)
  return Papa.parse<string[]>(csv.slice(1), { skipEmptyLines: true }).data
}

describe('an export', () => {
  it('has every row of the list and nobody’s contact, in the reader’s words', async () => {
    const begun = await begin(of('station'))
    const [head, ...rows] = await whole(of('station'), begun)
    expect(head).toEqual(exportWordsIn('zh-hans').columns)
    expect(rows).toHaveLength(begun.total)
    expect(rows).toHaveLength(await listed(of('station'), 'scope=visible'))
    expect(new Set(rows.map(([number]) => number)).size).toBe(rows.length)
    expect(rows.every((row) => row.length === head?.length)).toBe(true)
    expect(rows.flat().join()).not.toMatch(/陈大文|13800138000/)
    const road = rows.find((row) => row[5] === ROAD.text)
    expect(road?.slice(1, 5)).toEqual(['民意码上说', '待签收', '1', '路面破损'])
    expect(road?.[11]).toBe('越秀区住房和建设局')
    expect(road?.[13]).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d$/)
  })

  it('runs nothing in a spreadsheet, and blacks out what tells who somebody is', async () => {
    const text = '=HYPERLINK("http://evil.example";"领奖") 打 13912345678 找我，6217 0000 0000 0000 不要给人'
    await submitOpinion({}, { ...LAMP, text, place: { lat: 23.1, lng: 113.2, address: '+cmd|calc' } })
    const [, first] = await whole(of('station'), await begin(of('station')))
    expect(first?.[5]).toMatch(/^'=HYPERLINK/)
    expect(first?.[5]).not.toContain('13912345678')
    expect(first?.[6]).toBe("'+cmd|calc")
  })

  it('is cut into pieces that neither repeat nor leave out, while new reports come in', async () => {
    const copies = 1200
    await env.DB.prepare(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
       INSERT INTO report (number, channel, station_number, district_code, category_code, text, answers, consent_public, created_at)
       SELECT 'x' || i, 'opinion', '0001', district_code, category_code, '样本' || i, '{}', 0, created_at
       FROM (SELECT * FROM report LIMIT 1), n`,
    )
      .bind(copies)
      .run()
    expect((await counted(of('station'), {})).counts).toEqual([{ value: 1001, capped: true }])
    const begun = await begin(of('station'))
    const first = exportPiece.parse(await (await piece(of('station'), begun)).json())
    expect(first.rows).toBe(500)
    await submitOpinion({}, LAMP)
    const rows = await whole(of('station'), begun, first)
    expect(rows).toHaveLength(begun.total + 1)
    expect(new Set(rows.map(([number]) => number)).size).toBe(rows.length)
    expect(begun.total).toBeGreaterThanOrEqual(copies)
  })

  it('is written down before anything is given, without the words that were searched for', async () => {
    const begun = await begin(of('station'), { scope: 'visible', q: '陈大文', state: 'submitted' })
    const log = (await (
      await api('/admin/audit-log?action=report.exported', of('admin'))
    ).json()) as AuditList
    expect(log.items[0]).toMatchObject({
      subject: 'reports',
      actor: { role: 'station' },
      detail: { scope: 'visible', state: ['submitted'], searched: true, total: begun.total },
    })
    expect(JSON.stringify(log.items)).not.toContain('陈大文')
  })

  it('opens for its owner alone, as far as they may read now, and cannot be made up', async () => {
    const begun = await begin(of('station'))
    const statusFor = async (caller: Caller, pass: string) => (await piece(caller, { export: pass })).status
    expect(await statusFor(of('station'), begun.export)).toBe(200)
    expect(await statusFor(of('station2'), begun.export)).toBe(404)
    expect(await statusFor({}, begun.export)).toBe(401)
    const [kind, until, told, signature] = begun.export.split('.')
    const list = JSON.parse(atob(told ?? '')) as object
    const wider = btoa(JSON.stringify({ ...list, conditions: {} }))
    for (const forged of [
      `${kind}.${until}.${wider}x.${signature}`,
      `${kind}.9${until?.slice(1)}.${told}.${signature}`,
    ])
      expect(await statusFor(of('station'), forged)).toBe(404)
    expect((await piece(of('station'), begun, 'nonsense')).status).toBe(422)
  })
})

it('the file calls the states what the screens call them', () => {
  const screen: Record<string, string> = zhHans
  for (const state of STATES)
    expect(exportWordsIn('zh-hans').states[state]).toBe(screen[`report.state.${state}`])
})
