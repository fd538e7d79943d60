import { env } from 'cloudflare:test'
import type { D1PreparedStatement } from '@cloudflare/workers-types'
import { beforeAll, describe, expect, it } from 'vitest'
import { reportListQuery } from '../../shared/contract/report.ts'
import { supervision, type Supervision } from '../../shared/contract/supervision.ts'
import { MATTER_FILTERS, MATTERS, type Matter } from '../../shared/domain/supervision-matters.ts'
import { cityDate, workingDaysBetween } from '../../shared/domain/working-days.ts'
import { workCalendar } from '../../worker/repository/calendar.ts'
import { runBatch, type Database } from '../../worker/repository/query.ts'
import { listReports } from '../../worker/use-cases/report/list.ts'
import { getSupervision } from '../../worker/use-cases/supervision/get-supervision.ts'
import { actAt, clockAt, contextAt, fileAt, keepSessionsOpen } from '../support/at-moment.ts'
import { api, type Caller } from '../support/api.ts'
import { HOUSING, topicCast, type TopicCast } from '../support/topic-city.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** A Monday three weeks before the day on which the supervisor looks. */
const THEN = Date.parse('2026-06-01T09:00:00+08:00')
const NOW = THEN + 21 * DAY
const ABOUT = { categoryCode: 'idea-other', text: '希望这里能想想办法，谢谢。' }
const OTHERS = 'yuexiu-urban-management'

let cast: TopicCast
/** The reports by what is the matter with them. */
const filed: Record<string, string> = {}

type Step = [Caller, Parameters<typeof actAt>[3]]

async function fileWith(name: string, at: number, steps: Step[], where: object = {}): Promise<void> {
  const number = await fileAt(cast.resident, at, { ...ABOUT, ...where })
  filed[name] = number
  for (const [index, [caller, command]] of steps.entries())
    await actAt(caller, number, at + (index + 1) * HOUR, command)
}

const assignTo = (bodyCode: string) => ({ action: 'assign', bodyCode, complexity: 'simple' }) as const
const bounce = { action: 'bounce', text: '不归我们管。' } as const

beforeAll(async () => {
  cast = await topicCast()
  await keepSessionsOpen()
  const { station, body, otherBody, supervisor, resident } = cast
  const elsewhere = await env.DB.prepare(
    `SELECT code FROM station_code WHERE revoked_at IS NULL
     AND station_number = (SELECT min(number) FROM station WHERE district_code = '440106')`,
  ).first<string>('code')
  const finished: Step[] = [
    [station, assignTo(HOUSING)],
    [body, { action: 'sign' }],
    [body, { action: 'finish', text: '已经办好了，请您看看。' }],
  ]
  const twice: Step[] = [
    [station, assignTo(HOUSING)],
    [body, bounce],
    [station, assignTo(OTHERS)],
    [otherBody, bounce],
    [station, assignTo(HOUSING)],
  ]
  const fresh = NOW - 2 * HOUR
  await fileWith('new', NOW - HOUR, [])
  await fileWith('old', THEN, [])
  await fileWith('old elsewhere', THEN, [], { stationCode: elsewhere })
  await fileWith('bounced', fresh - 8 * HOUR, twice)
  await fileWith('disputed', fresh - 8 * HOUR, [...twice, [body, bounce]])
  await fileWith('sent back', fresh - 8 * HOUR, [
    ...finished,
    [station, { action: 'send_back', text: '请写清楚办了什么。' }],
  ])
  const answered: Step[] = [...finished, [station, { action: 'approve' }]]
  await fileWith('answered', fresh - 8 * HOUR, [
    ...finished,
    [station, { action: 'send_back', text: '请写清楚办了什么。' }],
    [body, { action: 'finish', text: '已经装上了新的灯。' }],
    [station, { action: 'approve' }],
  ])
  await fileWith('reopened', fresh - 8 * HOUR, [
    ...answered,
    [resident, { action: 'rate', answered: true, solved: false, satisfied: false }],
  ])
  const order = (dueAt: number) => ({ action: 'order', text: '请抓紧办理。', dueAt }) as const
  await fileWith('ordered', NOW - 4 * HOUR, [[supervisor, order(NOW + 3 * DAY)]])
  await fileWith('order over', NOW - 5 * HOUR, [[supervisor, order(NOW - HOUR)]])
  await fileWith('escalated', THEN, [])
  // A day after its time was over: the station has had its chance, the supervisor hears of it.
  await clockAt(filed.escalated!, THEN + 3 * DAY, 'escalate')
})

