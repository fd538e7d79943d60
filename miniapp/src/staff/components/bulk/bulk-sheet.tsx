import { useState } from 'react'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Sheet } from '@/kit/sheet'
import type { BulkChoice } from '../../actions/bulk'
import { useStaffText } from '../../locale/use-staff-text'
import { type BulkStep, useBulkRun } from '../../state/use-bulk-run'
import { BulkForm } from './bulk-form'
import { BulkResults } from './bulk-results'

interface BulkSheetProps {
  choice: BulkChoice
  /** isDone: everything that was sent has been answered */
  onClose: (isDone: boolean) => void
}

/** What will happen to which report; then, report by report, what has happened. */
export function BulkSheet({ choice, onClose }: BulkSheetProps) {
  const t = useStaffText()
  // The list behind goes on living; what was marked is dealt with as it was seen.
  const [{ action, rows }] = useState(choice)
  const { outcomes, busy, run } = useBulkRun()
  const [sent, setSent] = useState<readonly BulkStep[]>([])
  const send = (steps: readonly BulkStep[]) => {
    setSent(steps)
    void run(steps)
  }
  const isSent = sent.length > 0
  const unknown = sent.filter(({ row }) => outcomes[row.number]?.kind === 'unknown')
  const close = () => !busy && onClose(isSent && unknown.length === 0)
  return (
    <Sheet open title={t(`staff.bulk.title.${action}`)} onClose={close}>
      {isSent ? (
        <Box gap={4}>
          <BulkResults steps={sent} outcomes={outcomes} busy={busy} />
          {unknown.length > 0 && (
            <Button kind="primary" block icon="refresh" busy={busy} onClick={() => void run(unknown)}>
              {t('staff.bulk.again', { n: unknown.length })}
            </Button>
          )}
          <Button block kind={unknown.length > 0 ? 'plain' : 'primary'} disabled={busy} onClick={close}>
            {t('staff.bulk.finish')}
          </Button>
        </Box>
      ) : (
        <BulkForm action={action} rows={rows} onSend={send} />
      )}
    </Sheet>
  )
}
