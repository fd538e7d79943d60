import type { ReportRow } from '@shared/contract/report.ts'
import { formatReportNumber } from '@shared/domain/receipt.ts'
import { DataTable } from '@/kit/data-table'
import { Text } from '@/kit/text'
import { useFormat } from '@/locale/use-text'
import { useCells } from '../../components/report-table'
import { useStaffText } from '../../locale/use-staff-text'
import { useListView } from '../../state/list-view'

/** The rows in the columns that the person has chosen for the table. */
export function PrintedList({ rows }: { rows: readonly ReportRow[] }) {
  const t = useStaffText()
  const format = useFormat()
  // Paper does not count down.
  const cells = { ...useCells(), due: ({ dueAt }: ReportRow) => (dueAt === null ? '' : format.date(dueAt)) }
  const [{ columns }] = useListView()
  if (rows.length === 0) return <Text block>{t('staff.inbox.empty.visible')}</Text>
  return (
    <DataTable
      caption={t('staff.print.title')}
      columns={[
        { id: 'number', label: t('staff.column.number') },
        ...columns.map((column) => ({
          id: column,
          label: t(`staff.column.${column}`),
          wide: column === 'text',
        })),
      ]}
      count={rows.length}
      total={rows.length}
      guess={49}
      all
      rowAt={(index) => {
        const row = rows[index]
        return (
          row && {
            id: row.number,
            cells: [formatReportNumber(row.number), ...columns.map((column) => cells[column](row))],
          }
        )
      }}
    />
  )
}
