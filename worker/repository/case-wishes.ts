import type { Locale } from '../../shared/domain/locale.ts'
import { localName } from './local-name.ts'
import { many, maybeOne, write, type Database, type Query, type Row } from './query.ts'

export interface NamedCode {
  code: string
  name: string
}

/** How many want a case in one district. */
export interface DistrictWishes extends NamedCode {
  wishes: number
}

export interface StoredWish {
  slug: string
  district: NamedCode
  /** Milliseconds. */
  at: number
}

function readDistrict(row: Row): NamedCode {
  return { code: row.code as string, name: row.name as string }
}

/** How a case is wanted in every district, by code; none where nobody has asked. */
export function demandFor(db: Database, slug: string, locale: Locale): Query<DistrictWishes[]> {
  const statement = db
    .prepare(
      `SELECT district.code, ${localName('district', locale)} AS name, coalesce(case_demand.wishes, 0) AS wishes
       FROM district LEFT JOIN case_demand
         ON case_demand.case_slug = ?1 AND case_demand.district_code = district.code
       ORDER BY district.code`,
    )
    .bind(slug)
  return many(statement, (row) => ({ ...readDistrict(row), wishes: row.wishes as number }))
}

/** Every case and district that somebody wants; never more rows than cases times districts. */
export function demandEverywhere(
  db: Database,
): Query<{ slug: string; districtCode: string; wishes: number }[]> {
  const statement = db.prepare('SELECT case_slug, district_code, wishes FROM case_demand WHERE wishes > 0')
  return many(statement, (row) => ({
    slug: row.case_slug as string,
    districtCode: row.district_code as string,
    wishes: row.wishes as number,
  }))
}

/** Where the owner of a session wants a case; null when they have not said so. */
export function wishOfSession(
  db: Database,
  slug: string,
  tokenHash: string | null,
  locale: Locale,
): Query<NamedCode | null> {
  const statement = db
    .prepare(
      `SELECT district.code, ${localName('district', locale)} AS name
       FROM session JOIN case_wish ON case_wish.account_id = session.account_id
       JOIN district ON district.code = case_wish.district_code
       WHERE session.token_hash = ?1 AND case_wish.case_slug = ?2`,
    )
    .bind(tokenHash ?? '', slug)
  return maybeOne(statement, readDistrict)
}

/** Counts a person once; a second wish for the same case only names another district. */
export function putWish(
  db: Database,
  wish: { slug: string; accountId: string; districtCode: string; at: number },
): Query<void> {
  const sql = `INSERT INTO case_wish (case_slug, account_id, district_code, wished_at) VALUES (?1, ?2, ?3, ?4)
    ON CONFLICT (case_slug, account_id) DO UPDATE SET district_code = excluded.district_code`
  return write(db.prepare(sql).bind(wish.slug, wish.accountId, wish.districtCode, wish.at))
}

export function removeWish(db: Database, slug: string, accountId: string): Query<void> {
  const sql = 'DELETE FROM case_wish WHERE case_slug = ?1 AND account_id = ?2'
  return write(db.prepare(sql).bind(slug, accountId))
}

/** What a session's owner wants, latest first. */
export function wishesOfSession(
  db: Database,
  tokenHash: string,
  limit: number,
  locale: Locale,
): Query<StoredWish[]> {
  const statement = db
    .prepare(
      `SELECT case_wish.case_slug, case_wish.wished_at, district.code, ${localName('district', locale)} AS name
       FROM session CROSS JOIN case_wish ON case_wish.account_id = session.account_id
       JOIN district ON district.code = case_wish.district_code
       WHERE session.token_hash = ?1 ORDER BY case_wish.wished_at DESC LIMIT ?2`,
    )
    .bind(tokenHash, limit)
  return many(statement, (row) => ({
    slug: row.case_slug as string,
    district: readDistrict(row),
    at: row.wished_at as number,
  }))
}

/** Takes back everything a person wanted. */
export function removeWishesOf(db: Database, accountId: string): Query<void> {
  return write(db.prepare('DELETE FROM case_wish WHERE account_id = ?1').bind(accountId))
}

/** How many public reports tell of a case, counted up to `most`. */
export function countPublicReports(db: Database, slug: string, most: number): Query<number> {
  const statement = db
    .prepare(
      `SELECT count(*) AS reports FROM (
         SELECT 1 FROM report WHERE report.case_slug = ?1 AND report.is_public = 1 LIMIT ?2
       )`,
    )
    .bind(slug, most)
  return { statement, read: ([row]) => (row?.reports as number | undefined) ?? 0 }
}
