import { env, SELF } from 'cloudflare:test'
import Papa from 'papaparse'
import { beforeAll, describe, expect, it } from 'vitest'
import { openStatistics } from '../../shared/contract/open-data.ts'
import { COUNTS, type Counts } from '../../shared/domain/figures.ts'
import { cityDate } from '../../shared/domain/working-days.ts'
import { compareFigures } from '../../scripts/figures/compare.ts'
import { cohortsFiled } from '../../worker/repository/open-data.ts'
import { fileAt, keepSessionsOpen } from '../support/at-moment.ts'
import { actOn, api, signIn, submitOpinion, type Caller } from '../support/api.ts'
import { seedTestCity } from '../support/test-city.ts'
import { wander } from '../support/wander.ts'

const DAY = 24 * 3_600_000
const BODIES = ['yuexiu-housing-construction', 'yuexiu-urban-management']
const PRIVATE = {
  phone: '13987650421',
  name: '金丝雀阿婆',
  address: '金丝雀路 9 号 402',
  words: '金丝雀原话',
  note: '金丝雀备注',
  bounce: '金丝雀退单理由',
}
/** A text that is data in three languages of files at once. */
const HOSTILE = '=HYPERLINK("http://x.example") <b>灯&坏了</b> ]]>\u0008 "引号"'

let station: Caller
let resident: Caller
let published: string
let unpublished: string

async function open(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return SELF.fetch(`http://mashang.test${path}`, { headers })
}

async function textOf(path: string): Promise<string> {
  const answer = await open(path)
  expect(answer.status, path).toBe(200)
  return answer.text()
}

const csvRows = (text: string) =>
  Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true }).data

async function file(consentPublic: boolean): Promise<string> {
  const { report } = await submitOpinion(resident, {
    categoryCode: 'street-lighting',
    text: `${PRIVATE.words}：路灯坏了三天。`,
    place: { lat: 23.123456, lng: 113.234567, address: PRIVATE.address },
    contact: { name: PRIVATE.name, phone: PRIVATE.phone },
    consentPublic,
  })
  await actOn(station, report.number, 1, { action: 'note', text: PRIVATE.note })
  return report.number
}

beforeAll(async () => {
  await seedTestCity()
  station = await signIn('station.demo')
  const body = await signIn('body.demo')
  resident = (await (await api('/session/anonymous', { method: 'POST' })).json()) as Caller
  await keepSessionsOpen()
  published = await file(true)
  await actOn(station, published, 2, { action: 'assign', bodyCode: BODIES[0], complexity: 'simple' })
  await actOn(body, published, 3, { action: 'bounce', text: PRIVATE.bounce })
  await actOn(station, published, 4, { action: 'publish', text: HOSTILE, photoIds: [] })
  unpublished = await file(false)
}, 120_000)

const FILES = [
  '/feeds/reports.atom',
  '/open-data/reports.csv',
  '/open-data/reports.geojson',
  '/open-data/figures.csv',
  '/open-data/statistics.csv',
  '/open-data/statistics.json',
]

