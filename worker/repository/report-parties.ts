import type { Locale } from '../../shared/domain/locale.ts'
import { many, maybeOne, type Database, type Query } from './query.ts'
import { nameColumn } from './report-columns.ts'

/** The names of the bodies with these codes; unknown codes are missing from the map. */
export function bodyNames(
  db: Database,
  codes: readonly string[],
  locale: Locale,
): Query<Map<string, string>> {
  const statement = db
    .prepare(
      `SELECT code, ${nameColumn(locale, true)} AS name FROM body WHERE code IN (SELECT value FROM json_each(?1))`,
    )
    .bind(JSON.stringify(codes))
  return {
    statement,
    read: (rows) => new Map(rows.map((row) => [row.code as string, row.name as string])),
  }
}

/** A deputy's name and station. */
export function deputyById(db: Database, id: string, locale: Locale) {
  const statement = db
    .prepare(`SELECT station_number, ${nameColumn(locale, false)} AS name FROM deputy WHERE id = ?1`)
    .bind(id)
  return maybeOne(statement, (row) => ({
    stationNumber: row.station_number as string,
    name: row.name as string,
  }))
}

/** An uploaded photo that somebody wants to attach. */
export interface LoosePhoto {
  id: string
  ownerId: string
  width: number
  height: number
  /** Number of the report that has it already. */
  attachedTo: string | null
  /** The photo of which it is a redacted copy. */
  redacts: string | null
}

export function photosByIds(db: Database, ids: readonly string[]): Query<LoosePhoto[]> {
  const statement = db
    .prepare(
      `SELECT photo.id, photo.owner_id, photo.width, photo.height, photo.redacts,
         report.number AS attached_to
       FROM json_each(?1) AS wanted
       JOIN photo ON photo.id = wanted.value
       LEFT JOIN report_photo ON report_photo.photo_id = photo.id
       LEFT JOIN report ON report.id = report_photo.report_id
       ORDER BY wanted.key`,
    )
    .bind(JSON.stringify(ids))
  return many(statement, (row) => ({
    id: row.id as string,
    ownerId: row.owner_id as string,
    width: row.width as number,
    height: row.height as number,
    attachedTo: row.attached_to as string | null,
    redacts: row.redacts as string | null,
  }))
}

/** The deputy behind a session, for the reports they file. */
export interface Filer {
  stationNumber: string
  stationName: string
  name: string
}

/** Null when the session is not a deputy's. */
export function filerBySession(db: Database, tokenHash: string | null, locale: Locale): Query<Filer | null> {
  const name = nameColumn(locale, false)
  const statement = db
    .prepare(
      `SELECT deputy.${name} AS name, station.number AS station_number, station.${name} AS station_name
       FROM session
       JOIN account ON account.id = session.account_id
       JOIN deputy ON deputy.id = account.deputy_id
       JOIN station ON station.number = deputy.station_number
       WHERE session.token_hash = ?1`,
    )
    .bind(tokenHash ?? '')
  return maybeOne(statement, (row) => ({
    stationNumber: row.station_number as string,
    stationName: row.station_name as string,
    name: row.name as string,
  }))
}
