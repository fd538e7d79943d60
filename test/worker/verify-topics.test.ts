import { env } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import { secretsFrom } from '../../worker/adapters/secrets.ts'
import { verifyTopics } from '../../worker/use-cases/topic/verify-topics.ts'
import { ANSWER, HOUSING, actedOnTopic, file, openedTopic, topicCast } from '../support/topic-city.ts'

async function findings(): Promise<string[]> {
  const found: string[] = []
  await verifyTopics({ db: env.DB, secrets: await secretsFrom(env.SECRET_KEY) }, ({ seq, fault }) =>
    found.push(`${seq} ${fault}`),
  )
  return found
}

const sql = (text: string, ...values: unknown[]) =>
  env.DB.prepare(text)
    .bind(...values)
    .run()

beforeAll(async () => {
  const cast = await topicCast()
  const numbers = [await file(cast.resident), await file(cast.resident)]
  const opened = await openedTopic(cast.supervisor, { reportNumbers: numbers, bodyCode: HOUSING })
  const answered = await actedOnTopic(cast.body, opened, ANSWER)
  await actedOnTopic(cast.supervisor, answered, { action: 'approve' })
  const { results } = await env.DB.prepare(
    "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN ('topic', 'topic_event')",
  ).all<{ name: string }>()
  for (const { name } of results) await sql(`DROP TRIGGER ${name}`)
})

describe('with everything out of the way that forbids it', () => {
  it('nothing is found that nobody touched', async () => {
    expect(await findings()).toEqual([])
  })

  it.each([1, 2, 3])('a change of any column of event %i is found', async (seq) => {
    const row = await env.DB.prepare('SELECT * FROM topic_event WHERE seq = ?1').bind(seq).first()
    const { topic_id: _id, ...columns } = row as Record<string, string | number | null>
    for (const [column, value] of Object.entries(columns)) {
      const change = `UPDATE topic_event SET ${column} = ? WHERE hash = ?`
      const forged = typeof value === 'number' ? value + 100 : `${value ?? ''}x`
      await sql(change, forged, columns.hash)
      expect(await findings(), column).not.toEqual([])
      await sql(change, value, column === 'hash' ? forged : columns.hash)
    }
    expect(await findings()).toEqual([])
  })

  it.each([
    ['version', 7],
    ['state', 'closed'],
    ['head_hash', 'x'],
  ])('another %s of the topic is found', async (column, forged) => {
    const before = await env.DB.prepare(`SELECT ${column} AS value FROM topic`).first('value')
    await sql(`UPDATE topic SET ${column} = ?`, forged)
    expect(await findings()).toEqual(['null row'])
    await sql(`UPDATE topic SET ${column} = ?`, before)
  })

  it('the removal of an event is found', async () => {
    await sql('DELETE FROM topic_event WHERE seq = 2')
    expect(await findings()).toEqual(['3 number', '3 state', '3 link'])
  })
})
