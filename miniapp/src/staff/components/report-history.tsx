import type { ReportAnswer } from '@shared/contract/report.ts'
import { ReportTimeline } from '@/components/timeline/report-timeline'
import { Box } from '@/kit/box'
import { Card } from '@/kit/card'
import { Heading } from '@/kit/heading'
import { useStaffText } from '../locale/use-staff-text'

/** Everything that happened, internal notes too. */
export function ReportHistory({ answer: { report, timeline } }: { answer: ReportAnswer }) {
  const t = useStaffText()
  return (
    <Card as="section" label={t('staff.report.history')}>
      <Box gap={3}>
        <Heading>{t('staff.report.history')}</Heading>
        <ReportTimeline timeline={timeline} now={report} />
      </Box>
    </Card>
  )
}
