import { env } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import type { NotificationList } from '../../shared/contract/notification.ts'
import type { ReportAnswer } from '../../shared/contract/report.ts'
import type { Command } from '../../shared/domain/report-command.ts'
import { endOfCityDay } from '../../shared/domain/working-days.ts'
import type { Env } from '../../worker/env.ts'
import { runCron } from '../../worker/jobs/cron.ts'
import { remindHolders } from '../../worker/use-cases/sweep/remind-holders.ts'
import { actAt, fileAt, keepSessionsOpen } from '../support/at-moment.ts'
import { api, signIn, uploadPhoto, type Caller } from '../support/api.ts'
import { faultsOfChains, eventsOf, sweepAt } from '../support/sweep-at.ts'
import { seedTestCity } from '../support/test-city.ts'

const DAY = 86_400_000
/** Monday. The next holidays are those of the new year, whose calendar is not published. */
const MONDAY = Date.parse('2026-11-02T10:00:00+08:00')
const GATE = { categoryCode: 'property-management', text: '小区后门的门禁坏了两个月，谁都进得来。' }
const HOUSING = 'yuexiu-housing-construction'

const ASSIGN: Command = { action: 'assign', bodyCode: HOUSING, complexity: 'simple' }
const ASK: Command = { action: 'ask', text: '请问是哪个小区？' }
const FINISH: Command = { action: 'finish', text: '门禁已经换新，晚上有人值班。' }

let station: Caller
let body: Caller
let deputy: Caller
let supervisor: Caller
let resident: Caller

beforeAll(async () => {
  await seedTestCity()
  station = await signIn('station.demo')
  body = await signIn('body.demo')
  deputy = await signIn('deputy.demo')
  supervisor = await signIn('supervisor.demo')
  resident = (await (await api('/session/anonymous', { method: 'POST', body: {} })).json()) as Caller
  await keepSessionsOpen()
})

async function read(number: string, caller = supervisor): Promise<ReportAnswer> {
  const answer = await api(`/reports/${number}`, caller)
  expect(answer.status).toBe(200)
  return (await answer.json()) as ReportAnswer
}

/** The last millisecond of a date in the city, and the first of the next. */
const endOf = (date: string) => ({ last: endOfCityDay(date), after: endOfCityDay(date) + 1 })

/** Files at that moment and takes the steps in the same minute. */
async function reportWith(steps: [Caller, Command][], at = MONDAY): Promise<string> {
  const number = await fileAt(resident, at, GATE)
  for (const [caller, command] of steps) await actAt(caller, number, at, command)
  return number
}

describe('archive', () => {
  it('closes what nobody rated in seven days, and counts it as not rated', async () => {
    const answered: [Caller, Command][] = [
      [station, ASSIGN],
      [body, { action: 'sign' }],
      [body, FINISH],
      [station, { action: 'approve' }],
    ]
    const number = await reportWith(answered)
    const before = await read(number)
    const window = endOf('2026-11-09')
    expect(Date.parse(before.report.dueAt ?? '')).toBe(window.last)
    expect((await sweepAt(window.last)).moved).toBe(0)
    expect((await sweepAt(window.after)).moved).toBe(1)
    const { report, timeline } = await read(number, resident)
    const { promisedAt, promises } = before.report
    const closed = { state: 'closed', holder: null, dueAt: null, rating: null, promisedAt, promises }
    expect(report).toMatchObject(closed)
    expect(timeline.at(-1)).toMatchObject({
      action: 'archive',
      from: 'answered',
      to: 'closed',
      at: new Date(window.after).toISOString(),
      actor: { role: 'clock', name: '系统' },
      text: null,
    })
    expect(timeline.at(-1)?.actor).not.toHaveProperty('id')
  })

  it('leaves a report alone that was rated in the last minute', async () => {
    const number = await reportWith([
      [station, ASSIGN],
      [body, { action: 'sign' }],
      [body, FINISH],
      [station, { action: 'approve' }],
    ])
    const { last, after } = endOf('2026-11-09')
    const rating = { action: 'rate', answered: true, solved: true, satisfied: true } as const
    await actAt(resident, number, last, rating)
    expect((await sweepAt(after)).moved).toBe(0)
    expect((await read(number)).report).toMatchObject({ state: 'closed', rating: { satisfied: true } })
  })
})

