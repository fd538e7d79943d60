import type { HeldReason } from '../../shared/domain/limits.ts'
import type { Locale } from '../../shared/domain/locale.ts'
import type { Channel } from '../../shared/domain/report-state.ts'
import { cellOf, microDegrees } from './map-cells.ts'
import { many, maybeOne, write, type Database, type Query } from './query.ts'
import { JOINS } from './report-joins.ts'
import { READABLE, READABLE_WHOLE, readerValues, type Reader } from './report-scope.ts'
import { nameColumn, readFacts, readReport, type ReportRecord } from './report-columns.ts'

/** A report that does not exist yet; everything that changes later comes with its first event. */
export interface NewReport {
  number: string
  channel: Channel
  stationNumber: string | null
  districtCode: string
  categoryCode: string
  text: string
  answers: Record<string, string | boolean>
  place: { lat: number; lng: number } | null
  address: string | null
  contactSealed: string | null
  phoneHash: string | null
  consentPublic: boolean
  caseSlug: string | null
  reporterId: string | null
  filerDeputyId: string | null
  heldReason: HeldReason | null
  createdAt: number
  /** Part of what the hash of the filing is computed over. */
  filedSalt: string
}

/** A whole report with the names its reader needs, for the reports that `which` finds. */
export function selectReports(locale: Locale, which: string): string {
  const tri = nameColumn(locale, true)
  const two = nameColumn(locale, false)
  return `SELECT report.*, category.evidence_required, category.questions, category.${tri} AS category_name,
      district.${tri} AS district_name, station.${two} AS station_name, body.${tri} AS body_name,
      deputy.${two} AS deputy_name, lead.state AS lead_state, ${JOINS},
      (SELECT json_group_array(json_object('code', co.code, 'name', co.${tri}))
       FROM report_co_body JOIN body AS co ON co.code = report_co_body.body_code
       WHERE report_co_body.report_id = report.id) AS co_bodies,
      (SELECT json_group_array(number)
       FROM (SELECT number FROM report AS follower WHERE follower.lead_number = report.number
             AND follower.state = 'merged' ORDER BY follower.id)) AS followers
    FROM report
    JOIN category ON category.code = report.category_code
    JOIN district ON district.code = report.district_code
    LEFT JOIN station ON station.number = report.station_number
    LEFT JOIN body ON body.code = report.body_code
    LEFT JOIN deputy ON deputy.id = coalesce(report.deputy_id, report.filer_deputy_id)
    LEFT JOIN report AS lead ON lead.number = report.lead_number
    WHERE ${which}`
}

/** One report with the names its reader needs; none that the reader may not know of. */
export function reportByNumber(
  db: Database,
  number: string,
  locale: Locale,
  reader: Reader,
): Query<ReportRecord | null> {
  const statement = db
    .prepare(selectReports(locale, `report.number = ?1 AND ${READABLE}`))
    .bind(number, ...readerValues(reader))
  return maybeOne(statement, readReport)
}

/** Several reports, in no order; unknown numbers are missing. */
export function reportsByNumbers(
  db: Database,
  numbers: readonly string[],
  locale: Locale,
): Query<ReportRecord[]> {
  const which = 'report.number IN (SELECT value FROM json_each(?1))'
  return many(db.prepare(selectReports(locale, which)).bind(JSON.stringify(numbers)), readReport)
}

/** The reports that are merged into that one, oldest first. */
export function followersOfReport(db: Database, number: string, locale: Locale): Query<ReportRecord[]> {
  const which = "report.lead_number = ?1 AND report.state = 'merged' ORDER BY report.id"
  return many(db.prepare(selectReports(locale, which)).bind(number), readReport)
}

/** The facts of the report a photo belongs to, for who may read it as a whole, and whether the photo is a copy. */
export function reportByPhoto(db: Database, photoId: string, reader: Reader) {
  const statement = db
    .prepare(
      `SELECT report.*, category.evidence_required, photo.redacts AS photo_redacts
       FROM report_photo
       JOIN photo ON photo.id = report_photo.photo_id
       JOIN report ON report.id = report_photo.report_id
       JOIN category ON category.code = report.category_code
       WHERE report_photo.photo_id = ?1 AND ${READABLE_WHOLE}`,
    )
    .bind(photoId, ...readerValues(reader))
  return maybeOne(statement, (row) => ({
    facts: readFacts(row),
    photoIsCopy: row.photo_redacts !== null,
  }))
}

/** The sealed contact of a report, null when none was left. */
export function contactByNumber(db: Database, number: string, reader: Reader): Query<string | null> {
  const statement = db
    .prepare(`SELECT contact_sealed FROM report WHERE report.number = ?1 AND ${READABLE}`)
    .bind(number, ...readerValues(reader))
  return { statement, read: ([row]) => (row?.contact_sealed as string | null | undefined) ?? null }
}

/**
 * Writes a report without events, unless the caller's key was used before: then nothing is written,
 * and the first event, which is inserted from this row, finds none to belong to.
 */
export function insertReport(db: Database, report: NewReport, idempotencyKey: string): Query<void> {
  const { latE6, lngE6 } = microDegrees(report.place)
  return write(
    db
      .prepare(
        `INSERT INTO report (number, channel, station_number, district_code, category_code, text, answers,
           lat_e6, lng_e6, cell, address, contact_sealed, consent_public, case_slug, reporter_id,
           filer_deputy_id, created_at, held_reason, filed_salt, phone_hash)
         SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?19, ?20, ?21
         WHERE NOT EXISTS (SELECT 1 FROM idempotency_key WHERE key = ?18)`,
      )
      .bind(
        report.number,
        report.channel,
        report.stationNumber,
        report.districtCode,
        report.categoryCode,
        report.text,
        JSON.stringify(report.answers),
        latE6,
        lngE6,
        latE6 === null || lngE6 === null ? null : cellOf(latE6, lngE6),
        report.address,
        report.contactSealed,
        Number(report.consentPublic),
        report.caseSlug,
        report.reporterId,
        report.filerDeputyId,
        report.createdAt,
        idempotencyKey,
        report.heldReason,
        report.filedSalt,
        report.phoneHash,
      ),
  )
}

/** Where a report stands now, for the losers of a race. */
export function versionOfReport(
  db: Database,
  number: string,
): Query<{ state: string; version: number } | null> {
  const statement = db.prepare('SELECT state, version FROM report WHERE number = ?1').bind(number)
  return maybeOne(statement, (row) => ({ state: row.state as string, version: row.version as number }))
}
