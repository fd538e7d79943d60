import { many, write, type Database, type Query } from './query.ts'

/** Tables whose rows are found by the sound of their name, and the column they are known by. */
const TABLES = { district: 'code', street: 'code', station: 'number' } as const
/** What people look for besides the name. */
const ADDRESS = { district: 'NULL', street: 'NULL', station: 'address' } as const
const NOT_SPELLED = "pinyin = ''"
/** A station's name and address, each by syllables and by initials, are four words; older versions spelled the name alone. */
const UNSPELLED = {
  district: NOT_SPELLED,
  street: NOT_SPELLED,
  station: "length(pinyin) - length(replace(pinyin, ' ', '')) < 3",
} as const
export type SpelledTable = keyof typeof TABLES
export const SPELLED_TABLES = Object.keys(TABLES) as SpelledTable[]

/** Names that nobody has spelled yet. */
export function unspelledNames(
  db: Database,
  table: SpelledTable,
  limit: number,
): Query<{ key: string; name: string; address: string | null }[]> {
  const sql = `SELECT ${TABLES[table]} AS key, name, ${ADDRESS[table]} AS address FROM ${table} WHERE ${UNSPELLED[table]} LIMIT ?1`
  return many(db.prepare(sql).bind(limit), (row) => ({
    key: row.key as string,
    name: row.name as string,
    address: row.address as string | null,
  }))
}

/** @param spelled `[key, pinyin]` of each row */
export function saveSpelling(
  db: Database,
  table: SpelledTable,
  spelled: readonly (readonly [string, string])[],
): Query<void> {
  const statement = db
    .prepare(
      `UPDATE ${table} SET pinyin = spelled.value ->> 1
       FROM json_each(?1) AS spelled WHERE ${table}.${TABLES[table]} = spelled.value ->> 0`,
    )
    .bind(JSON.stringify(spelled))
  return write(statement)
}
