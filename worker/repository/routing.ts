import type { Database, Query } from './query.ts'

/**
 * The body that the routing rules name for a category at a place; null without a rule.
 * A rule for the street wins over the one for its whole district.
 */
export function routedBody(
  db: Database,
  categoryCode: string,
  districtCode: string,
  streetCode: string | null,
): Query<string | null> {
  const statement = db
    .prepare(
      `SELECT body_code FROM routing_rule
       WHERE category_code = ?1 AND district_code = ?2 AND street_code IN ('', ?3)
       ORDER BY street_code DESC LIMIT 1`,
    )
    .bind(categoryCode, districtCode, streetCode ?? '')
  return { statement, read: ([row]) => (row ? (row.body_code as string) : null) }
}