describe('resume', () => {
  it('takes a report up again, moves the promise by the days waited, and begins pre-review when it comes', async () => {
    const monday = Date.parse('2026-09-28T10:00:00+08:00')
    const number = await reportWith([[station, ASK]], monday)
    const wait = endOf('2026-10-10')
    expect(Date.parse((await read(number)).report.dueAt ?? '')).toBe(wait.last)
    expect((await sweepAt(wait.last)).moved).toBe(0)
    // Four days late: the wait ended on the tenth all the same.
    expect((await sweepAt(Date.parse('2026-10-14T10:00:00+08:00'))).moved).toBe(1)
    const { report, timeline } = await read(number)
    expect(report).toMatchObject({ state: 'submitted', holder: { type: 'station', code: '0001' } })
    expect(timeline.at(-1)).toMatchObject({ action: 'resume', actor: { role: 'clock' }, data: { waited: 5 } })
    const [first, moved] = report.promises
    expect(first?.counted.at(-1)).toBe('2026-10-14')
    expect(moved).toMatchObject({
      action: 'resume',
      at: new Date(endOfCityDay('2026-10-21')).toISOString(),
      counted: ['2026-10-15', '2026-10-16', '2026-10-19', '2026-10-20', '2026-10-21'],
      skipped: [{ date: '2026-10-17' }, { date: '2026-10-18' }],
    })
    expect(report.steps.at(-1)).toMatchObject({ step: 'pre_review', counted: ['2026-10-15'], endedAt: null })
  })

  it('knows the holidays of the wait even when it comes months late', async () => {
    const number = await reportWith([[station, ASK]], Date.parse('2026-09-28T10:00:00+08:00'))
    await sweepAt(Date.parse('2026-12-28T10:00:00+08:00'))
    const { report, timeline } = await read(number)
    expect(timeline[2]).toMatchObject({ action: 'resume', data: { waited: 5 } })
    expect(report.promisedAt).toBe(new Date(endOfCityDay('2026-10-21')).toISOString())
  })
})

