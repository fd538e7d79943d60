import type { Locale } from '../../shared/domain/locale.ts'
import { namesOfWords, readNamesOfWords, type Names } from './names.ts'
import { many, type Database, type Query } from './query.ts'

/** A notice nobody tries to deliver any more. Times in milliseconds. */
export interface DeadLetterRecord {
  id: string
  channel: string
  reportNumber: string
  recipient: string
  attempts: number
  lastError: string | null
  createdAt: number
  deadAt: number
}

/** From after `after` on. */
interface DeadLetterPage {
  after: { deadAt: number; id: string }
  limit: number
}

const PAGE = `SELECT * FROM dead_letter WHERE dead_at <= ?1 AND (dead_at, id) < (?1, ?2)
  ORDER BY dead_at DESC, id DESC LIMIT ?3`

/** To whom the letters of the same page should have gone, by name. */
export function deadLetterNames(db: Database, page: DeadLetterPage, locale: Locale): Query<Names> {
  const statement = db
    .prepare(
      `WITH words (word) AS (SELECT DISTINCT substr(recipient, instr(recipient, ':') + 1) FROM (${PAGE}))
       ${namesOfWords('words', locale)}`,
    )
    .bind(page.after.deadAt, page.after.id, page.limit)
  return readNamesOfWords(statement)
}

/** Dead letters, latest first. */
export function deadLetters(db: Database, page: DeadLetterPage): Query<DeadLetterRecord[]> {
  const statement = db.prepare(PAGE).bind(page.after.deadAt, page.after.id, page.limit)
  return many(statement, (row) => ({
    id: row.id as string,
    channel: row.channel as string,
    reportNumber: row.report_number as string,
    recipient: row.recipient as string,
    attempts: row.attempts as number,
    lastError: row.last_error as string | null,
    createdAt: row.created_at as number,
    deadAt: row.dead_at as number,
  }))
}

/** The table a dead letter's row is in, by the first part of its id. */
const TABLES = { inbox: 'outbox', channel: 'channel_delivery', webhook: 'webhook_delivery' } as const

/** Lets a dead letter wait for its delivery again as if it were new; answers whether there was such a dead letter. */
export function reviveDeadLetter(
  db: Database,
  letter: { kind: keyof typeof TABLES; rowId: number },
): Query<boolean> {
  const statement = db
    .prepare(
      `UPDATE ${TABLES[letter.kind]} SET dead_at = NULL, attempts = 0, next_attempt_at = 0
       WHERE id = ?1 AND dead_at IS NOT NULL RETURNING id`,
    )
    .bind(letter.rowId)
  return { statement, read: (rows) => rows.length === 1 }
}
