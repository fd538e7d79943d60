import { SELF } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import type { AuditList } from '../../shared/contract/audit.ts'
import {
  calendarImportAnswer,
  type CalendarImportAnswer,
  type CalendarList,
} from '../../shared/contract/calendar.ts'
import type { Failure } from '../../shared/contract/failure.ts'
import { api, signIn, submitOpinion, type Caller } from '../support/api.ts'
import { seedTestCity } from '../support/test-city.ts'

let admin: Caller

beforeAll(async () => {
  await seedTestCity()
  admin = await signIn('admin.demo')
})

const call = (path: string, init: RequestInit = {}, caller = admin) =>
  SELF.fetch(`http://mashang.test/api/v1/admin/calendar${path}`, {
    ...init,
    headers: { Authorization: `Bearer ${caller.token}`, 'Content-Type': 'text/csv' },
  })
const send = (csv: string, apply = false) =>
  call(`/import${apply ? '?apply=true' : ''}`, { method: 'POST', body: csv })
async function take(csv: string, apply = false): Promise<CalendarImportAnswer> {
  const answer = await send(csv, apply)
  expect(answer.status, await answer.clone().text()).toBe(200)
  return calendarImportAnswer.parse(await answer.json()) as CalendarImportAnswer
}
const list = async () => (await (await call('')).json()) as CalendarList
const yearOf = async (year: number) => (await list()).items.find((one) => one.year === year)

const HEADER = 'date,kind,name,source'
const NOTICE = '测试用的2027年放假安排'
const csvOf = (...lines: string[]) => [HEADER, ...lines].join('\r\n')
const NEXT_YEAR = [
  `2027-01-01,holiday,元旦,${NOTICE}`,
  `2027-01-09,workday,元旦,${NOTICE}`,
  `2027-02-05,holiday,春节,${NOTICE}`,
]

describe('the calendar as CSV', () => {
  it('goes out and comes back without a change', async () => {
    const exported = await call('/export')
    expect(exported.headers.get('content-disposition')).toContain('calendar.csv')
    const csv = await exported.text()
    expect(csv.split('\r\n')[0]).toBe(HEADER)
    const days = (await list()).items.flatMap((year) => year.days).length
    expect(await take(csv)).toMatchObject({
      years: [],
      added: 0,
      changed: 0,
      removed: 0,
      unchanged: days,
      errorCount: 0,
    })
  })

  it('says what would change, and changes nothing until it is told to', async () => {
    const preview = await take(csvOf(...NEXT_YEAR))
    expect(preview).toMatchObject({ applied: false, years: [2027], added: 3, removed: 0 })
    expect(preview.preview.added).toEqual(['2027-01-01', '2027-01-09', '2027-02-05'])
    expect(await yearOf(2027)).toBeUndefined()
    expect(await take(csvOf(...NEXT_YEAR), true)).toMatchObject({ applied: true, years: [2027] })
    expect((await yearOf(2027))?.days).toHaveLength(3)
  })

  it('makes a year exactly what the file says, and leaves the others', async () => {
    const before = await yearOf(2026)
    const shorter = [`2027-01-01,holiday,元旦假期,${NOTICE}`, NEXT_YEAR[1] ?? '']
    expect(await take(csvOf(...shorter))).toMatchObject({ changed: 1, removed: 1, unchanged: 1 })
    await take(csvOf(...shorter), true)
    expect((await yearOf(2027))?.days.map(({ name }) => name)).toEqual(['元旦假期', '元旦'])
    expect(await yearOf(2026)).toEqual(before)
    const log = (await (await api('/admin/audit-log?limit=100', admin)).json()) as AuditList
    const told = log.items.filter(({ subject }) => subject === 'calendar:2027').map(({ action }) => action)
    expect(told).toEqual(['calendar.changed', 'calendar.added'])
  })

  it('names every mistake by line and column, and writes nothing with a single one', async () => {
    const csv = csvOf(
      `2028-01-01,holiday,元旦,第一个通知`,
      `2028-13-01,holiday,元旦,第一个通知`,
      `2028-01-03,feast,元旦,第一个通知`,
      `2028-01-04,workday,元旦,第一个通知`,
      `2028-01-01,holiday,元旦,第一个通知`,
      `2028-01-06,holiday,,第一个通知`,
      `2028-01-07,holiday,元旦,另一个通知`,
    )
    const { errors, errorCount } = await take(csv)
    expect(errorCount).toBe(6)
    expect(errors.map(({ row, column, problem }) => [row, column, problem])).toEqual([
      [3, 'date', 'malformed'],
      [4, 'kind', 'not_in_list'],
      [5, 'date', 'not_a_weekend'],
      [6, 'date', 'duplicate'],
      [7, 'name', 'required'],
      [8, 'source', 'not_in_list'],
    ])
    const refused = await send(csv, true)
    expect(refused.status).toBe(422)
    expect(Object.keys(((await refused.json()) as Failure).error.fields ?? {})).toContain('5.date')
    expect(await yearOf(2028)).toBeUndefined()
  })

  it('is refused without its columns, and for others than administrators', async () => {
    expect((await take('date,kind\r\n2028-01-01,holiday')).errors).toMatchObject([
      { row: 1, column: 'name', problem: 'required' },
      { row: 1, column: 'source', problem: 'required' },
    ])
    const station = await signIn('station.demo')
    expect((await call('/export', {}, station)).status).toBe(403)
  })
})

it('tells how many promises fall into which year', async () => {
  const count = async () => (await list()).promises.reduce((sum, { open }) => sum + open, 0)
  const before = await count()
  await submitOpinion({}, { categoryCode: 'street-lighting', text: '路灯坏了三天。' })
  expect(await count()).toBe(before + 1)
})
