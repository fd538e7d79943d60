import { env } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CalendarList, CalendarYear } from '../../shared/contract/calendar.ts'
import type { Report, ReportAnswer } from '../../shared/contract/report.ts'
import { addWorkingDays } from '../../shared/domain/working-days.ts'
import { sha256 } from '../../worker/adapters/secrets.ts'
import type { Context } from '../../worker/context.ts'
import { insertYear, replaceDays, workCalendar } from '../../worker/repository/calendar.ts'
import { runBatch } from '../../worker/repository/query.ts'
import { addYear } from '../../worker/use-cases/calendar/add-year.ts'
import { listCalendar } from '../../worker/use-cases/calendar/list-calendar.ts'
import { api, signIn, type Caller } from '../support/api.ts'
import { actAt, fileAt, keepSessionsOpen } from '../support/at-moment.ts'
import { seedTestCity } from '../support/test-city.ts'

const PATH = '/admin/calendar'

/** Invented: nobody has announced 2027. New Year is a Friday there, and the Saturday after it is worked. */
const NEXT_YEAR = {
  year: 2027,
  source: '测试用的2027年放假安排',
  days: [
    { date: '2027-01-01', kind: 'holiday', name: '元旦' },
    { date: '2027-01-02', kind: 'holiday', name: '元旦' },
    { date: '2027-01-03', kind: 'holiday', name: '元旦' },
    { date: '2027-01-09', kind: 'workday', name: '元旦' },
  ],
}

let admin: Caller

beforeAll(async () => {
  await seedTestCity()
  admin = await signIn('admin.demo')
})

/** The administrator's context with a database that counts its calls, and lets something happen before each. */
async function countedContext(before: (call: number) => Promise<void> = async () => undefined) {
  let calls = 0
  const db: Context['db'] = {
    prepare: (sql) => env.DB.prepare(sql),
    async batch<T>(statements: Parameters<Context['db']['batch']>[0]) {
      calls += 1
      await before(calls)
      return env.DB.batch<T>(statements)
    },
  }
  const credentials = { tokenHash: await sha256(admin.token ?? ''), address: null, device: null }
  const newId = () => crypto.randomUUID()
  const ctx = { db, credentials, callers: ['admin'], now: () => Date.now(), newId } as unknown as Context
  return { ctx, calls: () => calls }
}

async function years(): Promise<CalendarYear[]> {
  const answer = await api(PATH, admin)
  expect(answer.status).toBe(200)
  return ((await answer.json()) as CalendarList).items
}

async function fieldsOf(answer: Response): Promise<Record<string, string>> {
  expect(answer.status, await answer.clone().text()).toBe(422)
  return ((await answer.json()) as { error: { fields: Record<string, string> } }).error.fields
}

function post(body: unknown, caller: Caller = admin) {
  return api(PATH, { ...caller, method: 'POST', body, language: 'en' })
}

function patch(year: number | string, body: unknown, caller: Caller = admin) {
  return api(`${PATH}/${year}`, { ...caller, method: 'PATCH', body, language: 'en' })
}

describe('the list', () => {
  it('has every published year with its notice and its days in order', async () => {
    const items = await years()
    expect(items.map(({ year, days }) => [year, days.length])).toEqual([
      [2024, 36],
      [2025, 33],
      [2026, 39],
    ])
    expect(items[2]?.source).toContain('国办发明电〔2025〕7号')
    expect(items[2]?.days[3]).toEqual({ date: '2026-01-04', kind: 'workday', name: '元旦' })
    const dates = items.flatMap(({ days }) => days.map(({ date }) => date))
    expect(dates).toEqual(dates.toSorted())
  })

  it('costs one call of the database', async () => {
    const counted = await countedContext()
    await listCalendar(counted.ctx)
    expect(counted.calls()).toBe(1)
  })
})

