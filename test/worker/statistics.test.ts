import { env } from 'cloudflare:test'
import fc from 'fast-check'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Failure } from '../../shared/contract/failure.ts'
import type { Station } from '../../shared/contract/station.ts'
import { statistics, type Statistics } from '../../shared/contract/statistics.ts'
import { addCounts, COUNTS, figuresOf, GROUPINGS, type FiguresAsked } from '../../shared/domain/figures.ts'
import { allTransitions } from '../../shared/domain/report-lifecycle.ts'
import { figureGroups } from '../../worker/repository/figures.ts'
import type { Database } from '../../worker/repository/query.ts'
import { actAt, clockAt, fileAt, keepSessionsOpen } from '../support/at-moment.ts'
import { actOn, api, signIn, submitOpinion, type Caller } from '../support/api.ts'
import { seedTestCity } from '../support/test-city.ts'
import { wander } from '../support/wander.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const BODY = 'yuexiu-housing-construction'
const OTHER_BODY = 'yuexiu-urban-management'
const NOTHING = figuresOf(addCounts([]))
const WORDS = '这里有一件事想请你们看一看。'
const ASSIGN = { action: 'assign', bodyCode: BODY, complexity: 'simple' } as const
const FINISH = { action: 'finish', text: '已经办好了，请您看看。' } as const
const PLEASED = { action: 'rate', answered: true, solved: true, satisfied: true } as const

let station: Caller
let body: Caller
let otherBody: Caller
let supervisor: Caller
let resident: Caller
/** Categories that ask for no photo and no answer: each test takes its own, so that its figures are its own. */
let categories: string[]
let category: string

beforeAll(async () => {
  await seedTestCity()
  station = await signIn('station.demo')
  body = await signIn('body.demo')
  otherBody = await signIn('body2.demo')
  supervisor = await signIn('supervisor.demo')
  resident = (await (await api('/session/anonymous', { method: 'POST' })).json()) as Caller
  await keepSessionsOpen()
  const { results } = await env.DB.prepare(
    `SELECT code FROM category WHERE evidence_required = 0
     AND NOT EXISTS (SELECT 1 FROM json_each(questions) WHERE value ->> '$.required') ORDER BY code`,
  ).all<{ code: string }>()
  categories = results.map((row: { code: string }) => row.code)
})

function takeCategory(): void {
  category = categories.pop() ?? ''
  expect(category, 'no category left').not.toBe('')
}

async function figures(query = `category=${category}`, language = 'zh-Hans'): Promise<Statistics> {
  const answer = await api(`/statistics?${query}`, { language })
  expect(answer.status, await answer.clone().text()).toBe(200)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  return statistics.parse(await answer.json())
}

async function refusal(query: string, language = 'zh-Hans') {
  const answer = await api(`/statistics?${query}`, { language })
  const { error } = (await answer.json()) as Failure
  return { status: answer.status, code: error.code, fields: error.fields ?? {} }
}

async function file(content: object = {}): Promise<string> {
  const { report } = await submitOpinion(resident, { categoryCode: category, text: WORDS, ...content })
  return report.number
}

/** Takes actions at the report's present version, one after the other. */
async function act(number: string, ...steps: [Caller, object][]): Promise<void> {
  for (const [caller, command] of steps) {
    const version = await env.DB.prepare('SELECT version FROM report WHERE number = ?1')
      .bind(number)
      .first<number>('version')
    await actOn(caller, number, version ?? 0, command)
  }
}

/** From the pre-review to the answer, in the first round or (from the signing on) in the second. */
const handled = (): [Caller, object][] => [
  [body, { action: 'sign' }],
  [body, FINISH],
  [station, { action: 'approve' }],
]

type FigureRow = Record<string, string | number>

async function rows(table: 'figure' | 'figure_recount'): Promise<FigureRow[]> {
  const { results } = await env.DB.prepare(
    `SELECT * FROM ${table} ORDER BY district_code, category_code, station_number, body_code, day`,
  ).all<FigureRow>()
  return results.filter((row: FigureRow) =>
    Object.values(row).some((value) => typeof value === 'number' && value !== 0),
  )
}

