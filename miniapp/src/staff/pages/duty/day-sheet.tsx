import type { DutyRoster } from '@shared/contract/duty.ts'
import type { Deputy } from '@shared/contract/station.ts'
import { useState } from 'react'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Checkbox } from '@/kit/checkbox'
import { Form } from '@/kit/form'
import { Sheet } from '@/kit/sheet'
import { useFormat } from '@/locale/use-text'
import { dateAfter } from '../../actions/action-values'
import { changeDuty } from '../../api/office-work'
import { DeedNotice } from '../../components/deed-notice'
import { useStaffText } from '../../locale/use-staff-text'
import { useDeed } from '../../state/use-deed'

interface DaySheetProps {
  number: string
  date: string
  days: DutyRoster['days']
  deputies: readonly Deputy[]
  onSaved: () => void
  onClose: () => void
}

/** Who is there on that day; the week before is one press away. */
export function DaySheet({ number, date, days, deputies, onSaved, onClose }: DaySheetProps) {
  const t = useStaffText()
  const format = useFormat()
  const deed = useDeed()
  const dutyOn = (day: string) => days.find((one) => one.date === day)?.deputyIds ?? []
  const [chosen, setChosen] = useState<readonly string[]>(dutyOn(date))
  const lastWeek = dutyOn(dateAfter(Date.parse(`${date}T00:00:00+08:00`), -7))
  const title = format.date(`${date}T12:00:00+08:00`)
  const save = async () => {
    const change = { date, deputyIds: [...chosen] }
    if (await deed.run({}, () => changeDuty(number, change), t('staff.duty.saved'))) onSaved()
  }
  const toggle = (id: string, isOn: boolean) =>
    setChosen(isOn ? [...chosen, id] : chosen.filter((one) => one !== id))
  return (
    <Sheet open title={title} onClose={onClose}>
      <Form label={title} onSubmit={() => void save()}>
        <DeedNotice deed={deed} idOf={(name) => `duty-${name}`} />
        {lastWeek.length > 0 && (
          <Button small icon="refresh" onClick={() => setChosen(lastWeek)}>
            {t('staff.duty.as-last-week')}
          </Button>
        )}
        <Box gap={1} label={t('staff.duty.who')} as="section">
          {deputies.map(({ id, name, title: what }) => (
            <Checkbox
              key={id}
              id={`duty-${id}`}
              label={`${name} · ${what}`}
              checked={chosen.includes(id)}
              onChange={(isOn) => toggle(id, isOn)}
            />
          ))}
        </Box>
        <Button kind="primary" block submit busy={deed.busy}>
          {t('staff.duty.save')}
        </Button>
      </Form>
    </Sheet>
  )
}
