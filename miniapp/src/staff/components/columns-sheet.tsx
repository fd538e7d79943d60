import { Box } from '@/kit/box'
import { Checkbox } from '@/kit/checkbox'
import { Sheet } from '@/kit/sheet'
import { useStaffText } from '../locale/use-staff-text'
import { COLUMNS, useListView } from '../state/list-view'

/** Which columns the table has; kept for the account on this device. */
export function ColumnsSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useStaffText()
  const [{ columns }, change] = useListView()
  return (
    <Sheet open={open} title={t('staff.list.columns')} onClose={onClose}>
      <Box gap={1}>
        {COLUMNS.map((column) => (
          <Checkbox
            key={column}
            id={`column-${column}`}
            label={t(`staff.column.${column}`)}
            checked={columns.includes(column)}
            onChange={(isOn) =>
              change({ columns: COLUMNS.filter((one) => (one === column ? isOn : columns.includes(one))) })
            }
          />
        ))}
      </Box>
    </Sheet>
  )
}