const columnOf = (count: string) => count.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const done = (numerator: number, denominator = numerator) => ({ numerator, denominator })

describe('the figures', () => {
  beforeEach(takeCategory)

  it('of a city without reports are all zero, and its series is empty', async () => {
    expect(await figures('')).toEqual({ period: { from: null, to: null }, ...NOTHING, series: [] })
  })

  it('follow a report through its whole life, at once', async () => {
    const at = async () => {
      const { period: _period, series, ...all } = await figures()
      expect(series).toEqual([{ month: new Date(Date.now() + DAY / 3).toISOString().slice(0, 7), ...all }])
      return all
    }
    const number = await file()
    expect(await at()).toEqual({ ...NOTHING, received: 1, open: 1 })
    await act(number, [station, { action: 'ask', text: '请问在几楼？' }])
    const asked = { ...NOTHING, received: 1, open: 1, onTime: { ...NOTHING.onTime, preReview: done(1) } }
    expect(await at()).toEqual(asked)
    await act(number, [resident, { action: 'supplement', text: '三楼。' }], [station, ASSIGN])
    const assigned = { ...asked, onTime: { ...asked.onTime, preReview: done(2) } }
    expect(await at()).toEqual(assigned)
    await act(number, [body, { action: 'sign' }])
    const signed = { ...assigned, onTime: { ...assigned.onTime, sign: done(1) } }
    expect(await at()).toEqual(signed)
    await act(number, [body, FINISH], [station, { action: 'send_back', text: '请再看一下' }], [body, FINISH])
    const finished = { ...signed, onTime: { ...signed.onTime, handle: done(2), review: done(1) } }
    expect(await at()).toEqual(finished)
    await act(number, [station, { action: 'approve' }])
    const onTime = { ...finished.onTime, review: done(2), promise: done(1) }
    expect(await at()).toEqual({ ...finished, awaitingRating: 1, onTime })
    await act(number, [resident, { ...PLEASED, solved: false }])
    expect(await at()).toEqual({
      ...finished,
      open: 0,
      closed: 1,
      rates: { answered: done(1), solved: done(0, 1), satisfied: done(1) },
      onTime,
    })
  })

  it('list what is in no rate: declined, withdrawn, merged, not rated', async () => {
    const [declined, withdrawn, lead, merged] = [await file(), await file(), await file(), await file()]
    await act(declined, [station, { action: 'decline', reason: 'petition' }])
    await act(withdrawn, [station, ASSIGN], [resident, { action: 'withdraw' }])
    await act(merged, [station, { action: 'merge', leadNumber: lead }])
    const before = await figures()
    expect(before).toMatchObject({
      received: 4,
      open: 1,
      closed: 0,
      excluded: { declined: 1, withdrawn: 1, merged: 1, notRated: 0 },
      // The withdrawn report was not signed: that says nothing about the body.
      onTime: { preReview: done(3), sign: done(0) },
    })
    // The merged report is answered with its lead; silence after the answer is not satisfaction.
    await act(lead, [station, ASSIGN], ...handled())
    expect(await figures()).toMatchObject({ open: 2, awaitingRating: 2, excluded: { merged: 0 } })
    expect(await clockAt(merged, Date.now() + 30 * DAY, 'archive')).toBe(true)
    expect(await figures()).toMatchObject({
      received: 4,
      open: 1,
      awaitingRating: 1,
      closed: 1,
      rates: { answered: done(0), solved: done(0), satisfied: done(0) },
      excluded: { declined: 1, withdrawn: 1, merged: 0, notRated: 1 },
      onTime: { review: done(1), promise: done(2) },
    })
    await act(declined, [resident, { action: 'appeal', text: '这不是信访，请再看看。' }])
    expect(await figures()).toMatchObject({ open: 2, excluded: { declined: 0 } })
  })

  it('take a body’s merged report for no signing, and a settled one for no step', async () => {
    const [lead, merged] = [await file(), await file()]
    await act(merged, [station, ASSIGN], [station, { action: 'merge', leadNumber: lead }])
    expect((await figures()).onTime).toMatchObject({ preReview: done(1), sign: done(0) })
    await act(lead, [station, ASSIGN], ...handled())
    expect((await figures()).onTime).toMatchObject({
      preReview: done(2),
      sign: done(1),
      handle: done(1),
      review: done(1),
      promise: done(2),
    })
  })

  it('count a second round’s rating once, and the first answer’s promise once', async () => {
    const number = await file()
    await act(number, [station, ASSIGN], ...handled(), [resident, { ...PLEASED, satisfied: false }])
    const again = await figures()
    expect(again).toMatchObject({ open: 1, awaitingRating: 0, closed: 0, rounds: { reopened: 1 } })
    expect(again.rates).toEqual(NOTHING.rates)
    await act(number, ...handled())
    expect(await figures()).toMatchObject({ awaitingRating: 1, rates: NOTHING.rates })
    await act(number, [resident, { ...PLEASED, solved: false }])
    expect(await figures()).toMatchObject({
      received: 1,
      open: 0,
      closed: 1,
      rates: { answered: done(1), solved: done(0, 1), satisfied: done(1) },
      onTime: { sign: done(2), handle: done(2), review: done(2), promise: done(1) },
      rounds: { reopened: 1 },
    })
  })

  it('forget the first round’s rating when the second is never rated', async () => {
    const number = await file()
    await act(number, [station, ASSIGN], ...handled(), [resident, { ...PLEASED, satisfied: false }])
    await act(number, ...handled())
    expect(await clockAt(number, Date.now() + 30 * DAY, 'archive')).toBe(true)
    expect(await figures()).toMatchObject({ closed: 1, rates: NOTHING.rates, excluded: { notRated: 1 } })
  })

  it('move a re-assigned report to its present body; what the first one did stays with it', async () => {
    const number = await file()
    await act(number, [station, ASSIGN])
    expect(await figures(`category=${category}&body=${BODY}`)).toMatchObject({ received: 1, open: 1 })
    await act(
      number,
      [body, { action: 'bounce', text: '不归我们管' }],
      [station, { ...ASSIGN, bodyCode: OTHER_BODY }],
      [otherBody, { action: 'sign' }],
    )
    const [first, second] = await Promise.all(
      [BODY, OTHER_BODY].map((code) => figures(`category=${category}&body=${code}`)),
    )
    expect(first).toMatchObject({
      received: 0,
      open: 0,
      bounces: 0,
      onTime: { preReview: done(1), sign: done(1) },
    })
    expect(second).toMatchObject({
      received: 1,
      open: 1,
      bounces: 1,
      onTime: { preReview: done(0), sign: done(1) },
    })
    expect(await figures()).toMatchObject({
      received: 1,
      bounces: 1,
      onTime: { preReview: done(2), sign: done(2) },
    })
  })

  it('call late what came after its time, and overdue what is', async () => {
    const monday = Date.parse('2026-03-02T10:00:00+08:00')
    const number = await fileAt(resident, monday, { categoryCode: category, text: WORDS })
    expect(await clockAt(number, monday + 2 * DAY, 'escalate')).toBe(true)
    expect(await figures()).toMatchObject({ open: 1, overdue: 1, escalations: 1, onTime: NOTHING.onTime })
    await actAt(station, number, monday + 2 * DAY, ASSIGN)
    expect(await figures()).toMatchObject({ overdue: 0, escalations: 1, onTime: { preReview: done(0, 1) } })
    await actAt(body, number, monday + 3 * DAY, { action: 'sign' })
    await actAt(body, number, monday + 20 * DAY, FINISH)
    await actAt(station, number, monday + 21 * DAY, { action: 'approve' })
    expect((await figures()).onTime).toEqual({
      preReview: done(0, 1),
      sign: done(1),
      handle: done(0, 1),
      review: done(1),
      promise: done(0, 1),
    })
  })

  it('count a step once, however many take it at the same moment', async () => {
    const number = await file()
    await act(number, [station, ASSIGN])
    const call = { ...body, method: 'POST', body: { action: 'sign', version: 2 } }
    await Promise.all(Array.from({ length: 20 }, () => api(`/reports/${number}/actions`, call)))
    expect((await figures()).onTime.sign).toEqual(done(1))
  })

  it('agree with what a station says of itself', async () => {
    const [lead, merged] = [await file(), await file()]
    await act(merged, [station, { action: 'merge', leadNumber: lead }])
    const { figures: own } = (await (await api('/stations/0001')).json()) as Station
    const { received, open, awaitingRating, excluded } = await figures('station=0001')
    expect(own).toMatchObject({ received, open: open - awaitingRating, declined: excluded.declined })
  })
})

