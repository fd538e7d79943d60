import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { CalendarList } from '@shared/contract/calendar.ts'
import { useState } from 'react'
import { Banner } from '@/kit/banner'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Link } from '@/kit/link'
import { List } from '@/kit/list'
import { ListItem } from '@/kit/list-item'
import { LoadState } from '@/kit/load-state'
import { savesFiles } from '@/platform/saves-files'
import { calendarExport, listCalendar } from '../../api/configuration'
import { AdminPage } from '../../components/admin-page'
import { useStaffText } from '../../locale/use-staff-text'
import { CalendarImport } from './calendar-import'
import { YearForm } from './year-form'

const KEY = ['staff', 'calendar']

/** The days off and the weekend days that are worked, year by year: every working day of a promise is counted by them. */
export default function CalendarPage() {
  const t = useStaffText()
  return (
    <AdminPage title={t('staff.calendar.title')} lead={t('staff.calendar.lead')} here="staff-calendar">
      {() => <Calendar />}
    </AdminPage>
  )
}

function Calendar() {
  const t = useStaffText()
  const queries = useQueryClient()
  const [open, setOpen] = useState<number | null>(null)
  const [done, setDone] = useState('')
  const query = useQuery({ queryKey: KEY, queryFn: ({ signal }) => listCalendar(signal) })
  const written = (words: string) => {
    setOpen(null)
    setDone(words)
    void queries.invalidateQueries({ queryKey: KEY })
  }
  return (
    <Box gap={4}>
      {done && <Banner tone="good">{done}</Banner>}
      <LoadState query={query} skeleton={{ look: 'list', rows: 4 }}>
        {(list) =>
          open === null ? (
            <Years list={list} onOpen={setOpen} onDone={written} />
          ) : (
            <YearForm
              key={open}
              number={open}
              year={list.items.find(({ year }) => year === open) ?? null}
              promises={list.promises.find(({ year }) => year === open) ?? null}
              onDone={() => written(t('staff.calendar.saved', { year: open }))}
              onClose={() => setOpen(null)}
            />
          )
        }
      </LoadState>
    </Box>
  )
}

interface YearsProps {
  list: CalendarList
  onOpen: (year: number) => void
  onDone: (words: string) => void
}

function Years({ list: { items, promises }, onOpen, onDone }: YearsProps) {
  const t = useStaffText()
  const next = Math.max(...items.map(({ year }) => year), 2025) + 1
  const waiting = promises.find(({ year }) => year === next)
  return (
    <Box gap={4}>
      {waiting && (
        <Banner tone="wait" title={t('staff.calendar.missing', { year: next })}>
          {t('staff.calendar.missing.text', { n: waiting.open })}
        </Banner>
      )}
      <List label={t('staff.calendar.title')}>
        {items.toReversed().map(({ year, days, source }) => (
          <ListItem
            key={year}
            title={t('staff.calendar.year', {
              year,
              off: days.filter(({ kind }) => kind === 'holiday').length,
              on: days.filter(({ kind }) => kind === 'workday').length,
            })}
            note={source}
            onClick={() => onOpen(year)}
          />
        ))}
      </List>
      <Box className="staff-deeds">
        <Button icon="plus" onClick={() => onOpen(next)}>
          {t('staff.calendar.add', { year: next })}
        </Button>
        {savesFiles && (
          <Link kind="plain" icon="download" href={calendarExport} download="calendar.csv">
            {t('staff.admin.csv')}
          </Link>
        )}
      </Box>
      {savesFiles && <CalendarImport onDone={onDone} />}
    </Box>
  )
}
