import {
  CITY_TABLE_SHAPES,
  type CityRow,
  type CityTable,
  type Referred,
} from '../../shared/domain/city-tables.ts'
import type { Locale } from '../../shared/domain/locale.ts'
import { keysCalled, readNames, selectAllNames, selectNames, type Names } from './names.ts'
import { many, write, type Database, type Query, type Row } from './query.ts'

/** How a value stands in the database: as it is, as 0 or 1, as JSON, in micro-degrees, or '' for nothing. */
type Stored = 'plain' | 'flag' | 'json' | 'micro' | 'blank'

interface StoredTable {
  name: string
  /** Field to column, and how it is stored where not plainly. */
  columns: Record<string, string | readonly [string, Stored]>
  key: readonly string[]
  /** Columns that are searched. */
  words: readonly string[]
}

const NAMES = { name: 'name', nameHant: 'name_hant' }
const NAMES_OF_THREE = { ...NAMES, nameEn: 'name_en' }

const TABLES: Record<CityTable, StoredTable> = {
  stations: {
    name: 'station',
    columns: {
      number: 'number',
      ...NAMES,
      districtCode: 'district_code',
      streetCode: 'street_code',
      address: 'address',
      lat: ['lat_e6', 'micro'],
      lng: ['lng_e6', 'micro'],
      hours: 'hours',
      pinyin: 'pinyin',
    },
    key: ['number'],
    words: ['number', 'name', 'name_hant', 'pinyin'],
  },
  deputies: {
    name: 'deputy',
    columns: {
      id: 'id',
      stationNumber: 'station_number',
      ...NAMES,
      level: 'level',
      title: 'title',
      titleHant: 'title_hant',
    },
    key: ['id'],
    words: ['id', 'station_number', 'name', 'name_hant'],
  },
  bodies: {
    name: 'body',
    columns: {
      code: 'code',
      ...NAMES_OF_THREE,
      kind: 'kind',
      districtCode: 'district_code',
      streetCode: 'street_code',
    },
    key: ['code'],
    words: ['code', 'name', 'name_hant'],
  },
  categories: {
    name: 'category',
    columns: {
      code: 'code',
      groupCode: 'group_code',
      ...NAMES_OF_THREE,
      icon: 'icon',
      sort: 'sort',
      evidenceRequired: ['evidence_required', 'flag'],
      complexity: 'complexity',
      keywords: ['keywords', 'json'],
      questions: ['questions', 'json'],
    },
    key: ['code'],
    words: ['code', 'name', 'name_hant', 'keywords'],
  },
  limits: {
    name: 'deadline_limit',
    columns: { categoryCode: 'category_code', complexity: 'complexity', step: 'step', days: 'days' },
    key: ['categoryCode', 'complexity', 'step'],
    words: ['category_code', 'step'],
  },
  'routing-rules': {
    name: 'routing_rule',
    columns: {
      categoryCode: 'category_code',
      districtCode: 'district_code',
      streetCode: ['street_code', 'blank'],
      bodyCode: 'body_code',
    },
    key: ['categoryCode', 'districtCode', 'streetCode'],
    words: ['category_code', 'district_code', 'body_code'],
  },
  templates: {
    name: 'answer_template',
    columns: {
      code: 'code',
      action: 'action',
      bodyCode: 'body_code',
      stationNumber: 'station_number',
      ...NAMES,
      text: 'text',
      textHant: 'text_hant',
      sort: 'sort',
      active: ['active', 'flag'],
    },
    key: ['code'],
    words: ['code', 'name', 'name_hant', 'text'],
  },
}

const columnOf = (column: string | readonly [string, Stored]) =>
  typeof column === 'string' ? column : column[0]
const storedAs = (column: string | readonly [string, Stored]): Stored =>
  typeof column === 'string' ? 'plain' : column[1]

function fromStored(stored: Stored, value: unknown): unknown {
  if (stored === 'flag') return value === 1
  if (stored === 'json') return JSON.parse(value as string)
  if (stored === 'micro') return (value as number) / 1e6
  return stored === 'blank' && value === '' ? null : value
}

function toStored(stored: Stored, value: unknown): unknown {
  if (stored === 'flag') return Number(value)
  if (stored === 'json') return JSON.stringify(value)
  if (stored === 'micro') return Math.round((value as number) * 1e6)
  return stored === 'blank' ? (value ?? '') : (value ?? null)
}

/** The columns that people see; how a name sounds is ours. */
function shownColumns({ columns }: StoredTable) {
  return Object.entries(columns).filter(([field]) => field !== 'pinyin')
}

function readRow(table: StoredTable, row: Row): CityRow {
  return Object.fromEntries(
    shownColumns(table).map(([field, column]) => [
      field,
      fromStored(storedAs(column), row[columnOf(column)]),
    ]),
  )
}

