import { createExecutionContext, env } from 'cloudflare:test'
import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Failure } from '../../shared/contract/failure.ts'
import type { ReportAnswer } from '../../shared/contract/report.ts'
import { topicAnswer, topicList, type TopicAnswer, type TopicRequest } from '../../shared/contract/topic.ts'
import { reportNumber } from '../../shared/domain/receipt.ts'
import { secretsFrom } from '../../worker/adapters/secrets.ts'
import { app } from '../../worker/app.ts'
import type { NewTopicEvent } from '../../worker/repository/topic-events.ts'
import { topicEventHash } from '../../worker/use-cases/topic/chain.ts'
import { actOn, api, signIn, submitOpinion, type Caller } from '../support/api.ts'
import { seedTestCity } from '../support/test-city.ts'

const HOUSING = 'yuexiu-housing-construction'
const LAMP = { categoryCode: 'street-lighting', text: '中山四路口的路灯坏了三天，晚上很黑。' }
const ABOUT = { title: '中山四路一带路灯不亮', text: '三处路灯接在同一条线路上，要一起换。' }
/** A number that no report has. */
const NOBODYS = reportNumber('2026-01-01', 1)
const WEEK_MS = 7 * 86_400_000

let station: Caller
let body: Caller
let otherBody: Caller
let supervisor: Caller
let desk: Caller
let otherDesk: Caller
let resident: Caller

beforeAll(async () => {
  await seedTestCity()
  await env.DB.prepare(
    `INSERT INTO account (id, role, username, password_hash, name, district_code, created_at)
     SELECT 'acct-desk2-demo', role, 'desk2.demo', password_hash, name, '440106', created_at
     FROM account WHERE username = 'desk.demo'`,
  ).run()
  station = await signIn('station.demo')
  body = await signIn('body.demo')
  otherBody = await signIn('body2.demo')
  supervisor = await signIn('supervisor.demo')
  desk = await signIn('desk.demo')
  otherDesk = await signIn('desk2.demo')
})

beforeEach(async () => {
  resident = (await (await api('/session/anonymous', { method: 'POST' })).json()) as Caller
})

/** A report that waits for its station. */
async function file(content: object = {}): Promise<string> {
  return (await submitOpinion(resident, { ...LAMP, ...content })).report.number
}

async function assigned(): Promise<string> {
  const number = await file()
  await actOn(station, number, 1, { action: 'assign', bodyCode: HOUSING, complexity: 'simple' })
  return number
}

async function report(number: string, caller = supervisor): Promise<ReportAnswer> {
  return (await (await api(`/reports/${number}`, caller)).json()) as ReportAnswer
}

async function statesOf(...numbers: string[]): Promise<string[]> {
  return Promise.all(numbers.map(async (number) => (await report(number)).report.state))
}

function open(caller: Caller, request: Partial<TopicRequest>, key?: string) {
  return api('/topics', { ...caller, method: 'POST', body: { ...ABOUT, ...request }, ...(key && { key }) })
}

async function opened(request: Partial<TopicRequest>, caller = supervisor): Promise<TopicAnswer> {
  const answer = await open(caller, request)
  expect(answer.status, await answer.clone().text()).toBe(201)
  return topicAnswer.parse(await answer.json())
}

function act(caller: Caller, { topic }: Pick<TopicAnswer, 'topic'>, command: object, key?: string) {
  return api(`/topics/${topic.id}/actions`, {
    ...caller,
    method: 'POST',
    body: { version: topic.version, ...command },
    ...(key && { key }),
  })
}

async function acted(caller: Caller, before: TopicAnswer, command: object): Promise<TopicAnswer> {
  const answer = await act(caller, before, command)
  expect(answer.status, await answer.clone().text()).toBe(200)
  return topicAnswer.parse(await answer.json())
}

async function failureOf(answer: Response): Promise<Failure & { status: number }> {
  return { status: answer.status, ...((await answer.json()) as Failure) }
}

function inAWeek(): string {
  return new Date(Date.now() + WEEK_MS).toISOString()
}

function order() {
  return { action: 'order', bodyCode: HOUSING, text: '请在一周内一并修好。', dueAt: inAWeek() }
}

