import { env } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import type { SubmitAnswer } from '../../shared/contract/report.ts'
import { ACTIONS } from '../../shared/domain/report-state.ts'
import type { Env } from '../../worker/env.ts'
import { runQueue } from '../../worker/jobs/queue.ts'
import { remindDue } from '../../worker/repository/reminders.ts'
import { runBatch } from '../../worker/repository/query.ts'
import { actOn, api, signIn, submitOpinion, uploadPhoto, type Caller } from '../support/api.ts'
import { clockAt } from '../support/at-moment.ts'
import { seedTestCity } from '../support/test-city.ts'

const DAY = 86_400_000
const LAMP = { categoryCode: 'street-lighting', text: '中山四路口的路灯坏了三天。' }
const HOUSING = 'yuexiu-housing-construction'
const HELPER = 'yuexiu-urban-management'
const ASSIGN = { action: 'assign', bodyCode: HOUSING, complexity: 'simple' }
const DISSATISFIED = { action: 'rate', answered: true, solved: false, satisfied: false }

const REPORTER = 'account:reporter'
const STATION = 'station:0001'
const BODY = `body:${HOUSING}`
const DESK = 'desk:440104'

let station: Caller
let station2: Caller
let body: Caller
let deputy: Caller
let supervisor: Caller
let desk: Caller

const silentEnv = { ...env, OUTBOX: { send: async () => undefined } } as unknown as Env

beforeAll(async () => {
  await seedTestCity()
  station = await signIn('station.demo')
  station2 = await signIn('station2.demo')
  body = await signIn('body.demo')
  deputy = await signIn('deputy.demo')
  supervisor = await signIn('supervisor.demo')
  desk = await signIn('desk.demo')
})

async function resident(): Promise<Caller> {
  return (await (await api('/session/anonymous', { method: 'POST' })).json()) as Caller
}

async function versionOf(number: string): Promise<number> {
  const sql = 'SELECT version FROM report WHERE number = ?1'
  return (await env.DB.prepare(sql).bind(number).first<number>('version')) ?? 0
}

async function rowsOf(sql: string, ...params: string[]): Promise<Record<string, string>[]> {
  return (
    await env.DB.prepare(sql)
      .bind(...params)
      .all()
  ).results as Record<string, string>[]
}

/** Whom the report's last event, or a reminder of it, is for; the reporter's own account goes by that name. */
async function told(number: string, kind = 'event'): Promise<string[]> {
  const rows = await rowsOf(
    `SELECT recipient_kind || ':' || iif(recipient_code IS report.reporter_id, 'reporter', recipient_code) AS recipient
     FROM outbox JOIN report ON report.id = outbox.report_id
     WHERE report.number = ?1 AND kind = ?2 AND (kind = 'reminder' OR seq = report.version) ORDER BY 1`,
    number,
    kind,
  )
  return rows.map(({ recipient = '' }) => recipient)
}

/** Takes an action and gives whom it is told. */
async function toldOf(caller: Caller, number: string, command: object): Promise<string[]> {
  await actOn(caller, number, await versionOf(number), command)
  return told(number)
}

async function file(caller: Caller): Promise<string> {
  return (await submitOpinion(caller, LAMP)).report.number
}

async function fileSnapshot(categoryCode: string): Promise<string> {
  const place = { lat: 23.1291, lng: 113.2644, address: '北京路' }
  const photoIds = [await uploadPhoto(deputy)]
  const content = { channel: 'snapshot', categoryCode, text: '骑楼下的路灯不亮', place, photoIds }
  const answer = await api('/reports', { ...deputy, method: 'POST', body: content })
  expect(answer.status, await answer.clone().text()).toBe(201)
  return ((await answer.json()) as SubmitAnswer).report.number
}

async function finish(number: string): Promise<string[]> {
  const photoIds = [await uploadPhoto(body)]
  return toldOf(body, number, { action: 'finish', text: '已修好亮灯', photoIds })
}

