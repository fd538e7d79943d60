import { many, type Database, type Query } from './query.ts'
import { conditionsOf, type ListFilter } from './report-conditions.ts'
import { ME, SCOPES, type OwnScope } from './report-lists.ts'

export interface CountedList {
  scope: OwnScope
  filter: ListFilter
  /** Only what has come since (milliseconds): to an inbox by any event, to other lists by being filed. */
  since?: number | undefined
  /** No more than so many are counted. */
  cap: number
}

/**
 * An inbox is short and found by its holder: any event since counts. Everything is long: rows after the last one that was
 * filed before are found by their id, and the date decides, for ids need not follow it to the letter.
 */
function sinceCondition(scope: CountedList['scope'], since: number | undefined) {
  if (since === undefined) return { sql: '', params: [] }
  if (scope === 'inbox') return { sql: ' AND report.updated_at > ?', params: [since] }
  const sql = ` AND report.created_at > ? AND report.id > coalesce(
    (SELECT earlier.id FROM report AS earlier WHERE earlier.created_at <= ? ORDER BY earlier.created_at DESC LIMIT 1), 0)`
  return { sql, params: [since, since] }
}

/**
 * How many reports a list of the session's account has: one query a way in which they can be its own, each without
 * those that an earlier one counts; their numbers are to be added.
 */
export function countsOfSession(
  db: Database,
  session: { tokenHash: string; now: number },
  { scope, filter, since, cap }: CountedList,
): Query<number[]>[] {
  const { parts, params } = conditionsOf(filter, 'private')
  const news = sinceCondition(scope, since)
  const ways: readonly string[] = SCOPES[scope]
  return ways.map((way, index) => {
    const others = ways.slice(0, index).map((earlier) => ` AND NOT coalesce((${earlier}), 0)`)
    const statement = db
      .prepare(
        `${ME} SELECT count(*) AS n FROM (
           SELECT 1 FROM me CROSS JOIN report
           WHERE ${[`(${way})${others.join('')}`, ...parts].join(' AND ')}${news.sql} LIMIT ?)`,
      )
      .bind(session.tokenHash, session.now, ...params, ...news.params, cap)
    return many(statement, ({ n }) => n as number)
  })
}