describe('escalate', () => {
  it('tells the station, a working day later the supervisor, each once, and moves nothing else', async () => {
    const number = await reportWith([
      [station, ASSIGN],
      [body, { action: 'sign' }],
    ])
    const { report: before } = await read(number)
    const due = endOf('2026-11-05')
    const further = endOf('2026-11-06')
    expect(Date.parse(before.dueAt ?? '')).toBe(due.last)
    expect((await sweepAt(due.last)).moved).toBe(0)
    expect((await sweepAt(due.after)).moved).toBe(1)
    expect((await read(number)).report.overdueLevel).toBe('station')
    expect((await sweepAt(further.last)).moved).toBe(0)
    expect((await sweepAt(further.after)).moved).toBe(1)
    expect((await sweepAt(further.after + 30 * DAY)).moved).toBe(0)
    const { report, timeline } = await read(number)
    const { state, holder, dueAt, promisedAt, promises, steps } = before
    expect(report).toMatchObject({ state, holder, dueAt, promisedAt, promises, steps, version: 5 })
    expect(report.overdueLevel).toBe('supervisor')
    expect(timeline.slice(3)).toMatchObject([
      { action: 'escalate', from: 'in_progress', to: 'in_progress', data: { level: 'station' } },
      { action: 'escalate', actor: { role: 'clock' }, data: { level: 'supervisor' } },
    ])
  })

  it('goes to the supervisor at once with what the station, the desk or a supervisor left lying', async () => {
    const atStation = await reportWith([])
    const photoIds = [await uploadPhoto(deputy)]
    const place = { lat: 23.1291, lng: 113.2644, address: '北京路' }
    const snapshot = { channel: 'snapshot', categoryCode: 'idea-other', text: '街心花园缺一张长凳。' }
    const atDesk = await fileAt(deputy, MONDAY, { ...snapshot, photoIds, place })
    const atSupervisor = await reportWith([
      [station, { action: 'decline', reason: 'other', text: '请先找物业。' }],
      [resident, { action: 'appeal', text: '物业不管，请再看看。' }],
    ])
    const { last, after } = endOf('2026-11-03')
    expect((await sweepAt(last)).moved).toBe(0)
    expect((await sweepAt(after)).moved).toBe(3)
    expect((await sweepAt(after + DAY)).moved).toBe(0)
    const all = await Promise.all([atStation, atDesk, atSupervisor].map((number) => read(number)))
    expect(all.map(({ report }) => report.holder?.type)).toEqual(['station', 'desk', 'supervisor'])
    for (const { report, timeline } of all) {
      expect(report.overdueLevel).toBe('supervisor')
      expect(timeline.filter(({ action }) => action === 'escalate')).toHaveLength(1)
    }
  })

  it('begins anew with the next step, and with a step that was given more time', async () => {
    const number = await reportWith([
      [station, ASSIGN],
      [body, { action: 'sign' }],
      [body, { action: 'extend', days: 2, text: '要等配件。' }],
    ])
    await sweepAt(endOf('2026-11-05').after)
    await actAt(station, number, endOf('2026-11-05').after + 1, { action: 'grant' })
    expect((await read(number)).report.overdueLevel).toBe('none')
    expect((await sweepAt(endOf('2026-11-09').last)).moved).toBe(0)
    await sweepAt(endOf('2026-11-09').after)
    await actAt(body, number, endOf('2026-11-09').after + 1, FINISH)
    expect((await read(number)).report.overdueLevel).toBe('none')
    // The review is due on Wednesday: the station itself holds it.
    await sweepAt(endOf('2026-11-11').after)
    const levels = (await eventsOf(number)).flatMap(({ data }) => data.level ?? [])
    expect(levels).toEqual(['station', 'station', 'supervisor'])
  })
})

describe('reminders', () => {
  it('come when four fifths of the working time are used, once a step however often the sweep comes', async () => {
    const number = await reportWith([])
    const row = 'SELECT id, remind_at FROM report WHERE number = ?1'
    const { id, remind_at: at } = (await env.DB.prepare(row).bind(number).first()) as Record<string, number>
    const remindAt = async (moment = 0) => {
      while ((await remindHolders({ db: env.DB, now: () => moment })).left);
      const sql = 'SELECT count(*) AS n FROM outbox WHERE report_id = ?1 AND kind = ?2'
      return env.DB.prepare(sql).bind(id, 'reminder').first('n')
    }
    // Filed on Monday at ten, due on Tuesday night: 38 hours, of which 30.4 are four fifths.
    expect(at).toBe(MONDAY + 30.4 * 3_600_000 - 1)
    expect(await remindAt((at ?? 0) - 1)).toBe(0)
    expect(await remindAt(at)).toBe(1)
    expect(await remindAt((at ?? 0) + DAY)).toBe(1)
  })
})

describe('the scheduled run', () => {
  it('takes the steps and delivers their notices in one go', async () => {
    const number = await reportWith([[station, ASK]], Date.now() - 30 * DAY)
    const OUTBOX = { send: async () => undefined }
    await runCron({ ...env, OUTBOX } as unknown as Env)
    expect((await eventsOf(number))[2]).toMatchObject({ action: 'resume', actor_role: 'clock' })
    const { items } = (await (await api('/notifications', resident)).json()) as NotificationList
    expect(items.find(({ reportNumber }) => reportNumber === number)).toMatchObject({
      action: 'resume',
      to: 'submitted',
      actorName: expect.any(String),
    })
  })
})

it('leaves every report as its events tell it, chained without a gap', async () => {
  expect(await faultsOfChains()).toEqual([])
})
