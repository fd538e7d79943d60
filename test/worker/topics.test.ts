import { env } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import { topicList, type TopicAnswer } from '../../shared/contract/topic.ts'
import { reportNumber } from '../../shared/domain/receipt.ts'
import { zhHans } from '../../worker/locale/zh-hans.ts'
import { actOn, api, signIn, submitOpinion, type Caller } from '../support/api.ts'
import {
  ABOUT,
  actedOnTopic,
  actOnTopic,
  ANSWER,
  eventCount,
  failureOf,
  file,
  HOUSING,
  inAWeek,
  LAMP,
  openedTopic,
  openTopic,
  report,
  topicCast,
  topicOrder,
  type TopicCast,
} from '../support/topic-city.ts'

/** A number that no report has. */
const NOBODYS = reportNumber('2026-01-01', 1)

let cast: TopicCast
beforeAll(async () => {
  cast = await topicCast()
})

async function statesOf(...numbers: string[]): Promise<string[]> {
  return Promise.all(numbers.map(async (number) => (await report(number, cast.supervisor)).report.state))
}

/** A topic whose body has answered. */
async function answeredTopic(...reportNumbers: string[]): Promise<TopicAnswer> {
  const topic = await openedTopic(cast.supervisor, { reportNumbers, bodyCode: HOUSING })
  return actedOnTopic(cast.body, topic, ANSWER)
}

async function assigned(): Promise<string> {
  const number = await file(cast.resident)
  await actOn(cast.station, number, 1, { action: 'assign', bodyCode: HOUSING, complexity: 'simple' })
  return number
}

