import type { Report } from '@shared/contract/report.ts'
import { formatReportNumber } from '@shared/domain/receipt.ts'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Heading } from '@/kit/heading'
import { Icon } from '@/kit/icon'
import { Text } from '@/kit/text'
import { canPrint, printPage } from '@/platform/print'
import { useStaffText } from '../locale/use-staff-text'
import { useCategoryIcon } from '../state/use-category-icon'
import { DueBadge } from './due-badge'
import { ReportMarks } from './report-marks'

/** What it is about, its number, its state, how much time is left. */
export function ReportHead({ report }: { report: Report }) {
  const t = useStaffText()
  const iconFor = useCategoryIcon()
  return (
    <Box as="header" gap={2}>
      <Box row gap={3} align="center">
        <Box className="staff-thumb staff-thumb-small">
          <Icon name={iconFor(report.category.code)} size="large" />
        </Box>
        <Box grow>
          <Heading>{report.category.name}</Heading>
          <Text size="small" tone="muted">
            {formatReportNumber(report.number)}
          </Text>
        </Box>
        {canPrint && (
          <Button small kind="ghost" icon="print" label={t('staff.print.report')} onClick={printPage} />
        )}
      </Box>
      <ReportMarks report={report}>{report.dueAt !== null && <DueBadge dueAt={report.dueAt} />}</ReportMarks>
    </Box>
  )
}
