import { many, maybeOne, write, type Database, type Query } from './query.ts'
import { READABLE, readerValues, type Reader } from './report-scope.ts'

/** How many others have met what a report tells of; a column for queries over `report`. */
export const JOINS = '(SELECT count(*) FROM report_join WHERE report_join.report_id = report.id) AS joins'

/** What must be known of a report before somebody joins it. */
export interface Joinable {
  id: number
  isPublic: boolean
  /** Whether somebody still has to act. */
  isOpen: boolean
  reporterId: string | null
}

/** The report with that number, if the reader may know of it. */
export function joinableReport(db: Database, number: string, reader: Reader): Query<Joinable | null> {
  const statement = db
    .prepare(
      `SELECT id, is_public, holder_type, reporter_id FROM report WHERE report.number = ?1 AND ${READABLE}`,
    )
    .bind(number, ...readerValues(reader))
  return maybeOne(statement, (row) => ({
    id: row.id as number,
    isPublic: row.is_public === 1,
    isOpen: row.holder_type !== null,
    reporterId: row.reporter_id as string | null,
  }))
}

/** Counts a person in; who is counted already stays counted once. */
export function addJoin(db: Database, reportId: number, accountId: string, now: number): Query<void> {
  const sql = `INSERT INTO report_join (report_id, account_id, joined_at) VALUES (?1, ?2, ?3)
    ON CONFLICT (report_id, account_id) DO NOTHING`
  return write(db.prepare(sql).bind(reportId, accountId, now))
}

export function removeJoin(db: Database, reportId: number, accountId: string): Query<void> {
  const sql = 'DELETE FROM report_join WHERE report_id = ?1 AND account_id = ?2'
  return write(db.prepare(sql).bind(reportId, accountId))
}

export function countJoins(db: Database, reportId: number): Query<number> {
  const statement = db
    .prepare('SELECT count(*) AS joins FROM report_join WHERE report_id = ?1')
    .bind(reportId)
  return { statement, read: ([row]) => (row?.joins as number | undefined) ?? 0 }
}

/** Whether the owner of a session has joined the report with that number. */
export function hasJoined(db: Database, number: string, tokenHash: string | null): Query<boolean> {
  const statement = db
    .prepare(
      `SELECT 1 FROM session JOIN report_join ON report_join.account_id = session.account_id
       JOIN report ON report.id = report_join.report_id
       WHERE session.token_hash = ?1 AND report.number = ?2`,
    )
    .bind(tokenHash ?? '', number)
  return { statement, read: (rows) => rows.length > 0 }
}

/** What a session's owner has joined, latest first; what is not public any more is theirs no longer to read. */
export function joinsOfSession(
  db: Database,
  tokenHash: string,
  limit: number,
): Query<{ number: string; at: number }[]> {
  const statement = db
    .prepare(
      `SELECT report.number, report_join.joined_at
       FROM session CROSS JOIN report_join ON report_join.account_id = session.account_id
       JOIN report ON report.id = report_join.report_id
       WHERE session.token_hash = ?1 ORDER BY report_join.joined_at DESC LIMIT ?2`,
    )
    .bind(tokenHash, limit)
  return many(statement, (row) => ({ number: row.number as string, at: row.joined_at as number }))
}

/** Takes a person out of everything they joined. */
export function removeJoinsOf(db: Database, accountId: string): Query<void> {
  return write(db.prepare('DELETE FROM report_join WHERE account_id = ?1').bind(accountId))
}