describe('the whole life of a topic', () => {
  it('supervises, answers and closes reports in different states as one', async () => {
    const [fresh, working, over] = [await file(cast.resident), await assigned(), await file(cast.resident)]
    await actOn(cast.body, working, 2, { action: 'sign' })
    await actOn(cast.station, over, 1, { action: 'decline', reason: 'no_content' })
    const follower = await file(cast.resident)
    await actOn(cast.station, follower, 1, { action: 'merge', leadNumber: fresh })

    const topic = await openedTopic(cast.supervisor, { reportNumbers: [fresh, working, over] })
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
    expect(topic.actions).toEqual(['order', 'add', 'remove', 'drop', 'propose', 'note'])
    // What was answered is what is read.
    expect(await (await api(`/topics/${topic.topic.id}`, cast.supervisor)).json()).toEqual(topic)

    const ordered = await actedOnTopic(cast.supervisor, topic, topicOrder())
    expect(ordered.topic).toMatchObject({ body: { code: HOUSING }, orderText: '请在一周内一并修好。' })
    const { report: underOrder } = await report(working, cast.supervisor)
    expect(underOrder).toMatchObject({
      supervision: 'ordered',
      order: { text: '请在一周内一并修好。', dueAt: ordered.topic.dueAt },
    })

    const reviewed = await actedOnTopic(cast.body, ordered, ANSWER)
    expect(reviewed.topic).toMatchObject({ state: 'in_review', answer: ANSWER.text })
    expect(await statesOf(fresh, working)).toEqual(['submitted', 'in_progress'])

    const approved = await actedOnTopic(cast.supervisor, reviewed, { action: 'approve' })
    expect(approved.topic).toMatchObject({ state: 'answered', reportCount: { all: 3, open: 2 } })
    expect(approved.reports.map(({ state }) => state)).toEqual(['declined', 'answered', 'answered'])
    expect(await statesOf(fresh, working, over, follower)).toEqual([
      'answered',
      'answered',
      'declined',
      'answered',
    ])
    for (const number of [fresh, working, follower]) {
      const { timeline, actions, report: answered } = await report(number, cast.resident)
      expect(timeline.at(-1)).toMatchObject({
        action: 'settle',
        text: ANSWER.text,
        actor: { role: 'clock' },
        data: { topicTitle: ABOUT.title, answeredBy: expect.stringContaining('住房') },
      })
      expect(answered.body?.code).toBe(HOUSING)
      expect(actions).toContain('rate')
    }

    const closed = await actedOnTopic(cast.supervisor, approved, { action: 'close', text: '已回访。' })
    expect(closed.topic.state).toBe('closed')
    for (const number of [fresh, working]) {
      expect((await report(number, cast.supervisor)).report.supervision).toBe('none')
    }
    expect(closed.timeline.map(({ action }) => action)).toEqual([
      'open',
      'order',
      'answer',
      'approve',
      'close',
    ])
    expect(closed.actions).toEqual(['note'])
    expect(await (await api(`/topics/${closed.topic.id}`, cast.supervisor)).json()).toEqual(closed)
  })

  it('keeps what the supervisor proposes, word by word and version by version, until it is over', async () => {
    const number = await file(cast.resident)
    const topic = await openedTopic(cast.supervisor, { reportNumbers: [number], bodyCode: HOUSING })
    expect(topic.topic.proposal).toBeNull()
    const first = { action: 'propose', text: '建议整条线路一并换新。\n并每季巡查一次。' }
    const proposed = await actedOnTopic(cast.supervisor, topic, first)
    expect(proposed.topic).toMatchObject({ state: 'open', proposal: first.text })
    const answered = await actedOnTopic(cast.body, proposed, ANSWER)
    const second = { action: 'propose', text: '建议整条线路一并换新，年内完成。' }
    const again = await actedOnTopic(cast.supervisor, answered, second)
    expect(again.topic).toMatchObject({ state: 'in_review', proposal: second.text, answer: ANSWER.text })
    expect(again.timeline.filter(({ action }) => action === 'propose').map(({ text }) => text)).toEqual([
      first.text,
      second.text,
    ])
    // The body reads it; only supervisors write it.
    const read = await api(`/topics/${topic.topic.id}`, cast.body)
    expect(((await read.json()) as TopicAnswer).topic.proposal).toBe(second.text)
    expect((await actOnTopic(cast.body, again, second)).status).toBe(403)
    // Reporters do not: it is the offices' own paper.
    expect(JSON.stringify(await report(number, cast.resident))).not.toContain(second.text)
    const approved = await actedOnTopic(cast.supervisor, again, { action: 'approve' })
    const closed = await actedOnTopic(cast.supervisor, approved, { action: 'close' })
    expect((await actOnTopic(cast.supervisor, closed, second)).status).toBe(422)
    expect(closed.topic.proposal).toBe(second.text)
  })

  it('gives a dissatisfied reporter’s report to the topic’s body, in round 2', async () => {
    const [number, other] = [await file(cast.resident), await file(cast.resident)]
    await actedOnTopic(cast.supervisor, await answeredTopic(number, other), { action: 'approve' })
    const { report: answered } = await report(number, cast.resident)
    const rating = { action: 'rate', answered: true, solved: false, satisfied: false }
    const after = await actOn(cast.resident, number, answered.version, rating)
    expect(after.report).toMatchObject({
      state: 'assigned',
      round: 2,
      holder: { type: 'body', code: HOUSING },
    })
    expect((await report(other, cast.supervisor)).report.state).toBe('answered')
    expect((await report(number, cast.body)).actions).toContain('sign')
  })

  it('sends an answer back, and answers nothing until another is approved', async () => {
    const number = await file(cast.resident)
    const reviewed = await answeredTopic(number)
    const back = await actedOnTopic(cast.supervisor, reviewed, {
      action: 'send_back',
      text: '请写明是哪几盏。',
    })
    expect(back.topic).toMatchObject({ state: 'open', answer: null })
    expect(await statesOf(number)).toEqual(['submitted'])
    const again = await actedOnTopic(cast.body, back, { ...ANSWER, text: '中山四路东段六盏已换新。' })
    await actedOnTopic(cast.supervisor, again, { action: 'approve' })
    expect((await report(number, cast.resident)).timeline.at(-1)?.text).toBe('中山四路东段六盏已换新。')
  })

  it('begins with an order when it comes with one', async () => {
    const number = await file(cast.resident)
    const dueAt = inAWeek()
    const topic = await openedTopic(cast.supervisor, {
      reportNumbers: [number],
      bodyCode: HOUSING,
      orderText: '请一并办理。',
      dueAt,
    })
    expect(topic.topic).toMatchObject({ body: { code: HOUSING }, orderText: '请一并办理。', dueAt })
    expect(topic.timeline).toHaveLength(1)
    const { report: ordered, timeline } = await report(number, cast.resident)
    expect(ordered).toMatchObject({ supervision: 'ordered', order: { text: '请一并办理。', dueAt } })
    expect(timeline.at(-1)).toMatchObject({ action: 'order', actor: { role: 'supervisor' } })
  })

  it('closes only when no report of it has come back unanswered', async () => {
    const [lead, member] = [await file(cast.resident), await file(cast.resident)]
    await actOn(cast.station, member, 1, { action: 'merge', leadNumber: lead })
    const other = await file(cast.resident)
    const opened = await openedTopic(cast.supervisor, { reportNumbers: [member, other], bodyCode: HOUSING })
    const answered = await actedOnTopic(cast.body, opened, ANSWER)
    const approved = await actedOnTopic(cast.supervisor, answered, { action: 'approve' })
    await actOn(cast.resident, lead, 1, { action: 'withdraw' })
    expect((await report(member, cast.supervisor)).report.state).toBe('submitted')

    const early = await actOnTopic(cast.supervisor, approved, { action: 'close' })
    expect(await failureOf(early)).toMatchObject({ status: 422, error: { code: 'ILLEGAL_TRANSITION' } })
    const without = await actedOnTopic(cast.supervisor, approved, {
      action: 'remove',
      reportNumbers: [member],
    })
    const closed = await actedOnTopic(cast.supervisor, without, { action: 'close' })
    expect(closed.topic.state).toBe('closed')
  })

  it('takes reports in and lets them go, with the supervision that was its own', async () => {
    const [first, second, third] = [
      await file(cast.resident),
      await file(cast.resident),
      await file(cast.resident),
    ]
    const topic = await openedTopic(cast.supervisor, { reportNumbers: [first] })
    const ordered = await actedOnTopic(cast.supervisor, topic, topicOrder())
    const grown = await actedOnTopic(cast.supervisor, ordered, {
      action: 'add',
      reportNumbers: [second, third],
    })
    expect(grown.reports.map(({ number, supervision }) => [number, supervision])).toEqual([
      [third, 'ordered'],
      [second, 'ordered'],
      [first, 'ordered'],
    ])
    // Somebody else's order is not the topic's to lift.
    const own = { action: 'order', text: '另有要求。', dueAt: inAWeek() }
    await actOn(cast.supervisor, third, (await report(third, cast.supervisor)).report.version, own)
    const shrunk = await actedOnTopic(cast.supervisor, grown, {
      action: 'remove',
      reportNumbers: [second, third],
    })
    expect(shrunk.reports.map(({ number }) => number)).toEqual([first])
    expect((await report(second, cast.supervisor)).report.supervision).toBe('none')
    expect((await report(third, cast.supervisor)).report).toMatchObject({
      supervision: 'ordered',
      order: { text: '另有要求。' },
    })
    await openedTopic(cast.supervisor, { reportNumbers: [second] })
  })

  it('that was opened by mistake lets its reports go', async () => {
    const number = await file(cast.resident)
    const dropped = await actedOnTopic(
      cast.supervisor,
      await openedTopic(cast.supervisor, { reportNumbers: [number] }),
      {
        action: 'drop',
        text: '不是同一件事。',
      },
    )
    expect(dropped).toMatchObject({ topic: { state: 'closed' }, reports: [] })
    expect((await report(number, cast.supervisor)).report.supervision).toBe('none')
    await openedTopic(cast.supervisor, { reportNumbers: [number] })
  })

  it('may be about a reform case without any report', async () => {
    const topic = await openedTopic(cast.supervisor, { caseSlug: 'elderly-canteens', bodyCode: HOUSING })
    expect(topic).toMatchObject({ topic: { caseSlug: 'elderly-canteens', district: null }, reports: [] })
    const approved = await actedOnTopic(cast.supervisor, await actedOnTopic(cast.body, topic, ANSWER), {
      action: 'approve',
    })
    expect(approved.topic.state).toBe('answered')
  })

  it('frees its reports when it is closed', async () => {
    const number = await file(cast.resident)
    const approved = await actedOnTopic(cast.supervisor, await answeredTopic(number), { action: 'approve' })
    const again = { reportNumbers: [number] }
    expect(await failureOf(await openTopic(cast.supervisor, again))).toMatchObject({
      status: 422,
      error: { fields: { reportNumbers: zhHans.fields.in_other_topic } },
    })
    await actedOnTopic(cast.supervisor, approved, { action: 'close' })
    await openedTopic(cast.supervisor, again)
  })
})

