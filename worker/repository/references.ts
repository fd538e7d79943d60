import type { Locale } from '../../shared/domain/locale.ts'
import type { Referred } from '../../shared/domain/city-tables.ts'
import { isCalled, nameOfKind } from './names.ts'
import { many, type Database, type Query } from './query.ts'
import { soundOf } from './stations.ts'

/** Something that a row may refer to, as people choose it. */
export interface Reference {
  code: string
  name: string
  /** What tells it from another of the same name; '' for nothing. */
  within: string
}

/** Of each kind: where it stands, what it belongs to, which of it a district narrows to, and its order. */
const KINDS: Record<Referred, { from: string; key: string; within: string; inside: string; order: string }> =
  {
    stations: {
      from: 'station JOIN street ON street.code = station.street_code JOIN district ON district.code = station.district_code',
      key: 'station.number',
      within: "{district} || ' · ' || {street}",
      inside: 'station.district_code = ?2',
      order: 'station.number',
    },
    bodies: {
      from: 'body LEFT JOIN district ON district.code = body.district_code',
      key: 'body.code',
      within: "coalesce({district}, '')",
      // The city's own work in every district.
      inside: '(body.district_code = ?2 OR body.district_code IS NULL)',
      order: 'body.district_code, body.kind, body.code',
    },
    categories: {
      from: 'category JOIN category_group ON category_group.code = category.group_code',
      key: 'category.code',
      within: '{group}',
      inside: 'true',
      order: 'category_group.sort, category.sort, category.code',
    },
    'category-groups': {
      from: 'category_group',
      key: 'category_group.code',
      within: "''",
      inside: 'true',
      order: 'category_group.sort',
    },
    districts: {
      from: 'district',
      key: 'district.code',
      within: "''",
      inside: 'district.code = ?2',
      order: 'district.code',
    },
    streets: {
      from: 'street JOIN district ON district.code = street.district_code',
      key: 'street.code',
      within: '{district}',
      inside: 'street.district_code = ?2',
      order: 'street.code',
    },
  }

/** How a name sounds, where somebody has spelled it. */
const SPELLED: Partial<Record<Referred, string>> = { stations: 'station.pinyin', streets: 'street.pinyin' }

/**
 * What can be chosen of a kind, in the order in which people look for it.
 *
 * @param filter.words part of a code or a name, in any language, or how a place sounds; '' for all
 * @param filter.district its code; '' for all
 */
export function references(
  db: Database,
  kind: Referred,
  filter: { words: string; district: string; limit: number },
  locale: Locale,
): Query<Reference[]> {
  const { from, key, within, inside, order } = KINDS[kind]
  const parent = within
    .replace('{district}', nameOfKind('districts', locale))
    .replace('{street}', nameOfKind('streets', locale))
    .replace('{group}', nameOfKind('category-groups', locale))
  const spelled = SPELLED[kind] ? ` OR (?4 <> '' AND instr(${SPELLED[kind]}, ?4))` : ''
  const statement = db
    .prepare(
      `SELECT ${key} AS code, ${nameOfKind(kind, locale)} AS name, ${parent} AS within FROM ${from}
       WHERE (?1 = '' OR ${isCalled(kind, '?1')}${spelled}) AND (?2 = '' OR ${inside})
       ORDER BY ${order} LIMIT ?3`,
    )
    .bind(filter.words, filter.district, filter.limit, ...(SPELLED[kind] ? [soundOf(filter.words)] : []))
  return many(statement, (row) => ({
    code: row.code as string,
    name: row.name as string,
    within: row.within as string,
  }))
}
