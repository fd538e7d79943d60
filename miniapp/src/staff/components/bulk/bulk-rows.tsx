import { List } from '@/kit/list'
import { ListItem } from '@/kit/list-item'
import { Text } from '@/kit/text'
import { useStaffText } from '../../locale/use-staff-text'
import type { BulkStep } from '../../state/use-bulk-run'

interface BulkRowsProps {
  steps: readonly BulkStep[]
  whys: Readonly<Record<string, { body: string; why: string }>>
}

/** What will be sent: each report, and for an assignment to whom and why. */
export function BulkRows({ steps, whys }: BulkRowsProps) {
  const t = useStaffText()
  if (steps.length === 0) return null
  return (
    <List label={t('staff.bulk.what')}>
      {steps.map(({ row }) => {
        const why = whys[row.number]
        return (
          <ListItem
            key={row.number}
            title={<Text className="staff-row-text">{row.text}</Text>}
            note={why ? `→ ${why.body} · ${why.why}` : row.category.name}
          />
        )
      })}
    </List>
  )
}