describe('the series', () => {
  const MARCH = Date.parse('2026-03-31T23:59:59.999+08:00')
  /** A station of another district, by its link code and number. */
  let elsewhere: { code: string; number: string; district: string }

  beforeAll(async () => {
    const found = await env.DB.prepare(
      `SELECT code, number, district_code AS district FROM station
       JOIN station_code ON station_number = number AND revoked_at IS NULL
       WHERE district_code <> '440104' ORDER BY number LIMIT 1`,
    ).first<typeof elsewhere>()
    elsewhere = found as typeof elsewhere
  })

  beforeEach(async () => {
    takeCategory()
    const content = { categoryCode: category, text: WORDS }
    await fileAt(resident, MARCH, content)
    const april = await fileAt(resident, MARCH + 1, content)
    await fileAt(resident, MARCH + DAY, { ...content, stationCode: elsewhere.code })
    await actAt(station, april, MARCH + 2, ASSIGN)
  })

  it('by month begins a month at midnight in Guangzhou, and is a part of the period asked for', async () => {
    const { series, received } = await figures()
    expect(received).toBe(3)
    expect(series.map((item) => ['month' in item && item.month, item.received])).toEqual([
      ['2026-03', 1],
      ['2026-04', 2],
    ])
    const inPeriod = async (query: string) => {
      const { period, ...all } = await figures(`category=${category}&${query}`)
      return [period.from, period.to, all.received]
    }
    expect(await inPeriod('from=2026-04-01')).toEqual(['2026-04-01', null, 2])
    expect(await inPeriod('to=2026-03-31')).toEqual([null, '2026-03-31', 1])
    expect(await inPeriod('from=2026-03-31&to=2026-04-01')).toEqual(['2026-03-31', '2026-04-01', 3])
    // A moment stands for its day in Guangzhou, both ends included.
    const moments = 'from=2026-03-31T16:00:00Z&to=2026-04-01T00:00:00%2B08:00'
    expect(await inPeriod(moments)).toEqual(['2026-04-01', '2026-04-01', 2])
    expect(await inPeriod('from=2027-01-01')).toEqual(['2027-01-01', null, 0])
  })

  it('by district, station, category and body is in the order of codes, with names in the reader’s language', async () => {
    const keys = async (query: string, language?: string) =>
      (await figures(query, language)).series.map((item) =>
        'code' in item ? [item.code, item.name, item.received] : [],
      )
    const own = `category=${category}`
    const districts = await keys(`${own}&by=district`)
    expect(districts).toEqual(
      [
        ['440104', '越秀区', 2],
        [elsewhere.district, expect.any(String), 1],
      ].sort(),
    )
    expect(await keys(`${own}&by=district&district=440104`, 'zh-Hant')).toEqual([['440104', '越秀區', 2]])
    expect(await keys(`${own}&by=district&district=440104`, 'en')).toEqual([['440104', 'Yuexiu District', 2]])
    expect(await keys(`${own}&by=station&district=440104`)).toEqual([['0001', expect.any(String), 2]])
    expect(await keys(`${own}&by=category`)).toEqual([[category, expect.any(String), 3]])
    const bodies = (none: string) => [
      [null, none, 2],
      [BODY, expect.any(String), 1],
    ]
    expect(await keys(`${own}&by=body`)).toEqual(bodies('没有承办单位'))
    expect(await keys(`${own}&by=body`, 'zh-Hant')).toEqual(bodies('沒有承辦單位'))
    expect(await keys(`${own}&by=body`, 'en')).toEqual(bodies('No responsible body'))
    expect(await keys(`${own}&by=body&district=440104`)).toEqual([
      [null, '没有承办单位', 1],
      [BODY, expect.any(String), 1],
    ])
    expect(await keys(`${own}&by=district&body=${BODY}`)).toEqual([['440104', '越秀区', 1]])
  })

  it('splits the same reports however it splits them', async () => {
    const all = async (query: string) => {
      const { series: _series, period: _period, ...sum } = await figures(query)
      return sum
    }
    for (const by of ['district', 'category', 'body'])
      expect(await all(`by=${by}`), by).toEqual(await all('by=month'))
    for (const by of ['district', 'station', 'category', 'body'])
      expect(await all(`district=440104&by=${by}`), by).toEqual(await all('district=440104'))
    expect(await all('station=0001&by=category')).toEqual(await all('station=0001'))
    expect(await all(`body=${BODY}&by=district`)).toEqual(await all(`body=${BODY}`))
  })
})

