import type { Locale } from '../../shared/domain/locale.ts'
import { maybeOne, type Database, type Query } from './query.ts'
import { nameColumn, type StoredQuestion } from './report-columns.ts'

/** What a submission needs to know of its category. */
export interface CategoryRecord {
  code: string
  name: string
  evidenceRequired: boolean
  complexity: 'simple' | 'ordinary' | 'complex'
  questions: StoredQuestion[]
}

export function categoryByCode(db: Database, code: string, locale: Locale): Query<CategoryRecord | null> {
  const statement = db
    .prepare(
      `SELECT code, ${nameColumn(locale, true)} AS name, evidence_required, complexity, questions
       FROM category WHERE code = ?1`,
    )
    .bind(code)
  return maybeOne(statement, (row) => ({
    code: row.code as string,
    name: row.name as string,
    evidenceRequired: row.evidence_required === 1,
    complexity: row.complexity as CategoryRecord['complexity'],
    questions: JSON.parse(row.questions as string) as StoredQuestion[],
  }))
}

/** Where a report comes to: the station and its district, and the body the routing rules name there, if any. */
export interface ReportPlace {
  stationNumber: string
  stationName: string
  districtCode: string
  districtName: string
  revoked: boolean
  bodyCode: string | null
  bodyName: string | null
}

const PLACE_COLUMNS = (locale: Locale) => `
  place.number, place.${nameColumn(locale, false)} AS station_name, place.district_code,
  district.${nameColumn(locale, true)} AS district_name, body.code AS body_code,
  body.${nameColumn(locale, true)} AS body_name`

const PLACE_JOINS = `
  JOIN district ON district.code = place.district_code
  LEFT JOIN body ON body.code = (
    SELECT body_code FROM routing_rule
    WHERE category_code = ?1 AND district_code = place.district_code AND street_code IN ('', place.street_code)
    ORDER BY street_code DESC LIMIT 1
  )`

function readPlace(row: Record<string, unknown>): ReportPlace {
  return {
    stationNumber: row.number as string,
    stationName: row.station_name as string,
    districtCode: row.district_code as string,
    districtName: row.district_name as string,
    revoked: row.revoked === 1,
    bodyCode: row.body_code as string | null,
    bodyName: row.body_name as string | null,
  }
}

/** The station behind a printed link's code, in force or revoked. */
export function placeByStationCode(
  db: Database,
  stationCode: string,
  categoryCode: string,
  locale: Locale,
): Query<ReportPlace | null> {
  const statement = db
    .prepare(
      `SELECT ${PLACE_COLUMNS(locale)}, station_code.revoked_at IS NOT NULL AS revoked
       FROM station_code JOIN station AS place ON place.number = station_code.station_number ${PLACE_JOINS}
       WHERE station_code.code = ?2`,
    )
    .bind(categoryCode, stationCode)
  return maybeOne(statement, readPlace)
}

/** The station nearest to a position: it tells the district and street that a photo report lies in. */
export function placeByPosition(
  db: Database,
  position: { lat: number; lng: number },
  categoryCode: string,
  locale: Locale,
): Query<ReportPlace | null> {
  // A degree of longitude is shorter than one of latitude; squared, in per cent, so that integers suffice.
  const shrink = Math.round(100 * Math.cos((position.lat * Math.PI) / 180) ** 2)
  const statement = db
    .prepare(
      `SELECT ${PLACE_COLUMNS(locale)}, 0 AS revoked
       FROM station AS place ${PLACE_JOINS}
       ORDER BY (place.lat_e6 - ?2) * (place.lat_e6 - ?2) * 100 + (place.lng_e6 - ?3) * (place.lng_e6 - ?3) * ?4
       LIMIT 1`,
    )
    .bind(categoryCode, Math.round(position.lat * 1e6), Math.round(position.lng * 1e6), shrink)
  return maybeOne(statement, readPlace)
}

/** A station by its number. */
export function placeByStationNumber(
  db: Database,
  number: string,
  categoryCode: string,
  locale: Locale,
): Query<ReportPlace | null> {
  const sql = `SELECT ${PLACE_COLUMNS(locale)}, 0 AS revoked FROM station AS place ${PLACE_JOINS} WHERE place.number = ?2`
  return maybeOne(db.prepare(sql).bind(categoryCode, number), readPlace)
}

/**
 * The station whose street or district an address names. One that names neither comes to the first station of the
 * city: somebody must read it, and can pass it on.
 */
export function placeByAddress(
  db: Database,
  address: string,
  categoryCode: string,
  locale: Locale,
): Query<ReportPlace | null> {
  const names = (table: string) => `(instr(?2, ${table}.name) > 0 OR instr(?2, ${table}.name_hant) > 0)`
  const statement = db
    .prepare(
      `SELECT ${PLACE_COLUMNS(locale)}, 0 AS revoked
       FROM station AS place JOIN street ON street.code = place.street_code ${PLACE_JOINS}
       ORDER BY ${names('street')} + 2 * ${names('district')} DESC, place.number LIMIT 1`,
    )
    .bind(categoryCode, address)
  return maybeOne(statement, readPlace)
}