const ANSWER = { action: 'answer', text: '整条线路已经换新，三处今晚都亮了。' }

/** A topic whose body has answered. */
async function answeredTopic(...reportNumbers: string[]): Promise<TopicAnswer> {
  const topic = await opened({ reportNumbers, bodyCode: HOUSING })
  return acted(body, topic, ANSWER)
}

async function count(sql: string): Promise<number> {
  return (await env.DB.prepare(sql).first<number>('n')) ?? 0
}

function eventCount(): Promise<number> {
  return count('SELECT (SELECT count(*) FROM report_event) + (SELECT count(*) FROM topic_event) AS n')
}

describe('the whole life of a topic', () => {
  it('supervises, answers and closes reports in different states as one', async () => {
    const [fresh, working, over] = [await file(), await assigned(), await file()]
    await actOn(body, working, 2, { action: 'sign' })
    await actOn(station, over, 1, { action: 'decline', reason: 'no_content' })
    const follower = await file()
    await actOn(station, follower, 1, { action: 'merge', leadNumber: fresh })

    const topic = await opened({ reportNumbers: [fresh, working, over] })
    expect(topic.topic).toMatchObject({
      id: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{8}$/),
      state: 'open',
      version: 1,
      district: { code: '440104' },
      category: { code: 'street-lighting' },
      body: null,
      reportCount: { all: 3, open: 2 },
    })
    expect(topic.reports.map(({ number, supervision }) => [number, supervision])).toEqual([
      [over, 'none'],
      [working, 'watched'],
      [fresh, 'watched'],
    ])
    expect(topic.actions).toEqual(['order', 'add', 'remove', 'drop', 'note'])

    const ordered = await acted(supervisor, topic, order())
    expect(ordered.topic).toMatchObject({ body: { code: HOUSING }, orderText: '请在一周内一并修好。' })
    const { report: underOrder } = await report(working)
    expect(underOrder).toMatchObject({
      supervision: 'ordered',
      order: { text: '请在一周内一并修好。', dueAt: ordered.topic.dueAt },
    })

    const reviewed = await acted(body, ordered, ANSWER)
    expect(reviewed.topic).toMatchObject({ state: 'in_review', answer: ANSWER.text })
    expect(await statesOf(fresh, working)).toEqual(['submitted', 'in_progress'])

    const approved = await acted(supervisor, reviewed, { action: 'approve' })
    expect(approved.topic).toMatchObject({ state: 'answered', reportCount: { all: 3, open: 2 } })
    expect(approved.reports.map(({ state }) => state)).toEqual(['declined', 'answered', 'answered'])
    expect(await statesOf(fresh, working, over, follower)).toEqual([
      'answered',
      'answered',
      'declined',
      'answered',
    ])
    for (const number of [fresh, working, follower]) {
      const { timeline, actions, report: answered } = await report(number, resident)
      expect(timeline.at(-1)).toMatchObject({
        action: 'settle',
        text: ANSWER.text,
        actor: { role: 'clock' },
        data: { topicTitle: ABOUT.title, answeredBy: expect.stringContaining('住房') },
      })
      expect(answered.body?.code).toBe(HOUSING)
      expect(actions).toContain('rate')
    }

    const closed = await acted(supervisor, approved, { action: 'close', text: '已回访。' })
    expect(closed.topic.state).toBe('closed')
    for (const number of [fresh, working]) {
      expect((await report(number)).report.supervision).toBe('none')
    }
    expect(closed.timeline.map(({ action }) => action)).toEqual([
      'open',
      'order',
      'answer',
      'approve',
      'close',
    ])
    expect(closed.actions).toEqual(['note'])
    // What was read is what was answered.
    expect(await (await api(`/topics/${closed.topic.id}`, supervisor)).json()).toEqual(closed)
  })

  it('gives a dissatisfied reporter’s report to the topic’s body, in round 2', async () => {
    const [number, other] = [await file(), await file()]
    await acted(supervisor, await answeredTopic(number, other), { action: 'approve' })
    const { report: answered } = await report(number, resident)
    const rating = { action: 'rate', answered: true, solved: false, satisfied: false }
    const after = await actOn(resident, number, answered.version, rating)
    expect(after.report).toMatchObject({
      state: 'assigned',
      round: 2,
      holder: { type: 'body', code: HOUSING },
    })
    expect((await report(other)).report.state).toBe('answered')
    expect((await report(number, body)).actions).toContain('sign')
  })

  it('sends an answer back, and answers nothing until another is approved', async () => {
    const number = await file()
    const reviewed = await answeredTopic(number)
    const back = await acted(supervisor, reviewed, { action: 'send_back', text: '请写明是哪几盏。' })
    expect(back.topic).toMatchObject({ state: 'open', answer: null })
    expect(await statesOf(number)).toEqual(['submitted'])
    const again = await acted(body, back, { ...ANSWER, text: '中山四路东段六盏已换新。' })
    await acted(supervisor, again, { action: 'approve' })
    expect((await report(number, resident)).timeline.at(-1)?.text).toBe('中山四路东段六盏已换新。')
  })

  it('begins with an order when it comes with one', async () => {
    const number = await file()
    const dueAt = inAWeek()
    const topic = await opened({
      reportNumbers: [number],
      bodyCode: HOUSING,
      orderText: '请一并办理。',
      dueAt,
    })
    expect(topic.topic).toMatchObject({ body: { code: HOUSING }, orderText: '请一并办理。', dueAt })
    expect(topic.timeline).toHaveLength(1)
    const { report: ordered, timeline } = await report(number, resident)
    expect(ordered).toMatchObject({ supervision: 'ordered', order: { text: '请一并办理。', dueAt } })
    expect(timeline.at(-1)).toMatchObject({ action: 'order', actor: { role: 'supervisor' } })
  })

  it('takes reports in and lets them go, with the supervision that was its own', async () => {
    const [first, second, third] = [await file(), await file(), await file()]
    const topic = await opened({ reportNumbers: [first] })
    const ordered = await acted(supervisor, topic, order())
    const grown = await acted(supervisor, ordered, { action: 'add', reportNumbers: [second, third] })
    expect(grown.reports.map(({ number, supervision }) => [number, supervision])).toEqual([
      [third, 'ordered'],
      [second, 'ordered'],
      [first, 'ordered'],
    ])
    // Somebody else's order is not the topic's to lift.
    const own = { action: 'order', text: '另有要求。', dueAt: inAWeek() }
    await actOn(supervisor, third, (await report(third)).report.version, own)
    const shrunk = await acted(supervisor, grown, { action: 'remove', reportNumbers: [second, third] })
    expect(shrunk.reports.map(({ number }) => number)).toEqual([first])
    expect((await report(second)).report.supervision).toBe('none')
    expect((await report(third)).report).toMatchObject({
      supervision: 'ordered',
      order: { text: '另有要求。' },
    })
    await opened({ reportNumbers: [second] })
  })

  it('that was opened by mistake lets its reports go', async () => {
    const number = await file()
    const dropped = await acted(supervisor, await opened({ reportNumbers: [number] }), {
      action: 'drop',
      text: '不是同一件事。',
    })
    expect(dropped).toMatchObject({ topic: { state: 'closed' }, reports: [] })
    expect((await report(number)).report.supervision).toBe('none')
    await opened({ reportNumbers: [number] })
  })

  it('may be about a reform case without any report', async () => {
    const topic = await opened({ caseSlug: 'elderly-canteens', bodyCode: HOUSING })
    expect(topic).toMatchObject({ topic: { caseSlug: 'elderly-canteens', district: null }, reports: [] })
    const approved = await acted(supervisor, await acted(body, topic, ANSWER), { action: 'approve' })
    expect(approved.topic.state).toBe('answered')
  })

  it('frees its reports when it is closed', async () => {
    const number = await file()
    const approved = await acted(supervisor, await answeredTopic(number), { action: 'approve' })
    const again = { reportNumbers: [number] }
    expect(await failureOf(await open(supervisor, again))).toMatchObject({
      status: 422,
      error: { fields: { reportNumbers: '其中有诉求已在另一个共性问题里' } },
    })
    await acted(supervisor, approved, { action: 'close' })
    await opened(again)
  })
})

