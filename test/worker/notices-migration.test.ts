import { applyD1Migrations, env, reset } from 'cloudflare:test'
import { beforeAll, expect, it } from 'vitest'
import type { Env } from '../../worker/env.ts'
import { runQueue } from '../../worker/jobs/queue.ts'

/** A city from before the notices: one notice is in an inbox and read, one is still waiting. */
beforeAll(async () => {
  await reset()
  await applyD1Migrations(
    env.DB,
    env.TEST_MIGRATIONS.filter((migration: { name: string }) => migration.name < '0007_notices.sql'),
  )
  const statements = `
    INSERT INTO district VALUES ('d', 'd', 'd', 'd', 0, 0)
    INSERT INTO category_group VALUES ('g', 'g', 'g', 'g', 'i', 1)
    INSERT INTO category VALUES ('c', 'g', 'c', 'c', 'c', 'i', 1, 0, 'simple', '[]', '[]')
    INSERT INTO account (id, role, created_at) VALUES ('resident', 'resident', 0)
    INSERT INTO report (id, number, channel, district_code, category_code, text, answers, consent_public, reporter_id, created_at) VALUES (1, 'N1', 'opinion', 'd', 'c', 't', '{}', 0, 'resident', 0)
    INSERT INTO report_event (report_id, seq, id, action, from_state, to_state, at, actor_role, actor_name, prev_hash, hash) VALUES (1, 1, 'e1', 'submit', '', 'submitted', 5, 'resident', '', '', 'h1')
    INSERT INTO report_event (report_id, seq, id, action, from_state, to_state, at, actor_role, actor_name, prev_hash, hash) VALUES (1, 2, 'e2', 'ask', 'submitted', 'needs_info', 6, 'station', '站', 'h1', 'h2')
    INSERT INTO outbox (id, report_id, seq, account_id, created_at, delivered_at) VALUES (41, 1, 1, 'resident', 5, 7)
    INSERT INTO outbox (id, report_id, seq, account_id, created_at) VALUES (42, 1, 2, 'resident', 6)
    INSERT INTO notification VALUES ('resident', 41, 'N1', 1, 'submit', 'submitted', '', 5, 9)`
  const lines = statements.split('\n').filter((line) => line.trim() !== '')
  await env.DB.batch(lines.map((line) => env.DB.prepare(line)))
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS)
})

it('keeps what was delivered, and delivers what was waiting', async () => {
  await runQueue({ ...env, OUTBOX: { send: async () => undefined } } as unknown as Env)
  const { results } = await env.DB.prepare(
    'SELECT id, kind, report_number, seq, action, actor_name, at, read_at FROM notification ORDER BY id',
  ).all()
  const kept = { kind: 'event', report_number: 'N1' }
  expect(results).toEqual([
    { ...kept, id: 41, seq: 1, action: 'submit', actor_name: '', at: 5, read_at: 9 },
    { ...kept, id: 42, seq: 2, action: 'ask', actor_name: '站', at: 6, read_at: null },
  ])
})

it('leaves every reference whole, and gives no number twice', async () => {
  expect((await env.DB.prepare('PRAGMA foreign_key_check').all()).results).toEqual([])
  const insert = `INSERT INTO outbox (report_id, seq, kind, recipient_kind, recipient_code, created_at)
    VALUES (1, 2, 'event', 'station', '0001', 7) RETURNING id`
  expect(await env.DB.prepare(insert).first('id')).toBe(43)
  const loose = `INSERT INTO notification VALUES ('resident', 99, 'event', 'N2', 1, 'ask', 'needs_info', '', 1, NULL)`
  await expect(env.DB.prepare(loose).run()).rejects.toThrow('FOREIGN KEY')
})
