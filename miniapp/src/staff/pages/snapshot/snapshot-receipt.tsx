import type { Report } from '@shared/contract/report.ts'
import { formatReportNumber } from '@shared/domain/receipt.ts'
import { useEffect } from 'react'
import { receiptDrawing } from '@/components/illustrations/receipt'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Card } from '@/kit/card'
import { Definition } from '@/kit/definition'
import { Drawing } from '@/kit/drawing'
import { Heading } from '@/kit/heading'
import { Link } from '@/kit/link'
import { Text } from '@/kit/text'
import { useFormat } from '@/locale/use-text'
import { focusOnId, scrollToTopOf } from '@/platform/scroll'
import { useStaffText } from '../../locale/use-staff-text'

const ID = 'snapshot-receipt'

/** Where it went by the rules, and until when an answer is promised. */
export function SnapshotReceipt({ report, onAgain }: { report: Report; onAgain: () => void }) {
  const t = useStaffText()
  const format = useFormat()
  const who = report.holder?.name ?? ''
  useEffect(() => {
    focusOnId(ID)
    scrollToTopOf(ID)
  }, [])
  const rows = [
    { label: t('staff.snapshot.sent.number'), value: formatReportNumber(report.number) },
    { label: t('staff.snapshot.sent.who'), value: who },
    {
      label: t('staff.snapshot.sent.promise'),
      value: t('staff.snapshot.sent.promise.value', { date: format.date(report.promisedAt) }),
    },
  ]
  return (
    <Box id={ID} className="staff-focus">
      <Card as="section" label={t('staff.snapshot.sent')}>
        <Box gap={4}>
          <Box row justify="center">
            <Drawing drawing={receiptDrawing} />
          </Box>
          <Heading>{t('staff.snapshot.sent')}</Heading>
          <Text block size="large">
            {t(report.state === 'assigned' ? 'staff.snapshot.sent.body' : 'staff.snapshot.sent.desk', {
              who,
            })}
          </Text>
          <Definition rows={rows} label={t('staff.snapshot.sent')} />
          <Text block tone="muted">
            {t('staff.snapshot.sent.review')}
          </Text>
          <Button kind="primary" block icon="camera" onClick={onAgain}>
            {t('staff.snapshot.again')}
          </Button>
          <Link to="staff-report" query={{ number: report.number }} kind="plain" block>
            {t('staff.snapshot.view')}
          </Link>
        </Box>
      </Card>
    </Box>
  )
}
