import { many, type Database, type Query } from './query.ts'

/**
 * Numbers of up to `limit` reports that wait for the clock: those whose step is over, the longest overdue first, then
 * those that were brought to the station and are to go on to the supervisor. What becomes of each, the lifecycle says.
 *
 * A step from before the `escalation` limit has no moment of its own for going on: it goes on at once.
 *
 * @param now milliseconds
 * @param except numbers that are passed over
 */
export function dueReports(
  db: Database,
  now: number,
  except: readonly string[],
  limit: number,
): Query<string[]> {
  const others = 'number NOT IN (SELECT value FROM json_each(?2))'
  // The index holds what is not 'none'; that 'station' is not, the planner must be told.
  const atStation = "overdue_level <> 'none' AND overdue_level = 'station'"
  const statement = db
    .prepare(
      `SELECT number FROM report WHERE overdue_level = 'none' AND due_at < ?1 AND ${others}
       UNION ALL
       SELECT number FROM report WHERE ${atStation} AND escalate_at < ?1 AND ${others}
       UNION ALL
       SELECT number FROM report
       WHERE ${atStation} AND escalate_at IS NULL AND due_at < ?1 AND ${others}
       LIMIT ?3`,
    )
    .bind(now, JSON.stringify(except), limit)
  return many(statement, (row) => row.number as string)
}
