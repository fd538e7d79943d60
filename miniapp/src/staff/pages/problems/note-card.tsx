import type { ProblemNote } from '@shared/contract/problem-note.ts'
import { formatReportNumber } from '@shared/domain/receipt.ts'
import { Badge } from '@/kit/badge'
import { Box } from '@/kit/box'
import { Card } from '@/kit/card'
import { List } from '@/kit/list'
import { ListItem } from '@/kit/list-item'
import { Text } from '@/kit/text'
import type { Tone } from '@/kit/tone'
import { useFormat } from '@/locale/use-text'
import { useStaffText } from '../../locale/use-staff-text'

const TONES: Record<ProblemNote['outcome'], Tone> = { waiting: 'wait', dismissed: 'info', topic: 'good' }

/** One note and what became of it. */
export function NoteCard({ note }: { note: ProblemNote }) {
  const t = useStaffText()
  const format = useFormat()
  const { text, category, district, reports, createdAt, outcome, topic } = note
  return (
    <Card as="article">
      <Box gap={3}>
        <Box row wrap gap={2} align="center" justify="between">
          <Badge tone={TONES[outcome]}>{t(`staff.problem.${outcome}`)}</Badge>
          <Text size="small" tone="muted">
            {[category.name, district.name, format.date(createdAt)].join(' · ')}
          </Text>
        </Box>
        <Text block prose>
          {text}
        </Text>
        <Text block size="small" tone="muted">
          {t(`staff.problem.${outcome}.text`, { title: topic?.title ?? '' })}
        </Text>
        {topic?.answer && (
          <Text block prose>
            {t('staff.problem.answer', { answer: topic.answer })}
          </Text>
        )}
        {reports.length > 0 && (
          <List label={t('staff.problem.reports')} bare>
            {reports.map((report) => (
              <ListItem
                key={report.number}
                to="staff-report"
                query={{ number: report.number }}
                title={<Text className="staff-row-text">{report.text || t('report.erased')}</Text>}
                note={formatReportNumber(report.number)}
              />
            ))}
          </List>
        )}
      </Box>
    </Card>
  )
}
