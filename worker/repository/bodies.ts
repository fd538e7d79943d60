import type { Locale } from '../../shared/domain/locale.ts'
import { localName } from './local-name.ts'
import { many, type Database, type Query } from './query.ts'

/** A responsible body, named in the reader's language. */
export interface ListedBody {
  code: string
  name: string
  kind: 'street_office' | 'district_department' | 'city_department'
  streetCode: string | null
}

/**
 * The bodies that can take a report from a district: its departments and street offices, and the city's own.
 * Without a district, every body.
 */
export function bodiesForDistrict(
  db: Database,
  districtCode: string | null,
  locale: Locale,
): Query<ListedBody[]> {
  const statement = db
    .prepare(
      `SELECT code, ${localName('body', locale)} AS name, kind, street_code FROM body
       WHERE ?1 = '' OR district_code = ?1 OR district_code IS NULL
       ORDER BY CASE kind WHEN 'district_department' THEN 1 WHEN 'street_office' THEN 2 ELSE 3 END, code`,
    )
    .bind(districtCode ?? '')
  return many(statement, (row) => ({
    code: row.code as string,
    name: row.name as string,
    kind: row.kind as ListedBody['kind'],
    streetCode: row.street_code as string | null,
  }))
}