describe('who may', () => {
  it('is 401 without a session and 403 for everyone who has nothing to do with topics', async () => {
    const topic = await opened({ reportNumbers: [await file()] })
    const calls: [string, object][] = [
      ['/topics', {}],
      ['/topics/suggestions', {}],
      [`/topics/${topic.topic.id}`, {}],
      ['/topics', { method: 'POST', body: { ...ABOUT, reportNumbers: [await file()] } }],
      [`/topics/${topic.topic.id}/actions`, { method: 'POST', body: { action: 'approve', version: 1 } }],
      ['/topics/suggestions/AAAAAAAA/dismiss', { method: 'POST' }],
    ]
    const others = [station, resident, await signIn('deputy.demo'), await signIn('admin.demo')]
    for (const [path, call] of calls) {
      expect((await api(path, call)).status, path).toBe(401)
      for (const caller of others) expect((await api(path, { ...caller, ...call })).status, path).toBe(403)
    }
    for (const [path, call] of calls.filter(([path]) => !path.includes(topic.topic.id) && path !== '/topics'))
      expect((await api(path, { ...body, ...call })).status, path).toBe(403)
  })

  it('hides a topic from another district and another body like one that does not exist', async () => {
    const topic = await opened({ reportNumbers: [await file()], bodyCode: HOUSING }, desk)
    const unknown = { topic: { ...topic.topic, id: 'ZZZZZZZZ' } }
    for (const caller of [otherDesk, otherBody]) {
      expect((await api(`/topics/${topic.topic.id}`, caller)).status).toBe(404)
      const [hidden, missing] = await Promise.all(
        [topic, unknown].map(async (one) =>
          failureOf(await act(caller, one, { action: 'note', text: '看看' })),
        ),
      )
      expect(hidden).toMatchObject({ status: 404, error: { code: 'NOT_FOUND' } })
      expect(hidden!.error.message).toBe(missing!.error.message)
    }
    for (const caller of [supervisor, desk, body])
      expect((await api(`/topics/${topic.topic.id}`, caller)).status).toBe(200)
  })

  it('lists each their own, by page', async () => {
    const mine: string[] = []
    for (let n = 0; n < 3; n += 1)
      mine.unshift((await opened({ reportNumbers: [await file()], bodyCode: HOUSING })).topic.id)
    const idsFor = async (caller: Caller, query = '') => {
      const answer = await api(`/topics?limit=100${query}`, caller)
      return topicList.parse(await answer.json()).items.map(({ id }) => id)
    }
    for (const caller of [supervisor, desk, body]) expect((await idsFor(caller)).slice(0, 3)).toEqual(mine)
    expect(await idsFor(otherDesk)).toEqual([])
    expect(await idsFor(otherBody)).toEqual([])
    expect(await idsFor(body, '&state=closed')).not.toContain(mine[0])
    const seen: string[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = topicList.parse(await (await api(`/topics?limit=2&cursor=${cursor}`, supervisor)).json())
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor
    }
    expect(seen).toEqual(await idsFor(supervisor))
    expect((await api('/topics?cursor=rubbish', supervisor)).status).toBe(422)
    expect((await api('/topics?state=lost', supervisor)).status).toBe(422)
  })

  it('lets neither the body approve nor the supervisor answer', async () => {
    const reviewed = await answeredTopic(await file())
    expect(reviewed.actions).toEqual(['note'])
    expect(await failureOf(await act(body, reviewed, { action: 'approve' }))).toMatchObject({
      status: 403,
      error: { code: 'NOT_ALLOWED' },
    })
    expect(await failureOf(await act(supervisor, reviewed, ANSWER))).toMatchObject({ status: 403 })
  })

  it('keeps whoever answered from approving even after they became a supervisor', async () => {
    const reviewed = await answeredTopic(await file())
    await env.DB.prepare(
      `UPDATE account SET role = 'supervisor', body_code = NULL WHERE username = 'body.demo'`,
    ).run()
    const refused = await act(body, reviewed, { action: 'approve' })
    await env.DB.prepare(`UPDATE account SET role = 'body', body_code = ? WHERE username = 'body.demo'`)
      .bind(HOUSING)
      .run()
    expect(refused.status).toBe(403)
  })

  it('shows residents the title and the answer, and staff which topic it was', async () => {
    const number = await file()
    const topic = await opened({ reportNumbers: [number], bodyCode: HOUSING })
    const noted = await acted(supervisor, topic, { action: 'note', text: '内部：线路老化' })
    await acted(supervisor, await acted(body, noted, ANSWER), { action: 'approve' })
    const text = JSON.stringify(await report(number, resident))
    expect(text).toContain(ABOUT.title)
    for (const secret of [topic.topic.id, ABOUT.text, '内部：线路老化']) expect(text).not.toContain(secret)
    expect((await report(number)).timeline.at(-1)?.data.topicId).toBe(topic.topic.id)
  })
})

