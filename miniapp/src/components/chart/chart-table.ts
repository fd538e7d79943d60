import type { Cell } from '@/kit/table-cell'

/** The numbers of a chart as they stand in its table and its CSV; the first column names the rows. */
export interface ChartTable {
  columns: readonly string[]
  rows: readonly (readonly Cell[])[]
}

/** What a spreadsheet would run; worker/use-cases/csv.ts guards the server's files the same way. */
const RUNS = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/

function field(cell: Cell): string {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell)
  const harmless = RUNS.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** RFC 4180, with the mark by which Excel knows UTF-8. */
export function csvOf({ columns, rows }: ChartTable): string {
  return `\uFEFF${[columns, ...rows].map((cells) => `${cells.map(field).join(',')}\r\n`).join('')}`
}
