import type { CalendarList, CalendarYear } from '@shared/contract/calendar.ts'
import { useState } from 'react'
import { ApiError } from '@/api/api-error'
import { Banner } from '@/kit/banner'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { ErrorSummary } from '@/kit/error-summary'
import { Form } from '@/kit/form'
import { Heading } from '@/kit/heading'
import { TextField } from '@/kit/text-field'
import { useKept } from '@/state/use-kept'
import { addYear, changeYear } from '../../api/configuration'
import { useStaffText } from '../../locale/use-staff-text'
import { type Day, neighbourName, nextKind, withDay } from '../../state/year-days'
import { DayName } from './day-name'
import { MonthGrid } from './month-grid'

interface YearFormProps {
  number: number
  /** null: one that is not published yet */
  year: CalendarYear | null
  promises: CalendarList['promises'][number] | null
  onDone: () => void
  onClose: () => void
}

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1)
const SOURCE = 'calendar-source'

/** A year as twelve months: each press on a date turns it further. What is marked stays on the device until it is saved. */
export function YearForm({ number, year, promises, onDone, onClose }: YearFormProps) {
  const t = useStaffText()
  const asItIs = { source: year?.source ?? '', days: (year?.days ?? []) as Day[] }
  const [draft, keep] = useKept(`mashang.staff.calendar.${number}`, asItIs)
  const [chosen, setChosen] = useState('')
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [problem, setProblem] = useState('')
  const [attempt, setAttempt] = useState(0)
  const [busy, setBusy] = useState(false)
  const press = (date: string) => {
    const day = draft.days.find((one) => one.date === date)
    const name = day?.name ?? neighbourName(draft.days, date) ?? t('staff.calendar.holiday')
    keep({ ...draft, days: withDay(draft.days, date, nextKind(date, day?.kind ?? null), name) })
    setChosen(date)
  }
  const save = async () => {
    setBusy(true)
    setProblem('')
    try {
      await (year ? changeYear(number, draft) : addYear({ year: number, ...draft }))
      keep(asItIs)
      onDone()
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      setErrors(error.fields)
      setProblem(error.message)
      setAttempt(attempt + 1)
    } finally {
      setBusy(false)
    }
  }
  const drop = () => {
    keep(asItIs)
    onClose()
  }
  const chosenDay = draft.days.find(({ date }) => date === chosen)
  return (
    <Form label={String(number)} onSubmit={() => void save()}>
      <Box gap={4}>
        <Heading>{t('staff.calendar.of', { year: number })}</Heading>
        {promises && (
          <Banner tone="info" title={t('staff.calendar.promises', { n: promises.open })} announce={false}>
            {t('staff.calendar.promises.text', { provisional: promises.provisional })}
          </Banner>
        )}
        {problem && <Banner tone="bad">{problem}</Banner>}
        <ErrorSummary
          attempt={attempt}
          errors={Object.entries(errors).map(([path, message]) => ({ id: idOf(path, draft.days), message }))}
        />
        <TextField
          id={SOURCE}
          label={t('staff.calendar.source')}
          hint={t('staff.calendar.source.hint')}
          autoComplete="off"
          value={draft.source}
          error={errors.source}
          onChange={(source) => keep({ ...draft, source })}
        />
        <DayName
          day={chosenDay}
          onRename={(name) =>
            chosenDay && keep({ ...draft, days: withDay(draft.days, chosenDay.date, chosenDay.kind, name) })
          }
        />
        <Box className="calendar-months">
          {MONTHS.map((month) => (
            <MonthGrid key={month} year={number} month={month} days={draft.days} onPress={press} />
          ))}
        </Box>
        <Button kind="primary" block submit busy={busy}>
          {t('staff.city.save')}
        </Button>
        <Button block onClick={drop}>
          {t('common.cancel')}
        </Button>
      </Box>
    </Form>
  )
}

/** `days.3.date` is the fourth marked day. */
function idOf(path: string, days: readonly Day[]): string {
  const date = days[Number(path.split('.')[1])]?.date
  return path.startsWith('days.') && date ? `day-${date}` : SOURCE
}
