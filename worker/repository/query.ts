import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'

/** The part of D1 that the product uses; a second runtime gives the same shape. */
export type Database = Pick<D1Database, 'prepare' | 'batch'>

export type Row = Record<string, unknown>

/** A statement that is ready to run, with the reading of its rows. Several of them make one call. */
export interface Query<T> {
  statement: D1PreparedStatement
  read(rows: Row[]): T
}

type Answers<Q extends readonly Query<unknown>[]> = {
  [K in keyof Q]: Q[K] extends Query<infer T> ? T : never
}

/**
 * Runs queries as one transaction and one round trip; the answers come in the order of the queries.
 * A failing statement undoes all of them.
 */
export async function runBatch<const Q extends readonly Query<unknown>[]>(
  db: Database,
  queries: Q,
): Promise<Answers<Q>> {
  // D1 refuses an empty batch.
  if (queries.length === 0) return [] as unknown as Answers<Q>
  const results = await db.batch<Row>(queries.map((query) => query.statement))
  return queries.map((query, index) => query.read(results[index]?.results ?? [])) as Answers<Q>
}

/** A query for many rows. */
export function many<T>(statement: D1PreparedStatement, read: (row: Row) => T): Query<T[]> {
  return { statement, read: (rows) => rows.map(read) }
}

/** A query for one row or none. */
export function maybeOne<T>(statement: D1PreparedStatement, read: (row: Row) => T): Query<T | null> {
  return { statement, read: ([row]) => (row ? read(row) : null) }
}

/** A write whose rows nobody reads. */
export function write(statement: D1PreparedStatement): Query<void> {
  return { statement, read: () => undefined }
}

/** Whether a write failed because `column` (a table, or `table.column`) already holds that value. */
export function breaksUnique(error: unknown, column: string): boolean {
  return error instanceof Error && error.message.includes(`UNIQUE constraint failed: ${column}`)
}

/** What the database says when another transaction changed what was read before it was written. */
const OVERTAKEN = [
  'event does not follow its report',
  'merged reports would be left behind',
  'lead cannot be followed',
  'event does not follow its topic',
  'topic would leave reports behind',
  'UNIQUE constraint failed: topic_report.report_id',
  'UNIQUE constraint failed: idempotency_key.key',
]

/** Whether a write failed only because somebody was first: read again, decide again. */
export function wasOvertaken(error: unknown): boolean {
  return error instanceof Error && OVERTAKEN.some((words) => error.message.includes(words))
}
