import type { Locale } from '../../shared/domain/locale.ts'
import { toSimplified } from '../../shared/domain/simplified.ts'
import { localName } from './local-name.ts'
import { many, maybeOne, type Database, type Query, type Row } from './query.ts'

/** A liaison station with its names in the reader's language. Positions are integer micro-degrees (WGS84). */
export interface StationRecord {
  number: string
  /** The link code in force; empty between a revocation and the next code. */
  code: string
  name: string
  district: { code: string; name: string }
  street: { code: string; name: string }
  address: string
  latE6: number
  lngE6: number
  hours: string
}

/** WGS84 in integer micro-degrees. */
interface Position {
  latE6: number
  lngE6: number
}

export interface StationFilter {
  /** Part of a number, a name, a street's name or an address, in either script or in pinyin, also by its initials. */
  text: string | null
  districtCode: string | null
}

const MICRO = 1e6
const JOINS = `
  JOIN district ON district.code = station.district_code
  JOIN street ON street.code = station.street_code
  LEFT JOIN station_code ON station_code.station_number = station.number AND station_code.revoked_at IS NULL`

function stationColumns(locale: Locale): string {
  return `station.number, station_code.code, ${localName('station', locale)} AS name, station.address,
    station.lat_e6, station.lng_e6, station.hours, station.district_code, station.street_code,
    ${localName('district', locale)} AS district_name, ${localName('street', locale)} AS street_name`
}

function readStation(row: Row): StationRecord {
  return {
    number: row.number as string,
    code: (row.code as string | null) ?? '',
    name: row.name as string,
    district: { code: row.district_code as string, name: row.district_name as string },
    street: { code: row.street_code as string, name: row.street_name as string },
    address: row.address as string,
    latE6: row.lat_e6 as number,
    lngE6: row.lng_e6 as number,
    hours: row.hours as string,
  }
}

// `instr` and not LIKE: D1 refuses LIKE patterns over 50 bytes, which are 16 Chinese characters.
const MATCHES = `
  (?1 = '' OR station.district_code = ?1)
  AND (?2 = '' OR instr(station.number, ?2) OR instr(station.name, ?2) OR instr(station.name_hant, ?2)
    OR instr(street.name, ?2) OR instr(street.name_hant, ?2)
    OR instr(district.name, ?2) OR instr(district.name_hant, ?2) OR instr(lower(district.name_en), lower(?2))
    OR ?3 <> '' AND (instr(station.pinyin, ?3) OR instr(street.pinyin, ?3) OR instr(district.pinyin, ?3))
    OR ?4 <> '' AND instr(replace(station.address, ' ', ''), ?4))`

