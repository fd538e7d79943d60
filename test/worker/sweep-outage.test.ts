import { env } from 'cloudflare:test'
import { beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import type { Command } from '../../shared/domain/report-command.ts'
import { endOfCityDay } from '../../shared/domain/working-days.ts'
import type { Database } from '../../worker/repository/query.ts'
import { dueReports } from '../../worker/repository/due-reports.ts'
import { actAt, fileAt, keepSessionsOpen } from '../support/at-moment.ts'
import { api, signIn, type Caller } from '../support/api.ts'
import { eventsOf, faultsOfChains, sweepAt } from '../support/sweep-at.ts'
import { seedTestCity } from '../support/test-city.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** A Monday; each test begins a week after the one before it, when the clock has done with the others. */
let monday = Date.parse('2026-06-22T10:00:00+08:00')

const GATE = { categoryCode: 'property-management', text: '小区后门的门禁坏了两个月，谁都进得来。' }
const ASSIGN: Command = {
  action: 'assign',
  bodyCode: 'yuexiu-housing-construction',
  complexity: 'simple',
}
const NOTE: Command = { action: 'note', text: '电话里的话，只给同事看。' }

let station: Caller
let body: Caller
let resident: Caller

beforeAll(async () => {
  await seedTestCity()
  station = await signIn('station.demo')
  body = await signIn('body.demo')
  resident = (await (await api('/session/anonymous', { method: 'POST', body: {} })).json()) as Caller
  await keepSessionsOpen()
})

beforeEach(async () => {
  monday += 28 * 24 * HOUR
  await sweepAt(monday)
})

/** The first moment after a date, counted in days from this test's Monday. */
const after = (days: number) =>
  endOfCityDay(new Date(monday + days * 24 * HOUR).toISOString().slice(0, 10)) + 1

/** Reports that wait for their station; it has until the end of Tuesday. */
function fileMany(count: number): Promise<string[]> {
  return Promise.all(Array.from({ length: count }, () => fileAt(resident, monday, GATE)))
}

/** A report that its body has not signed for; it has until the end of Tuesday, the station until Wednesday's. */
async function unsigned(): Promise<string> {
  const number = await fileAt(resident, monday, GATE)
  await actAt(station, number, monday, ASSIGN)
  return number
}

const actionsOf = async (number: string) => (await eventsOf(number)).map(({ action }) => action)

/** A database that does something before its n-th call. */
function before(call: number, act: () => Promise<unknown>): Database {
  let calls = 0
  return {
    prepare: (sql) => env.DB.prepare(sql),
    async batch<T>(statements: Parameters<Database['batch']>[0]) {
      calls += 1
      if (calls === call) await act()
      return env.DB.batch<T>(statements)
    },
  }
}

/** The calls of a sweep: what is due, those reports, their events. */
const WRITING = 3

describe('many reports', () => {
  it('are all moved, once each, a batch at a time, over as many runs as it takes', async () => {
    const numbers = await fileMany(200)
    const size = { batch: 20, batches: 4 }
    const runs = [await sweepAt(after(1), { size })]
    while (runs.at(-1)?.left && runs.length < 5) runs.push(await sweepAt(after(1), { size }))
    expect(runs.map(({ moved }) => moved)).toEqual([80, 80, 40])
    expect(runs.map(({ left }) => left)).toEqual([true, true, false])
    const { results } = await env.DB.prepare(
      `SELECT count(*) AS n, max(version) AS version FROM report
       WHERE number IN (SELECT value FROM json_each(?1)) AND overdue_level = 'supervisor'`,
    )
      .bind(JSON.stringify(numbers))
      .all()
    expect(results).toEqual([{ n: 200, version: 2 }])
  })

  it('are found by index alone, and a quiet city costs one call', async () => {
    let sql = ''
    const prepare: Database['prepare'] = (query) => env.DB.prepare((sql = query))
    const db = { prepare, batch: env.DB.batch }
    dueReports(db, 0, [], 1)
    const { results } = await env.DB.prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .bind(0, '[]', 1)
      .all<{ detail: string }>()
    const steps = results
      .map(({ detail }: { detail: string }) => detail)
      .filter((detail: string) => /\breport\b/.test(detail))
    expect(steps).toHaveLength(3)
    expect(steps[0]).toMatch(/SEARCH report USING INDEX report_due \(due_at<\?\)/)
    expect(steps[1]).toMatch(
      /SEARCH report USING INDEX report_overdue \(overdue_level=\? AND escalate_at<\?\)/,
    )
    expect(steps[2]).toMatch(
      /SEARCH report USING INDEX report_overdue \(overdue_level=\? AND escalate_at=\?\)/,
    )
    let second = false
    await sweepAt(monday, { db: before(2, async () => (second = true)) })
    expect(second).toBe(false)
  })
})

describe('an outage', () => {
  it('is caught up in one run: each level once, and each report its own steps', async () => {
    const unsignedLate = await unsigned()
    const atStation = await fileAt(resident, monday, GATE)
    const atWork = await unsigned()
    await actAt(body, atWork, monday + 24 * HOUR, { action: 'sign' })
    const waiting = await fileAt(resident, monday, GATE)
    await actAt(station, waiting, monday, { action: 'ask', text: '请问是哪个小区？' })
    // The first two were due on Tuesday, with a grace until Wednesday; the one at work on Friday, until Monday.
    const late = after(1) + 72 * HOUR
    expect(await sweepAt(late)).toEqual({ moved: 4, passedOver: 0, left: false })
    expect(await actionsOf(unsignedLate)).toEqual(['submit', 'assign', 'escalate', 'escalate'])
    const levels = (await eventsOf(unsignedLate)).flatMap(({ data }) => data.level ?? [])
    expect(levels).toEqual(['station', 'supervisor'])
    expect(await actionsOf(atStation)).toEqual(['submit', 'escalate'])
    expect(await actionsOf(atWork)).toEqual(['submit', 'assign', 'sign', 'escalate'])
    expect(await actionsOf(waiting)).toEqual(['submit', 'ask'])
    expect(await sweepAt(late)).toEqual({ moved: 0, passedOver: 0, left: false })
    expect(await actionsOf(unsignedLate)).toHaveLength(4)
  })

  it('does not escalate a step that the sweep itself began', async () => {
    const number = await fileAt(resident, monday, GATE)
    await actAt(station, number, monday, { action: 'ask', text: '请问是哪个小区？' })
    await sweepAt(after(7) + 72 * HOUR)
    expect(await actionsOf(number)).toEqual(['submit', 'ask', 'resume'])
  })

  it('brings a step from before there was a grace to both at once', async () => {
    const number = await unsigned()
    await withoutGuard(() =>
      env.DB.prepare('UPDATE report SET escalate_at = NULL WHERE number = ?1').bind(number).run(),
    )
    expect((await sweepAt(after(1))).moved).toBe(2)
    expect(await actionsOf(number)).toEqual(['submit', 'assign', 'escalate', 'escalate'])
  })
})

/** Rows of an older schema cannot be written through the rules of the present one. */
async function withoutGuard(write: () => Promise<unknown>): Promise<void> {
  const guard = 'report_follows_its_events'
  const sql = await env.DB.prepare('SELECT sql FROM sqlite_master WHERE name = ?1').bind(guard).first('sql')
  await env.DB.prepare(`DROP TRIGGER ${guard}`).run()
  await write()
  await env.DB.prepare(String(sql)).run()
}

describe('at the same moment', () => {
  it('two sweeps take each step once', async () => {
    const numbers = [...(await fileMany(30)), ...(await Promise.all(Array.from({ length: 10 }, unsigned)))]
    const size = { batch: 7, batches: 50 }
    const late = after(1) + 72 * HOUR
    const runs = await Promise.all([sweepAt(late, { size }), sweepAt(late, { size }), sweepAt(late)])
    // What one of them lost to another it passed over; a further run finds nothing that was forgotten.
    await sweepAt(late)
    const all = await Promise.all(numbers.map(actionsOf))
    expect(all.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => ['submit', 'escalate']))
    expect(all.slice(30)).toEqual(
      Array.from({ length: 10 }, () => ['submit', 'assign', 'escalate', 'escalate']),
    )
    expect(runs.reduce((sum, { moved }) => sum + moved, 0)).toBe(50)
  })

  it('a person who comes first keeps the step, and the next run looks again', async () => {
    const number = await unsigned()
    const db = before(WRITING, () => actAt(body, number, after(1), { action: 'sign' }))
    expect(await sweepAt(after(1), { db })).toEqual({ moved: 0, passedOver: 1, left: false })
    expect(await actionsOf(number)).toEqual(['submit', 'assign', 'sign'])
    expect((await sweepAt(after(1))).moved).toBe(0)
  })

  it('a person who changed nothing that matters only delays the step', async () => {
    const number = await unsigned()
    const db = before(WRITING, () => actAt(station, number, after(1), NOTE))
    expect((await sweepAt(after(1), { db })).moved).toBe(0)
    expect((await sweepAt(after(1) + MINUTE)).moved).toBe(1)
    expect(await actionsOf(number)).toEqual(['submit', 'assign', 'note', 'escalate'])
  })

  it('a person who comes second is told where the report stands', async () => {
    const number = await unsigned()
    await sweepAt(after(1))
    const path = `/reports/${number}/actions`
    const stale = await api(path, { ...body, method: 'POST', body: { action: 'sign', version: 2 } })
    expect(stale.status).toBe(409)
    expect(await stale.json()).toMatchObject({ current: { state: 'assigned', version: 3 } })
  })

  it('many people and the sweep lose nothing', async () => {
    const numbers = await Promise.all(Array.from({ length: 20 }, unsigned))
    const people = numbers.map((number) => actAt(body, number, after(1), { action: 'sign' }))
    const [{ moved }, ...outcomes] = await Promise.all([
      sweepAt(after(1), { size: { batch: 4, batches: 20 } }),
      ...people.map((signing) => signing.then(() => 1 as number).catch(() => 0)),
    ])
    const signed = outcomes.reduce((sum, one) => sum + one, 0)
    const events = (await Promise.all(numbers.map(eventsOf))).flat()
    expect(events.filter(({ action }) => action === 'sign')).toHaveLength(signed)
    expect(events.filter(({ action }) => action === 'escalate')).toHaveLength(moved)
    expect(signed + moved).toBeGreaterThanOrEqual(20)
  })
})

