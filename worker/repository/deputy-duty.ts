import { many, write, type Database, type Query } from './query.ts'

export interface DutyDay {
  date: string
  deputyId: string
}

/** Who of a station's deputies is on duty from one day (YYYY-MM-DD) to another, both counted. `key` as in `stations`. */
export function dutyOfStation(db: Database, key: string, from: string, to: string): Query<DutyDay[]> {
  const statement = db
    .prepare(
      `SELECT duty.day, duty.deputy_id FROM deputy_duty AS duty
       JOIN deputy ON deputy.id = duty.deputy_id AND deputy.station_number = duty.station_number
       WHERE duty.station_number = coalesce((SELECT station_number FROM station_code WHERE code = ?1), ?1)
         AND duty.day BETWEEN ?2 AND ?3
       ORDER BY duty.day, duty.deputy_id`,
    )
    .bind(key, from, to)
  return many(statement, (row) => ({ date: row.day as string, deputyId: row.deputy_id as string }))
}

/** Puts these deputies on duty on a day, and nobody else. */
export function setDuty(
  db: Database,
  number: string,
  day: string,
  deputyIds: readonly string[],
): Query<void>[] {
  return [
    write(db.prepare('DELETE FROM deputy_duty WHERE station_number = ?1 AND day = ?2').bind(number, day)),
    write(
      db
        .prepare(
          `INSERT INTO deputy_duty (station_number, day, deputy_id)
           SELECT DISTINCT ?1, ?2, value FROM json_each(?3)`,
        )
        .bind(number, day, JSON.stringify(deputyIds)),
    ),
  ]
}
