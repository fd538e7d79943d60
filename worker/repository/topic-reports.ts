import type { Locale } from '../../shared/domain/locale.ts'
import { many, type Database, type Query } from './query.ts'
import { readReport, type ReportRecord } from './report-columns.ts'
import { selectReports } from './reports.ts'

const MEMBERS = `SELECT report_id FROM topic_report JOIN topic ON topic.id = topic_report.topic_id
  WHERE topic.code = ?1`

/** The reports of a topic, latest first. */
export function reportsOfTopic(db: Database, id: string, locale: Locale): Query<ReportRecord[]> {
  const which = `report.id IN (${MEMBERS}) ORDER BY report.id DESC`
  return many(db.prepare(selectReports(locale, which)).bind(id), readReport)
}

/** The reports that are merged into one of a topic's, oldest first. */
export function followersOfTopic(db: Database, id: string, locale: Locale): Query<ReportRecord[]> {
  const which = `report.state = 'merged'
    AND report.lead_number IN (SELECT number FROM report WHERE id IN (${MEMBERS})) ORDER BY report.id`
  return many(db.prepare(selectReports(locale, which)).bind(id), readReport)
}

function byNumber<T>(statement: Query<unknown>['statement'], column: string): Query<Map<string, T>> {
  return { statement, read: (rows) => new Map(rows.map((row) => [row.number as string, row[column] as T])) }
}

/** Which of these reports are in a topic that is not closed, by their numbers. */
export function topicsOfReports(db: Database, numbers: readonly string[]): Query<Map<string, string>> {
  const statement = db
    .prepare(
      `SELECT report.number, topic.code FROM json_each(?1) AS wanted
       JOIN report ON report.number = wanted.value
       JOIN topic_report ON topic_report.report_id = report.id AND topic_report.is_current = 1
       JOIN topic ON topic.id = topic_report.topic_id`,
    )
    .bind(JSON.stringify(numbers))
  return byNumber(statement, 'code')
}

/** The first photo of each report of a topic, and of those with these numbers. */
export function firstPhotosOfTopic(
  db: Database,
  id: string,
  numbers: readonly string[] = [],
): Query<Map<string, string>> {
  const statement = db
    .prepare(
      `SELECT report.number, report_photo.photo_id, min(seq * 100 + ordinal)
       FROM report JOIN report_photo ON report_photo.report_id = report.id
       WHERE report.id IN (${MEMBERS} UNION SELECT id FROM report WHERE number IN (SELECT value FROM json_each(?2)))
       GROUP BY report.id`,
    )
    .bind(id, JSON.stringify(numbers))
  return byNumber(statement, 'photo_id')
}
