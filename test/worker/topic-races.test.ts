import { createExecutionContext, env } from 'cloudflare:test'
import type { D1PreparedStatement } from '@cloudflare/workers-types'
import { beforeAll, describe, expect, it } from 'vitest'
import { topicAnswer, type TopicAnswer } from '../../shared/contract/topic.ts'
import { secretsFrom } from '../../worker/adapters/secrets.ts'
import { app } from '../../worker/app.ts'
import type { NewTopicEvent } from '../../worker/repository/topic-events.ts'
import { topicEventHash } from '../../worker/use-cases/topic/chain.ts'
import { standInDatabase } from '../support/stand-in-database.ts'
import { actOn, api, type Caller } from '../support/api.ts'
import {
  ABOUT,
  actedOnTopic,
  actOnTopic,
  ANSWER,
  eventCount,
  failureOf,
  file,
  HOUSING,
  openedTopic,
  openTopic,
  report,
  topicCast,
  topicOrder,
  type TopicCast,
} from '../support/topic-city.ts'

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

describe('repeating', () => {
  it('gives the first answer again, byte for byte, and does nothing twice', async () => {
    const reportNumbers = [await file(cast.resident)]
    const keys = [crypto.randomUUID(), crypto.randomUUID()]
    const openings = await Promise.all(
      [1, 2, 3].map(() => openTopic(cast.supervisor, { reportNumbers }, keys[0])),
    )
    expect(openings.map(({ status }) => status).toSorted()).toEqual([200, 200, 201])
    const texts = await Promise.all(openings.map((answer) => answer.text()))
    expect(new Set(texts).size).toBe(1)
    const topic = topicAnswer.parse(JSON.parse(texts[0]!))
    const command = topicOrder()
    const acts = await Promise.all([1, 2, 3].map(() => actOnTopic(cast.supervisor, topic, command, keys[1])))
    expect(acts.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(new Set(await Promise.all(acts.map((answer) => answer.text()))).size).toBe(1)
    const before = await eventCount()
    expect((await openTopic(cast.supervisor, { reportNumbers }, keys[0])).status).toBe(200)
    expect((await actOnTopic(cast.supervisor, topic, command, keys[1])).status).toBe(200)
    expect(await eventCount()).toBe(before)
    expect((await report(reportNumbers[0]!, cast.supervisor)).report.version).toBe(3)
  })

  it('refuses a key with another body or by another caller, and one that is none', async () => {
    const topic = await openedTopic(cast.supervisor, { reportNumbers: [await file(cast.resident)] })
    const key = crypto.randomUUID()
    expect((await actOnTopic(cast.supervisor, topic, { action: 'note', text: '第一次' }, key)).status).toBe(
      200,
    )
    for (const answer of [
      await actOnTopic(cast.supervisor, topic, { action: 'note', text: '第二次' }, key),
      await actOnTopic(cast.desk, topic, { action: 'note', text: '第一次' }, key),
      await openTopic(cast.supervisor, { reportNumbers: [await file(cast.resident)] }, key),
    ])
      expect(await failureOf(answer)).toMatchObject({ status: 409, error: { code: 'IDEMPOTENCY_MISMATCH' } })
    const short = { ...cast.supervisor, method: 'POST', key: 'short', body: ABOUT }
    expect((await api('/topics', short)).status).toBe(400)
  })

  it('lets one of 20 steps at one version win', async () => {
    const topic = await openedTopic(cast.supervisor, {
      reportNumbers: [await file(cast.resident), await file(cast.resident)],
    })
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => actOnTopic(cast.supervisor, topic, topicOrder())),
    )
    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(1)
    expect(statuses.filter((status) => status === 409)).toHaveLength(19)
  })

  it('lets one of several topics have a report', async () => {
    const reportNumbers = [await file(cast.resident), await file(cast.resident)]
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => openTopic(cast.supervisor, { reportNumbers })),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(5)
  })
})

/** The Worker with a database that lets something happen before each batch reaches it. */
function workerWith(before: (statements: D1PreparedStatement[]) => Promise<void> | void) {
  const DB = standInDatabase({
    prepare: (sql: string) => env.DB.prepare(sql),
    batch: async (statements: D1PreparedStatement[]) => {
      await before(statements)
      return env.DB.batch(statements)
    },
  })
  return (caller: Caller, path: string, body?: object) =>
    app.fetch(
      new Request(`http://mashang.test/api/v1${path}`, {
        method: body ? 'POST' : 'GET',
        headers: {
          Authorization: `Bearer ${caller.token}`,
          'Content-Type': 'application/json',
          'Idempotency-Key': crypto.randomUUID(),
        },
        ...(body && { body: JSON.stringify(body) }),
      }),
      { ...env, DB },
      createExecutionContext(),
    )
}

/** Takes a topic's action while `meanwhile` happens before each of its writes. */
function interrupted(meanwhile: (write: number) => Promise<void>) {
  let writes = 0
  const call = workerWith(async (statements) => {
    if (isWrite(statements)) await meanwhile((writes += 1))
  })
  return (caller: Caller, { topic }: TopicAnswer, command: object) =>
    call(caller, `/topics/${topic.id}/actions`, { version: topic.version, ...command })
}

/** The first statement of a read asks who it is. */
function isWrite([first]: D1PreparedStatement[]): boolean {
  return !(first as unknown as { statement: string }).statement.includes('FROM session')
}

