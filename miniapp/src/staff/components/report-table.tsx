import type { ReportRow } from '@shared/contract/report.ts'
import { formatReportNumber } from '@shared/domain/receipt.ts'
import type { ReactNode } from 'react'
import { StatusBadge } from '@/components/status-badge/status-badge'
import { type DataColumn, DataTable } from '@/kit/data-table'
import { useFormat } from '@/locale/use-text'
import { useStaffText } from '../locale/use-staff-text'
import { type ColumnId, useListView } from '../state/list-view'
import type { ReportPages } from '../state/use-report-pages'
import type { ListChoice } from '../state/use-reports'
import { DueBadge } from './due-badge'

interface ReportTableProps {
  list: ReportPages
  choice: ListChoice
  selected?: string
  onOpen?: (number: string) => void
  onEnd: () => void
}

/** About as high as a line is, px. */
const GUESS = 49
/** Beside a report there is room for so many columns. */
const BESIDE = 4

/** The same list in columns that each person chooses. */
export function ReportTable({ list, choice, selected, onOpen, onEnd }: ReportTableProps) {
  const t = useStaffText()
  const cells = useCells()
  const [view] = useListView()
  const columns = selected ? view.columns.slice(0, BESIDE) : view.columns
  const { numbers } = list.chain
  return (
    <DataTable
      caption={t('staff.inbox.list')}
      columns={useColumns(choice, columns)}
      count={numbers.length}
      total={list.hasNextPage ? -1 : numbers.length}
      guess={GUESS}
      rowAt={(index) => {
        const row = list.rowAt(index)
        if (!row) return undefined
        return {
          id: row.number,
          cells: [formatReportNumber(row.number), ...columns.map((column) => cells[column](row))],
        }
      }}
      selected={selected}
      onOpen={onOpen}
      onEnd={onEnd}
      onSpan={list.see}
      shown={{ id: selected ?? '', index: selected ? numbers.indexOf(selected) : -1 }}
    />
  )
}

/** The heads: two of them put everything into their order; an inbox has its own. */
function useColumns({ scope, sort }: ListChoice, columns: readonly ColumnId[]): DataColumn[] {
  const canSort = scope === 'visible'
  const t = useStaffText()
  const [, change] = useListView()
  const order: Partial<Record<ColumnId, Partial<DataColumn>>> = {
    due: {
      sorted: sort === 'due' ? 'ascending' : undefined,
      onSort: canSort ? () => change({ sort: 'due' }) : undefined,
    },
    created: {
      sorted: sort === 'new' ? 'descending' : undefined,
      onSort: canSort ? () => change({ sort: 'new' }) : undefined,
    },
  }
  return [
    { id: 'number', label: t('staff.column.number') },
    ...columns.map((column) => ({
      id: column,
      label: t(`staff.column.${column}`),
      wide: column === 'text',
      ...order[column],
    })),
  ]
}

/** What stands in a column. */
export function useCells(): Record<ColumnId, (row: ReportRow) => ReactNode> {
  const t = useStaffText()
  const format = useFormat()
  return {
    state: ({ state, round }) => <StatusBadge state={state} round={round} />,
    category: ({ category }) => category.name,
    text: ({ anonymised, text }) => (anonymised ? t('report.erased') : text),
    place: ({ address }) => address ?? '',
    district: ({ district }) => district.name,
    station: ({ station }) => station?.name ?? '',
    holder: ({ holder }) => holder?.name ?? '',
    due: ({ dueAt }) => (dueAt === null ? '' : <DueBadge dueAt={dueAt} />),
    promised: ({ promisedAt }) => format.date(promisedAt),
    created: ({ createdAt }) => format.date(createdAt),
  }
}
