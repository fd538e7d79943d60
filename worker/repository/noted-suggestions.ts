import type { Locale } from '../../shared/domain/locale.ts'
import type { ListedSuggestion } from './cluster-lists.ts'
import { IN_POOL } from './clusters.ts'
import { localName } from './local-name.ts'
import type { SessionKey } from './notifications.ts'
import { many, type Database, type Query } from './query.ts'

/** A deputy's note as a supervisor reads it among the suggestions. */
export interface NotedSuggestion extends Omit<ListedSuggestion, 'reasons'> {
  note: { text: string; at: number; by: { name: string; station: string | null } }
}

const DAY_MS = 86_400_000
const ROW = '-problem_note.id'

/**
 * The notes that wait in the field of a session's supervisor, latest first, with those of their reports that are in no
 * topic yet. Their `row` is below zero, so that they and what the sweep found have one order.
 */
export function notesForSupervisor(
  db: Database,
  locale: Locale,
  session: SessionKey,
  page: { before: { newestAt: number; row: number }; limit: number },
): Query<NotedSuggestion[]> {
  const statement = db
    .prepare(
      `SELECT problem_note.*, ${localName('category', locale)} AS category_name,
         ${localName('district', locale)} AS district_name,
         coalesce(${localName('deputy', locale)}, account.name, '') AS person_name,
         ${localName('station', locale)} AS station_name,
         (SELECT json_group_array(json_object('number', number, 'text', text, 'latE6', lat_e6, 'lngE6', lng_e6,
            'address', address, 'createdAt', created_at, 'state', state, 'similarity', 0))
          FROM (SELECT report.* FROM problem_note_report JOIN report ON report.id = problem_note_report.report_id
                WHERE problem_note_report.note_id = problem_note.id AND ${IN_POOL}
                  AND (me.district_code IS NULL OR report.district_code = me.district_code)
                ORDER BY report.created_at DESC, report.id DESC)) AS reports
       FROM session JOIN account AS me ON me.id = session.account_id
       CROSS JOIN problem_note
       JOIN account ON account.id = problem_note.account_id
       LEFT JOIN deputy ON deputy.id = account.deputy_id
       LEFT JOIN station ON station.number = account.station_number
       JOIN category ON category.code = problem_note.category_code
       JOIN district ON district.code = problem_note.district_code
       WHERE session.token_hash = ?1 AND session.expires_at > ?2 AND me.disabled_at IS NULL AND me.role = 'supervisor'
         AND (me.district_code IS NULL OR me.district_code = problem_note.district_code)
         AND problem_note.dismissed_at IS NULL AND problem_note.topic_id IS NULL
         AND (problem_note.created_at, ${ROW}) < (?3, ?4)
       ORDER BY problem_note.created_at DESC, ${ROW} DESC LIMIT ?5`,
    )
    .bind(session.tokenHash, session.now, page.before.newestAt, page.before.row, page.limit)
  return many(statement, (row) => ({
    row: -(row.id as number),
    id: row.code as string,
    category: { code: row.category_code as string, name: row.category_name as string },
    district: { code: row.district_code as string, name: row.district_name as string },
    newestAt: row.created_at as number,
    reports: JSON.parse(row.reports as string) as ListedSuggestion['reports'],
    note: {
      text: row.text as string,
      at: row.created_at as number,
      by: { name: row.person_name as string, station: row.station_name as string | null },
    },
  }))
}

/** What can be said of reports that somebody else has put together: when they were filed. */
export function reasonsOfNote({ note, reports }: NotedSuggestion): ListedSuggestion['reasons'] {
  const times = reports.length > 0 ? reports.map(({ createdAt }) => createdAt) : [note.at]
  const [from, to] = [Math.min(...times), Math.max(...times)]
  return { radiusMetres: null, days: Math.ceil((to - from) / DAY_MS), likeness: 0, sharedWords: [], from, to }
}
