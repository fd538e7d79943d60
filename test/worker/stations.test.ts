import { env } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Failure } from '../../shared/contract/failure.ts'
import {
  station as stationShape,
  stationList,
  type Station,
  type StationList,
} from '../../shared/contract/station.ts'
import { spellNames } from '../../worker/use-cases/sweep/spell-names.ts'
import { api } from '../support/api.ts'
import { seedTestCity } from '../support/test-city.ts'

beforeAll(seedTestCity)

async function list(query: string, language = 'zh-Hans'): Promise<StationList> {
  const answer = await api(`/stations${query}`, { language })
  expect(answer.status).toBe(200)
  return stationList.parse(await answer.json())
}

/** Every page from the first on. */
async function listAll(query: string): Promise<StationList['items']> {
  const items: StationList['items'] = []
  let cursor = ''
  do {
    const page = await list(`?limit=100&${query}&cursor=${cursor}`)
    items.push(...page.items)
    cursor = page.nextCursor ?? ''
  } while (cursor)
  return items
}

async function get(code: string, language = 'zh-Hans'): Promise<Station> {
  const answer = await api(`/stations/${encodeURIComponent(code)}`, { language })
  expect(answer.status).toBe(200)
  return stationShape.parse(await answer.json())
}

async function failure(path: string): Promise<{ status: number; error: Failure['error'] }> {
  const answer = await api(path)
  return { status: answer.status, error: ((await answer.json()) as Failure).error }
}

describe('the list of stations', () => {
  it('has all 604, each once, in order of number, over pages', async () => {
    const numbers = (await listAll('')).map(({ number }) => number)
    expect(numbers).toEqual(Array.from({ length: 604 }, (_, index) => String(index + 1).padStart(4, '0')))
    expect((await list('')).items).toHaveLength(20)
  })

  it('finds by the sound of a name and by its initials', async () => {
    const beijing = (await listAll('q=北京街道')).map(({ number }) => number)
    expect(beijing).toContain('0001')
    for (const typed of ['beijing', 'Bei Jing', 'bjjd']) {
      const found = (await listAll(`q=${encodeURIComponent(typed)}`)).map(({ number }) => number)
      expect(found, typed).toEqual(expect.arrayContaining(beijing))
    }
    // 番 has two sounds; in this name it is not the usual one.
    expect((await listAll('q=panyu')).every(({ district }) => district.name === '番禺区')).toBe(true)
    expect((await list('?q=zzqq')).items).toEqual([])
  })

  it('finds by the address, in either script, by its sound and by its initials', async () => {
    const move = (address: string) =>
      env.DB.prepare("UPDATE station SET address = ?1, pinyin = ''  WHERE number = '0600'")
        .bind(address)
        .run()
    const [before] = (await list('?q=0600')).items
    await move('花城大道 238 号长堤楼')
    await spellNames({ db: env.DB })
    for (const typed of [
      '花城大道',
      '花城大道238号',
      '花城大道238號長堤樓',
      'huachengdadao',
      'Hua Cheng Da Dao 238',
      'hcdd',
      'changdilou',
    ]) {
      const found = (await listAll(`q=${encodeURIComponent(typed)}`)).map(({ number }) => number)
      expect(found, typed).toContain('0600')
    }
    // Digits alone are a station's number.
    expect((await listAll('q=238')).map(({ number }) => number)).not.toContain('0600')
    // What an older version spelled by its name alone is spelled anew, with the address.
    await env.DB.prepare("UPDATE station SET pinyin = 'zhan z' WHERE number = '0600'").run()
    expect((await listAll('q=huachengdadao')).map(({ number }) => number)).not.toContain('0600')
    await spellNames({ db: env.DB })
    expect((await listAll('q=huachengdadao')).map(({ number }) => number)).toContain('0600')
    await move(before?.place.address ?? '')
    await spellNames({ db: env.DB })
  })

  it('finds by number, and by the name of station or street in either script', async () => {
    expect((await list('?q=0604')).items.map(({ number }) => number)).toEqual(['0604'])
    const simplified = await listAll('q=洪桥街道')
    expect(simplified.length).toBeGreaterThan(0)
    expect(await listAll('q=洪橋街道')).toEqual(simplified)
    // A long name: 40 characters are 120 bytes, more than a LIKE pattern may have.
    const { items } = await list('?limit=1')
    expect((await list(`?q=${items[0]?.name}`)).items[0]?.number).toBe('0001')
    expect((await list(`?q=${'长'.repeat(40)}`)).items).toEqual([])
  })

  it('takes signs that mean something elsewhere for what they are', async () => {
    expect((await list('?q=%25')).items).toEqual([])
    expect((await list("?q=' OR 1=1 --")).items).toEqual([])
  })

  it('narrows to a district', async () => {
    const items = await listAll('district=440104')
    expect(new Set(items.map(({ district }) => district.name))).toEqual(new Set(['越秀区']))
    expect((await list('?district=999999')).items).toEqual([])
  })

  it('comes from the nearest on with the distance in metres, over pages too', async () => {
    const here = { lat: 23.1291, lng: 113.2644 }
    const items = await listAll(`near=${here.lat},${here.lng}`)
    expect(items).toHaveLength(604)
    expect(new Set(items.map(({ number }) => number)).size).toBe(604)
    const distances = items.map(({ distance }) => distance ?? -1)
    expect(distances).toEqual([...distances].sort((a, b) => a - b))
    for (const { place, distance } of items.slice(0, 50)) {
      const north = (place.lat - here.lat) * 111_195
      const east = (place.lng - here.lng) * 111_195 * Math.cos((here.lat * Math.PI) / 180)
      expect(distance).toBeCloseTo(Math.hypot(north, east), -1)
    }
  })

  it('speaks the language of the reader; stations keep their Chinese names in English', async () => {
    const first = async (language: string) => (await list('?limit=1', language)).items[0]
    const hans = await first('zh')
    expect(hans?.district.name).toBe('越秀区')
    expect(await first('zh-TW')).toMatchObject({
      district: { name: '越秀區' },
      name: expect.stringContaining('聯絡站'),
    })
    expect(await first('en')).toMatchObject({ district: { name: 'Yuexiu District' }, name: hans?.name })
  })

  it.each([
    ['cursor', '?cursor=nonsense'],
    ['cursor', `?cursor=${btoa('[1]')}`],
    ['cursor', `?near=23,113&cursor=${btoa('["0020"]')}`],
    ['near', '?near=here'],
    ['near', '?near=123.1,113.2'],
    ['limit', '?limit=0'],
    ['limit', '?limit=1000'],
    ['q', `?q=${'长'.repeat(41)}`],
  ])('refuses a wrong %s (%s)', async (field, query) => {
    const { status, error } = await failure(`/stations${query}`)
    expect(status).toBe(422)
    expect(error.code).toBe('VALIDATION_FAILED')
    expect(error.fields).toHaveProperty(field)
  })
})