describe('refusals', () => {
  it.each<[string, object, string]>([
    ['no title', { title: ' ' }, 'title'],
    ['a text too short', { text: '路灯' }, 'text'],
    ['nothing it is about', { reportNumbers: [] }, 'reportNumbers'],
    ['a number that cannot be one', { reportNumbers: ['123'] }, 'reportNumbers.0'],
    ['a report nobody knows', { reportNumbers: [NOBODYS] }, 'reportNumbers'],
    ['too many reports', { reportNumbers: Array.from({ length: 51 }, () => NOBODYS) }, 'reportNumbers'],
    ['an unknown case', { caseSlug: 'no-such-case' }, 'caseSlug'],
    ['an unknown body', { caseSlug: 'elderly-canteens', bodyCode: 'nobody' }, 'bodyCode'],
    ['an order to nobody', { caseSlug: 'elderly-canteens', orderText: '请办', dueAt: inAWeek() }, 'bodyCode'],
    [
      'an order without time',
      { caseSlug: 'elderly-canteens', bodyCode: HOUSING, orderText: '请办' },
      'dueAt',
    ],
    [
      'an order for yesterday',
      {
        caseSlug: 'elderly-canteens',
        bodyCode: HOUSING,
        orderText: '请办',
        dueAt: '2024-01-01T00:00:00+08:00',
      },
      'dueAt',
    ],
  ])('open nothing with %s', async (_, request, field) => {
    const before = await eventCount()
    const failure = await failureOf(await open(supervisor, request))
    expect(failure).toMatchObject({ status: 422, error: { code: 'VALIDATION_FAILED' } })
    expect(failure.error.fields?.[field]).toMatch(/\p{Script=Han}/u)
    expect(await eventCount()).toBe(before)
  })

  it('of reports: those of others are unknown, those of another district stay out', async () => {
    const here = await file()
    const [there] = await stationElsewhere()
    for (const reportNumbers of [[here], [here, there!]]) {
      const failure = await failureOf(await open(otherDesk, { reportNumbers }))
      expect(failure).toMatchObject({
        status: 422,
        error: { fields: { reportNumbers: '没有找到，请重新选择' } },
      })
    }
    const topic = await opened({ reportNumbers: [here] })
    expect(
      await failureOf(await act(supervisor, topic, { action: 'add', reportNumbers: [there!] })),
    ).toMatchObject({ error: { fields: { reportNumbers: '其中有诉求不在这个共性问题所在的区' } } })
    const wide = await opened({ reportNumbers: [there!, await file()] })
    expect(wide.topic.district).toBeNull()
    expect((await api(`/topics/${wide.topic.id}`, desk)).status).toBe(404)
  })

  it('of steps: 422 where the topic is not at that point, 409 first when it moved on', async () => {
    const topic = await opened({ reportNumbers: [await file()] })
    expect(await failureOf(await act(supervisor, topic, { action: 'close' }))).toMatchObject({
      status: 422,
      error: { code: 'ILLEGAL_TRANSITION' },
    })
    await acted(supervisor, topic, { action: 'note', text: '先看看' })
    expect(await failureOf(await act(supervisor, topic, { action: 'close' }))).toMatchObject({
      status: 409,
      error: { code: 'STALE_VERSION' },
      current: { state: 'open', version: 2 },
    })
    const unknownBody = { ...order(), bodyCode: 'nobody' }
    expect(
      await failureOf(await act(supervisor, { topic: { ...topic.topic, version: 2 } }, unknownBody)),
    ).toMatchObject({ status: 422, error: { fields: { bodyCode: expect.any(String) } } })
  })
})

