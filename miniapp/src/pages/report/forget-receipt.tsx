import { formatCode, formatReportNumber } from '@shared/domain/receipt.ts'
import { useState } from 'react'
import { ConfirmSheet } from '@/components/confirm-sheet/confirm-sheet'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { useText } from '@/locale/use-text'
import { goBack } from '@/platform/navigation'
import { forgetWords } from './deeds/words'
import { useReceipts } from '@/state/receipts'

/** On a borrowed phone nothing should stay. */
export function ForgetReceipt({ number }: { number: string }) {
  const t = useText()
  const [asking, setAsking] = useState(false)
  const { receipts, forget } = useReceipts()
  const receipt = receipts.find((one) => one.number === number)
  if (!receipt) return null
  const values = { number: formatReportNumber(number), code: formatCode(receipt.queryCode) }
  return (
    <Box>
      <Button kind="ghost" onClick={() => setAsking(true)}>
        {t('report.forget')}
      </Button>
      <ConfirmSheet
        open={asking}
        title={t('report.forget.ask')}
        text={t('report.forget.text', values)}
        confirm={t('report.forget.yes')}
        danger
        onConfirm={() => {
          goBack('my-reports')
          forget(number)
          forgetWords(number)
        }}
        onClose={() => setAsking(false)}
      />
    </Box>
  )
}
