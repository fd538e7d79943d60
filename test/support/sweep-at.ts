import { env } from 'cloudflare:test'
import { secretsFrom } from '../../worker/adapters/secrets.ts'
import type { Database } from '../../worker/repository/query.ts'
import { verifyChains, type Deviation } from '../../worker/use-cases/report/verify-chain.ts'
import { advanceReports, type Advanced } from '../../worker/use-cases/sweep/advance-reports.ts'

interface Run {
  db?: Database
  size?: { batch: number; batches: number }
}

/** Runs the sweep at a moment (milliseconds), over the test's database or another that stands before it. */
export async function sweepAt(at: number, { db = env.DB, size }: Run = {}): Promise<Advanced> {
  const secrets = await secretsFrom(env.SECRET_KEY)
  const ctx = {
    db,
    secrets,
    now: () => at,
    newId: () => crypto.randomUUID(),
    random: (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes)),
  }
  return advanceReports(ctx, size)
}

interface StoredEvent {
  seq: number
  action: string
  actor_role: string
  at: number
  data: Record<string, unknown>
}

/** The events of a report as they are stored. */
export async function eventsOf(number: string): Promise<StoredEvent[]> {
  const { results } = await env.DB.prepare(
    `SELECT report_event.* FROM report JOIN report_event ON report_event.report_id = report.id
     WHERE report.number = ?1 ORDER BY seq`,
  )
    .bind(number)
    .all<StoredEvent & { data: string }>()
  return results.map((event: StoredEvent & { data: string }) => ({ ...event, data: JSON.parse(event.data) }))
}

/** What is wrong with any report of the database: gaps, broken chains, rows that their events do not give. */
export async function faultsOfChains(): Promise<Deviation[]> {
  const faults: Deviation[] = []
  const secrets = await secretsFrom(env.SECRET_KEY)
  await verifyChains({ db: env.DB, secrets }, (fault) => faults.push(fault))
  return faults
}