/** What the caller's inbox holds of a report, oldest first, once everything is delivered. */
async function inboxOf(caller: Caller, number: string): Promise<string[]> {
  await runQueue(silentEnv)
  const { items } = (await (await api('/notifications?limit=100', caller)).json()) as {
    items: { reportNumber: string; kind: string; action: string; to: string }[]
  }
  const own = items.filter((item) => item.reportNumber === number).reverse()
  return own.map(({ kind, action, to }) => (kind === 'event' ? action : `${kind} ${to}`))
}

describe('an opinion', () => {
  it('is told at each step to whoever must act, and to those whom it concerns', async () => {
    const reporter = await resident()
    const number = await file(reporter)
    const step = (caller: Caller, command: object) => toldOf(caller, number, command)
    expect(await told(number)).toEqual([STATION])
    expect(await step(station, { action: 'ask', text: '请问是哪一盏灯？' })).toEqual([REPORTER])
    expect(await step(reporter, { action: 'supplement', text: '站台旁边那盏' })).toEqual([STATION])
    const assigned = await step(station, { ...ASSIGN, coBodyCodes: [HELPER] })
    expect(assigned).toEqual([REPORTER, BODY, `body:${HELPER}`])
    expect(await step(body, { action: 'sign' })).toEqual([REPORTER])
    expect(await step(reporter, { action: 'supplement', text: '现在两盏都不亮了' })).toEqual([BODY])
    expect(await step(body, { action: 'extend', days: 3, text: '等配件' })).toEqual([REPORTER, STATION])
    expect(await step(station, { action: 'grant' })).toEqual([REPORTER, BODY])
    const order = { action: 'order', text: '三日内办结', dueAt: new Date(Date.now() + 3 * DAY).toISOString() }
    expect(await step(supervisor, order)).toEqual([REPORTER, BODY])
    expect(await step(supervisor, { action: 'lift' })).toEqual([REPORTER, BODY])
    expect(await finish(number)).toEqual([REPORTER, STATION])
    expect(await step(station, { action: 'send_back', text: '照片看不清' })).toEqual([REPORTER, BODY])
    await finish(number)
    expect(await step(station, { action: 'approve' })).toEqual([REPORTER])
    expect(await step(reporter, DISSATISFIED)).toEqual([BODY])
  })

  it('goes to the supervisors on a third bounce and after a second dissatisfied rating', async () => {
    const number = await file(await resident())
    const bounce = { action: 'bounce', text: '不归我们管' }
    await toldOf(station, number, ASSIGN)
    expect(await toldOf(body, number, bounce)).toEqual([REPORTER, STATION])
    await toldOf(station, number, ASSIGN)
    await toldOf(body, number, bounce)
    await toldOf(station, number, ASSIGN)
    expect(await toldOf(body, number, bounce)).toEqual([REPORTER, DESK])

    const reporter = await resident()
    const rated = await file(reporter)
    await toldOf(station, rated, ASSIGN)
    for (const expected of [[BODY], [BODY, DESK]]) {
      await toldOf(body, rated, { action: 'sign' })
      await finish(rated)
      await toldOf(station, rated, { action: 'approve' })
      expect(await toldOf(reporter, rated, DISSATISFIED)).toEqual(expected)
    }
  })

  it('is told to whoever loses it: withdrawn, merged, or decided by somebody else in their place', async () => {
    const reporter = await resident()
    const withdrawn = await file(reporter)
    await toldOf(station, withdrawn, ASSIGN)
    expect(await toldOf(reporter, withdrawn, { action: 'withdraw' })).toEqual([BODY])

    const merged = await file(reporter)
    const leadNumber = await file(reporter)
    await toldOf(station, merged, ASSIGN)
    expect(await toldOf(station, merged, { action: 'merge', leadNumber })).toEqual([REPORTER, BODY])
    expect(await toldOf(station, merged, { action: 'unmerge' })).toEqual([REPORTER, BODY])

    const inTheirPlace = await file(reporter)
    expect(await toldOf(supervisor, inTheirPlace, ASSIGN)).toEqual([REPORTER, BODY, STATION])
  })

  it('that was declined is appealed to the supervisors', async () => {
    const reporter = await resident()
    const number = await file(reporter)
    const decline = { action: 'decline', reason: 'out_of_area' }
    expect(await toldOf(station, number, decline)).toEqual([REPORTER])
    expect(await toldOf(reporter, number, { action: 'appeal', text: '就在本市' })).toEqual([DESK])
  })

  it('that is overdue is told to its holder and to the office it is brought to', async () => {
    const number = await file(await resident())
    await toldOf(station, number, ASSIGN)
    await clockAt(number, Date.now() + 30 * DAY, 'escalate')
    expect(await told(number)).toEqual([REPORTER, BODY, STATION])
    await clockAt(number, Date.now() + 60 * DAY, 'escalate')
    expect(await told(number)).toEqual([REPORTER, BODY, DESK])
  })

  it('whose reporter did not answer in time is told to its station again', async () => {
    const number = await file(await resident())
    await toldOf(station, number, { action: 'ask', text: '请问是哪一盏灯？' })
    expect(await clockAt(number, Date.now() + 60 * DAY, 'resume')).toBe(true)
    expect(await told(number)).toEqual([REPORTER, STATION])
  })
})