describe('one station', () => {
  it('is found by its code as people type it, and by its number', async () => {
    const byCode = await get('K7Q2M9XA')
    expect(byCode).toMatchObject({ number: '0001', code: 'K7Q2M9XA', street: { name: '北京街道' } })
    expect(await get('k7q2 m9xa')).toEqual(byCode)
    expect(await get('0001')).toEqual(byCode)
    expect(byCode.deputies.length).toBeGreaterThan(5)
    expect(byCode.deputies[0]).toMatchObject({
      id: 'd-0001-01',
      level: expect.any(String),
      title: expect.any(String),
    })
    expect(byCode.place.address).toBeTruthy()
    expect(byCode.hours).toBeTruthy()
  })

  it.each(['9999', 'AAAAAAAA', 'K7Q2M9X', "0001' OR '1'='1", '../../x', '\0'])(
    'is unknown under %s',
    async (code) => {
      const { status, error } = await failure(`/stations/${encodeURIComponent(code)}`)
      expect(status).toBe(404)
      expect(error.code).toBe('STATION_UNKNOWN')
    },
  )

  it('says that a code was revoked, and goes on under its new one', async () => {
    const { code: old } = await get('0007')
    await env.DB.batch([
      env.DB.prepare('UPDATE station_code SET revoked_at = 1 WHERE code = ?1').bind(old),
      env.DB.prepare(
        "INSERT INTO station_code (code, station_number, created_at) VALUES ('AAAA2222', '0007', 2)",
      ),
    ])
    const { status, error } = await failure(`/stations/${old}`)
    expect(status).toBe(410)
    expect(error.code).toBe('STATION_REVOKED')
    expect((await get('AAAA2222')).number).toBe('0007')
    expect((await get('0007')).code).toBe('AAAA2222')
  })
})

describe('a station’s figures', () => {
  const HOUR = 3_600_000

  // Reports in every state at chosen hours, without playing them all: the guard against such rows must sleep.
  beforeAll(async () => {
    await env.DB.exec('DROP TRIGGER report_begins_empty')
  })

  async function addReport(
    number: string,
    state: string,
    hours: number | null,
    promisedHours = 100,
  ): Promise<void> {
    await env.DB.prepare(
      `INSERT INTO report (number, channel, station_number, district_code, category_code, text, answers,
         consent_public, created_at, state, promised_at, answered_at)
       VALUES (?1, 'opinion', '0002', '440104', 'street-lighting', 'text', '{}', 0, 0, ?2, ?3, ?4)`,
    )
      .bind(number, state, promisedHours * HOUR, hours === null ? null : hours * HOUR)
      .run()
  }

  it('are all zero before the first report', async () => {
    expect((await get('0002')).figures).toEqual({
      received: 0,
      open: 0,
      answered: 0,
      declined: 0,
      answeredInTime: 0,
      medianHours: null,
    })
  })

  it('count every report once; what was answered late is not in time', async () => {
    await addReport('n1', 'answered', 10)
    await addReport('n2', 'closed', 30)
    await addReport('n3', 'answered', 101)
    await addReport('n4', 'closed', 40)
    await addReport('n5', 'declined', null)
    await addReport('n6', 'withdrawn', null)
    await addReport('n7', 'in_progress', null)
    // Answered in its first round, at work again in its second: open, not answered.
    await addReport('n8', 'assigned', 5)
    expect((await get('0002')).figures).toEqual({
      received: 8,
      open: 2,
      answered: 4,
      declined: 1,
      answeredInTime: 3,
      medianHours: 35,
    })
  })
})