/** What is typed as letters may be the sound of a name: 'Bei Jing', "xi'an", 'beijinglu 12'. */
export function soundOf(text: string | null): string {
  const letters = (text ?? '')
    .toLowerCase()
    .replaceAll(/[\s'’-]/g, '')
    .replaceAll('ü', 'v')
  return /^[a-z][a-z0-9]*$/.test(letters) ? letters : ''
}

/** Addresses are written in Simplified. Digits alone are a station's number, not a house's. */
function addressPartOf(text: string | null): string {
  const part = toSimplified(text ?? '').replaceAll(/\s/g, '')
  return /^\d*$/.test(part) ? '' : part
}

/** The first four parameters of `MATCHES`. */
function matched({ districtCode, text }: StationFilter): string[] {
  return [districtCode ?? '', text ?? '', soundOf(text), addressPartOf(text)]
}

/** Stations in order of number, from behind `afterNumber` on. */
export function stationsByNumber(
  db: Database,
  filter: StationFilter,
  page: { afterNumber: string; limit: number },
  locale: Locale,
): Query<StationRecord[]> {
  const statement = db
    .prepare(
      `SELECT ${stationColumns(locale)} FROM station ${JOINS}
       WHERE ${MATCHES} AND station.number > ?5 ORDER BY station.number LIMIT ?6`,
    )
    .bind(...matched(filter), page.afterNumber, page.limit)
  return many(statement, readStation)
}

/**
 * Stations from the nearest on. `remoteness` is the squared distance in micro-degrees of latitude, flat-earth:
 * within a city its order is right and it needs no trigonometry in SQL.
 */
export function stationsByDistance(
  db: Database,
  filter: StationFilter,
  near: Position,
  page: { after: { remoteness: number; number: string }; limit: number },
  locale: Locale,
): Query<(StationRecord & { remoteness: number })[]> {
  const shrink = Math.cos((near.latE6 / MICRO) * (Math.PI / 180))
  const statement = db
    .prepare(
      `SELECT * FROM (
         SELECT ${stationColumns(locale)},
           (station.lat_e6 - ?5) * (station.lat_e6 - ?5) * 1.0
             + (station.lng_e6 - ?6) * ?7 * (station.lng_e6 - ?6) * ?7 AS remoteness
         FROM station ${JOINS} WHERE ${MATCHES}
       )
       WHERE remoteness > ?8 OR (remoteness = ?8 AND number > ?9)
       ORDER BY remoteness, number LIMIT ?10`,
    )
    .bind(
      ...matched(filter),
      near.latE6,
      near.lngE6,
      shrink,
      page.after.remoteness,
      page.after.number,
      page.limit,
    )
  return many(statement, (row) => ({ ...readStation(row), remoteness: row.remoteness as number }))
}

// A key is a number (four digits) or a link code (eight letters), so the two cannot be taken for each other.
const NUMBER_OF_KEY = 'coalesce((SELECT station_number FROM station_code WHERE code = ?1), ?1)'

/** One station by its number or by a link code; `revoked` when that code is no longer in force. */
export function stationByKey(
  db: Database,
  key: string,
  locale: Locale,
): Query<(StationRecord & { revoked: boolean }) | null> {
  const statement = db
    .prepare(
      `SELECT ${stationColumns(locale)}, (SELECT revoked_at FROM station_code WHERE code = ?1) AS revoked_at
       FROM station ${JOINS} WHERE station.number = ${NUMBER_OF_KEY}`,
    )
    .bind(key)
  return maybeOne(statement, (row) => ({ ...readStation(row), revoked: row.revoked_at !== null }))
}

/** A deputy who can be met at a station. */
export interface DeputyRecord {
  id: string
  name: string
  level: 'nation' | 'province' | 'city' | 'district' | 'town'
  title: string
}

/** The deputies of a station, given its number or a link code. */
export function deputiesOfStation(db: Database, key: string, locale: Locale): Query<DeputyRecord[]> {
  const title = locale === 'zh-hant' ? 'title_hant' : 'title'
  const statement = db
    .prepare(
      `SELECT id, ${localName('deputy', locale)} AS name, level, ${title} AS title
       FROM deputy WHERE station_number = ${NUMBER_OF_KEY} ORDER BY id`,
    )
    .bind(key)
  return many(statement, (row) => ({
    id: row.id as string,
    name: row.name as string,
    level: row.level as DeputyRecord['level'],
    title: row.title as string,
  }))
}

/** What a station has done. Every report is in exactly one of open, answered, declined, withdrawn and merged. */
export interface StationFigures {
  received: number
  open: number
  answered: number
  declined: number
  /** Of those answered, how many by the promised date. */
  answeredInTime: number
  /** Middle of the times from submission to answer (milliseconds); null with nothing answered. */
  medianMs: number | null
}

/** The figures of a station, given its number or a link code. */
export function stationFigures(db: Database, key: string): Query<StationFigures> {
  const statement = db
    .prepare(
      `WITH own AS (
         SELECT state, state IN ('answered', 'closed') AS answered, answered_at - created_at AS took,
           answered_at <= promised_at AS in_time
         FROM report WHERE station_number = ${NUMBER_OF_KEY}
       ), ranked AS (
         SELECT took, row_number() OVER (ORDER BY took) AS place, count(*) OVER () AS total
         FROM own WHERE answered AND took IS NOT NULL
       )
       SELECT count(*) AS received,
         count(*) FILTER (WHERE answered) AS answered,
         count(*) FILTER (WHERE answered AND in_time) AS answered_in_time,
         count(*) FILTER (WHERE state = 'declined') AS declined,
         count(*) FILTER (WHERE state IN ('withdrawn', 'merged')) AS not_answered,
         (SELECT avg(took) FROM ranked WHERE place IN ((total + 1) / 2, (total + 2) / 2)) AS median
       FROM own`,
    )
    .bind(key)
  return { statement, read: ([row]) => readFigures(row ?? {}) }
}

function readFigures(row: Row): StationFigures {
  const count = (name: string) => (row[name] as number | undefined) ?? 0
  return {
    received: count('received'),
    open: count('received') - count('answered') - count('declined') - count('not_answered'),
    answered: count('answered'),
    declined: count('declined'),
    answeredInTime: count('answered_in_time'),
    medianMs: (row.median as number | null) ?? null,
  }
}
