import type { Account } from '@shared/contract/session.ts'
import { useEffect } from 'react'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Card } from '@/kit/card'
import { Heading } from '@/kit/heading'
import { LoadState } from '@/kit/load-state'
import { Text } from '@/kit/text'
import { focusOnId, scrollToTopOf } from '@/platform/scroll'
import { SnapshotOutbox } from '../../components/snapshot-outbox'
import { useStaffText } from '../../locale/use-staff-text'
import { useStaffReport } from '../../state/use-reports'
import { SnapshotReceipt } from './snapshot-receipt'

const ID = 'snapshot-kept'

interface SnapshotSentProps {
  account: Account
  /** the report's number, once the first try has got it there */
  sent: { number: string | null }
  onAgain: () => void
}

/** What comes after sending: the receipt, or the outbox as long as nothing has arrived. The next one need not wait. */
export function SnapshotSent({ account, sent, onAgain }: SnapshotSentProps) {
  return sent.number ? (
    <Receipt number={sent.number} onAgain={onAgain} />
  ) : (
    <Kept account={account} onAgain={onAgain} />
  )
}

function Receipt({ number, onAgain }: { number: string; onAgain: () => void }) {
  const query = useStaffReport(number)
  return (
    <LoadState query={query} skeleton={{ look: 'card' }}>
      {({ report }) => <SnapshotReceipt report={report} onAgain={onAgain} />}
    </LoadState>
  )
}

function Kept({ account, onAgain }: Omit<SnapshotSentProps, 'sent'>) {
  const t = useStaffText()
  useEffect(() => {
    focusOnId(ID)
    scrollToTopOf(ID)
  }, [])
  return (
    <Box id={ID} className="staff-focus" gap={4}>
      <Card as="section" label={t('staff.snapshot.kept')}>
        <Box gap={2}>
          <Heading>{t('staff.snapshot.kept')}</Heading>
          <Text block>{t('staff.snapshot.kept.text')}</Text>
        </Box>
      </Card>
      <Button kind="primary" block icon="camera" onClick={onAgain}>
        {t('staff.snapshot.again')}
      </Button>
      <SnapshotOutbox account={account} />
    </Box>
  )
}
