import { many, maybeOne, write, type Database, type Query } from './query.ts'

const DAY_MS = 86_400_000

/** How long something is kept after the last thing that happened to a report that is over. */
export interface RetentionLimit {
  categoryCode: string
  what: 'contact' | 'words'
  days: number
}

/** Every limit; `*` stands for all categories that have none of their own. */
export function retentionLimits(db: Database): Query<RetentionLimit[]> {
  const sql = 'SELECT category_code, what, days FROM retention_limit ORDER BY category_code, what'
  return many(db.prepare(sql), (row) => ({
    categoryCode: row.category_code as string,
    what: row.what as RetentionLimit['what'],
    days: row.days as number,
  }))
}

/** Sets a limit anew. */
export function saveRetentionLimit(db: Database, limit: RetentionLimit): Query<void> {
  const sql = `INSERT INTO retention_limit (category_code, what, days) VALUES (?1, ?2, ?3)
    ON CONFLICT (category_code, what) DO UPDATE SET days = excluded.days`
  return write(db.prepare(sql).bind(limit.categoryCode, limit.what, limit.days))
}

/** Whether there is such a category; `*` is one. */
export function categoryExists(db: Database, code: string): Query<boolean> {
  const statement = db.prepare("SELECT 1 WHERE ?1 = '*' OR EXISTS (SELECT 1 FROM category WHERE code = ?1)")
  return { statement: statement.bind(code), read: (rows) => rows.length === 1 }
}

const DAYS = (what: RetentionLimit['what']) => `coalesce(
    (SELECT days FROM retention_limit WHERE category_code = report.category_code AND what = '${what}'),
    (SELECT days FROM retention_limit WHERE category_code = '*' AND what = '${what}')
  )`
const SHORTEST = (what: RetentionLimit['what']) =>
  `(SELECT min(days) FROM retention_limit WHERE what = '${what}')`
const ENDED = "state IN ('closed', 'declined', 'withdrawn')"

/** Reports that are over and whose reporter wants everything erased. */
export function erasuresDue(db: Database, limit: number): Query<string[]> {
  const statement = db
    .prepare(
      `SELECT report.number FROM erasure_request JOIN report ON report.id = erasure_request.report_id
       WHERE report.${ENDED} AND report.anonymised_at IS NULL ORDER BY erasure_request.report_id LIMIT ?1`,
    )
    .bind(limit)
  return many(statement, (row) => row.number as string)
}

/** Reports whose words have been kept as long as they may be. */
export function wordsKeptTooLong(db: Database, now: number, limit: number): Query<string[]> {
  // The shortest limit of all bounds the walk over the index, the category's own decides.
  const statement = db
    .prepare(
      `SELECT number FROM report
       WHERE anonymised_at IS NULL AND ${ENDED} AND updated_at < ?1 - ${SHORTEST('words')} * ${DAY_MS}
         AND updated_at < ?1 - ${DAYS('words')} * ${DAY_MS}
       ORDER BY updated_at LIMIT ?2`,
    )
    .bind(now, limit)
  return many(statement, (row) => row.number as string)
}

/** Erases contacts that have been kept as long as they may be. */
export function eraseOldContacts(db: Database, now: number, limit: number): Query<void> {
  const statement = db
    .prepare(
      `UPDATE report SET contact_sealed = NULL, phone_hash = NULL WHERE id IN (
         SELECT id FROM report
         WHERE contact_sealed IS NOT NULL AND ${ENDED} AND updated_at < ?1 - ${SHORTEST('contact')} * ${DAY_MS}
           AND updated_at < ?1 - ${DAYS('contact')} * ${DAY_MS}
         LIMIT ?2
       )`,
    )
    .bind(now, limit)
  return write(statement)
}

/** Erases the contact of a report at once. */
export function eraseContact(db: Database, number: string): Query<void> {
  const sql = 'UPDATE report SET contact_sealed = NULL, phone_hash = NULL WHERE number = ?1'
  return write(db.prepare(sql).bind(number))
}

