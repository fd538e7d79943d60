import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Heading } from '@/kit/heading'
import { Text } from '@/kit/text'
import { useStaffText } from '../../locale/use-staff-text'
import { type Day, isWeekend, weeksOf } from '../../state/year-days'
import './calendar.scss'

interface MonthGridProps {
  year: number
  month: number
  days: readonly Day[]
  onPress: (date: string) => void
}

const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const

/** One month from Monday to Sunday; a marked day says in a letter what it is, not by its colour alone. */
export function MonthGrid({ year, month, days, onPress }: MonthGridProps) {
  const t = useStaffText()
  const title = t('staff.calendar.month', { year, month })
  const marked = new Map(days.map((day) => [day.date, day]))
  return (
    <Box as="section" label={title} gap={2}>
      <Heading level={3}>{title}</Heading>
      <Box className="calendar-month">
        {WEEKDAYS.map((weekday) => (
          <Text key={weekday} size="small" tone="muted" className="calendar-weekday">
            {t(`staff.calendar.weekday.${weekday}`)}
          </Text>
        ))}
        {weeksOf(year, month)
          .flat()
          .map((date, at) =>
            date === null ? (
              // Cells before the first and after the last day have nothing to tell them apart but their place.
              // oxlint-disable-next-line react/no-array-index-key
              <Box key={`${month}-${at}`} />
            ) : (
              <DayButton key={date} date={date} day={marked.get(date)} onPress={() => onPress(date)} />
            ),
          )}
      </Box>
    </Box>
  )
}

interface DayButtonProps {
  date: string
  day: Day | undefined
  onPress: () => void
}

function DayButton({ date, day, onPress }: DayButtonProps) {
  const t = useStaffText()
  const number = String(Number(date.slice(8)))
  const kind = day?.kind ?? (isWeekend(date) ? 'weekend' : 'weekday')
  const words = t(`staff.calendar.kind.${kind}`)
  return (
    <Button
      id={`day-${date}`}
      kind="ghost"
      className={`calendar-day calendar-day-${kind}`}
      label={[date, words, day?.name].filter(Boolean).join(' ')}
      onClick={onPress}
    >
      {day ? `${number}${t(`staff.calendar.mark.${day.kind}`)}` : number}
    </Button>
  )
}