describe('who may', () => {
  it('is 401 without a session and 403 for everyone who has nothing to do with topics', async () => {
    const topic = await openedTopic(cast.supervisor, { reportNumbers: [await file(cast.resident)] })
    const calls: [string, object][] = [
      ['/topics', {}],
      ['/topics/suggestions', {}],
      [`/topics/${topic.topic.id}`, {}],
      ['/topics', { method: 'POST', body: { ...ABOUT, reportNumbers: [await file(cast.resident)] } }],
      [`/topics/${topic.topic.id}/actions`, { method: 'POST', body: { action: 'approve', version: 1 } }],
      ['/topics/suggestions/AAAAAAAA/dismiss', { method: 'POST' }],
    ]
    const others = [cast.station, cast.resident, await signIn('deputy.demo'), await signIn('admin.demo')]
    for (const [path, call] of calls) {
      expect((await api(path, call)).status, path).toBe(401)
      for (const caller of others) expect((await api(path, { ...caller, ...call })).status, path).toBe(403)
    }
    for (const [path, call] of calls.filter(([path]) => !path.includes(topic.topic.id) && path !== '/topics'))
      expect((await api(path, { ...cast.body, ...call })).status, path).toBe(403)
  })

  it('hides a topic from another district and another body like one that does not exist', async () => {
    const topic = await openedTopic(cast.desk, {
      reportNumbers: [await file(cast.resident)],
      bodyCode: HOUSING,
    })
    const unknown = { topic: { ...topic.topic, id: 'ZZZZZZZZ' } }
    for (const caller of [cast.otherDesk, cast.otherBody]) {
      expect((await api(`/topics/${topic.topic.id}`, caller)).status).toBe(404)
      const [hidden, missing] = await Promise.all(
        [topic, unknown].map(async (one) =>
          failureOf(await actOnTopic(caller, one, { action: 'note', text: '看看' })),
        ),
      )
      expect(hidden).toMatchObject({ status: 404, error: { code: 'NOT_FOUND' } })
      expect(hidden!.error.message).toBe(missing!.error.message)
    }
    for (const caller of [cast.supervisor, cast.desk, cast.body])
      expect((await api(`/topics/${topic.topic.id}`, caller)).status).toBe(200)
  })

  it('lists each their own, by page', async () => {
    const mine: string[] = []
    for (let n = 0; n < 3; n += 1)
      mine.unshift(
        (
          await openedTopic(cast.supervisor, {
            reportNumbers: [await file(cast.resident)],
            bodyCode: HOUSING,
          })
        ).topic.id,
      )
    const idsFor = async (caller: Caller, query = '') => {
      const answer = await api(`/topics?limit=100${query}`, caller)
      return topicList.parse(await answer.json()).items.map(({ id }) => id)
    }
    for (const caller of [cast.supervisor, cast.desk, cast.body])
      expect((await idsFor(caller)).slice(0, 3)).toEqual(mine)
    expect(await idsFor(cast.otherDesk)).toEqual([])
    expect(await idsFor(cast.otherBody)).toEqual([])
    expect(await idsFor(cast.body, '&state=closed')).not.toContain(mine[0])
    const seen: string[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = topicList.parse(
        await (await api(`/topics?limit=2&cursor=${cursor}`, cast.supervisor)).json(),
      )
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor
    }
    expect(seen).toEqual(await idsFor(cast.supervisor))
    expect((await api('/topics?cursor=rubbish', cast.supervisor)).status).toBe(422)
    expect((await api('/topics?state=lost', cast.supervisor)).status).toBe(422)
  })

  it('lets neither the body approve nor the supervisor answer', async () => {
    const reviewed = await answeredTopic(await file(cast.resident))
    expect(reviewed.actions).toEqual(['note'])
    expect(await failureOf(await actOnTopic(cast.body, reviewed, { action: 'approve' }))).toMatchObject({
      status: 403,
      error: { code: 'NOT_ALLOWED' },
    })
    expect(await failureOf(await actOnTopic(cast.supervisor, reviewed, ANSWER))).toMatchObject({
      status: 403,
    })
  })

  it('keeps whoever answered from approving even after they became a supervisor', async () => {
    const reviewed = await answeredTopic(await file(cast.resident))
    await env.DB.prepare(
      `UPDATE account SET role = 'supervisor', body_code = NULL WHERE username = 'body.demo'`,
    ).run()
    const refused = await actOnTopic(cast.body, reviewed, { action: 'approve' })
    await env.DB.prepare(`UPDATE account SET role = 'body', body_code = ? WHERE username = 'body.demo'`)
      .bind(HOUSING)
      .run()
    expect(refused.status).toBe(403)
  })

  it('shows residents the title and the answer, and staff which topic it was', async () => {
    const number = await file(cast.resident)
    const topic = await openedTopic(cast.supervisor, { reportNumbers: [number], bodyCode: HOUSING })
    const noted = await actedOnTopic(cast.supervisor, topic, { action: 'note', text: '内部：线路老化' })
    await actedOnTopic(cast.supervisor, await actedOnTopic(cast.body, noted, ANSWER), { action: 'approve' })
    const text = JSON.stringify(await report(number, cast.resident))
    expect(text).toContain(ABOUT.title)
    for (const secret of [topic.topic.id, ABOUT.text, '内部：线路老化']) expect(text).not.toContain(secret)
    expect((await report(number, cast.supervisor)).timeline.at(-1)?.data.topicId).toBe(topic.topic.id)
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
    const failure = await failureOf(await openTopic(cast.supervisor, request))
    expect(failure).toMatchObject({ status: 422, error: { code: 'VALIDATION_FAILED' } })
    expect(failure.error.fields?.[field]).toMatch(/\p{Script=Han}/u)
    expect(await eventCount()).toBe(before)
  })

  it('of reports: those of others are unknown, those of another district stay out', async () => {
    const here = await file(cast.resident)
    const [there] = await stationElsewhere()
    for (const reportNumbers of [[here], [here, there!]]) {
      const failure = await failureOf(await openTopic(cast.otherDesk, { reportNumbers }))
      expect(failure).toMatchObject({
        status: 422,
        error: { fields: { reportNumbers: zhHans.fields.unknown } },
      })
    }
    const topic = await openedTopic(cast.supervisor, { reportNumbers: [here] })
    expect(
      await failureOf(await actOnTopic(cast.supervisor, topic, { action: 'add', reportNumbers: [there!] })),
    ).toMatchObject({ error: { fields: { reportNumbers: zhHans.fields.other_district } } })
    const wide = await openedTopic(cast.supervisor, { reportNumbers: [there!, await file(cast.resident)] })
    expect(wide.topic.district).toBeNull()
    expect((await api(`/topics/${wide.topic.id}`, cast.desk)).status).toBe(404)
  })

  it('of steps: 422 where the topic is not at that point, 409 first when it moved on', async () => {
    const topic = await openedTopic(cast.supervisor, { reportNumbers: [await file(cast.resident)] })
    expect(await failureOf(await actOnTopic(cast.supervisor, topic, { action: 'close' }))).toMatchObject({
      status: 422,
      error: { code: 'ILLEGAL_TRANSITION' },
    })
    await actedOnTopic(cast.supervisor, topic, { action: 'note', text: '先看看' })
    expect(await failureOf(await actOnTopic(cast.supervisor, topic, { action: 'close' }))).toMatchObject({
      status: 409,
      error: { code: 'STALE_VERSION' },
      current: { state: 'open', version: 2 },
    })
    const unknownBody = { ...topicOrder(), bodyCode: 'nobody' }
    expect(
      await failureOf(
        await actOnTopic(cast.supervisor, { topic: { ...topic.topic, version: 2 } }, unknownBody),
      ),
    ).toMatchObject({ status: 422, error: { fields: { bodyCode: expect.any(String) } } })
  })
})

/** Reports filed at a station of another district than station 0001's. */
async function stationElsewhere(): Promise<string[]> {
  const code = await env.DB.prepare(
    `SELECT code FROM station_code JOIN station ON number = station_number
     WHERE district_code = '440105' AND revoked_at IS NULL LIMIT 1`,
  ).first<string>('code')
  return [(await submitOpinion(cast.resident, { ...LAMP, stationCode: code })).report.number]
}
