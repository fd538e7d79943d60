import { write, type Database, type Query } from './query.ts'

/** Rows a statement; one JSON parameter carries them all and must stay well below D1's 2 MB. */
const CHUNK = 2000

/**
 * The tables of a city in the order in which they refer to each other, with the columns that are written.
 * A column takes the property of the same name in camel case; those marked `:json` keep their structure.
 */
const TABLES = {
  district: 'code name name_hant name_en lat_e6 lng_e6',
  street: 'code district_code name name_hant kind',
  station: 'number name name_hant district_code street_code address lat_e6 lng_e6 hours',
  station_code: 'code station_number created_at',
  deputy: 'id station_number name name_hant level title title_hant',
  body: 'code name name_hant name_en kind district_code street_code',
  category_group: 'code name name_hant name_en icon sort',
  category:
    'code group_code name name_hant name_en icon sort evidence_required complexity questions:json keywords:json',
  deadline_limit: 'category_code complexity step days',
  routing_rule: 'category_code district_code street_code body_code',
  account:
    'id role username password_hash name station_number body_code district_code deputy_id created_at',
} as const

export type CityTable = keyof typeof TABLES

function property(column: string): string {
  return column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
}

function insertChunk(db: Database, table: CityTable, rows: readonly object[]): Query<void> {
  const columns = TABLES[table].split(' ').map((entry) => entry.split(':'))
  const names = columns.map(([name]) => name).join(', ')
  const values = columns.map(([name = '', kind]) => `value ${kind === 'json' ? '->' : '->>'} '$.${property(name)}'`)
  const sql = `INSERT INTO ${table} (${names}) SELECT ${values.join(', ')} FROM json_each(?1)`
  return write(db.prepare(sql).bind(JSON.stringify(rows)))
}

/** Everything that makes a city, as one list of queries for one transaction. */
export function insertCity(db: Database, tables: Record<CityTable, readonly object[]>): Query<void>[] {
  return (Object.keys(TABLES) as CityTable[]).flatMap((table) => {
    const chunks: Query<void>[] = []
    for (let start = 0; start < tables[table].length; start += CHUNK) {
      chunks.push(insertChunk(db, table, tables[table].slice(start, start + CHUNK)))
    }
    return chunks
  })
}

/** Whether a city is there already. */
export function hasCity(db: Database): Query<boolean> {
  return { statement: db.prepare('SELECT 1 FROM district LIMIT 1'), read: (rows) => rows.length > 0 }
}

/** A value the city remembers about itself, null when it does not. */
export function settingByKey(db: Database, key: string): Query<string | null> {
  const statement = db.prepare('SELECT value FROM setting WHERE key = ?1').bind(key)
  return { statement, read: ([row]) => (row?.value as string | undefined) ?? null }
}

export function saveSetting(db: Database, key: string, value: string): Query<void> {
  const sql = 'INSERT INTO setting (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value'
  return write(db.prepare(sql).bind(key, value))
}
