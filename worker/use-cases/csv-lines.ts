import Papa from 'papaparse'
import type { CityImportError } from '../../shared/contract/city-table.ts'
import { valueOfCell, type CityField, type CityRow } from '../../shared/domain/city-tables.ts'
import { AppError, type FieldError } from '../../shared/domain/errors.ts'
import type { Context } from '../context.ts'
import { wordsIn } from '../locale/words.ts'

/** More rows than any city's deputies; a file is read at once. */
export const MOST_ROWS = 20_000
const MOST_ERRORS = 100

export interface Line {
  /** Of the file; the header is line 1. */
  line: number
  raw: CityRow
}

/** What is wrong, and exactly where. */
export interface Wrong {
  line: number
  column: string
  error: FieldError
}

/** An apostrophe before what a spreadsheet would run is the export's own. */
const unguarded = (cell: string) => cell.replace(/^'(?=[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20])/, '')

/** The lines of a file by the names in its header. */
export function linesOf(fields: readonly CityField[], text: string): { lines: Line[]; wrong: Wrong[] } {
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: 'greedy' })
  const header = (data[0] ?? []).map((cell) => cell.trim())
  const wrong: Wrong[] = [
    ...fields
      .filter(({ name, optional }) => !optional && !header.includes(name))
      .map(({ name }): Wrong => ({ line: 1, column: name, error: { problem: 'required' } })),
    ...header
      .filter((name) => !fields.some((field) => field.name === name))
      .map((column): Wrong => ({ line: 1, column, error: { problem: 'unknown' } })),
  ]
  if (data.length - 1 > MOST_ROWS) {
    wrong.push({ line: 1, column: '', error: { problem: 'too_many', limit: MOST_ROWS } })
  }
  for (const [index, cells] of data.slice(1, MOST_ROWS + 1).entries()) {
    // One comma or quotation mark too many moves every cell after it, or ends in a column that has no name.
    const column = header.length + 1
    if (cells.slice(header.length).some((cell) => cell.trim() !== ''))
      wrong.push({ line: index + 2, column: String(column), error: { problem: 'unknown' } })
  }
  for (const { row } of errors.filter(({ type }) => type === 'Quotes'))
    wrong.push({ line: (row ?? 0) + 1, column: '', error: { problem: 'malformed' } })
  const lines = data.slice(1, MOST_ROWS + 1).map((cells, index) => ({
    line: index + 2,
    raw: Object.fromEntries(
      fields
        .filter(({ name }) => header.includes(name))
        .map((field) => [field.name, valueOfCell(field, unguarded(cells[header.indexOf(field.name)] ?? ''))]),
    ),
  }))
  return { lines, wrong }
}

/** The first hundred, in the caller's words. */
export function wrongInWords(ctx: Context, wrong: readonly Wrong[]): CityImportError[] {
  const { fields } = wordsIn(ctx.locale)
  return wrong.slice(0, MOST_ERRORS).map(({ line, column, error: { problem, limit } }) => ({
    row: line,
    column,
    problem,
    message: fields[problem].replace('{limit}', String(limit ?? '')),
  }))
}

/** @throws AppError `VALIDATION_FAILED` with a field `<line>.<column>` for each, when anything is wrong */
export function refuseWrong(wrong: readonly Wrong[]): void {
  if (wrong.length === 0) return
  const fields = wrong
    .slice(0, MOST_ERRORS)
    .map(({ line, column, error }) => [`${line}.${column}`, error] as const)
  throw new AppError('VALIDATION_FAILED', { fields: Object.fromEntries(fields) })
}