describe('a snapshot', () => {
  it('that is routed goes to its body, and to the deputy who filed it for review', async () => {
    const number = await fileSnapshot('street-lighting')
    expect(await told(number)).toEqual([BODY])
    await toldOf(body, number, { action: 'sign' })
    expect(await finish(number)).toEqual([REPORTER, 'deputy:d-0001-01'])
    // The deputy is meant twice, as reporter and as reviewer, and reads it once.
    expect(await inboxOf(deputy, number)).toEqual(['sign', 'finish'])
  })

  it('that no rule routes goes to the desk of its district', async () => {
    const number = await fileSnapshot('idea-other')
    expect(await told(number)).toEqual([DESK])
    expect(await inboxOf(desk, number)).toEqual(['submit'])
    expect(await inboxOf(supervisor, number)).toEqual(['submit'])
    expect(await inboxOf(station, number)).toEqual([])
  })
})

describe('an internal note', () => {
  it('is told to the other offices and never to the reporter', async () => {
    const reporter = await resident()
    const number = await file(reporter)
    await toldOf(station, number, ASSIGN)
    const note = { action: 'note', text: '只给同事看' }
    expect(await toldOf(body, number, note)).toEqual([STATION])
    expect(await toldOf(supervisor, number, note)).toEqual([BODY, STATION])
    expect(await inboxOf(reporter, number)).toEqual(['assign'])
    expect(await inboxOf(station, number)).toEqual(['submit', 'note', 'note'])
  })

  it('does not reach a reporter who serves in such an office either', async () => {
    const number = await fileSnapshot('street-lighting')
    await toldOf(body, number, { action: 'sign' })
    await finish(number)
    expect(await toldOf(supervisor, number, { action: 'note', text: '只给同事看' })).toContain(
      'deputy:d-0001-01',
    )
    expect(await inboxOf(deputy, number)).toEqual(['sign', 'finish'])
  })

  it('is not what a reminder speaks of', async () => {
    const reporter = await resident()
    const number = await file(reporter)
    await toldOf(station, number, { action: 'ask', text: '请问是哪一盏灯？' })
    await toldOf(station, number, { action: 'note', text: '只给同事看' })
    await runBatch(env.DB, [remindDue(env.DB, Date.now() + 30 * DAY, 1000)])
    expect(await inboxOf(reporter, number)).toEqual(['ask', 'reminder needs_info'])
  })
})