describe('a question that cannot be answered', () => {
  it.each([
    ['from=yesterday', ['from']],
    ['from=2026-02-30', ['from']],
    ['to=2026-11-23T25:00:00Z', ['to']],
    ['from=2026-11-23&to=2026-11-22', ['to']],
    ['district=999999', ['district']],
    ['district=*', ['district']],
    ['category=nonsense&station=9999', ['category', 'station']],
    ['body=-', ['body']],
    ['by=deputy', ['by']],
    ['by=station', ['district']],
    [`station=0001&body=${BODY}`, ['body', 'station']],
    ['by=body&station=0001', ['by', 'station']],
    [`district=${'4'.repeat(61)}`, ['district']],
  ])('is refused with the field: %s', async (query, fields) => {
    const refused = await refusal(query)
    expect([refused.status, refused.code]).toEqual([422, 'VALIDATION_FAILED'])
    expect(Object.keys(refused.fields).sort()).toEqual(fields)
  })

  it('is refused in the caller’s language', async () => {
    const words = async (language: string) =>
      (await refusal('from=2026-11-23&to=2026-11-22', language)).fields
    expect(await words('zh-Hans')).toEqual({ to: '结束日期早于开始日期' })
    expect(await words('zh-Hant')).toEqual({ to: '結束日期早於開始日期' })
    expect(await words('en')).toEqual({ to: 'The last day lies before the first' })
  })
})

