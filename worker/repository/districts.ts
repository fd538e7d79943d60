import type { Locale } from '../../shared/domain/locale.ts'
import { localName } from './local-name.ts'
import { many, type Database, type Query } from './query.ts'

/** Every district, by code. */
export function allDistricts(db: Database, locale: Locale): Query<{ code: string; name: string }[]> {
  const sql = `SELECT district.code, ${localName('district', locale)} AS name FROM district ORDER BY district.code`
  return many(db.prepare(sql), (row) => ({ code: row.code as string, name: row.name as string }))
}
