import { Box } from '@/kit/box'
import { Text } from '@/kit/text'
import { TextField } from '@/kit/text-field'
import { useFormat } from '@/locale/use-text'
import { useStaffText } from '../../locale/use-staff-text'
import type { Day } from '../../state/year-days'

interface DayNameProps {
  /** the marked day that was pressed last */
  day: Day | undefined
  onRename: (name: string) => void
}

/** How to mark, and which holiday the day just marked belongs to. */
export function DayName({ day, onRename }: DayNameProps) {
  const t = useStaffText()
  const format = useFormat()
  return (
    <Box gap={2}>
      <Text block tone="muted">
        {t('staff.calendar.how')}
      </Text>
      {day && (
        <TextField
          id="calendar-day-name"
          label={t('staff.calendar.day-name', {
            date: format.date(`${day.date}T04:00:00.000Z`),
            kind: t(`staff.calendar.kind.${day.kind}`),
          })}
          autoComplete="off"
          value={day.name}
          onChange={onRename}
        />
      )}
    </Box>
  )
}
