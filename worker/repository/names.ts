import type { Locale } from '../../shared/domain/locale.ts'
import { nameColumn } from './report-columns.ts'
import type { Query } from './query.ts'

/**
 * What a code may stand for: the table, its key, and whether its rows have names in both scripts and in English
 * (`three`), in both scripts (`two`), or as somebody typed it (`one`).
 */
const NAMED = {
  stations: { table: 'station', key: 'number', names: 'two' },
  deputies: { table: 'deputy', key: 'id', names: 'two' },
  bodies: { table: 'body', key: 'code', names: 'three' },
  categories: { table: 'category', key: 'code', names: 'three' },
  'category-groups': { table: 'category_group', key: 'code', names: 'three' },
  districts: { table: 'district', key: 'code', names: 'three' },
  streets: { table: 'street', key: 'code', names: 'two' },
  templates: { table: 'answer_template', key: 'code', names: 'two' },
  accounts: { table: 'account', key: 'id', names: 'one' },
  webhooks: { table: 'webhook', key: 'id', names: 'one' },
  'api-keys': { table: 'api_key', key: 'id', names: 'one' },
} as const
type NamedKind = keyof typeof NAMED
const NAMED_KINDS = Object.keys(NAMED) as NamedKind[]

/** By kind and code: what is meant, in the reader's language. */
export type Names = Record<string, Record<string, string>>

/** The expression of a name in the reader's language. */
export function nameOfKind(kind: NamedKind, locale: Locale): string {
  const { table, names } = NAMED[kind]
  return names === 'one' ? `${table}.name` : `${table}.${nameColumn(locale, names === 'three')}`
}

/** True for rows of that kind whose key or any of whose names has `words` in it. @param words an SQL expression */
export function isCalled(kind: NamedKind, words: string): string {
  const { table, key, names } = NAMED[kind]
  const columns = { one: ['name'], two: ['name', 'name_hant'], three: ['name', 'name_hant', 'name_en'] }[
    names
  ]
  return [key, ...columns].map((column) => `instr(lower(${table}.${column}), lower(${words}))`).join(' OR ')
}

/** The keys of that kind that are called `words`, to stand behind `IN`. */
export function keysCalled(kind: NamedKind, words: string): string {
  const { table, key } = NAMED[kind]
  return `(SELECT ${key} FROM ${table} WHERE ${isCalled(kind, words)})`
}

/** One part of the statement that `readNames` reads. @param codes what stands behind `IN`, in brackets */
export function selectNames(kind: NamedKind, codes: string, locale: Locale): string {
  const { table, key } = NAMED[kind]
  // A resident's account has no name, and none is made up.
  return `SELECT '${kind}' AS kind, ${key} AS code, ${nameOfKind(kind, locale)} AS name FROM ${table}
    WHERE ${key} IN ${codes} AND name IS NOT NULL`
}

/** All of a kind: `code` and `name`. */
export function selectAllNames(kind: NamedKind, locale: Locale): string {
  const { table, key } = NAMED[kind]
  return `SELECT ${key} AS code, ${nameOfKind(kind, locale)} AS name FROM ${table}`
}

/** The answer of such parts with `UNION ALL` between them. */
export function readNames(statement: Query<Names>['statement']): Query<Names> {
  return {
    statement,
    read(rows) {
      const names: Names = {}
      for (const { kind, code, name } of rows as { kind: string; code: string; name: string }[]) {
        names[kind] = { ...names[kind], [code]: name }
      }
      return names
    },
  }
}

/**
 * A statement that says of each word of a table what it is the key of. `readNamesOfWords` reads it.
 *
 * @param from a table with a column `word`
 */
export function namesOfWords(from: string, locale: Locale): string {
  const columns = NAMED_KINDS.map((kind) => {
    const { table, key } = NAMED[kind]
    return `(SELECT ${nameOfKind(kind, locale)} FROM ${table} WHERE ${table}.${key} = word) AS "${kind}"`
  })
  return `SELECT word, ${columns.join(', ')} FROM ${from}`
}

export function readNamesOfWords(statement: Query<Names>['statement']): Query<Names> {
  return {
    statement,
    read(rows) {
      const names: Names = {}
      for (const kind of NAMED_KINDS) {
        const named = rows.filter((row) => row[kind] !== null)
        if (named.length > 0)
          names[kind] = Object.fromEntries(named.map((row) => [row.word, row[kind]] as [string, string]))
      }
      return names
    },
  }
}
