import { env } from 'cloudflare:test'
import type { ReportFacts } from '../../../shared/domain/report-state.ts'
import { many, runBatch, write, type Row } from '../../../worker/repository/query.ts'
import { readFacts } from '../../../worker/repository/report-columns.ts'

/** An event as it stands in the database. */
export interface EventRow {
  report_id: number
  seq: number
  id: string
  action: string
  from_state: string
  to_state: string
  at: number
  actor_id: string | null
  actor_role: string
  actor_name: string
  actor_person: string | null
  text: string | null
  text_salt: string | null
  text_hash: string | null
  photo_ids: string[]
  internal: number
  data: Record<string, unknown>
  changes: Record<string, unknown>
  prev_hash: string
  hash: string
}

/** A report with everything the database knows of it. */
export interface Dumped {
  row: Row
  facts: ReportFacts
  events: EventRow[]
  /** The report it follows, if any. */
  lead: { state: string; number: string } | null
  publicPhotos: string[]
}

function readEvent(row: Row): EventRow {
  const parsed = (column: string) => JSON.parse(row[column] as string) as never
  return {
    ...(row as unknown as EventRow),
    photo_ids: parsed('photo_ids'),
    data: parsed('data'),
    changes: parsed('changes'),
  }
}

const WANTED = 'report.number IN (SELECT value FROM json_each(?1))'

/** Reads reports straight from the tables, past the product's own reading of timelines. */
export async function dumpReports(numbers: readonly string[]): Promise<Dumped[]> {
  const bind = (sql: string) => env.DB.prepare(sql).bind(JSON.stringify(numbers))
  const [rows, events, photos] = await runBatch(env.DB, [
    many(
      bind(
        `SELECT report.*, category.evidence_required, lead.state AS lead_state FROM report
         JOIN category ON category.code = report.category_code
         LEFT JOIN report AS lead ON lead.number = report.lead_number WHERE ${WANTED}`,
      ),
      (row) => row,
    ),
    many(
      bind(
        `SELECT report_event.* FROM report JOIN report_event ON report_event.report_id = report.id
         WHERE ${WANTED} ORDER BY report_event.report_id, report_event.seq`,
      ),
      readEvent,
    ),
    many(
      bind(
        `SELECT report_photo.report_id, report_photo.photo_id FROM report
         JOIN report_photo ON report_photo.report_id = report.id
         WHERE ${WANTED} AND report_photo.is_public = 1`,
      ),
      (row) => row,
    ),
  ])
  return rows.map((row) => ({
    row,
    facts: readFacts(row),
    events: events.filter((event) => event.report_id === row.id),
    lead:
      row.lead_number === null
        ? null
        : { state: row.lead_state as string, number: row.lead_number as string },
    publicPhotos: photos
      .filter((photo) => photo.report_id === row.id)
      .map((photo) => photo.photo_id as string),
  }))
}

/** What was kept under these keys. */
export async function keptAnswers(keys: readonly string[]): Promise<Map<string, string>> {
  const statement = env.DB.prepare(
    'SELECT key, answer FROM idempotency_key WHERE key IN (SELECT value FROM json_each(?1))',
  ).bind(JSON.stringify(keys))
  const [rows] = await runBatch(env.DB, [many(statement, (row) => row)])
  return new Map(rows.map((row) => [row.key as string, row.answer as string]))
}

/** How far the database was written at a moment. */
export interface Mark {
  lastReport: number
  /** Events that people wrote, and the keys that were kept. */
  events: number
  keys: number
}

export async function markNow(): Promise<Mark> {
  const statement = env.DB.prepare(
    `SELECT (SELECT coalesce(max(id), 0) FROM report) AS last_report,
       (SELECT count(*) FROM report_event WHERE actor_role <> 'clock') AS events,
       (SELECT count(*) FROM idempotency_key) AS keys`,
  )
  const [[row]] = await runBatch(env.DB, [many(statement, (found) => found)])
  return { lastReport: row?.last_report as number, events: row?.events as number, keys: row?.keys as number }
}

/** Every report that was filed after that. */
export async function numbersSince({ lastReport }: Mark): Promise<string[]> {
  const statement = env.DB.prepare('SELECT number FROM report WHERE id > ?1 ORDER BY id').bind(lastReport)
  const [numbers] = await runBatch(env.DB, [many(statement, (row) => row.number as string)])
  return numbers
}

/** Forgets every key with its answer, as the product does after some days. */
export async function forgetKeys(): Promise<void> {
  await runBatch(env.DB, [write(env.DB.prepare('DELETE FROM idempotency_key'))])
}
