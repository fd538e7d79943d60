import { useFormat } from '@/locale/use-text'
import { classNames } from './class-names'
import { type Cell, shownCell } from './table-cell'

export interface TableProps {
  /** what the table tells; for screen readers, its heading stands beside it */
  caption: string
  /** the first column names the rows */
  columns: readonly string[]
  rows: readonly (readonly Cell[])[]
}

/** Numbers in rows and columns; scrolls in itself where a screen is too narrow. */
export function Table({ caption, columns, rows }: TableProps) {
  const format = useFormat()
  return (
    // Whoever has no mouse must be able to scroll it too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="k-table-frame" aria-label={caption} tabIndex={0}>
      <table className="k-table">
        <caption className="k-hidden">{caption}</caption>
        <thead className="k-table-head">
          <tr className="k-table-row">
            {columns.map((column, at) => (
              <th key={column} scope="col" className={classNames('k-cell', at > 0 && 'k-cell-number')}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="k-table-body">
          {rows.map(([name, ...cells]) => (
            <tr key={name} className="k-table-row">
              <th scope="row" className="k-cell k-cell-name">
                {name}
              </th>
              {cells.map((cell, at) => (
                <td key={columns[at + 1]} className="k-cell k-cell-number">
                  {shownCell(cell, format.number)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
