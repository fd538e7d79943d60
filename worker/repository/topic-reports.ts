import type { Locale } from '../../shared/domain/locale.ts'
import { many, type Database, type Query } from './query.ts'
import { readReport, type ReportRecord } from './report-columns.ts'
import { OF_OFFICE, readerValues, type Reader } from './report-scope.ts'
import { selectReports } from './reports.ts'
import { READABLE_TOPIC } from './topic-scope.ts'

/** Of a topic that the reader may not know of there are none. */
const MEMBERS = `SELECT report_id FROM topic_report JOIN topic ON topic.id = topic_report.topic_id
  WHERE topic.code = ?1 AND ${READABLE_TOPIC}`

/** The reports of a topic, latest first. */
export function reportsOfTopic(
  db: Database,
  id: string,
  locale: Locale,
  reader: Reader,
): Query<ReportRecord[]> {
  const which = `report.id IN (${MEMBERS}) ORDER BY report.id DESC`
  return many(db.prepare(selectReports(locale, which)).bind(id, ...readerValues(reader)), readReport)
}

/** The reports that are merged into one of a topic's, oldest first. */
export function followersOfTopic(
  db: Database,
  id: string,
  locale: Locale,
  reader: Reader,
): Query<ReportRecord[]> {
  const which = `report.state = 'merged'
    AND report.lead_number IN (SELECT number FROM report WHERE id IN (${MEMBERS})) ORDER BY report.id`
  return many(db.prepare(selectReports(locale, which)).bind(id, ...readerValues(reader)), readReport)
}

/** Those of these reports that the reader's office has to do with; the others are as unknown as none. */
export function reportsToJoin(
  db: Database,
  numbers: readonly string[],
  locale: Locale,
  reader: Reader,
): Query<ReportRecord[]> {
  const which = `report.number IN (SELECT value FROM json_each(?1)) AND ${OF_OFFICE}`
  const values = [JSON.stringify(numbers), ...readerValues(reader)] as const
  return many(db.prepare(selectReports(locale, which)).bind(...values), readReport)
}

function byNumber<T>(statement: Query<unknown>['statement'], column: string): Query<Map<string, T>> {
  return { statement, read: (rows) => new Map(rows.map((row) => [row.number as string, row[column] as T])) }
}

/** Which of these reports are in a topic that is not closed, by their numbers. */
export function topicsOfReports(
  db: Database,
  numbers: readonly string[],
  reader: Reader,
): Query<Map<string, string>> {
  const statement = db
    .prepare(
      `SELECT report.number, topic.code FROM json_each(?1) AS wanted
       JOIN report ON report.number = wanted.value
       JOIN topic_report ON topic_report.report_id = report.id AND topic_report.is_current = 1
       JOIN topic ON topic.id = topic_report.topic_id
       WHERE ${OF_OFFICE}`,
    )
    .bind(JSON.stringify(numbers), ...readerValues(reader))
  return byNumber(statement, 'code')
}

/** The first photo of each report of a topic, and of those of the reader's office with these numbers. */
export function firstPhotosOfTopic(
  db: Database,
  id: string,
  reader: Reader,
  numbers: readonly string[] = [],
): Query<Map<string, string>> {
  const statement = db
    .prepare(
      `SELECT report.number, report_photo.photo_id, min(seq * 100 + ordinal)
       FROM report JOIN report_photo ON report_photo.report_id = report.id
       WHERE report.id IN (${MEMBERS} UNION SELECT report.id FROM report
         WHERE report.number IN (SELECT value FROM json_each(?5)) AND ${OF_OFFICE})
       GROUP BY report.id`,
    )
    .bind(id, ...readerValues(reader), JSON.stringify(numbers))
  return byNumber(statement, 'photo_id')
}
