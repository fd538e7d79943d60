import { formatCode, formatReportNumber } from '@shared/domain/receipt.ts'
import { useState } from 'react'
import { CaseName } from '@/components/case-feedback/case-name'
import { receiptDrawing } from '@/components/illustrations/receipt'
import { Badge } from '@/kit/badge'
import { Banner } from '@/kit/banner'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Card } from '@/kit/card'
import { Drawing } from '@/kit/drawing'
import { LiveRegion } from '@/kit/live-region'
import { Text } from '@/kit/text'
import { useFormat, useText } from '@/locale/use-text'
import { copyText } from '@/platform/clipboard'
import type { Receipt } from '@/state/receipts'
import { ReceiptKeep } from './receipt-keep'
import './receipt-card.scss'
import { TrackCode } from './track-code'

/** What a reporter takes home: the number, the query code, the promised date. */
export function ReceiptCard({ receipt }: { receipt: Receipt }) {
  const t = useText()
  const format = useFormat()
  const number = formatReportNumber(receipt.number)
  const code = formatCode(receipt.queryCode)
  return (
    <Card as="section" label={t('report-new.receipt')} className="receipt">
      <Box row gap={4} align="center" className="receipt-head">
        <Drawing drawing={receiptDrawing} className="receipt-drawing" />
        <Box gap={1} className="receipt-words">
          <Text block>{t('report-new.receipt.promise')}</Text>
          <Text block size="figure" className="receipt-date">
            {format.date(receipt.promisedAt)}
          </Text>
          {receipt.provisional && (
            <Box>
              <Badge tone="wait">{t('report.promise.provisional')}</Badge>
            </Box>
          )}
        </Box>
      </Box>
      <Box className="receipt-codes">
        <Code label={t('report-new.receipt.number')} words={number} />
        <Code label={t('report-new.receipt.code')} words={code} />
      </Box>
      {receipt.caseSlug && (
        <Box gap={1}>
          <Text size="small" tone="muted">
            {t('case-report.about')}
          </Text>
          <CaseName slug={receipt.caseSlug} linked />
        </Box>
      )}
      <Text block size="small" tone="muted">
        {t('report-new.receipt.keep')}
      </Text>
      <CopyBoth
        text={t('report-new.receipt.copied-text', { number, code, date: format.date(receipt.promisedAt) })}
      />
      <ReceiptKeep receipt={receipt} />
      <TrackCode receipt={receipt} />
    </Card>
  )
}

function Code({ label, words }: { label: string; words: string }) {
  return (
    <Box gap={1}>
      <Text size="small" tone="muted">
        {label}
      </Text>
      <Text size="large" strong className="receipt-code">
        {words}
      </Text>
    </Box>
  )
}

function CopyBoth({ text }: { text: string }) {
  const t = useText()
  const [done, setDone] = useState<boolean | null>(null)
  return (
    <Box gap={3} className="receipt-copy">
      <Button icon={done ? 'check' : 'copy'} block onClick={() => void copyText(text).then(setDone)}>
        {t(done ? 'report-new.receipt.copied' : 'report-new.receipt.copy')}
      </Button>
      <LiveRegion message={done ? t('report-new.receipt.copied') : ''} />
      {done === false && (
        <Banner tone="wait" title={t('report-new.receipt.copy-failed')}>
          <Text prose>{text}</Text>
        </Banner>
      )}
    </Box>
  )
}