describe('the counters', () => {
  it('are the list of the domain, in table and recount alike', async () => {
    for (const table of ['figure', 'figure_recount']) {
      const { results } = await env.DB.prepare(`SELECT name FROM pragma_table_info('${table}')`).all()
      expect(results.map(({ name }: FigureRow) => name).slice(5)).toEqual(COUNTS.map(columnOf))
    }
  })

  it('know every way in which an office ends a step', async () => {
    const { results } = await env.DB.prepare('SELECT from_state, action FROM figure_step').all()
    const counted = new Set<string>(results.map((row: FigureRow) => `${row.from_state} ${row.action}`))
    const offices = new Set<string | null>(['submitted', 'disputed', 'assigned', 'in_progress', 'in_review'])
    const ends = allTransitions()
      .filter(({ from, to, action }) => offices.has(from) && (from !== to || action === 'escalate'))
      .map(({ from, action }) => `${from} ${action}`)
    const silent = new Set(ends.filter((end) => !counted.has(end)))
    expect([...counted].filter((end) => !ends.includes(end))).toEqual([])
    expect([...silent].filter((end) => !/ (withdraw|settle)$/.test(end))).toEqual(['assigned merge'])
  })

  it.each(GROUPINGS)('are found by their key, never by reading all: by %s', async (by) => {
    const asked: FiguresAsked = {
      by,
      from: '2026-01-01',
      to: null,
      district: null,
      category: null,
      station: null,
      body: null,
    }
    const explain = {
      prepare: (sql: string) => env.DB.prepare(`EXPLAIN QUERY PLAN ${sql}`),
    } as unknown as Database
    const questions = [{}, { district: '440104' }, { category: 'pests' }, { station: '0001' }, { body: BODY }]
    for (const question of questions) {
      const { statement } = figureGroups(explain, { ...asked, ...question }, 'en')
      const { results } = await statement.all<{ detail: string }>()
      const steps = results
        .map(({ detail }: { detail: string }) => detail)
        .filter((detail: string) => / figure\b/.test(detail))
      expect(steps, JSON.stringify(question)).toHaveLength(1)
      const part = /(station_number|body_code)>/.test(steps[0] ?? '')
        ? ''
        : ' AND body_code=? AND day>? AND day<?'
      expect(steps[0]).toMatch(
        /^SEARCH figure USING PRIMARY KEY \(district_code=\? AND category_code=\? AND station_number[=>]\?/,
      )
      expect(steps[0]).toContain(part)
    }
  })

  it('equal a recount of every report and event after any walk through the lifecycle', async () => {
    const stride = fc.record({ report: fc.nat(2), turn: fc.nat(), hours: fc.nat(60) })
    const walk = fc.noBias(fc.array(stride, { minLength: 20, maxLength: 40, size: 'max' }))
    takeCategory()
    const everybody = [station, body, otherBody, supervisor, resident]
    await fc.assert(
      fc.asyncProperty(
        fc.date({ min: new Date('2025-06-01'), max: new Date('2026-06-01'), noInvalidDate: true }),
        walk,
        async (begin, steps) => {
          let at = begin.getTime()
          const numbers: string[] = []
          for (let n = 0; n < 3; n += 1)
            numbers.push(await fileAt(resident, at + n * DAY, { categoryCode: category, text: WORDS }))
          at += 3 * DAY
          for (const { report, turn, hours } of steps) {
            at += hours * HOUR
            const way = { at, turn, others: numbers, bodyCodes: [BODY, OTHER_BODY] }
            await wander(everybody, numbers[report] ?? '', way)
          }
          expect(await rows('figure')).toEqual(await rows('figure_recount'))
        },
      ),
      // A shorter walk would find the same rows again: they stay in the database.
      { numRuns: 7, endOnFailure: true },
    )
    for (const row of await rows('figure')) checkSums(row)
    // The walks went somewhere: every step was taken, and some reports were answered.
    const { onTime } = await figures()
    for (const [step, { denominator }] of Object.entries(onTime)) expect(denominator, step).toBeGreaterThan(0)
  })

  it('are filled by the migration from what a city has already', async () => {
    const before = await rows('figure')
    const statements = env.TEST_MIGRATIONS.flatMap(({ queries }: { queries: string[] }) => queries)
    const fill = statements.find((sql: string) => /INSERT INTO figure SELECT/.test(sql))
    await env.DB.prepare('DELETE FROM figure').run()
    await env.DB.prepare(fill ?? '').run()
    expect(await rows('figure')).toEqual(before)
    expect(before.length).toBeGreaterThan(50)
  })
})

/** No numerator without its denominator, every report in exactly one place. */
function checkSums(row: FigureRow): void {
  const n = (name: string) => Number(row[name])
  expect(n('received')).toBe(
    n('open') + n('rated') + n('not_rated') + n('declined') + n('withdrawn') + n('merged'),
  )
  for (const yes of ['answered_yes', 'solved_yes', 'satisfied_yes'])
    expect(n(yes)).toBeLessThanOrEqual(n('rated'))
  for (const step of ['pre_review', 'sign', 'handle', 'review', 'promise'])
    expect(n(`${step}_on_time`)).toBeLessThanOrEqual(n(`${step}_done`))
  expect(n('awaiting_rating') + n('overdue')).toBeLessThanOrEqual(n('open'))
  for (const count of COUNTS) expect(n(columnOf(count)), count).toBeGreaterThanOrEqual(0)
}