describe('reports that move at the same time', () => {
  it('are read again: everything is written once, nothing by half', async () => {
    const [first, second] = [await file(cast.resident), await file(cast.resident)]
    const reviewed = await answeredTopic(first, second)
    const before = await eventCount()
    const writes: number[] = []
    const send = interrupted(async (write) => {
      writes.push(write)
      if (write === 1) await actOn(cast.station, first, 2, { action: 'ask', text: '请问是哪一盏？' })
    })
    const answer = await send(cast.supervisor, reviewed, { action: 'approve' })
    expect(answer.status).toBe(200)
    expect(writes).toEqual([1, 2])
    expect(await statesOf(first, second)).toEqual(['answered', 'answered'])
    // The question, two settled reports, the approval.
    expect(await eventCount()).toBe(before + 4)
  })

  it('and end meanwhile are left as they are', async () => {
    const [first, second] = [await file(cast.resident), await file(cast.resident)]
    const reviewed = await answeredTopic(first, second)
    const send = interrupted(async (write) => {
      if (write === 1) await actOn(cast.resident, first, 2, { action: 'withdraw' })
    })
    expect((await send(cast.supervisor, reviewed, { action: 'approve' })).status).toBe(200)
    expect(await statesOf(first, second)).toEqual(['withdrawn', 'answered'])
  })

  it('that are merged into one of them in that moment are answered too', async () => {
    const [number, late] = [await file(cast.resident), await file(cast.resident)]
    const reviewed = await answeredTopic(number)
    const send = interrupted(async (write) => {
      if (write === 1) await actOn(cast.station, late, 1, { action: 'merge', leadNumber: number })
    })
    expect((await send(cast.supervisor, reviewed, { action: 'approve' })).status).toBe(200)
    expect(await statesOf(number, late)).toEqual(['answered', 'answered'])
  })

  it('that come back to work in that moment are not left behind', async () => {
    const [number, other] = [await file(cast.resident), await file(cast.resident)]
    await actOn(cast.station, number, 1, { action: 'decline', reason: 'no_content' })
    const reviewed = await answeredTopic(number, other)
    const send = interrupted(async (write) => {
      if (write === 1) await actOn(cast.resident, number, 2, { action: 'appeal', text: '请再看一看。' })
    })
    expect((await send(cast.supervisor, reviewed, { action: 'approve' })).status).toBe(200)
    expect(await statesOf(number, other)).toEqual(['answered', 'answered'])
  })

  it('without end make it give up, with nothing written', async () => {
    const [first, second] = [await file(cast.resident), await file(cast.resident)]
    const reviewed = await answeredTopic(first, second)
    const send = interrupted(async () => {
      const { version } = (await report(first, cast.supervisor)).report
      await actOn(cast.station, first, version, { action: 'note', text: '又打了一个电话' })
    })
    const answer = await send(cast.supervisor, reviewed, { action: 'approve' })
    expect(answer.status).toBe(503)
    expect(await statesOf(first, second)).toEqual(['submitted', 'submitted'])
    expect(
      (await (await api(`/topics/${reviewed.topic.id}`, cast.supervisor)).json()) as object,
    ).toMatchObject({
      topic: { state: 'in_review', version: reviewed.topic.version },
    })
  })

  it('when the topic itself moved, it is 409', async () => {
    const reviewed = await answeredTopic(await file(cast.resident))
    const send = interrupted(async (write) => {
      if (write === 1) await actedOnTopic(cast.supervisor, reviewed, { action: 'note', text: '等一下' })
    })
    expect(await failureOf(await send(cast.supervisor, reviewed, { action: 'approve' }))).toMatchObject({
      status: 409,
      current: { state: 'in_review', version: reviewed.topic.version + 1 },
    })
  })

  it('may be 50 at once', async () => {
    const numbers = await Promise.all(Array.from({ length: 50 }, () => file(cast.resident)))
    const approved = await actedOnTopic(cast.supervisor, await answeredTopic(...numbers), {
      action: 'approve',
    })
    expect(approved.reports.filter(({ state }) => state === 'answered')).toHaveLength(50)
    const extra = await file(cast.resident)
    const topic = await openedTopic(cast.supervisor, { reportNumbers: [await file(cast.resident)] })
    expect(
      (await actOnTopic(cast.supervisor, topic, { action: 'add', reportNumbers: [extra, numbers[0]!] }))
        .status,
    ).toBe(422)
  })
})

describe('the cost', () => {
  it('of a read is one call to the database, of a write two', async () => {
    const reviewed = await answeredTopic(await file(cast.resident), await file(cast.resident))
    const fresh = [await file(cast.resident)]
    const { id, version } = reviewed.topic
    const calls: [number, string, object?][] = [
      [1, '/topics'],
      [1, `/topics/${id}`],
      [1, '/topics/suggestions'],
      [2, '/topics', { ...ABOUT, reportNumbers: fresh }],
      [2, `/topics/${id}/actions`, { action: 'approve', version }],
    ]
    for (const [cost, path, body] of calls) {
      let batches = 0
      const call = workerWith(() => void (batches += 1))
      expect((await call(cast.supervisor, path, body)).ok).toBe(true)
      expect([path, batches]).toEqual([path, cost])
    }
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
      expect(rows.map((row: { number: string }) => row.number)).toEqual([...members].toSorted())
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
    await answeredTopic(await file(cast.resident))
    await openedTopic(cast.supervisor, { reportNumbers: [await file(cast.resident)] })
    await expect(env.DB.prepare(sql).run()).rejects.toThrow(why === 'left' ? 'leave reports behind' : why)
  })
})
