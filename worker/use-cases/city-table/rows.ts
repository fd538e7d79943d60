import type { CityTableQuery } from '../../../shared/contract/city-table.ts'
import type { Names } from '../../../shared/contract/reference.ts'
import { cityRowId, type CityRow, type CityTable } from '../../../shared/domain/city-tables.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import { codeFromBytes } from '../../../shared/domain/receipt.ts'
import type { Context } from '../../context.ts'
import {
  addStationCodes,
  cityRowById,
  cityRowNames,
  cityRows,
  saveCityRows,
} from '../../repository/city-tables.ts'
import { runBatch, type Query } from '../../repository/query.ts'
import { auditEntry, type AuditActor } from '../audit/record.ts'
import { cutPage, decodeCursor, encodeCursor } from '../page-cursor.ts'
import { withActor } from '../session/with-actor.ts'
import { asWritten, checkRow, knownFrom, knownQueries, strayReferences } from './check-row.ts'

/** Long columns of which the log keeps no more than that they changed. */
const NOT_KEPT = new Set(['questions', 'keywords'])

/** What a change of one row changed, column by column: as it was, as it is. */
function differenceOf(before: CityRow, after: CityRow) {
  const names = Object.keys(after).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  )
  const kept = names.filter((name) => !NOT_KEPT.has(name))
  const cells = (row: CityRow) => Object.fromEntries(kept.map((name) => [name, row[name]]))
  const others = names.filter((name) => NOT_KEPT.has(name))
  return { before: cells(before), after: cells(after), ...(others.length > 0 && { columns: others }) }
}

/** What writes rows, and writes down that they were written. New stations get their first link code. */
export function savingQueries(
  ctx: Context,
  actor: AuditActor,
  table: CityTable,
  { added, changed, before }: { added: readonly CityRow[]; changed: readonly CityRow[]; before?: CityRow },
): Query<void>[] {
  const rows = [...added, ...changed].map((row) => asWritten(table, row))
  const ids = [...added, ...changed].map((row) => cityRowId(table, row))
  const one = ids.length === 1 ? ids[0] : undefined
  const codes = table === 'stations' ? added.map((row) => [row.number as string, newCode(ctx)] as const) : []
  return [
    ...saveCityRows(ctx.db, table, rows),
    ...(codes.length > 0 ? [addStationCodes(ctx.db, codes, ctx.now())] : []),
    auditEntry(ctx, actor, 'city.changed', {
      subject: one === undefined ? `city:${table}` : `city:${table}:${one}`,
      detail: {
        added: added.length,
        changed: changed.length,
        ...(before && changed[0] && differenceOf(before, changed[0])),
      },
    }),
  ]
}

function newCode(ctx: Context): string {
  return codeFromBytes(ctx.random(8))
}

/**
 * A page of a table, in order of its keys, with the names of what it refers to.
 *
 * @throws AppError as `withActor`, `VALIDATION_FAILED` for a bad cursor
 */
export async function listCityRows(
  ctx: Context,
  table: CityTable,
  query: CityTableQuery,
): Promise<{ items: CityRow[]; nextCursor: string | null; names: Names }> {
  const [after] = query.cursor === undefined ? [''] : decodeCursor(query.cursor, ['string'])
  const filter = { words: query.q ?? '', after, limit: query.limit + 1 }
  const { answers } = await withActor(ctx, [
    cityRows(ctx.db, table, filter),
    cityRowNames(ctx.db, table, filter, ctx.locale),
  ])
  const { page, last } = cutPage(answers[0], query.limit)
  return { items: page, nextCursor: last && encodeCursor([cityRowId(table, last)]), names: answers[1] }
}

/**
 * Adds a row.
 *
 * @throws AppError as `withActor`, `VALIDATION_FAILED` for a key that is taken and for what refers to nothing
 */
export async function addCityRow(ctx: Context, table: CityTable, row: CityRow): Promise<CityRow> {
  const id = cityRowId(table, row)
  const { actor, answers } = await withActor(ctx, [
    cityRowById(ctx.db, table, id),
    ...knownQueries(ctx, table),
  ])
  const [existing, ...keys] = answers as [CityRow[], ...Map<string, string>[]]
  const errors = strayReferences(table, row, knownFrom(table, keys))
  const [first = ''] = Object.keys(row)
  if (existing.length > 0) errors[first] = { problem: 'duplicate' }
  if (Object.keys(errors).length > 0) throw new AppError('VALIDATION_FAILED', { fields: errors })
  await runBatch(ctx.db, savingQueries(ctx, actor, table, { added: [row], changed: [] }))
  return row
}

/**
 * Changes some columns of a row.
 *
 * @throws AppError as `withActor`, `NOT_FOUND`, `VALIDATION_FAILED`
 */
export async function changeCityRow(
  ctx: Context,
  table: CityTable,
  id: string,
  change: CityRow,
): Promise<CityRow> {
  const { actor, answers } = await withActor(ctx, [
    cityRowById(ctx.db, table, id),
    ...knownQueries(ctx, table),
  ])
  const [[existing], ...keys] = answers as [CityRow[], ...Map<string, string>[]]
  if (!existing) throw new AppError('NOT_FOUND')
  const checked = checkRow(table, { ...existing, ...change }, knownFrom(table, keys))
  if (checked.errors) throw new AppError('VALIDATION_FAILED', { fields: checked.errors })
  await runBatch(
    ctx.db,
    savingQueries(ctx, actor, table, { added: [], changed: [checked.row], before: existing }),
  )
  return checked.row
}