describe('every file of the open data', () => {
  it.each(FILES)(
    '%s names its terms, is open to every page, and is kept until something changes',
    async (path) => {
      const first = await open(path)
      expect(first.status).toBe(200)
      const text = await first.text()
      expect(text).toContain('CC-BY-4.0')
      expect(first.headers.get('link')).toBe('<https://creativecommons.org/licenses/by/4.0/>; rel="license"')
      expect(first.headers.get('access-control-allow-origin')).toBe('*')
      expect(first.headers.get('set-cookie')).toBeNull()
      expect(first.headers.get('cache-control')).toBe('public, max-age=300')
      const etag = first.headers.get('etag') ?? ''
      expect(etag).toMatch(/^W\/"[^"]+"$/)
      const again = await open(path, { 'If-None-Match': `"other", ${etag}` })
      expect(again.status).toBe(304)
      expect(await again.text()).toBe('')
      expect(again.headers.get('etag')).toBe(etag)
      expect((await open(path, { 'If-None-Match': 'W/"other"' })).status).toBe(200)
    },
  )

  it.each(FILES)('%s says nothing that was not published', async (path) => {
    const text = await textOf(path)
    for (const word of Object.values(PRIVATE)) expect(text).not.toContain(word)
    expect(text).not.toContain(unpublished)
    // A place is known to about 100 m.
    expect(text).not.toContain('23.1234')
  })

  it('is another file in another language', async () => {
    const etag = (await open('/open-data/reports.csv')).headers.get('etag') ?? ''
    const other = await open('/open-data/reports.csv', { 'Accept-Language': 'en', 'If-None-Match': etag })
    expect(other.status).toBe(200)
    expect(other.headers.get('vary')).toBe('Accept-Language')
    expect(await other.text()).toContain('Yuexiu District')
  })

  it('is another one after anything has happened to a report, and after a name was changed', async () => {
    const etagOf = async () => (await open('/open-data/reports.csv')).headers.get('etag')
    const before = await etagOf()
    await file(false)
    const after = await etagOf()
    expect(after).not.toBe(before)
    await env.DB.prepare(`UPDATE category SET name = '路灯照明' WHERE code = 'street-lighting'`).run()
    expect(await etagOf()).not.toBe(after)
    expect(await textOf('/open-data/reports.csv')).toContain('路灯照明')
  })

  it('answers by date where there is no tag', async () => {
    const modified = (await open('/feeds/reports.atom')).headers.get('last-modified') ?? ''
    expect(Date.parse(modified)).toBeGreaterThan(Date.now() - DAY)
    expect((await open('/feeds/reports.atom', { 'If-Modified-Since': modified })).status).toBe(304)
    const earlier = new Date(Date.parse(modified) - 1000).toUTCString()
    expect((await open('/feeds/reports.atom', { 'If-Modified-Since': earlier })).status).toBe(200)
    const both = { 'If-Modified-Since': modified, 'If-None-Match': 'W/"old"' }
    expect((await open('/feeds/reports.atom', both)).status).toBe(200)
  })

  it('refuses what it does not understand', async () => {
    for (const path of ['/open-data/reports.csv?from=soon', '/feeds/reports.atom?limit=0'])
      expect((await open(path)).status, path).toBe(422)
    expect((await open('/feeds/reports.atom?cursor=bogus')).status).toBe(422)
    expect((await open('/open-data/figures.csv?from=2026-13')).status).toBe(422)
    expect((await open('/open-data/nothing.csv')).status).toBe(404)
  })
})

describe('reports.csv', () => {
  it('has a line a published report, with words that no spreadsheet runs', async () => {
    const [row, ...others] = csvRows(await textOf('/open-data/reports.csv'))
    expect(others).toEqual([])
    expect(row).toMatchObject({
      number: published,
      address: `http://mashang.test/report?number=${published}`,
      channel: 'opinion',
      state: 'disputed',
      category_code: 'street-lighting',
      district_code: '440104',
      station_number: '0001',
      lat: '23.123',
      lng: '113.235',
      bounces: '1',
      licence: 'CC-BY-4.0',
    })
    expect(row?.text).toBe(`'${HOSTILE}`)
  })

  it('is narrowed by district, category, station and days', async () => {
    const today = cityDate(Date.now())
    const count = async (query: string) => csvRows(await textOf(`/open-data/reports.csv?${query}`)).length
    expect(await count('district=440104&category=street-lighting&station=0001')).toBe(1)
    expect(await count('district=440106')).toBe(0)
    expect(await count(`from=${today}&to=${today}`)).toBe(1)
    expect(await count('to=2026-01-01')).toBe(0)
  })
})

it('reports.geojson is a FeatureCollection, longitude first', async () => {
  const answer = await open('/open-data/reports.geojson')
  expect(answer.headers.get('content-type')).toBe('application/geo+json')
  const { type, features } = (await answer.json()) as { type: string; features: object[] }
  expect(type).toBe('FeatureCollection')
  expect(features).toHaveLength(1)
  expect(features[0]).toMatchObject({
    type: 'Feature',
    id: published,
    geometry: { type: 'Point', coordinates: [113.235, 23.123] },
    properties: { number: published, state: 'disputed', text: HOSTILE },
  })
})

