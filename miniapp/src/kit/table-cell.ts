/** null: nothing to say, shown as a dash */
export type Cell = string | number | null

export function shownCell(cell: Cell, number: (value: number) => string): string {
  if (cell === null) return '–'
  return typeof cell === 'number' ? number(cell) : cell
}