async function seen(caller: Caller, query = {}): Promise<Supervision> {
  return supervision.parse(await getSupervision(await contextAt(caller, NOW), query))
}

/** The list behind a count, as the screens ask for it. */
async function listed(caller: Caller, matter: Matter, more: object = {}): Promise<string[]> {
  const asked = Object.entries({ ...MATTER_FILTERS[matter], ...more })
  const query = Object.fromEntries(asked.map(([name, value]) => [name, String(value)]))
  const input = reportListQuery.parse({ scope: 'visible', sort: 'due', limit: '100', ...query })
  const { items } = await listReports(await contextAt(caller, NOW), input)
  return items.map(({ number }) => number)
}

const named = (numbers: readonly string[]) =>
  Object.entries(filed)
    .filter(([, number]) => numbers.includes(number))
    .map(([name]) => name)
    .toSorted()

describe('what a supervisor looks after', () => {
  it.each<[Matter, string[]]>([
    ['waiting', ['disputed']],
    ['disputes', ['disputed']],
    ['overdue', ['escalated', 'old', 'old elsewhere']],
    ['escalated', ['escalated']],
    ['quiet', ['escalated', 'old', 'old elsewhere']],
    ['bounced', ['bounced', 'disputed']],
    ['sent_back', ['sent back']],
    ['reopened', ['reopened']],
    ['ordered', ['order over', 'ordered']],
    ['order_overdue', ['order over']],
  ])('%s: these, and no others', async (matter, expected) => {
    expect(named(await listed(cast.supervisor, matter))).toEqual(expected)
  })

  it('counts exactly what the list of each matter shows, to whoever looks', async () => {
    for (const who of ['supervisor', 'desk', 'otherDesk'] as const) {
      const { matters } = await seen(cast[who])
      const lists = await Promise.all(MATTERS.map((matter) => listed(cast[who], matter)))
      expect([who, matters]).toEqual([
        who,
        Object.fromEntries(MATTERS.map((matter, index) => [matter, lists[index]?.length])),
      ])
    }
  })

  it('is all that waits in the inbox: what is to be decided, and what is overdue and was brought up', async () => {
    for (const who of ['supervisor', 'desk', 'otherDesk'] as const) {
      const input = reportListQuery.parse({ scope: 'inbox', sort: 'due', limit: '100' })
      const { items } = await listReports(await contextAt(cast[who], NOW), input)
      const matters = [await listed(cast[who], 'waiting'), await listed(cast[who], 'escalated')]
      expect([who, named(items.map(({ number }) => number))]).toEqual([who, named(matters.flat())])
    }
  })

  it('tells a district nothing of the others', async () => {
    const [yuexiu, tianhe] = [await seen(cast.desk), await seen(cast.otherDesk)]
    expect(yuexiu.matters.overdue).toBe(2)
    expect(tianhe.matters).toEqual({
      ...Object.fromEntries(MATTERS.map((matter) => [matter, 0])),
      overdue: 1,
      quiet: 1,
    })
    expect(await listed(cast.desk, 'overdue')).not.toContain(filed['old elsewhere'])
    // Asking for a district that is not theirs opens nothing.
    expect((await seen(cast.desk, { district: '440106' })).matters.overdue).toBe(0)
    expect((await seen(cast.desk, { district: '440106' })).stuckWith).toEqual([])
    expect((await seen(cast.supervisor, { district: '440106' })).matters.overdue).toBe(1)
  })

  it('names with whom it is stuck, in the order of their codes, and each leads to its list', async () => {
    const { stuckWith, stuckWithMore } = await seen(cast.supervisor)
    expect(stuckWithMore).toBe(false)
    expect(stuckWith).toEqual([
      { type: 'station', code: '0001', name: expect.stringContaining('北京街'), overdue: 2, quiet: 2 },
      { type: 'station', code: expect.any(String), name: expect.any(String), overdue: 1, quiet: 1 },
    ])
    for (const { type, code, overdue, quiet } of stuckWith) {
      const holder = { holderType: type, holderCode: code }
      expect(await listed(cast.supervisor, 'overdue', holder)).toHaveLength(overdue)
      expect(await listed(cast.supervisor, 'quiet', holder)).toHaveLength(quiet)
    }
  })

  it('counts quiet days by the working calendar', async () => {
    const [calendar] = await runBatch(env.DB, [workCalendar(env.DB, cityDate(NOW))])
    // Around the National Day of 2026, with its make-up days.
    const last = Date.parse('2026-09-23T15:00:00+08:00')
    const number = await fileAt(cast.resident, last, ABOUT)
    for (let day = 1; day < 30; day += 1) {
      const at = last + day * DAY
      const yesterday = cityDate(at - DAY)
      const passed = workingDaysBetween(calendar, cityDate(last), yesterday)
      const found = await Promise.all(
        [3, 5, 8].map(async (quietDays) => {
          const input = reportListQuery.parse({ scope: 'visible', limit: '100', open: '1', quietDays })
          const { items } = await listReports(await contextAt(cast.supervisor, at), input)
          return items.some((row) => row.number === number)
        }),
      )
      expect([cityDate(at), ...found]).toEqual([cityDate(at), ...[3, 5, 8].map((days) => passed >= days)])
    }
  })

  it('is for supervisors alone', async () => {
    for (const who of ['station', 'body', 'resident'] as const)
      expect((await api('/supervision', cast[who])).status).toBe(403)
    expect((await api('/supervision')).status).toBe(401)
    const answer = await api('/supervision', cast.desk)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    supervision.parse(await answer.json())
  })

  it('asks the database once, and reads open reports only', async () => {
    const batches: string[][] = []
    const db = {
      prepare: (sql: string) => env.DB.prepare(sql),
      batch: (statements: D1PreparedStatement[]) => {
        batches.push(statements.map((one) => (one as unknown as { statement: string }).statement))
        return env.DB.batch(statements)
      },
    } as Database
    await getSupervision({ ...(await contextAt(cast.desk, NOW)), db }, {})
    expect(batches).toHaveLength(1)
    for (const matter of MATTERS)
      await listReports({ ...(await contextAt(cast.desk, NOW)), db }, asked(matter))
    const plans = batches.flat().filter((sql) => /FROM me CROSS JOIN report/.test(sql))
    const supervised = plans.filter((sql) => sql.includes("me.role = 'supervisor'"))
    expect(supervised.length).toBeGreaterThan(20)
    for (const sql of supervised) {
      const { results } = await env.DB.prepare(`EXPLAIN QUERY PLAN ${sql}`)
        .bind(...Array.from({ length: (sql.match(/\?/g) ?? []).length }, () => '1'))
        .all<{ detail: string }>()
      const steps = results
        .map(({ detail }: { detail: string }) => detail)
        .filter((detail: string) => /^(SCAN|SEARCH) report( |$)/.test(detail))
      expect(steps, sql).toHaveLength(1)
      expect(steps[0]).toMatch(/INDEX report_(open|by_holder)/)
    }
  })
})

function asked(matter: Matter) {
  const query = Object.entries(MATTER_FILTERS[matter]).map(([name, value]) => [name, String(value)])
  return reportListQuery.parse({ scope: 'visible', sort: 'due', ...Object.fromEntries(query) })
}
