import type { ReportRow } from '@shared/contract/report.ts'
import { formatReportNumber, parseReportNumber } from '@shared/domain/receipt.ts'
import { Box } from '@/kit/box'
import { List } from '@/kit/list'
import { ListItem } from '@/kit/list-item'
import { Text } from '@/kit/text'
import { TextField } from '@/kit/text-field'
import { useFormat } from '@/locale/use-text'
import { useStaffText } from '../../locale/use-staff-text'
import { useLeads } from '../../state/use-leads'
import type { ActionFieldProps, SpecOf } from './field-props'

/** The report to follow: its number, typed or picked from those of the same kind. */
export function LeadField({ answer: { report }, values, set, id, error }: ActionFieldProps<SpecOf<'lead'>>) {
  const t = useStaffText()
  const leads = useLeads(report)
  const typed = values.leadNumber ?? ''
  return (
    <Box gap={3}>
      <TextField
        id={id}
        type="numeric"
        autoComplete="off"
        label={t('staff.field.leadNumber')}
        hint={t('staff.field.leadNumber.hint')}
        value={typed}
        onChange={(leadNumber) => set({ leadNumber })}
        error={error}
      />
      {/* Only a help: while it is not there, a number can be typed. */}
      {leads.data && leads.data.length > 0 && (
        <SameKind
          rows={leads.data}
          chosen={parseReportNumber(typed)}
          onPick={(leadNumber) => set({ leadNumber })}
        />
      )}
    </Box>
  )
}

interface SameKindProps {
  rows: readonly ReportRow[]
  chosen: string | null
  onPick: (number: string) => void
}

function SameKind({ rows, chosen, onPick }: SameKindProps) {
  const t = useStaffText()
  const format = useFormat()
  const note = ({ number, createdAt, state }: ReportRow) =>
    [formatReportNumber(number), format.date(createdAt), t(`report.state.${state}`)].join(' · ')
  return (
    <Box gap={2}>
      <Text block size="small" tone="muted">
        {t('staff.field.leadNumber.same-kind')}
      </Text>
      <List label={t('staff.field.leadNumber.same-kind')}>
        {rows.map((row) => (
          <ListItem
            key={row.number}
            title={<Text className="staff-row-text">{row.text}</Text>}
            note={note(row)}
            selected={row.number === chosen}
            onClick={() => onPick(row.number)}
          />
        ))}
      </List>
    </Box>
  )
}