describe('reports.atom', () => {
  it('is escaped, and each entry has its own address and time', async () => {
    const answer = await open('/feeds/reports.atom')
    expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    const text = await answer.text()
    expect(text).toMatch(
      /^<\?xml version="1.0" encoding="utf-8"\?>\n<feed xmlns="http:\/\/www.w3.org\/2005\/Atom"/,
    )
    expect(text).toContain(
      '<link rel="self" type="application/atom+xml" href="http://mashang.test/feeds/reports.atom"/>',
    )
    expect(text).toContain(`<id>http://mashang.test/report?number=${published}</id>`)
    expect(text).toContain('&lt;b&gt;灯&amp;坏了&lt;/b&gt; ]]&gt; &quot;引号&quot;')
    // A character that XML cannot hold is gone.
    expect(text).not.toContain('\u0008')
    expect(text.match(/<updated>\d{4}-\d\d-\d\dT[\d:.]+Z<\/updated>/g)).toHaveLength(2)
  })

  it('leads on page by page, each entry once', async () => {
    for (let n = 0; n < 4; n += 1) {
      const number = await file(true)
      await actOn(station, number, 2, { action: 'assign', bodyCode: BODIES[0], complexity: 'simple' })
      await actOn(station, number, 3, { action: 'publish', text: `第 ${n} 盏灯`, photoIds: [] })
    }
    const seen: string[] = []
    let next: string | undefined = 'http://mashang.test/feeds/reports.atom?limit=2&district=440104'
    for (let pages = 0; next !== undefined && pages < 5; pages += 1) {
      const text: string = await (await SELF.fetch(next)).text()
      seen.push(...[...text.matchAll(/<entry>\n<id>([^<]*)/g)].map(([, id]) => id ?? ''))
      next = /rel="next" href="([^"]*)"/.exec(text)?.[1]?.replaceAll('&amp;', '&')
    }
    expect(seen).toHaveLength(5)
    expect(new Set(seen).size).toBe(5)
  })
})

describe('the figures', () => {
  it('are counted anew from reports and events, a month a call, by its index', async () => {
    const { results } = await env.DB.prepare(
      `EXPLAIN QUERY PLAN SELECT id FROM report WHERE created_at >= 1 AND created_at < 2 AND version > 0`,
    ).all<{ detail: string }>()
    expect(results[0]?.detail).toContain('report_by_created')
    const month = cityDate(Date.now()).slice(0, 7)
    const cohorts = await cohortsFiled(env.DB, 0, Date.now() + DAY).statement.all<
      Counts & { district_code: string }
    >()
    const rows = csvRows(await textOf('/open-data/figures.csv'))
    expect(rows.map((row) => [row.month, row.district_code, row.received])).toEqual(
      cohorts.results.map((row: Counts & { district_code: string }) => [
        month,
        row.district_code,
        String(row.received),
      ]),
    )
    expect(Object.keys(rows[0] ?? {})).toHaveLength(3 + COUNTS.length + 1)
  })

  it('statistics.json is what the API says, and under which terms', async () => {
    const file_ = openStatistics.parse(JSON.parse(await textOf('/open-data/statistics.json?by=district')))
    const { licence, ...figures } = file_
    expect(licence.id).toBe('CC-BY-4.0')
    expect(figures).toEqual(await (await api('/statistics?by=district')).json())
  })

  it('can be recomputed to the last number after any walk through the lifecycle', async () => {
    const everybody = [station, resident, await signIn('body.demo'), await signIn('supervisor.demo')]
    const numbers: string[] = []
    let turn = 7
    for (let month = 0; month < 3; month += 1) {
      let at = Date.UTC(2026, 2 + month, 3)
      const others: string[] = []
      for (let n = 0; n < 4; n += 1)
        others.push(
          await fileAt(resident, at + n * DAY, { categoryCode: 'street-lighting', text: '灯不亮，请看看。' }),
        )
      at += 4 * DAY
      for (let step = 0; step < 40; step += 1) {
        turn = (turn * 1_103_515_245 + 12_345) % 2_147_483_648
        at += (turn % 40) * 3_600_000
        await wander(everybody, others[turn % 4] ?? '', { at, turn, others, bodyCodes: BODIES })
      }
      numbers.push(...others)
    }
    const read = async (path: string) => ({ text: await textOf(path), etag: null })
    const { equal, differences, told } = await compareFigures(read)
    expect(differences).toEqual([])
    expect(equal).toBeGreaterThan(1000)
    expect(told[0]).toMatch(/^figures\.csv: \d+ lines, \d+ reports$/)
    // It notices a single counter that is off by one.
    await env.DB.prepare(
      `UPDATE figure SET received = received + 1 WHERE district_code = '*' AND category_code = '*'
       AND day = (SELECT max(day) FROM figure)`,
    ).run()
    const falsified = await compareFigures(read)
    expect(falsified.differences).toContainEqual(
      expect.stringMatching(/^\/api\/v1\/statistics\?by=month received: published \d+, recomputed \d+$/),
    )
  }, 120_000)
})
