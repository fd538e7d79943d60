import { many, write, type Database, type Query } from './query.ts'

/** Ends the code in force; whoever scans it afterwards is told so. */
export function revokeCode(db: Database, number: string, now: number): Query<void> {
  const sql = 'UPDATE station_code SET revoked_at = ?2 WHERE station_number = ?1 AND revoked_at IS NULL'
  return write(db.prepare(sql).bind(number, now))
}

/** Puts a code into force; run it right after `revokeCode`, since a station has one at most. */
export function insertCode(db: Database, number: string, code: string, now: number): Query<void> {
  const sql = 'INSERT INTO station_code (code, station_number, created_at) VALUES (?1, ?2, ?3)'
  return write(db.prepare(sql).bind(code, number, now))
}

/** Counts scans of a code in force, one unless told otherwise; other codes count nowhere. */
export function countScan(db: Database, code: string, day: string, times = 1): Query<void> {
  const sql = `INSERT INTO station_scan (station_number, day, scans)
    SELECT station_number, ?2, ?3 FROM station_code WHERE code = ?1 AND revoked_at IS NULL
    ON CONFLICT (station_number, day) DO UPDATE SET scans = scans + ?3`
  return write(db.prepare(sql).bind(code, day, times))
}

export interface ScanDay {
  date: string
  scans: number
  reports: number
}

/** Asia/Shanghai is eight hours ahead and knows no summer time. */
const CITY_AHEAD_MS = 8 * 3_600_000

/** Scans and reports of a station by day, from `sinceDay` (YYYY-MM-DD) on; days without either are missing. */
export function scansByDay(db: Database, number: string, sinceDay: string): Query<ScanDay[]> {
  const since = Date.parse(sinceDay) - CITY_AHEAD_MS
  const statement = db
    .prepare(
      `SELECT day, sum(scans) AS scans, sum(reports) AS reports FROM (
         SELECT day, scans, 0 AS reports FROM station_scan WHERE station_number = ?1 AND day >= ?2
         UNION ALL
         SELECT date((created_at + ${CITY_AHEAD_MS}) / 1000, 'unixepoch') AS day, 0, 1
         FROM report WHERE station_number = ?1 AND channel = 'opinion' AND created_at >= ?3
       ) GROUP BY day ORDER BY day DESC LIMIT 400`,
    )
    .bind(number, sinceDay, since)
  return many(statement, (row) => ({
    date: row.day as string,
    scans: row.scans as number,
    reports: row.reports as number,
  }))
}
