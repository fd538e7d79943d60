import { many, type Database, type Query } from './query.ts'

/** What the routing rules say: the body, and whether the rule is for the street or for its whole district. */
export interface Routed {
  bodyCode: string
  rule: 'street' | 'district'
}

/**
 * The body that the routing rules name for a category at a place; null without a rule.
 * A rule for the street wins over the one for its whole district.
 */
export function routedBody(
  db: Database,
  categoryCode: string,
  districtCode: string,
  streetCode: string | null,
): Query<Routed | null> {
  const statement = db
    .prepare(
      `SELECT body_code, street_code FROM routing_rule
       WHERE category_code = ?1 AND district_code = ?2 AND street_code IN ('', ?3)
       ORDER BY street_code DESC LIMIT 1`,
    )
    .bind(categoryCode, districtCode, streetCode ?? '')
  const read = ({ body_code: bodyCode, street_code: street }: Record<string, unknown>): Routed => ({
    bodyCode: bodyCode as string,
    rule: street === '' ? 'district' : 'street',
  })
  return { statement, read: ([row]) => (row ? read(row) : null) }
}

/** How many reports of a category from a district each body has got since a day (YYYY-MM-DD); from the counters. */
export function pastBodies(
  db: Database,
  categoryCode: string,
  districtCode: string,
  sinceDay: string,
): Query<Map<string, number>> {
  const statement = db
    .prepare(
      `SELECT body_code, sum(received) AS received FROM figure
       WHERE district_code = ?2 AND category_code = ?1 AND station_number = '*' AND body_code > '*' AND day >= ?3
       GROUP BY body_code`,
    )
    .bind(categoryCode, districtCode, sinceDay)
  const rows = many(statement, (row) => [row.body_code as string, row.received as number] as const)
  return { statement, read: (found) => new Map(rows.read(found)) }
}
