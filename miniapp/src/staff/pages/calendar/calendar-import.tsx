import type { CalendarImportAnswer } from '@shared/contract/calendar.ts'
import { Banner } from '@/kit/banner'
import { importCalendar } from '../../api/configuration'
import { CsvImport } from '../../components/csv-import'
import { useStaffText } from '../../locale/use-staff-text'

/** Years from a table: what a file holds of a year is afterwards all of it. */
export function CalendarImport({ onDone }: { onDone: (words: string) => void }) {
  const t = useStaffText()
  return (
    <CsvImport
      take={importCalendar}
      onDone={({ years }) => onDone(t('staff.calendar.imported', { years: years.join(t('report.comma')) }))}
    >
      {(answer) => <Preview answer={answer} />}
    </CsvImport>
  )
}

function Preview({ answer: { years, added, changed, removed, preview } }: { answer: CalendarImportAnswer }) {
  const t = useStaffText()
  if (years.length === 0) return <Banner tone="info">{t('staff.calendar.import.same')}</Banner>
  const examples = [...preview.added, ...preview.changed, ...preview.removed].slice(0, 8)
  return (
    <Banner
      tone="info"
      title={t('staff.calendar.import.would', {
        years: years.join(t('report.comma')),
        added,
        changed,
        removed,
      })}
    >
      {t('staff.city.import.examples', { ids: examples.join(t('report.comma')) })}
    </Banner>
  )
}