/** Remembers that a reporter wants everything erased; the first time counts. */
export function requestErasure(db: Database, number: string, now: number): Query<void> {
  const sql = `INSERT INTO erasure_request (report_id, asked_at)
    SELECT id, ?2 FROM report WHERE number = ?1 AND anonymised_at IS NULL ON CONFLICT (report_id) DO NOTHING`
  return write(db.prepare(sql).bind(number, now))
}

/** When a reporter asked for erasure, as long as it waits for the end of the report. */
export function erasureRequest(db: Database, number: string): Query<number | null> {
  const statement = db
    .prepare(
      `SELECT asked_at FROM erasure_request JOIN report ON report.id = erasure_request.report_id
       WHERE report.number = ?1`,
    )
    .bind(number)
  return maybeOne(statement, (row) => row.asked_at as number)
}

/** Every photo that ever came with a report, of whoever. */
export function photoIdsOfReports(db: Database, numbers: readonly string[]): Query<string[]> {
  const statement = db
    .prepare(
      `SELECT photo_id FROM report_photo JOIN report ON report.id = report_photo.report_id
       WHERE report.number IN (SELECT value FROM json_each(?1))`,
    )
    .bind(JSON.stringify(numbers))
  return many(statement, (row) => row.photo_id as string)
}

/** What an account has filed, latest first, after the report with the number `after` ('' for the beginning). */
export function numbersFiledBy(
  db: Database,
  tokenHash: string,
  page: { after: string; limit: number },
): Query<string[]> {
  const statement = db
    .prepare(
      `SELECT report.number FROM session CROSS JOIN report ON report.reporter_id = session.account_id
       WHERE session.token_hash = ?1
         AND (?2 = '' OR report.id < (SELECT id FROM report WHERE number = ?2))
       ORDER BY report.id DESC LIMIT ?3`,
    )
    .bind(tokenHash, page.after, page.limit)
  return many(statement, (row) => row.number as string)
}

/** Forgets photos of an account that no report took; answers with their ids. */
export function deleteLoosePhotosOf(db: Database, accountId: string): Query<string[]> {
  const statement = db
    .prepare(
      `DELETE FROM photo WHERE owner_id = ?1
         AND NOT EXISTS (SELECT 1 FROM report_photo WHERE photo_id = photo.id) RETURNING id`,
    )
    .bind(accountId)
  return many(statement, (row) => row.id as string)
}

/** Remembers that the owner of a device wants nothing of it kept. */
export function requestForgetting(db: Database, accountId: string, now: number): Query<void> {
  const sql = `UPDATE account SET forget_asked_at = ?2
    WHERE id = ?1 AND role = 'resident' AND forget_asked_at IS NULL`
  return write(db.prepare(sql).bind(accountId, now))
}

/** Devices whose owner wants nothing kept, and of which no report knows any more. */
export function devicesToForget(db: Database, limit: number): Query<string[]> {
  const statement = db
    .prepare(
      `SELECT id FROM account WHERE forget_asked_at IS NOT NULL AND disabled_at IS NULL
         AND NOT EXISTS (SELECT 1 FROM report WHERE reporter_id = account.id)
         AND NOT EXISTS (SELECT 1 FROM photo WHERE owner_id = account.id)
       LIMIT ?1`,
    )
    .bind(limit)
  return many(statement, (row) => row.id as string)
}

/** Empties the inbox of a device and ends its sessions; what is left is a number that nothing belongs to. */
export function forgetDevice(db: Database, accountId: string, now: number): Query<void>[] {
  const remove = (table: string) =>
    write(db.prepare(`DELETE FROM ${table} WHERE account_id = ?1`).bind(accountId))
  const end = db.prepare(
    "UPDATE account SET disabled_at = ?2, wechat_hash = NULL WHERE id = ?1 AND role = 'resident'",
  )
  return [remove('channel_delivery'), remove('notification'), write(end.bind(accountId, now))]
}
