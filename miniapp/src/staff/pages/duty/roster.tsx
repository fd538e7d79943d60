import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { DutyRoster } from '@shared/contract/duty.ts'
import type { Deputy } from '@shared/contract/station.ts'
import { useState } from 'react'
import { Banner } from '@/kit/banner'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Heading } from '@/kit/heading'
import { List } from '@/kit/list'
import { ListItem } from '@/kit/list-item'
import { LoadState } from '@/kit/load-state'
import { useFormat } from '@/locale/use-text'
import { dateAfter } from '../../actions/action-values'
import { readDuty } from '../../api/office-work'
import { useStaffText } from '../../locale/use-staff-text'
import { useStationOf } from '../../state/use-offices'
import { DaySheet } from './day-sheet'

const DAYS = 14

/** Two weeks, day by day; a day opens to be filled in. */
export function Roster({ number }: { number: string }) {
  const t = useStaffText()
  const queries = useQueryClient()
  const [today] = useState(() => dateAfter(Date.now(), 0))
  const [from, setFrom] = useState('')
  const [open, setOpen] = useState('')
  const [done, setDone] = useState('')
  const station = useStationOf({ station: { number, name: '' } })
  const key = ['staff', 'duty', number]
  const roster = useQuery({
    queryKey: [...key, from],
    queryFn: ({ signal }) => readDuty(number, from, signal),
  })
  const shift = (days: number) => {
    setDone('')
    if (roster.data) setFrom(dateAfter(Date.parse(`${roster.data.from}T00:00:00+08:00`), days))
  }
  const saved = () => {
    setOpen('')
    setDone(t('staff.duty.saved'))
    void queries.invalidateQueries({ queryKey: key })
    // Residents read it on the station's page.
    void queries.invalidateQueries({ queryKey: ['station'] })
  }
  return (
    <Box gap={4}>
      {done && <Banner tone="good">{done}</Banner>}
      <Box row wrap gap={2}>
        <Button small icon="back" disabled={!roster.data} onClick={() => shift(-DAYS)}>
          {t('staff.duty.before')}
        </Button>
        <Button small icon="forward" disabled={!roster.data} onClick={() => shift(DAYS)}>
          {t('staff.duty.after')}
        </Button>
      </Box>
      <LoadState query={roster} skeleton={{ look: 'list', rows: 7 }}>
        {({ days }) => (
          <LoadState query={station} skeleton={{ look: 'list', rows: 7 }}>
            {({ deputies }) => (
              <>
                {[0, 7].map((first) => (
                  <Week
                    key={first}
                    days={days.slice(first, first + 7)}
                    deputies={deputies}
                    today={today}
                    onOpen={setOpen}
                  />
                ))}
                {open !== '' && (
                  <DaySheet
                    number={number}
                    date={open}
                    days={days}
                    deputies={deputies}
                    onSaved={saved}
                    onClose={() => setOpen('')}
                  />
                )}
              </>
            )}
          </LoadState>
        )}
      </LoadState>
    </Box>
  )
}

interface WeekProps {
  days: DutyRoster['days']
  deputies: readonly Deputy[]
  today: string
  onOpen: (date: string) => void
}

function Week({ days, deputies, today, onOpen }: WeekProps) {
  const t = useStaffText()
  const format = useFormat()
  const [first] = days
  if (!first) return null
  const title = t('staff.duty.week', { date: format.date(`${first.date}T12:00:00+08:00`) })
  const names = (ids: readonly string[]) =>
    deputies
      .filter(({ id }) => ids.includes(id))
      .map(({ name }) => name)
      .join(t('report.comma'))
  return (
    <Box as="section" gap={2} label={title}>
      <Heading>{title}</Heading>
      <List label={title}>
        {days.map(({ date, deputyIds }) => (
          <ListItem
            key={date}
            title={format.date(`${date}T12:00:00+08:00`)}
            note={names(deputyIds) || t('staff.duty.nobody')}
            aside={date === today ? t('staff.duty.today') : undefined}
            selected={date === today || undefined}
            // What is past stays as it was.
            onClick={date < today ? undefined : () => onOpen(date)}
          />
        ))}
      </List>
    </Box>
  )
}
