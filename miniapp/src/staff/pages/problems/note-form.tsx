import { useEffect } from 'react'
import { useCategories } from '@/api/categories'
import { Banner } from '@/kit/banner'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Card } from '@/kit/card'
import { ErrorSummary } from '@/kit/error-summary'
import { Form } from '@/kit/form'
import { Heading } from '@/kit/heading'
import { Select } from '@/kit/select'
import { TextArea } from '@/kit/text-area'
import { useStaffText } from '../../locale/use-staff-text'
import { useStaffReport } from '../../state/use-reports'
import { ReportPicker } from './report-picker'
import { useNote } from './use-note'

const idOf = (name: string) => `problem-${name}`
const MOST_TEXT = 1000

interface NoteFormProps {
  /** number of the report that led here; '' for none */
  first: string
  onDone: () => void
  /** somebody begins the next one */
  onBegin: () => void
}

/** Words, the kind, and the reports that show it, if there are any. */
export function NoteForm({ first, onDone, onBegin }: NoteFormProps) {
  const t = useStaffText()
  const { data: categories = [] } = useCategories()
  const note = useNote(first, onDone)
  const { data: led } = useStaffReport(first)
  const ledTo = led?.report.category.code ?? ''
  const { categoryCode, change } = note
  useEffect(() => {
    if (ledTo && categoryCode === '') change({ categoryCode: ledTo })
    // Only once, when the report that led here is known: a kind that was taken out stays out.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [ledTo])
  const summary = Object.entries(note.errors).map(([name, message]) => ({ id: idOf(name), message }))
  return (
    <Card as="section" label={t('staff.problem.new')}>
      <Form label={t('staff.problem.new')} onSubmit={() => void note.send()}>
        <Box gap={4}>
          <Heading>{t('staff.problem.new')}</Heading>
          {note.problem && <Banner tone="bad">{note.problem}</Banner>}
          <ErrorSummary errors={summary} attempt={note.attempt} />
          <TextArea
            id={idOf('text')}
            label={t('staff.problem.text')}
            hint={t('staff.problem.text.hint')}
            value={note.text}
            onChange={(text) => {
              onBegin()
              change({ text })
            }}
            rows={3}
            max={MOST_TEXT}
            error={note.errors.text}
          />
          <ReportPicker
            id={idOf('reportNumbers')}
            chosen={note.numbers}
            error={note.errors.reportNumbers}
            onToggle={note.toggle}
          />
          <Select
            id={idOf('categoryCode')}
            label={t('staff.snapshot.category')}
            value={categoryCode}
            options={categories.map(({ code, name, group }) => ({
              value: code,
              label: `${group.name} · ${name}`,
            }))}
            onChange={(chosen) => change({ categoryCode: chosen })}
            error={note.errors.categoryCode}
          />
          <Button kind="primary" block submit icon="send" busy={note.busy}>
            {t('staff.problem.send')}
          </Button>
        </Box>
      </Form>
    </Card>
  )
}
