import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { Icon } from './icon'
import { useWindow, type WindowOptions } from './use-window'

export interface DataColumn {
  id: string
  label: string
  /** takes the width that is left, and cuts long words */
  wide?: boolean
  /** the order the rows stand in */
  sorted?: 'ascending' | 'descending'
  /** puts the rows into this column's order */
  onSort?: () => void
}

export interface DataRow {
  id: string
  /** the first names the row */
  cells: readonly ReactNode[]
}

export interface DataTableProps extends WindowOptions {
  /** what the table tells, for screen readers */
  caption: string
  columns: readonly DataColumn[]
  /** undefined while its page is read again */
  rowAt: (index: number) => DataRow | undefined
  /** how many there are; -1 while nobody knows */
  total: number
  /** draws every row: for paper */
  all?: boolean
  selected?: string
  /** a row was pressed; absent, the table only shows */
  onOpen?: (id: string) => void
}

/** A table of any length, for a desk: in the document are only the rows in sight and a few around them. */
export function DataTable({
  caption,
  columns,
  rowAt,
  total,
  all,
  selected,
  onOpen,
  ...options
}: DataTableProps) {
  const { box, ...seen } = useWindow<HTMLTableSectionElement>(options)
  const { span, before, after } = all ? whole(options.count) : seen
  const indexes = Array.from({ length: Math.max(0, span.to - span.from) }, (_, at) => span.from + at)
  const table = (
    <table className="k-data" aria-rowcount={total < 0 ? -1 : total + 1}>
      <caption className="k-hidden">{caption}</caption>
      <thead className="k-data-head">
        <tr aria-rowindex={1}>
          {columns.map((column) => (
            <Head key={column.id} {...column} />
          ))}
        </tr>
      </thead>
      <tbody className="k-window" ref={box} tabIndex={-1}>
        <Gap height={before} columns={columns.length} />
        {indexes.map((index) => (
          <Row
            key={rowAt(index)?.id ?? index}
            index={index}
            row={rowAt(index)}
            columns={columns}
            isSelected={rowAt(index)?.id === selected}
            onOpen={onOpen}
          />
        ))}
        <Gap height={after} columns={columns.length} />
      </tbody>
    </table>
  )
  if (!all) return table
  return (
    // Whoever has no mouse must be able to scroll it too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="k-table-frame" aria-label={caption} tabIndex={0}>
      {table}
    </section>
  )
}

const whole = (count: number) => ({ span: { from: 0, to: count }, before: 0, after: 0 })

function Head({ label, wide, sorted, onSort }: DataColumn) {
  return (
    <th scope="col" aria-sort={sorted} className={classNames('k-data-cell', wide && 'k-data-wide')}>
      {onSort ? (
        <button type="button" className="k-data-sort" onClick={onSort}>
          {label}
          {sorted && <Icon name="down" size="small" className={`k-data-${sorted}`} />}
        </button>
      ) : (
        label
      )}
    </th>
  )
}

/** Stands for the rows that are not drawn; nothing to a screen reader, which is told the numbers of rows. */
function Gap({ height, columns }: { height: number; columns: number }) {
  if (height === 0) return null
  return (
    <tr className="k-window-gap" aria-hidden="true">
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label */}
      <td colSpan={columns} style={{ height: `${height}px`, padding: 0 }} />
    </tr>
  )
}

interface RowProps {
  index: number
  row: DataRow | undefined
  columns: readonly DataColumn[]
  isSelected: boolean
  onOpen?: (id: string) => void
}

function Row({ index, row, columns, isSelected, onOpen }: RowProps) {
  const cells = row?.cells ?? columns.map(() => '…')
  return (
    <tr
      className={classNames('k-data-row', isSelected && 'k-data-selected')}
      data-row={index}
      aria-rowindex={index + 2}
    >
      {cells.map((cell, at) => {
        const column = columns[at]
        const look = classNames('k-data-cell', column?.wide && 'k-data-wide')
        if (at > 0) {
          return (
            <td key={column?.id} className={look}>
              {cell}
            </td>
          )
        }
        return (
          <th key={column?.id} scope="row" className={classNames(look, 'k-data-name')}>
            {onOpen && row ? (
              <button
                type="button"
                className="k-data-press"
                id={`row-${row.id}`}
                aria-pressed={isSelected}
                onClick={() => onOpen(row.id)}
              >
                {cell}
              </button>
            ) : (
              cell
            )}
          </th>
        )
      })}
    </tr>
  )
}
