import type { Database, Query } from './query.ts'

/** Steps of one weekend are due at the same moment: they are told apart by whose they are. */
const HOLDER = "report.holder_type || ':' || coalesce(report.holder_code, '')"

/**
 * Reminds up to `limit` holders whose time for the present step is nearly over, each once a step: a trigger writes
 * the notice together with the reminder, so running it twice, or late, changes nothing.
 *
 * @param now milliseconds
 * @returns how many were reminded; equal to `limit` when there may be more
 */
export function remindDue(db: Database, now: number, limit: number): Query<number> {
  const statement = db
    .prepare(
      `INSERT INTO report_reminder (report_id, remind_at, holder, reminded_at)
       SELECT id, remind_at, ${HOLDER}, ?1 FROM report
       WHERE remind_at <= ?1 AND NOT EXISTS (
         SELECT 1 FROM report_reminder AS given
         WHERE given.report_id = report.id AND given.remind_at = report.remind_at AND given.holder = ${HOLDER}
       )
       ORDER BY remind_at, id LIMIT ?2
       RETURNING report_id`,
    )
    .bind(now, limit)
  return { statement, read: (rows) => rows.length }
}
