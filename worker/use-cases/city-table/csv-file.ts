import type { CityImportAnswer } from '../../../shared/contract/city-table.ts'
import {
  cellOfValue,
  CITY_TABLE_SHAPES,
  cityRowId,
  type CityRow,
  type CityTable,
} from '../../../shared/domain/city-tables.ts'
import type { Context } from '../../context.ts'
import { cityRows } from '../../repository/city-tables.ts'
import { runBatch } from '../../repository/query.ts'
import { auditEntry } from '../audit/record.ts'
import { csvStream } from '../csv.ts'
import { linesOf, MOST_ROWS, refuseWrong, wrongInWords, type Line, type Wrong } from '../csv-lines.ts'
import { withActor } from '../session/with-actor.ts'
import { checkRow, knownFrom, knownQueries, namesFrom, type Known } from './check-row.ts'
import { savingQueries } from './rows.ts'

const MOST_PREVIEWED = 20
const MOST_EXAMPLES = 8
const PIECE = 1000

function columnsOf(table: CityTable): string[] {
  return CITY_TABLE_SHAPES[table].fields.map(({ name }) => name)
}

async function* piecesOf(ctx: Context, table: CityTable) {
  const { fields } = CITY_TABLE_SHAPES[table]
  for (let after = ''; ;) {
    const [rows] = await runBatch(ctx.db, [cityRows(ctx.db, table, { words: '', after, limit: PIECE })])
    yield rows.map((row) => fields.map((field) => cellOfValue(field, row[field.name])))
    const last = rows.at(-1)
    if (rows.length < PIECE || !last) return
    after = cityRowId(table, last)
  }
}

/** A whole table as CSV, which an import takes back. That it was taken out is written down first. */
export async function exportCityTable(ctx: Context, table: CityTable): Promise<ReadableStream<Uint8Array>> {
  const { actor } = await withActor(ctx, [])
  await runBatch(ctx.db, [auditEntry(ctx, actor, 'city.exported', { subject: `city:${table}` })])
  return csvStream(columnsOf(table), piecesOf(ctx, table))
}

/** What is good in a file, and everything that is wrong with it. */
function checkLines(
  table: CityTable,
  lines: readonly Line[],
  known: Known,
): { rows: CityRow[]; wrong: Wrong[] } {
  const [keyColumn = ''] = CITY_TABLE_SHAPES[table].key
  const seen = new Set<string>()
  const rows: CityRow[] = []
  const wrong: Wrong[] = []
  for (const { line, raw } of lines) {
    const { row, errors } = checkRow(table, raw, known)
    for (const [path, error] of Object.entries(errors ?? {})) {
      wrong.push({ line, column: path.split('.')[0] ?? path, error })
    }
    if (!row) continue
    const id = cityRowId(table, row)
    if (seen.has(id)) wrong.push({ line, column: keyColumn, error: { problem: 'duplicate' } })
    seen.add(id)
    rows.push(row)
  }
  return { rows, wrong }
}

const isSame = (a: CityRow, b: CityRow) =>
  Object.keys(a).every((name) => JSON.stringify(a[name]) === JSON.stringify(b[name]))

/**
 * Takes a table from CSV: says what would change, row-exact what is wrong, and writes all of it or nothing.
 *
 * @param apply without it nothing is written
 * @throws AppError as `withActor`, `VALIDATION_FAILED` when it was to be written and something is wrong
 */
export async function importCityTable(
  ctx: Context,
  table: CityTable,
  text: string,
  apply: boolean,
): Promise<CityImportAnswer> {
  const { actor, answers } = await withActor(ctx, [
    cityRows(ctx.db, table, { words: '', after: '', limit: MOST_ROWS * 2 }),
    ...knownQueries(ctx, table),
  ])
  const [existing, ...keys] = answers as [CityRow[], ...Map<string, string>[]]
  const known = knownFrom(table, keys)
  const read = linesOf(CITY_TABLE_SHAPES[table].fields, text)
  const checked = read.wrong.length > 0 ? { rows: [], wrong: [] } : checkLines(table, read.lines, known)
  const wrong = [...read.wrong, ...checked.wrong]
  const before = new Map(existing.map((row) => [cityRowId(table, row), row]))
  const added = checked.rows.filter((row) => !before.has(cityRowId(table, row)))
  const changed = checked.rows.filter((row) => {
    const old = before.get(cityRowId(table, row))
    return old !== undefined && !isSame(row, old)
  })
  if (apply) refuseWrong(wrong)
  if (apply && added.length + changed.length > 0) {
    await runBatch(ctx.db, savingQueries(ctx, actor, table, { added, changed }))
  }
  const examples = [...added, ...changed].slice(0, MOST_EXAMPLES)
  const ids = (rows: readonly CityRow[]) => rows.slice(0, MOST_PREVIEWED).map((row) => cityRowId(table, row))
  return {
    applied: apply,
    added: added.length,
    changed: changed.length,
    unchanged: checked.rows.length - added.length - changed.length,
    errors: wrongInWords(ctx, wrong),
    errorCount: wrong.length,
    preview: { added: ids(added), changed: ids(changed) },
    examples,
    names: namesFrom(table, examples, known),
  }
}
