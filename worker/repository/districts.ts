import type { Locale } from '../../shared/domain/locale.ts'
import { localName } from './local-name.ts'
import { many, type Database, type Query } from './query.ts'

/** A district, and where its name belongs on a map (WGS84 degrees). */
export interface ListedDistrict {
  code: string
  name: string
  place: { lat: number; lng: number }
}

/** Every district, by code. */
export function allDistricts(db: Database, locale: Locale): Query<ListedDistrict[]> {
  const sql = `SELECT district.code, ${localName('district', locale)} AS name, district.lat_e6, district.lng_e6
    FROM district ORDER BY district.code`
  return many(db.prepare(sql), (row) => ({
    code: row.code as string,
    name: row.name as string,
    place: { lat: (row.lat_e6 as number) / 1e6, lng: (row.lng_e6 as number) / 1e6 },
  }))
}
