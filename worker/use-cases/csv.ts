import Papa from 'papaparse'
import { textStream } from './text-stream.ts'

/**
 * What a spreadsheet would run, or carry into another cell: a cell that begins so gets an apostrophe in front. Full-width
 * signs count too, Chinese editions of spreadsheets read them as the narrow ones.
 */
const RUNS = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/

/** Excel takes a file for UTF-8 only when it says so. */
export const CSV_BEGINNING = '\uFEFF'

/** Rows as lines of CSV (RFC 4180), each with its line end. Nothing that a person typed can run in a spreadsheet. */
export function csvLines(rows: readonly (readonly (string | number | boolean | null)[])[]): string {
  if (rows.length === 0) return ''
  return `${Papa.unparse(rows as unknown[][], { escapeFormulae: RUNS, newline: '\r\n' })}\r\n`
}

/**
 * A CSV file as it comes out of the database, piece by piece.
 *
 * @param header the names of the columns
 * @param pieces rows, as many at a time as one call to the database gives
 */
export function csvStream(
  header: readonly string[],
  pieces: AsyncIterable<readonly (readonly (string | number | boolean | null)[])[]>,
): ReadableStream<Uint8Array> {
  async function* lines() {
    yield CSV_BEGINNING + csvLines([header])
    for await (const rows of pieces) yield csvLines(rows)
  }
  return textStream(lines())
}