describe('an office', () => {
  it('is everybody who serves there when the notice is delivered, but nobody of another one', async () => {
    await env.DB.batch([
      env.DB.prepare(
        `INSERT INTO account (id, role, station_number, created_at) VALUES ('second', 'station', '0001', 0)`,
      ),
      env.DB.prepare(
        `INSERT INTO account (id, role, station_number, created_at, disabled_at) VALUES ('gone', 'station', '0001', 0, 1)`,
      ),
    ])
    const number = await file(await resident())
    expect(await inboxOf(station, number)).toEqual(['submit'])
    expect(await inboxOf(station2, number)).toEqual([])
    const insert = `INSERT INTO account (id, role, station_number, created_at) VALUES ('new', 'station', '0001', 0)`
    await env.DB.prepare(insert).run()
    await runQueue(silentEnv)
    const sql = 'SELECT account_id FROM notification WHERE report_number = ?1 ORDER BY 1'
    const readers = (await rowsOf(sql, number)).map((row) => row.account_id)
    expect(readers).toEqual(['acct-station-demo', 'second'])
  })

  it('is not told of what one of its own did, and is named instead of them', async () => {
    const number = await file(await resident())
    await toldOf(station, number, ASSIGN)
    expect(await inboxOf(station, number)).toEqual(['submit'])
    expect(await inboxOf(body, number)).toEqual(['assign'])
    const { items } = (await (await api('/notifications', body)).json()) as { items: { actorName: string }[] }
    expect(items[0]?.actorName).toBe('北京街道人大代表中心联络站')
  })

  it('reads what a colleague files as a resident like anybody’s', async () => {
    const number = await file(station)
    expect(await told(number)).toEqual([STATION])
    expect(await inboxOf(station, number)).toEqual([])
    const sql = `SELECT count(*) AS n FROM notification WHERE report_number = ?1 AND account_id = 'second'`
    expect(await env.DB.prepare(sql).bind(number).first('n')).toBe(1)
  })
})

describe('a reminder', () => {
  const remind = async (at: number) => (await runBatch(env.DB, [remindDue(env.DB, at, 1000)]))[0]

  it('comes once a step, to whoever has the report', async () => {
    const reporter = await resident()
    const number = await file(reporter)
    const later = Date.now() + 30 * DAY
    expect(await remind(Date.now())).toBe(0)
    await Promise.all([remind(later), remind(later), remind(later + DAY)])
    expect(await told(number, 'reminder')).toEqual([STATION])
    // A note moves the report on by an event, but not by a step.
    await toldOf(station, number, { action: 'note', text: '只给同事看' })
    await remind(later + 2 * DAY)
    expect(await told(number, 'reminder')).toEqual([STATION])
    await toldOf(station, number, ASSIGN)
    await remind(later)
    expect(await told(number, 'reminder')).toEqual([BODY, STATION])
    expect(await inboxOf(station, number)).toEqual(['submit', 'reminder submitted'])
    expect(await inboxOf(body, number)).toEqual(['assign', 'reminder assigned'])
    expect(await inboxOf(reporter, number)).toEqual(['assign'])
  })

  it('asks the reporter for the rating, and goes to the desk as the supervisor', async () => {
    const reporter = await resident()
    const number = await file(reporter)
    await toldOf(station, number, ASSIGN)
    await toldOf(body, number, { action: 'sign' })
    await finish(number)
    await toldOf(station, number, { action: 'approve' })
    const appealed = await file(reporter)
    await toldOf(station, appealed, { action: 'decline', reason: 'out_of_area' })
    await toldOf(reporter, appealed, { action: 'appeal', text: '就在本市' })
    await remind(Date.now() + 30 * DAY)
    expect(await told(number, 'reminder')).toEqual([REPORTER])
    expect((await inboxOf(reporter, number)).at(-1)).toBe('reminder answered')
    expect(await told(appealed, 'reminder')).toEqual([DESK])
  })

  it('takes no more than it is told to, and then the rest', async () => {
    await file(await resident())
    await file(await resident())
    const some = async () => (await runBatch(env.DB, [remindDue(env.DB, Date.now() + 30 * DAY, 1)]))[0]
    expect(await some()).toBe(1)
    expect(await some()).toBe(1)
  })
})

describe('the rules', () => {
  it('name only actions that there are, and parties that the trigger knows', async () => {
    const rules = await rowsOf('SELECT action, party FROM notice_rule')
    const known = new Set<string>([...ACTIONS, '*'])
    expect(rules.filter(({ action = '' }) => !known.has(action))).toEqual([])
    const [trigger] = await rowsOf("SELECT sql FROM sqlite_master WHERE name = 'report_event_is_told'")
    for (const { party } of rules) expect(trigger?.sql).toContain(`'${party}'`)
  })
})