/** The value that orders a table and tells its rows apart. */
function idOf({ key, columns }: StoredTable): string {
  return key.map((field) => columnOf(columns[field] ?? field)).join(" || '~' || ")
}

/** Which rows: found by `words` ('' for all), behind `after` ('' for the beginning). */
interface CityFilter {
  words: string
  after: string
  limit: number
}

/** A table's columns that speak of rows of others: `[column, of which table]`. */
function references(name: CityTable): [string, Referred][] {
  const { columns } = TABLES[name]
  return CITY_TABLE_SHAPES[name].fields.flatMap(({ name: field, refers }) =>
    refers ? [[columnOf(columns[field] ?? field), refers] as [string, Referred]] : [],
  )
}

/** The page as a statement; people find a row by its own words and by the names of what it refers to. */
function pageOf(name: CityTable): string {
  const table = TABLES[name]
  const found = [
    ...table.words.map((column) => `instr(${column}, ?1)`),
    ...references(name).map(([column, referred]) => `${column} IN ${keysCalled(referred, '?1')}`),
  ].join(' OR ')
  return `SELECT * FROM ${table.name} WHERE (?1 = '' OR ${found}) AND ${idOf(table)} > ?2
    ORDER BY ${idOf(table)} LIMIT ?3`
}

/** Rows in order of their id. */
export function cityRows(db: Database, name: CityTable, filter: CityFilter): Query<CityRow[]> {
  const statement = db.prepare(pageOf(name)).bind(filter.words, filter.after, filter.limit)
  return many(statement, (row) => readRow(TABLES[name], row))
}

/** What the same rows refer to, by name. */
export function cityRowNames(
  db: Database,
  name: CityTable,
  filter: CityFilter,
  locale: Locale,
): Query<Names> {
  const parts = references(name).map(([column, referred]) =>
    selectNames(referred, `(SELECT ${column} FROM page)`, locale),
  )
  const sql = `WITH page AS (${pageOf(name)}) ${parts.join(' UNION ALL ')}`
  return readNames(db.prepare(sql).bind(filter.words, filter.after, filter.limit))
}

/** The row with that id, in a list of one or none. */
export function cityRowById(db: Database, name: CityTable, id: string): Query<CityRow[]> {
  const table = TABLES[name]
  const statement = db.prepare(`SELECT * FROM ${table.name} WHERE ${idOf(table)} = ?1`).bind(id)
  return many(statement, (row) => readRow(table, row))
}

/** Rows a statement: one bound text must stay well under D1's 2 MB. */
const CHUNK = 1000

/** Writes rows, new ones and changed ones. What refers to nothing fails, and with it the whole batch. */
export function saveCityRows(db: Database, name: CityTable, rows: readonly CityRow[]): Query<void>[] {
  const table = TABLES[name]
  const columns = Object.entries(table.columns)
  const names = columns.map(([, column]) => columnOf(column))
  const keys = table.key.map((field) => columnOf(table.columns[field] ?? field))
  const others = names.filter((column) => !keys.includes(column))
  const chunks = Array.from({ length: Math.ceil(rows.length / CHUNK) }, (_, i) =>
    rows.slice(i * CHUNK, (i + 1) * CHUNK),
  )
  return chunks.map((chunk) => {
    const stored = chunk.map((row) =>
      columns.map(([field, column]) => toStored(storedAs(column), row[field])),
    )
    const statement = db
      .prepare(
        `INSERT INTO ${table.name} (${names.join(', ')})
         SELECT ${names.map((_, index) => `value ->> ${index}`).join(', ')} FROM json_each(?1) WHERE true
         ON CONFLICT (${keys.join(', ')}) DO UPDATE SET
           ${others.map((column) => `${column} = excluded.${column}`).join(', ')}`,
      )
      .bind(JSON.stringify(stored))
    return write(statement)
  })
}

/** Every key that rows may refer to, and what is called by it. */
export function keysOf(db: Database, referred: Referred, locale: Locale): Query<Map<string, string>> {
  const statement = db.prepare(selectAllNames(referred, locale))
  return {
    statement,
    read: (rows) => new Map(rows.map(({ code, name }) => [code as string, name as string])),
  }
}

/** Gives stations their first link code. @param codes `[number, code]` of each */
export function addStationCodes(
  db: Database,
  codes: readonly (readonly [string, string])[],
  now: number,
): Query<void> {
  const statement = db
    .prepare(
      `INSERT INTO station_code (code, station_number, created_at)
       SELECT value ->> 1, value ->> 0, ?2 FROM json_each(?1)
       WHERE NOT EXISTS (SELECT 1 FROM station_code WHERE station_number = value ->> 0)`,
    )
    .bind(JSON.stringify(codes), now)
  return write(statement)
}
