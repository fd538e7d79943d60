import { FEWEST_REPORTS } from '../../shared/domain/report-clusters.ts'
import type { Locale } from '../../shared/domain/locale.ts'
import type { HolderType } from '../../shared/domain/report-state.ts'
import { IN_POOL } from './clusters.ts'
import { localName } from './local-name.ts'
import type { SessionKey } from './notifications.ts'
import { many, maybeOne, type Database, type Query, type Row } from './query.ts'
import { conditionsOf, type ListFilter } from './report-conditions.ts'
import { ME } from './report-lists.ts'

/** The open reports of a session's supervisor. One statement a field, so that each walks its own index. */
const FIELDS = [
  `me.role = 'supervisor' AND report.district_code = me.district_code AND report.holder_type IS NOT NULL`,
  `me.role = 'supervisor' AND me.district_code IS NULL AND report.holder_type IS NOT NULL`,
] as const

/** A query for each field. A session has one of them; the other finds nothing. */
function eachField<T>(query: (field: string) => Query<T>): [Query<T>, Query<T>] {
  return [query(FIELDS[0]), query(FIELDS[1])]
}

/** How many reports meet a filter, as a column. */
function countColumn(name: string, filter: ListFilter): { sql: string; params: unknown[] } {
  const { parts, params } = conditionsOf(filter, 'private')
  return { sql: `count(*) FILTER (WHERE ${parts.join(' AND ')}) AS ${name}`, params }
}

/** In which district: the condition and its parameter. */
function narrowed(district: string | undefined): { sql: string; params: unknown[] } {
  return district === undefined
    ? { sql: '', params: [] }
    : { sql: ' AND report.district_code = ?', params: [district] }
}

/**
 * How many open reports of a session's supervisor meet each filter, by its name: one query a field, their results are to
 * be added.
 *
 * @param district its code; the whole field without
 */
export function countsOfSession(
  db: Database,
  session: SessionKey,
  filters: Readonly<Record<string, ListFilter>>,
  district: string | undefined,
): [Query<Record<string, number>>, Query<Record<string, number>>] {
  const columns = Object.entries(filters).map(([name, filter]) => countColumn(name, filter))
  const within = narrowed(district)
  return eachField((field) => {
    const statement = db
      .prepare(
        `${ME} SELECT ${columns.map(({ sql }) => sql).join(', ')}
         FROM me CROSS JOIN report WHERE ${field}${within.sql}`,
      )
      .bind(session.tokenHash, session.now, ...columns.flatMap(({ params }) => params), ...within.params)
    return { statement, read: ([row]) => (row ?? {}) as Record<string, number> }
  })
}

/** One who has reports that are overdue or quiet. */
export interface StuckHolder {
  type: HolderType
  code: string | null
  overdue: number
  quiet: number
  /** In the reader's language; null where it is not that kind of holder. */
  names: { district: string; station: string | null; body: string | null; deputy: string | null }
}

function readHolder(row: Row): StuckHolder {
  return {
    type: row.holder_type as HolderType,
    code: row.holder_code as string | null,
    overdue: row.overdue as number,
    quiet: row.quiet as number,
    names: {
      district: (row.district_name ?? '') as string,
      station: row.station_name as string | null,
      body: row.body_name as string | null,
      deputy: row.deputy_name as string | null,
    },
  }
}

/**
 * With whom reports are stuck, in the order of their codes: a list to go through, never a ranking. One query a field.
 *
 * @param limit how many of them at most
 */
export function stuckHoldersOfSession(
  db: Database,
  locale: Locale,
  session: SessionKey,
  filters: { overdue: ListFilter; quiet: ListFilter },
  { district, limit }: { district: string | undefined; limit: number },
): [Query<StuckHolder[]>, Query<StuckHolder[]>] {
  const overdue = countColumn('overdue', filters.overdue)
  const quiet = countColumn('quiet', filters.quiet)
  const within = narrowed(district)
  return eachField((field) => {
    const statement = db
      .prepare(
        `${ME} SELECT stuck.*, ${localName('district', locale)} AS district_name,
           ${localName('station', locale)} AS station_name, ${localName('body', locale)} AS body_name,
           ${localName('deputy', locale)} AS deputy_name
         FROM (
           SELECT report.holder_type, report.holder_code, ${overdue.sql}, ${quiet.sql}
           FROM me CROSS JOIN report WHERE ${field}${within.sql}
           GROUP BY 1, 2 HAVING overdue > 0 OR quiet > 0
         ) AS stuck
         LEFT JOIN station ON stuck.holder_type = 'station' AND station.number = stuck.holder_code
         LEFT JOIN body ON stuck.holder_type = 'body' AND body.code = stuck.holder_code
         LEFT JOIN deputy ON stuck.holder_type = 'deputy' AND deputy.id = stuck.holder_code
         LEFT JOIN district ON stuck.holder_type IN ('desk', 'supervisor') AND district.code = stuck.holder_code
         ORDER BY stuck.holder_type, stuck.holder_code LIMIT ?`,
      )
      .bind(session.tokenHash, session.now, ...overdue.params, ...quiet.params, ...within.params, limit)
    return many(statement, readHolder)
  })
}

/** How many common problems wait for a session's supervisor, and in what way. */
export interface TopicCounts {
  suggestions: number
  inReview: number
  pastDue: number
}

/** Those of the whole field, or of one district. */
export function topicCountsOfSession(
  db: Database,
  session: SessionKey,
  district: string | undefined,
): Query<TopicCounts | null> {
  const mine = (table: string) => `me.role = 'supervisor'
    AND (me.district_code IS NULL OR ${table}.district_code = me.district_code)
    AND (?3 IS NULL OR ${table}.district_code = ?3)`
  const statement = db
    .prepare(
      `WITH me AS (
         SELECT account.* FROM session JOIN account ON account.id = session.account_id
         WHERE session.token_hash = ?1 AND session.expires_at > ?2 AND account.disabled_at IS NULL
       )
       SELECT
         (SELECT count(*) FROM me CROSS JOIN cluster_suggestion
          WHERE ${mine('cluster_suggestion')} AND cluster_suggestion.dismissed IS NULL
            AND (SELECT count(*) FROM cluster_member JOIN report ON report.id = cluster_member.report_id
                 WHERE cluster_member.suggestion_id = cluster_suggestion.id AND ${IN_POOL}) >= ?4) AS suggestions,
         (SELECT count(*) FROM me CROSS JOIN problem_note
          WHERE ${mine('problem_note')} AND problem_note.dismissed_at IS NULL AND problem_note.topic_id IS NULL) AS notes,
         (SELECT count(*) FROM me CROSS JOIN topic WHERE ${mine('topic')} AND topic.state = 'in_review') AS in_review,
         (SELECT count(*) FROM me CROSS JOIN topic
          WHERE ${mine('topic')} AND topic.state = 'open' AND topic.due_at < ?2) AS past_due`,
    )
    .bind(session.tokenHash, session.now, district ?? null, FEWEST_REPORTS)
  return maybeOne(statement, (row) => ({
    suggestions: (row.suggestions as number) + (row.notes as number),
    inReview: row.in_review as number,
    pastDue: row.past_due as number,
  }))
}
