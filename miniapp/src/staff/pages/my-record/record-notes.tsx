import type { ProblemNote } from '@shared/contract/problem-note.ts'
import { Box } from '@/kit/box'
import { Card } from '@/kit/card'
import { Heading } from '@/kit/heading'
import { List } from '@/kit/list'
import { ListItem } from '@/kit/list-item'
import { Text } from '@/kit/text'
import { useFormat } from '@/locale/use-text'
import { useStaffText } from '../../locale/use-staff-text'

/** The common problems of the year, and what became of them; nothing when there were none. */
export function RecordNotes({ notes }: { notes: readonly ProblemNote[] }) {
  const t = useStaffText()
  const format = useFormat()
  if (notes.length === 0) return null
  return (
    <Card as="section" label={t('staff.record.notes')}>
      <Box gap={3}>
        <Heading>{t('staff.record.notes')}</Heading>
        <List label={t('staff.record.notes')} bare>
          {notes.map(({ id, text, createdAt, outcome, topic }) => (
            <ListItem key={id} className="record-report">
              <Box gap={1}>
                <Text strong>{[format.date(createdAt), t(`staff.problem.${outcome}`)].join(' · ')}</Text>
                <Text block>{text}</Text>
                <Text block size="small" tone="muted">
                  {t(`staff.problem.${outcome}.text`, { title: topic?.title ?? '' })}
                </Text>
              </Box>
            </ListItem>
          ))}
        </List>
      </Box>
    </Card>
  )
}