describe('who may', () => {
  const calls: [string, (caller: Caller) => Promise<Response>][] = [
    ['read', (caller) => api(PATH, caller)],
    ['add', (caller) => post(NEXT_YEAR, caller)],
    ['change', (caller) => patch(2026, { source: '别的来源' }, caller)],
  ]

  it.each(calls)('nobody but an administrator may %s', async (_, call) => {
    expect((await call({})).status).toBe(401)
    for (const username of ['station.demo', 'body.demo', 'deputy.demo', 'supervisor.demo']) {
      const answer = await call(await signIn(username))
      expect(answer.status).toBe(403)
      expect(await answer.json()).toMatchObject({ error: { code: 'NOT_ALLOWED' } })
    }
    expect((await years()).map(({ source }) => source)).not.toContain('别的来源')
  })
})

describe('a wrong year', () => {
  const day = { date: '2027-05-01', kind: 'holiday', name: '劳动节' }
  const withDays = (...days: unknown[]) => ({ ...NEXT_YEAR, days })

  it.each([
    ['another year', withDays(day, { ...day, date: '2026-12-31' }), 'days.1.date', 'not in 2027'],
    ['a date that is none', withDays({ ...day, date: '2027-02-29' }), 'days.0.date', 'wrong form'],
    ['a date in words', withDays({ ...day, date: '5月1日' }), 'days.0.date', 'wrong form'],
    ['a date with a time', withDays({ ...day, date: '2027-05-01T00:00:00Z' }), 'days.0.date', 'wrong form'],
    ['no date', withDays({ kind: 'holiday', name: '劳动节' }), 'days.0.date', 'Please'],
    [
      'a date twice',
      withDays(day, { ...day, date: '2027-05-02' }, { ...day, kind: 'workday' }),
      'days.2.date',
      'twice',
    ],
    [
      'a worked Wednesday',
      withDays({ date: '2027-05-05', kind: 'workday', name: '劳动节' }),
      'days.0.date',
      'Sunday',
    ],
    ['another kind', withDays(day, { ...day, date: '2027-05-02', kind: 'halfday' }), 'days.1.kind', 'one of'],
    ['a day without a name', withDays({ ...day, name: '  ' }), 'days.0.name', 'Please'],
    ['a name too long', withDays({ ...day, name: '节'.repeat(21) }), 'days.0.name', '20'],
    ['no days', withDays(), 'days', 'Please'],
    ['too many days', withDays(...Array.from({ length: 367 }, () => day)), 'days', '366'],
    ['days that are no list', { ...NEXT_YEAR, days: 'none' }, 'days', 'wrong form'],
    ['no source', { ...NEXT_YEAR, source: '' }, 'source', 'Please'],
    ['no year', { ...NEXT_YEAR, year: undefined }, 'year', 'Please'],
    ['a year in words', { ...NEXT_YEAR, year: '2027' }, 'year', 'wrong form'],
    ['half a year', { ...NEXT_YEAR, year: 2027.5 }, 'year', 'wrong form'],
    ['a year too early', { ...NEXT_YEAR, year: 1999 }, 'year', '2000'],
    ['a year too late', { ...NEXT_YEAR, year: 2101 }, 'year', '2100'],
    ['a year that is there', { ...NEXT_YEAR, year: 2026 }, 'year', 'twice'],
    ['a field nobody asked for', { ...NEXT_YEAR, holidays: [] }, 'holidays', 'Not found'],
  ])('is refused with its field: %s', async (_, body, field, words) => {
    const fields = await fieldsOf(await post(body))
    expect(Object.keys(fields)).toEqual([field])
    expect(fields[field]).toContain(words)
    expect((await years()).map(({ year }) => year)).toEqual([2024, 2025, 2026])
  })

  it('names every wrong day at once, in the caller’s language', async () => {
    const wrong = withDays({ ...day, date: '2028-05-01' }, day, day)
    const answer = await api(PATH, { ...admin, method: 'POST', body: wrong, language: 'zh-Hant' })
    expect(await fieldsOf(answer)).toEqual({ 'days.0.date': '日期不在 2027 年裏', 'days.2.date': '重複了' })
  })
})

