import type { DeputyRecord, RecordedReport } from '@shared/contract/deputy-record.ts'
import { formatReportNumber } from '@shared/domain/receipt.ts'
import { emptyInboxDrawing } from '@/components/illustrations/empty-inbox'
import { StatusBadge } from '@/components/status-badge/status-badge'
import { Box } from '@/kit/box'
import { Card } from '@/kit/card'
import { EmptyState } from '@/kit/empty-state'
import { Heading } from '@/kit/heading'
import { Link } from '@/kit/link'
import { List } from '@/kit/list'
import { ListItem } from '@/kit/list-item'
import { Text } from '@/kit/text'
import { useFormat } from '@/locale/use-text'
import { useStaffText } from '../../locale/use-staff-text'

/** One by one: what was done, what it was about, and what has changed. */
export function RecordReports({ record: { reports } }: { record: DeputyRecord }) {
  const t = useStaffText()
  if (reports.length === 0) {
    const snap = (
      <Link to="staff-snapshot" kind="plain" icon="camera">
        {t('staff.snapshot.open')}
      </Link>
    )
    return (
      <EmptyState drawing={emptyInboxDrawing} title={t('staff.record.none')} actions={snap}>
        {t('staff.record.none.text')}
      </EmptyState>
    )
  }
  return (
    <Card as="section" label={t('staff.record.reports')}>
      <Box gap={3}>
        <Heading>{t('staff.record.reports')}</Heading>
        <List label={t('staff.record.reports')} bare>
          {reports.map((report) => (
            <ListItem key={report.number} className="record-report">
              <Recorded report={report} />
            </ListItem>
          ))}
        </List>
      </Box>
    </Card>
  )
}

function Recorded({ report }: { report: RecordedReport }) {
  const t = useStaffText()
  const format = useFormat()
  const { number, text, category, state, did, at, answer, solved } = report
  const deeds = did.map((deed) => t(`staff.record.did.${deed}`)).join('、')
  return (
    <Box gap={1}>
      <Box row wrap gap={2} align="center" justify="between">
        <Text strong>{[format.date(at), deeds].join(' · ')}</Text>
        <StatusBadge state={state} />
      </Box>
      <Text block>{text || t('report.erased')}</Text>
      {answer && (
        <Text block tone="muted">
          {t('staff.record.answer', { answer })}
        </Text>
      )}
      <Box row wrap gap={2} align="center">
        <Text size="small" tone="muted">
          {category.name}
        </Text>
        <Link to="staff-report" query={{ number }}>
          {formatReportNumber(number)}
        </Link>
        {solved !== null && (
          <Text size="small">{t(solved ? 'staff.record.solved' : 'staff.record.unsolved')}</Text>
        )}
      </Box>
    </Box>
  )
}
