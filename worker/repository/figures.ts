import { COUNTS, type Counts, type FiguresAsked } from '../../shared/domain/figures.ts'
import type { Locale } from '../../shared/domain/locale.ts'
import { localName } from './local-name.ts'
import { many, type Database, type Query } from './query.ts'

/** The counts of one group. `code` is a month `YYYY-MM`, or a code; null, and no name, for reports without one. */
export interface FigureGroup {
  code: string | null
  name: string | null
  counts: Counts
}

/** In a key of `figure`: all of them, and none. */
const ALL = '*'
const NONE = '-'
const FIRST_DAY = '0000-01-01'
const LAST_DAY = '9999-12-31'

/** The column of a group's code, and the table that knows its name. */
const GROUPED = {
  month: { code: 'substr(figure.day, 1, 7)', table: null, key: '' },
  district: { code: 'figure.district_code', table: 'district', key: 'code' },
  station: { code: 'figure.station_number', table: 'station', key: 'number' },
  category: { code: 'figure.category_code', table: 'category', key: 'code' },
  body: { code: 'figure.body_code', table: 'body', key: 'code' },
} as const

const column = (count: string) => count.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const SUMS = COUNTS.map((count) => `sum(figure.${column(count)}) AS ${column(count)}`).join(', ')

/** Whose counters lie within a district each: a question about the whole city goes through all of them. */
function isWithinDistricts({ by, station, body }: FiguresAsked): boolean {
  return station !== null || body !== null || by === 'district' || by === 'station' || by === 'body'
}

/** The key of `figure` part by part, in the order of its index: one value, each that there is, or '*'. */
function conditionsOf(asked: FiguresAsked): { sql: string; params: string[] } {
  const { by } = asked
  const params: string[] = []
  const bound = (value: string) => `?${params.push(value)}`
  const part = (value: string | null, isSplit: boolean, each: string) =>
    value === null && isSplit ? each : `= ${bound(value ?? ALL)}`
  const parts = [
    `figure.district_code ${part(asked.district, isWithinDistricts(asked), 'IN (SELECT code FROM district)')}`,
    `figure.category_code ${part(asked.category, by === 'category', 'IN (SELECT code FROM category)')}`,
    `figure.station_number ${part(asked.station, by === 'station', `> '${ALL}'`)}`,
    `figure.body_code ${part(asked.body, by === 'body', `> '${ALL}'`)}`,
    `figure.day >= ${bound(asked.from ?? FIRST_DAY)}`,
    `figure.day <= ${bound(asked.to ?? LAST_DAY)}`,
  ]
  return { sql: parts.join(' AND '), params }
}

/** The counts of the reports asked about, group by group in the order of their codes. */
export function figureGroups(db: Database, asked: FiguresAsked, locale: Locale): Query<FigureGroup[]> {
  const { code, table, key } = GROUPED[asked.by]
  const { sql, params } = conditionsOf(asked)
  const name = table
    ? `(SELECT ${localName(table, locale)} FROM ${table} WHERE ${key} = grouped.code)`
    : 'NULL'
  const statement = db
    .prepare(
      `SELECT grouped.*, ${name} AS name
       FROM (SELECT ${code} AS code, ${SUMS} FROM figure WHERE ${sql} GROUP BY 1) AS grouped ORDER BY code`,
    )
    .bind(...params)
  return many(statement, (row) => ({
    code: row.code === NONE ? null : (row.code as string),
    name: row.name as string | null,
    counts: Object.fromEntries(COUNTS.map((count) => [count, row[column(count)]])) as Counts,
  }))
}

/** The fields of a question that name what does not exist. */
export function unknownOf(
  db: Database,
  { district, category, station, body }: FiguresAsked,
): Query<('district' | 'category' | 'station' | 'body')[]> {
  const statement = db
    .prepare(
      `SELECT ?1 IS NOT NULL AND NOT EXISTS (SELECT 1 FROM district WHERE code = ?1) AS district,
         ?2 IS NOT NULL AND NOT EXISTS (SELECT 1 FROM category WHERE code = ?2) AS category,
         ?3 IS NOT NULL AND NOT EXISTS (SELECT 1 FROM station WHERE number = ?3) AS station,
         ?4 IS NOT NULL AND NOT EXISTS (SELECT 1 FROM body WHERE code = ?4) AS body`,
    )
    .bind(district, category, station, body)
  const fields = ['district', 'category', 'station', 'body'] as const
  return { statement, read: ([row = {}]) => fields.filter((field) => row[field] === 1) }
}