describe('a new year', () => {
  let resident: Caller
  let station: Caller

  beforeAll(async () => {
    const opened = await api('/session/anonymous', { method: 'POST', body: {} })
    resident = { token: ((await opened.json()) as { token: string }).token }
    station = await signIn('station.demo')
    await keepSessionsOpen()
  })

  async function read(number: string): Promise<Report> {
    return ((await (await api(`/reports/${number}`, resident)).json()) as ReportAnswer).report
  }

  /** Files a broken lamp, which counts as simple: 1 + 1 + 3 + 1 working days. */
  async function file(moment: string): Promise<Report> {
    const lamp = { categoryCode: 'street-lighting', text: '中山四路口的路灯坏了三天，晚上很黑。' }
    return read(await fileAt(resident, Date.parse(moment), lamp))
  }

  /** Assigns the report; gives the step that begins. */
  async function assign(number: string, moment: string) {
    const command = { action: 'assign', bodyCode: 'yuexiu-urban-management', complexity: 'simple' } as const
    await actAt(station, number, Date.parse(moment), command)
    return (await read(number)).steps.at(-1)
  }

  it('ends what was provisional for new promises and steps, and moves no old one', async () => {
    const before = await file('2026-12-29T10:00:00+08:00')
    expect(before.promises[0]).toMatchObject({
      provisional: true,
      counted: ['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-04', '2027-01-05', '2027-01-06'],
    })
    expect(await assign(before.number, '2026-12-31T10:00:00+08:00')).toMatchObject({
      step: 'sign',
      provisional: true,
      counted: ['2027-01-01'],
    })
    const stored = env.DB.prepare('SELECT * FROM report WHERE number = ?').bind(before.number)
    const untouched = await stored.first()

    const added = await post({ ...NEXT_YEAR, days: NEXT_YEAR.days.toReversed() })
    expect(added.status).toBe(201)
    expect(await added.json()).toEqual(NEXT_YEAR)
    expect((await years()).at(-1)).toEqual(NEXT_YEAR)

    const after = await file('2026-12-29T10:00:00+08:00')
    expect(after).toMatchObject({ promisedProvisional: false, promisedAt: '2027-01-07T15:59:59.999Z' })
    expect(after.promises[0]).toMatchObject({
      provisional: false,
      counted: ['2026-12-30', '2026-12-31', '2027-01-04', '2027-01-05', '2027-01-06', '2027-01-07'],
      skipped: NEXT_YEAR.days.slice(0, 3).map(({ date, name }) => ({ date, why: 'holiday', name })),
    })
    expect(await assign(after.number, '2026-12-31T10:00:00+08:00')).toMatchObject({
      step: 'sign',
      provisional: false,
      counted: ['2027-01-04'],
    })
    // Over the worked Saturday, and still provisional where it goes beyond the new year's own end.
    expect((await file('2027-01-08T10:00:00+08:00')).promises[0]?.counted[0]).toBe('2027-01-09')
    expect((await file('2027-12-28T10:00:00+08:00')).promisedProvisional).toBe(true)
    expect(await stored.first()).toEqual(untouched)
  })

  it('is there once when two administrators add it at the same moment', async () => {
    const days = [{ date: '2031-01-01', kind: 'holiday' as const, name: '元旦' }]
    const first = { year: 2031, source: '先到的人写的', days }
    // The other one writes between the look whether the year is there and the writing of it.
    const late = await countedContext(async (call) => {
      if (call === 2) await runBatch(env.DB, insertYear(env.DB, first))
    })
    await expect(addYear(late.ctx, { ...first, source: '后到的人写的' })).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      fields: { year: { problem: 'duplicate' } },
    })
    expect((await years()).filter(({ year }) => year === 2031)).toEqual([first])
  })
})

