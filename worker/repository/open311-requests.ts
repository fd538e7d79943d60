import type { Locale } from '../../shared/domain/locale.ts'
import type { Action, State } from '../../shared/domain/report-state.ts'
import { many, maybeOne, type Database, type Query, type Row } from './query.ts'
import { nameColumn, readPlace } from './report-columns.ts'

/** A report as GeoReport tells of it. Times in milliseconds. */
export interface GeoRecord {
  id: number
  number: string
  state: State
  categoryCode: string
  text: string
  publicText: string | null
  isPublic: boolean
  /** The holder of the key that asks filed it. */
  isOwn: boolean
  place: { lat: number; lng: number } | null
  address: string | null
  /** The first photo that was published. */
  photoId: string | null
  /** What was answered last. */
  answer: string | null
  createdAt: number
  updatedAt: number
  /** When it came into its present state. */
  movedAt: number
  promisedAt: number
  names: { category: string; district: string; station: string | null; body: string | null }
}

function readGeo(row: Row): GeoRecord {
  return {
    id: row.id as number,
    number: row.number as string,
    state: row.state as State,
    categoryCode: row.category_code as string,
    text: row.text as string,
    publicText: row.public_text as string | null,
    isPublic: row.is_public === 1,
    isOwn: row.is_own === 1,
    place: readPlace(row),
    address: row.address as string | null,
    photoId: row.photo_id as string | null,
    answer: row.answer as string | null,
    createdAt: row.created_at as number,
    updatedAt: row.updated_at as number,
    movedAt: row.moved_at as number,
    promisedAt: row.promised_at as number,
    names: {
      category: row.category_name as string,
      district: row.district_name as string,
      station: row.station_name as string | null,
      body: row.body_name as string | null,
    },
  }
}

/** ?1 is the account of the key that asks. */
function select(locale: Locale, from: string): string {
  const tri = nameColumn(locale, true)
  return `SELECT report.id, report.number, report.state, report.category_code, report.text, report.public_text,
      report.is_public, report.reporter_id IS ?1 AND ?1 IS NOT NULL AS is_own, report.lat_e6, report.lng_e6,
      report.address, report.created_at, report.updated_at, report.promised_at,
      category.${tri} AS category_name, district.${tri} AS district_name,
      station.${nameColumn(locale, false)} AS station_name, body.${tri} AS body_name,
      (SELECT photo_id FROM report_photo WHERE report_id = report.id AND is_public = 1
       ORDER BY seq, ordinal LIMIT 1) AS photo_id,
      (SELECT max(at) FROM report_event WHERE report_id = report.id AND from_state <> to_state) AS moved_at,
      (SELECT text FROM report_event
       WHERE report_id = report.id AND action IN ('finish', 'settle') AND internal = 0
       ORDER BY seq DESC LIMIT 1) AS answer
    FROM ${from}
    JOIN category ON category.code = report.category_code
    JOIN district ON district.code = report.district_code
    LEFT JOIN station ON station.number = report.station_number
    LEFT JOIN body ON body.code = report.body_code`
}

/** Who asks: the account of a key, or nobody. */
export interface GeoReader {
  locale: Locale
  keyHash: string | null
}

const OWNER = '(SELECT account_id FROM api_key WHERE key_hash = ?1 AND revoked_at IS NULL)'
/** The key's account in the place of its hash. */
const withOwner = (sql: string) => sql.replaceAll('?1', OWNER)

/** What a list is narrowed to. */
export interface GeoFilter {
  /** Both included, milliseconds. */
  from: number
  to: number
  services: readonly string[] | null
  states: readonly State[] | null
  most: number
}

const NARROWED = `report.created_at BETWEEN ?2 AND ?3
  AND (?4 IS NULL OR report.category_code IN (SELECT value FROM json_each(?4)))
  AND (?5 IS NULL OR report.state IN (SELECT value FROM json_each(?5)))
  ORDER BY report.created_at DESC, report.id DESC LIMIT ?6`

/** Published reports and those of the key, each its own walk of an index; to be merged, as one may be in both. */
export function geoRequestsOf(
  db: Database,
  { locale, keyHash }: GeoReader,
  filter: GeoFilter,
): [Query<GeoRecord[]>, Query<GeoRecord[]>] {
  const list = (values: readonly string[] | null) => values && JSON.stringify(values)
  const values = [keyHash, filter.from, filter.to, list(filter.services), list(filter.states), filter.most]
  const published = select(locale, 'report INDEXED BY report_public_by_time')
  const own = select(locale, 'report')
  const query = (sql: string) => many(db.prepare(withOwner(sql)).bind(...values), readGeo)
  return [
    query(`${published} WHERE report.is_public = 1 AND ${NARROWED}`),
    query(`${own} WHERE report.reporter_id = ?1 AND ${NARROWED}`),
  ]
}

const READABLE_TO_KEY = '(report.is_public = 1 OR report.reporter_id = ?1)'

/** The reports with these numbers that the key's holder may read. */
export function geoRequestsByNumbers(
  db: Database,
  { locale, keyHash }: GeoReader,
  numbers: readonly string[],
): Query<GeoRecord[]> {
  const sql = `${select(locale, 'json_each(?2) AS asked JOIN report ON report.number = asked.value')}
    WHERE ${READABLE_TO_KEY} ORDER BY report.id DESC`
  return many(db.prepare(withOwner(sql)).bind(keyHash, JSON.stringify(numbers)), readGeo)
}

/** One thing that happened to a report. */
export interface GeoEvent {
  number: string
  seq: number
  action: Action
  to: State
  at: number
  text: string | null
}

/** What happened to the reports that the key's holder may read, latest first; of these numbers, or of all. */
export function geoEvents(
  db: Database,
  { keyHash }: GeoReader,
  filter: { from: number; to: number; numbers: readonly string[] | null; most: number },
): Query<GeoEvent[]> {
  const which =
    filter.numbers === null
      ? `report.id IN (
           SELECT id FROM report INDEXED BY report_public_by_update WHERE is_public = 1 AND updated_at >= ?2
           UNION SELECT id FROM report WHERE reporter_id = ?1 AND updated_at >= ?2
         ) AND ?5 IS NULL`
      : `report.number IN (SELECT value FROM json_each(?5)) AND ${READABLE_TO_KEY}`
  const sql = `SELECT report.number, event.seq, event.action, event.to_state, event.at, event.text
    FROM report JOIN report_event AS event ON event.report_id = report.id
    WHERE ${which} AND event.internal = 0 AND event.at BETWEEN ?2 AND ?3
    ORDER BY event.at DESC, report.id DESC, event.seq DESC LIMIT ?4`
  const numbers = filter.numbers && JSON.stringify(filter.numbers)
  const statement = db.prepare(withOwner(sql)).bind(keyHash, filter.from, filter.to, filter.most, numbers)
  return many(statement, (row) => ({
    number: row.number as string,
    seq: row.seq as number,
    action: row.action as Action,
    to: row.to_state as State,
    at: row.at as number,
    text: row.text as string | null,
  }))
}

/** When the list of services was last changed, milliseconds. */
export function servicesChangedAt(db: Database): Query<number | null> {
  const statement = db.prepare("SELECT value FROM setting WHERE key = 'services-changed-at'")
  return maybeOne(statement, (row) => Number(row.value))
}