describe('what fails', () => {
  it('keeps nobody else waiting, is tried once a run and named without anybody’s words', async () => {
    const numbers = await fileMany(12)
    const poison = numbers[5] ?? ''
    await env.DB.prepare(
      `CREATE TRIGGER poison BEFORE INSERT ON report_event
       WHEN NEW.report_id = (SELECT id FROM report WHERE number = '${poison}')
       BEGIN SELECT RAISE (ABORT, 'text of a person'); END`,
    ).run()
    const log = vi.spyOn(console, 'error').mockReturnValue()
    onTestFinished(() => log.mockRestore())
    const size = { batch: 5, batches: 10 }
    expect(await sweepAt(after(1), { size })).toEqual({ moved: 11, passedOver: 1, left: false })
    expect(log).toHaveBeenCalledOnce()
    const line = String(log.mock.calls[0]?.[0])
    expect(JSON.parse(line)).toMatchObject({ report: poison, problem: expect.stringContaining('SQLITE') })
    expect(line).not.toContain('text of a person')
    expect(line).not.toContain('门禁')
    await env.DB.prepare('DROP TRIGGER poison').run()
    expect((await sweepAt(after(1), { size })).moved).toBe(1)
    expect(await actionsOf(poison)).toEqual(['submit', 'escalate'])
  })

  it('is not done twice when only the answer was lost', async () => {
    const numbers = await fileMany(6)
    let lost = 0
    const db: Database = {
      prepare: (sql) => env.DB.prepare(sql),
      async batch<T>(statements: Parameters<Database['batch']>[0]) {
        const answers = await env.DB.batch<T>(statements)
        if (statements.length === numbers.length && lost++ === 0) throw new Error('the answer was lost')
        return answers
      },
    }
    const { passedOver, left } = await sweepAt(after(1), { db })
    expect({ passedOver, left, lost }).toEqual({ passedOver: 6, left: false, lost: 1 })
    expect(await Promise.all(numbers.map(actionsOf))).toEqual(numbers.map(() => ['submit', 'escalate']))
  })

  it('is left to the next run when the database is away', async () => {
    const [number = ''] = await fileMany(1)
    const away = before(1, () => Promise.reject(new Error('D1 is away')))
    await expect(sweepAt(after(1), { db: away })).rejects.toThrow('away')
    expect((await sweepAt(after(1))).moved).toBe(1)
    expect(await actionsOf(number)).toEqual(['submit', 'escalate'])
  })
})

it('leaves every report as its events tell it, chained without a gap', async () => {
  const faults = await faultsOfChains()
  expect(faults.filter(({ columns }) => columns.join() !== 'escalate_at')).toEqual([])
})