describe('a correction', () => {
  const first = { date: '2032-01-01', kind: 'holiday', name: '元旦' }

  beforeAll(async () => {
    await post({ year: 2032, source: '第一次通知', days: [first] })
  })

  const present = async () => (await years()).find(({ year }) => year === 2032)

  it('replaces the days as a whole, or the source, and nothing else', async () => {
    const days = [first, { date: '2032-01-03', kind: 'workday', name: '元旦' }]
    const source = '补充通知'
    const moreDays = await patch(2032, { days: days.toReversed() })
    expect(await moreDays.json()).toEqual({ year: 2032, source: '第一次通知', days })
    expect(await present()).toEqual({ year: 2032, source: '第一次通知', days })
    expect(await (await patch(2032, { source })).json()).toEqual({ year: 2032, source, days })
    expect(await (await patch(2032, { days: [first] })).json()).toEqual({ year: 2032, source, days: [first] })
    expect(await present()).toEqual({ year: 2032, source, days: [first] })
    expect((await years()).find(({ year }) => year === 2026)?.days).toHaveLength(39)
  })

  it.each([
    ['of another year', { days: [first, { ...first, date: '2031-12-31' }] }, 'days.1.date'],
    ['twice', { days: [first, first] }, 'days.1.date'],
    ['of nothing', {}, 'days'],
    ['to nothing', { days: [] }, 'days'],
    ['of the year itself', { year: 2033, days: [first] }, 'year'],
  ])('is refused as a whole: %s', async (_, body, field) => {
    const before = await present()
    expect(Object.keys(await fieldsOf(await patch(2032, body)))).toEqual([field])
    expect(await present()).toEqual(before)
  })

  it.each(['2040', '1e3', 'next', '-1'])('of a year that is not there is 404: %s', async (year) => {
    const answer = await patch(year, { source: '没有这一年' })
    expect(answer.status).toBe(404)
    expect(await answer.json()).toMatchObject({ error: { code: 'NOT_FOUND' } })
  })
})

describe('the database itself', () => {
  const bad = { date: '2035-02-30', kind: 'holiday', name: '没有这一天' } as const
  const good = { date: '2035-01-01', kind: 'holiday', name: '元旦' } as const

  it('writes a year with all its days or not at all', async () => {
    const year = { year: 2035, source: '测试', days: [good, bad] }
    await expect(runBatch(env.DB, insertYear(env.DB, year))).rejects.toThrow('no such date')
    expect((await years()).some((item) => item.year === 2035)).toBe(false)
    const before = (await years()).find((item) => item.year === 2026)
    await expect(runBatch(env.DB, replaceDays(env.DB, 2026, [bad]))).rejects.toThrow('no such date')
    expect((await years()).find((item) => item.year === 2026)).toEqual(before)
  })

  it.each([
    ['a day of a year that is not published', '2036-01-01', 'holiday', 'FOREIGN KEY'],
    ['a working day that is one anyway', '2026-12-02', 'workday', 'a working day anyway'],
    ['no date', '2026-12-1', 'holiday', 'no such date'],
    ['a date that is there', '2026-10-01', 'holiday', 'UNIQUE'],
  ])('refuses %s', async (_, date, kind, words) => {
    const insert = env.DB.prepare("INSERT INTO calendar_day (date, kind, name) VALUES (?, ?, 'x')")
    await expect(insert.bind(date, kind).run()).rejects.toThrow(words)
  })

  it('keeps a year whose days are there', async () => {
    const remove = env.DB.prepare('DELETE FROM calendar_year WHERE year = 2026')
    await expect(remove.run()).rejects.toThrow('FOREIGN KEY')
  })
})

describe('the calendar of a count', () => {
  it('reaches far enough back for a step that has been overdue for most of a year', async () => {
    const [calendar] = await runBatch(env.DB, [workCalendar(env.DB, '2026-11-23')])
    expect(addWorkingDays(calendar, '2026-02-13', 2)).toMatchObject({
      counted: ['2026-02-14', '2026-02-24'],
      provisional: false,
    })
  })

  it('leaves out what no count comes back to, but not that those years are covered', async () => {
    const [calendar] = await runBatch(env.DB, [workCalendar(env.DB, '2026-11-23')])
    expect(calendar.coveredYears).toEqual(expect.arrayContaining([2024, 2025, 2026]))
    expect([...calendar.days.keys()].some((date) => date < '2025-10-01')).toBe(false)
  })
})
