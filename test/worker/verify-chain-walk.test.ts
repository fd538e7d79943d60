import { env } from 'cloudflare:test'
import { beforeAll, expect, it } from 'vitest'
import type { State } from '../../shared/domain/report-state.ts'
import { secretsFrom } from '../../worker/adapters/secrets.ts'
import { runBatch, type Database } from '../../worker/repository/query.ts'
import { appendEvent, type NewEvent } from '../../worker/repository/report-events.ts'
import { eventHash } from '../../worker/use-cases/report/chain.ts'
import { withTextHash } from '../../worker/use-cases/report/follow-event.ts'
import { verifyChains, type Deviation } from '../../worker/use-cases/report/verify-chain.ts'
import { submitOpinion } from '../support/api.ts'
import { seedTestCity } from '../support/test-city.ts'

const LAMP = { categoryCode: 'street-lighting', text: '中山四路口的路灯坏了三天，晚上很黑。' }

/** Appends notes as the product writes them, many at once. */
async function appendNotes(reportNumber: string, count: number): Promise<void> {
  const secrets = await secretsFrom(env.SECRET_KEY)
  const row = await env.DB.prepare('SELECT version, state, head_hash FROM report WHERE number = ?')
    .bind(reportNumber)
    .first<{ version: number; state: State; head_hash: string }>()
  if (!row) throw new Error(`no report ${reportNumber}`)
  const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes))
  let prevHash = row.head_hash
  const notes: NewEvent[] = []
  for (let n = 1; n <= count; n += 1) {
    const event: Omit<NewEvent, 'hash'> = {
      id: crypto.randomUUID(),
      reportNumber,
      seq: row.version + n,
      action: 'note',
      from: row.state,
      to: row.state,
      at: Date.now(),
      actorId: null,
      actorRole: 'station',
      actorName: '联络站',
      actorPerson: null,
      ...(await withTextHash({ secrets, random }, `第${n}次`)),
      photoIds: [],
      internal: true,
      data: {},
      changes: {},
      prevHash,
    }
    prevHash = await eventHash(secrets, event)
    notes.push({ ...event, hash: prevHash })
  }
  await runBatch(
    env.DB,
    notes.map((note) => appendEvent(env.DB, note)),
  )
}

/** The last of 31 reports, with 400 events: many pages, and exactly two pieces of one report. */
let last: string

beforeAll(async () => {
  await seedTestCity()
  for (let n = 0; n < 30; n += 1) await submitOpinion({}, LAMP)
  last = (await submitOpinion({}, LAMP)).report.number
  await appendNotes(last, 399)
})

/** Verifies the city as `db` shows it; answers what is found and how often the database was asked. */
async function verify(beforeCall: (call: number) => Promise<void> = async () => undefined) {
  const found: Deviation[] = []
  let calls = 0
  const db: Database = {
    prepare: (sql) => env.DB.prepare(sql),
    async batch<T>(statements: Parameters<Database['batch']>[0]) {
      calls += 1
      await beforeCall(calls)
      return env.DB.batch<T>(statements)
    },
  }
  const secrets = await secretsFrom(env.SECRET_KEY)
  const walked = await verifyChains({ db, secrets }, (one) => found.push(one))
  return { found, walked, calls }
}

it('is walked to its end over many reports, and over many events of one', async () => {
  expect(await verify()).toEqual({
    found: [],
    walked: { reports: 31, events: 30 + 400, deviations: 0 },
    // Two pages of ids and rows, two more pieces of the last report (the second is empty), no third page, and the
    // question for events without a report.
    calls: 2 + 2 + 2 + 1 + 1,
  })
})

it('is found whole while it is at work', async () => {
  // The report moves on after its row and first events were read, and before its further ones are.
  const { found, walked } = await verify(async (call) => {
    if (call === 5) await appendNotes(last, 1)
  })
  expect(found).toEqual([])
  expect(walked.events).toBe(30 + 401)
})
