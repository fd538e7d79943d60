import type { Locale } from '../../shared/domain/locale.ts'
import type { ClusterReasons } from '../../shared/domain/report-clusters.ts'
import type { State } from '../../shared/domain/report-state.ts'
import { IN_POOL } from './clusters.ts'
import { localName } from './local-name.ts'
import type { SessionKey } from './notifications.ts'
import { many, type Database, type Query } from './query.ts'

/** A suggestion as supervisors read it, with those of its reports that still speak for it, latest first. */
export interface ListedSuggestion {
  row: number
  id: string
  category: { code: string; name: string }
  district: { code: string; name: string }
  reasons: ClusterReasons
  newestAt: number
  reports: {
    number: string
    text: string
    latE6: number | null
    lngE6: number | null
    address: string | null
    createdAt: number
    state: State
    similarity: number
  }[]
}

const ME = `(SELECT account.* FROM session JOIN account ON account.id = session.account_id
  WHERE session.token_hash = ?1 AND session.expires_at > ?2 AND account.disabled_at IS NULL) AS me`

const MINE = `me.role = 'supervisor' AND (me.district_code IS NULL OR me.district_code = cluster_suggestion.district_code)`

/** The suggestions in the field of a session's supervisor, those with the newest reports first. */
export function suggestionsOfSession(
  db: Database,
  locale: Locale,
  session: SessionKey,
  page: { before: { newestAt: number; row: number }; limit: number },
): Query<ListedSuggestion[]> {
  const statement = db
    .prepare(
      `SELECT cluster_suggestion.*, ${localName('category', locale)} AS category_name,
         ${localName('district', locale)} AS district_name,
         (SELECT json_group_array(json_object('number', number, 'text', text, 'latE6', lat_e6, 'lngE6', lng_e6,
            'address', address, 'createdAt', created_at, 'state', state, 'similarity', similarity))
          FROM (SELECT report.*, cluster_member.similarity
                FROM cluster_member JOIN report ON report.id = cluster_member.report_id
                WHERE cluster_member.suggestion_id = cluster_suggestion.id AND ${IN_POOL}
                ORDER BY report.created_at DESC, report.id DESC)) AS reports
       FROM ${ME} CROSS JOIN cluster_suggestion
       JOIN category ON category.code = cluster_suggestion.category_code
       JOIN district ON district.code = cluster_suggestion.district_code
       WHERE ${MINE} AND cluster_suggestion.dismissed IS NULL
         AND (cluster_suggestion.newest_at, cluster_suggestion.id) < (?3, ?4)
       ORDER BY cluster_suggestion.newest_at DESC, cluster_suggestion.id DESC LIMIT ?5`,
    )
    .bind(session.tokenHash, session.now, page.before.newestAt, page.before.row, page.limit)
  return many(statement, (row) => ({
    row: row.id as number,
    id: row.code as string,
    category: { code: row.category_code as string, name: row.category_name as string },
    district: { code: row.district_code as string, name: row.district_name as string },
    reasons: JSON.parse(row.reasons as string) as ClusterReasons,
    newestAt: row.newest_at as number,
    reports: JSON.parse(row.reports as string) as ListedSuggestion['reports'],
  }))
}

/**
 * Dismisses a suggestion in the field of a session's supervisor; one that is dismissed already stays as it is.
 *
 * @returns false when there is none
 */
export function dismissSuggestionOfSession(db: Database, session: SessionKey, id: string): Query<boolean> {
  const statement = db
    .prepare(
      `UPDATE cluster_suggestion SET dismissed = coalesce(dismissed,
         (SELECT json_group_array(report_id) FROM cluster_member WHERE suggestion_id = cluster_suggestion.id))
       FROM ${ME} WHERE cluster_suggestion.code = ?3 AND ${MINE} RETURNING cluster_suggestion.id`,
    )
    .bind(session.tokenHash, session.now, id)
  return { statement, read: (rows) => rows.length === 1 }
}