describe('repeating', () => {
  it('gives the first answer again, byte for byte, and does nothing twice', async () => {
    const reportNumbers = [await file()]
    const keys = [crypto.randomUUID(), crypto.randomUUID()]
    const openings = await Promise.all([1, 2, 3].map(() => open(supervisor, { reportNumbers }, keys[0])))
    expect(openings.map(({ status }) => status).toSorted()).toEqual([200, 200, 201])
    const texts = await Promise.all(openings.map((answer) => answer.text()))
    expect(new Set(texts).size).toBe(1)
    const topic = topicAnswer.parse(JSON.parse(texts[0]!))
    const command = order()
    const acts = await Promise.all([1, 2, 3].map(() => act(supervisor, topic, command, keys[1])))
    expect(acts.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(new Set(await Promise.all(acts.map((answer) => answer.text()))).size).toBe(1)
    const before = await eventCount()
    expect((await open(supervisor, { reportNumbers }, keys[0])).status).toBe(200)
    expect((await act(supervisor, topic, command, keys[1])).status).toBe(200)
    expect(await eventCount()).toBe(before)
    expect((await report(reportNumbers[0]!)).report.version).toBe(3)
  })

  it('refuses a key with another body or by another caller, and a missing one', async () => {
    const topic = await opened({ reportNumbers: [await file()] })
    const key = crypto.randomUUID()
    expect((await act(supervisor, topic, { action: 'note', text: '第一次' }, key)).status).toBe(200)
    for (const answer of [
      await act(supervisor, topic, { action: 'note', text: '第二次' }, key),
      await act(desk, topic, { action: 'note', text: '第一次' }, key),
      await open(supervisor, { reportNumbers: [await file()] }, key),
    ])
      expect(await failureOf(answer)).toMatchObject({ status: 409, error: { code: 'IDEMPOTENCY_MISMATCH' } })
    const keyless = { ...supervisor, method: 'POST', key: null, body: ABOUT }
    expect((await api('/topics', keyless)).status).toBe(400)
  })

  it('lets one of 20 steps at one version win', async () => {
    const topic = await opened({ reportNumbers: [await file(), await file()] })
    const answers = await Promise.all(Array.from({ length: 20 }, () => act(supervisor, topic, order())))
    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(1)
    expect(statuses.filter((status) => status === 409)).toHaveLength(19)
  })

  it('lets one of several topics have a report', async () => {
    const reportNumbers = [await file(), await file()]
    const answers = await Promise.all(Array.from({ length: 6 }, () => open(supervisor, { reportNumbers })))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(5)
  })
})

/** The Worker with a database that lets `meanwhile` happen before one of its writes reaches it. */
function interrupted(meanwhile: (write: number) => Promise<void>) {
  let writes = 0
  const DB = {
    prepare: (sql: string) => env.DB.prepare(sql),
    batch: async (statements: D1PreparedStatement[]) => {
      // Writing a step of a topic takes at least an event and the kept answer; reading it asks more.
      if (isWrite(statements)) await meanwhile((writes += 1))
      return env.DB.batch(statements)
    },
  } as unknown as D1Database
  return (caller: Caller, { topic }: TopicAnswer, command: object) =>
    app.fetch(
      new Request(`http://mashang.test/api/v1/topics/${topic.id}/actions`, {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${caller.token}`,
          'Content-Type': 'application/json',
          'Idempotency-Key': crypto.randomUUID(),
        },
        body: JSON.stringify({ version: topic.version, ...command }),
      }),
      { ...env, DB },
      createExecutionContext(),
    )
}

/** The first statement of a read asks who it is. */
function isWrite([first]: D1PreparedStatement[]): boolean {
  return !(first as unknown as { statement: string }).statement.includes('FROM session')
}

describe('reports that move at the same time', () => {
  it('are read again: everything is written once, nothing by half', async () => {
    const [first, second] = [await file(), await file()]
    const reviewed = await answeredTopic(first, second)
    const before = await eventCount()
    const writes: number[] = []
    const send = interrupted(async (write) => {
      writes.push(write)
      if (write === 1) await actOn(station, first, 2, { action: 'ask', text: '请问是哪一盏？' })
    })
    const answer = await send(supervisor, reviewed, { action: 'approve' })
    expect(answer.status).toBe(200)
    expect(writes).toEqual([1, 2])
    expect(await statesOf(first, second)).toEqual(['answered', 'answered'])
    // The question, two settled reports, the approval.
    expect(await eventCount()).toBe(before + 4)
  })

  it('and end meanwhile are left as they are', async () => {
    const [first, second] = [await file(), await file()]
    const reviewed = await answeredTopic(first, second)
    const send = interrupted(async (write) => {
      if (write === 1) await actOn(resident, first, 2, { action: 'withdraw' })
    })
    expect((await send(supervisor, reviewed, { action: 'approve' })).status).toBe(200)
    expect(await statesOf(first, second)).toEqual(['withdrawn', 'answered'])
  })

  it('that are merged into one of them in that moment are answered too', async () => {
    const [number, late] = [await file(), await file()]
    const reviewed = await answeredTopic(number)
    const send = interrupted(async (write) => {
      if (write === 1) await actOn(station, late, 1, { action: 'merge', leadNumber: number })
    })
    expect((await send(supervisor, reviewed, { action: 'approve' })).status).toBe(200)
    expect(await statesOf(number, late)).toEqual(['answered', 'answered'])
  })

  it('that come back to work in that moment are not left behind', async () => {
    const [number, other] = [await file(), await file()]
    await actOn(station, number, 1, { action: 'decline', reason: 'no_content' })
    const reviewed = await answeredTopic(number, other)
    const send = interrupted(async (write) => {
      if (write === 1) await actOn(resident, number, 2, { action: 'appeal', text: '请再看一看。' })
    })
    expect((await send(supervisor, reviewed, { action: 'approve' })).status).toBe(200)
    expect(await statesOf(number, other)).toEqual(['answered', 'answered'])
  })

  it('without end make it give up, with nothing written', async () => {
    const [first, second] = [await file(), await file()]
    const reviewed = await answeredTopic(first, second)
    const send = interrupted(async () => {
      const { version } = (await report(first)).report
      await actOn(station, first, version, { action: 'note', text: '又打了一个电话' })
    })
    const answer = await send(supervisor, reviewed, { action: 'approve' })
    expect(answer.status).toBe(503)
    expect(await statesOf(first, second)).toEqual(['submitted', 'submitted'])
    expect((await (await api(`/topics/${reviewed.topic.id}`, supervisor)).json()) as object).toMatchObject({
      topic: { state: 'in_review', version: reviewed.topic.version },
    })
  })

  it('when the topic itself moved, it is 409', async () => {
    const reviewed = await answeredTopic(await file())
    const send = interrupted(async (write) => {
      if (write === 1) await acted(supervisor, reviewed, { action: 'note', text: '等一下' })
    })
    expect(await failureOf(await send(supervisor, reviewed, { action: 'approve' }))).toMatchObject({
      status: 409,
      current: { state: 'in_review', version: reviewed.topic.version + 1 },
    })
  })

  it('may be 50 at once', async () => {
    const numbers = await Promise.all(Array.from({ length: 50 }, () => file()))
    const approved = await acted(supervisor, await answeredTopic(...numbers), { action: 'approve' })
    expect(approved.reports.filter(({ state }) => state === 'answered')).toHaveLength(50)
    const extra = await file()
    const topic = await opened({ reportNumbers: [await file()] })
    expect(
      (await act(supervisor, topic, { action: 'add', reportNumbers: [extra, numbers[0]!] })).status,
    ).toBe(422)
  })
})

describe('the database itself', () => {
  it('holds in each topic what its events give, and a chain of hashes that can be computed again', async () => {
    const secrets = await secretsFrom(env.SECRET_KEY)
    const { results: topics } = await env.DB.prepare('SELECT * FROM topic').all<Record<string, unknown>>()
    expect(topics.length).toBeGreaterThan(10)
    for (const topic of topics) {
      const { results: events } = await env.DB.prepare(
        'SELECT * FROM topic_event WHERE topic_id = ? ORDER BY seq',
      )
        .bind(topic.id)
        .all<Record<string, string & number>>()
      const folded: Record<string, unknown> = {}
      const members = new Set<string>()
      let previous = ''
      for (const [index, row] of events.entries()) {
        expect(row.seq).toBe(index + 1)
        expect(row.prev_hash).toBe(previous)
        previous = row.hash!
        const { added = [], removed = [], ...facts } = JSON.parse(row.changes!) as Record<string, string[]>
        for (const number of added) members.add(number)
        for (const number of removed) members.delete(number)
        Object.assign(folded, facts, { state: row.to_state, version: row.seq, head_hash: row.hash })
        expect(row.hash).toBe(
          await topicEventHash(secrets, {
            id: row.id!,
            topicId: topic.code as string,
            seq: row.seq!,
            action: row.action as unknown as NewTopicEvent['action'],
            from: (row.from_state || null) as unknown as NewTopicEvent['from'],
            to: row.to_state as unknown as NewTopicEvent['to'],
            at: row.at!,
            actorId: row.actor_id!,
            actorRole: row.actor_role as unknown as NewTopicEvent['actorRole'],
            actorName: row.actor_name!,
            actorPerson: row.actor_person!,
            text: row.text!,
            data: JSON.parse(row.data!) as object as Record<string, unknown>,
            changes: JSON.parse(row.changes!) as NewTopicEvent['changes'],
            prevHash: row.prev_hash!,
          }),
        )
      }
      expect(topic).toMatchObject(folded)
      const { results: rows } = await env.DB.prepare(
        `SELECT number FROM topic_report JOIN report ON report.id = report_id WHERE topic_id = ? ORDER BY number`,
      )
        .bind(topic.id)
        .all<{ number: string }>()
      expect(rows.map(({ number }) => number)).toEqual([...members].toSorted())
    }
  })

  it.each([
    ['an event changed', `UPDATE topic_event SET text = 'x'`, 'changed'],
    ['an event removed', 'DELETE FROM topic_event', 'removed'],
    ['a topic removed', 'DELETE FROM topic', 'removed'],
    ['a state set by hand', `UPDATE topic SET state = 'closed'`, 'only through its events'],
    ['a title set by hand', `UPDATE topic SET title = 'x'`, 'only through its events'],
    [
      'a topic replaced',
      `INSERT OR REPLACE INTO topic (id, code, created_at) SELECT id, code, 0 FROM topic`,
      'UNIQUE',
    ],
    [
      'an event that does not follow',
      `INSERT INTO topic_event (topic_id, seq, id, action, from_state, to_state, at, actor_role, actor_name, prev_hash, hash)
       SELECT id, version + 2, 'x', 'note', state, state, 0, 'clock', '', head_hash, 'x' FROM topic`,
      'follow',
    ],
    [
      'a step the table does not list',
      `INSERT INTO topic_event (topic_id, seq, id, action, from_state, to_state, at, actor_role, actor_name, prev_hash, hash)
       SELECT id, version + 1, 'x', 'close', state, 'closed', 0, 'clock', '', head_hash, 'x' FROM topic
       WHERE state = 'open'`,
      'not in the life',
    ],
    [
      'an answered topic with a report that is not',
      `INSERT INTO topic_event (topic_id, seq, id, action, from_state, to_state, at, actor_role, actor_name, prev_hash, hash)
       SELECT id, version + 1, 'x', 'approve', state, 'answered', 0, 'supervisor', '', head_hash, 'x' FROM topic
       WHERE state = 'in_review' AND EXISTS (SELECT 1 FROM topic_report JOIN report ON report.id = report_id
         WHERE topic_id = topic.id AND report.state = 'submitted')`,
      'left',
    ],
  ])('refuses %s', async (_, sql, why) => {
    await answeredTopic(await file())
    await opened({ reportNumbers: [await file()] })
    await expect(env.DB.prepare(sql).run()).rejects.toThrow(why === 'left' ? 'leave reports behind' : why)
  })
})

/** Reports filed at a station of another district than station 0001's. */
async function stationElsewhere(): Promise<string[]> {
  const code = await env.DB.prepare(
    `SELECT code FROM station_code JOIN station ON number = station_number
     WHERE district_code = '440105' AND revoked_at IS NULL LIMIT 1`,
  ).first<string>('code')
  return [(await submitOpinion(resident, { ...LAMP, stationCode: code })).report.number]
}
