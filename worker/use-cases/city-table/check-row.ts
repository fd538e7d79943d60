import * as z from 'zod/mini'
import { cityRow } from '../../../shared/contract/city-table.ts'
import type { Names } from '../../../shared/contract/reference.ts'
import {
  CITY_TABLE_SHAPES,
  type CityRow,
  type CityTable,
  type Referred,
} from '../../../shared/domain/city-tables.ts'
import type { FieldErrors } from '../../../shared/domain/errors.ts'
import type { Context } from '../../context.ts'
import { keysOf } from '../../repository/city-tables.ts'
import { fieldErrors } from '../field-errors.ts'
import { spellStation } from '../spell-name.ts'

/** The keys that rows of a table may refer to, and what is called by them. */
export type Known = Partial<Record<Referred, ReadonlyMap<string, string>>>

function referredBy(table: CityTable): Referred[] {
  return [...new Set(CITY_TABLE_SHAPES[table].fields.flatMap(({ refers }) => refers ?? []))]
}

/** To be run with the request's other queries; `knownFrom` reads what they answer. */
export function knownQueries(ctx: Context, table: CityTable) {
  return referredBy(table).map((referred) => keysOf(ctx.db, referred, ctx.locale))
}

export function knownFrom(table: CityTable, answers: readonly ReadonlyMap<string, string>[]): Known {
  return Object.fromEntries(referredBy(table).map((referred, index) => [referred, answers[index]]))
}

/** Columns that speak of rows which are not there. */
export function strayReferences(table: CityTable, row: CityRow, known: Known): FieldErrors {
  const errors: FieldErrors = {}
  for (const { name, refers, orAll, optional } of CITY_TABLE_SHAPES[table].fields) {
    const value = row[name]
    const isFree = (optional && value === null) || (orAll && value === '*')
    if (refers && !isFree && !known[refers]?.has(value as string)) errors[name] = { problem: 'unknown' }
  }
  return errors
}

/** What some rows refer to, by name. */
export function namesFrom(table: CityTable, rows: readonly CityRow[], known: Known): Names {
  const names: Names = {}
  for (const { name, refers } of CITY_TABLE_SHAPES[table].fields) {
    if (!refers) continue
    const codes = rows.map((row) => row[name] as string | null)
    const named = codes.flatMap((code) => {
      const called = known[refers]?.get(code ?? '')
      return code !== null && called !== undefined ? [[code, called]] : []
    })
    names[refers] = { ...names[refers], ...Object.fromEntries(named) }
  }
  return names
}

/** A row as somebody wrote it, checked against its columns and what they refer to. */
export function checkRow(
  table: CityTable,
  raw: CityRow,
  known: Known,
): { row: CityRow; errors?: undefined } | { row?: undefined; errors: FieldErrors } {
  const parsed = z.safeParse(cityRow(table), raw)
  if (!parsed.success) return { errors: fieldErrors(parsed.error.issues, raw) }
  const row = parsed.data as CityRow
  const errors = strayReferences(table, row, known)
  return Object.keys(errors).length > 0 ? { errors } : { row }
}

/** A row as it is written: a station with how it sounds. */
export function asWritten(table: CityTable, row: CityRow): CityRow {
  return table === 'stations'
    ? { ...row, pinyin: spellStation(row as { name: string; address: string }) }
    : row
}
