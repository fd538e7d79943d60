import { formatCode, formatReportNumber } from '@shared/domain/receipt.ts'
import { useState } from 'react'
import { Banner } from '@/kit/banner'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { useFormat, useText } from '@/locale/use-text'
import { type CanvasPicture, makePicture } from '@/platform/canvas-picture'
import { addressWithCode } from '@/platform/code-in-address'
import { canPrint, printPage } from '@/platform/print'
import { qrModules } from '@/platform/qr-code'
import type { Receipt } from '@/state/receipts'
import { PictureSheet } from '../drawn-picture/picture-sheet'
import { drawReceipt, RECEIPT_SIZE, type ReceiptWords } from './draw-receipt'

/** The receipt as a picture for the album, and on paper. */
export function ReceiptKeep({ receipt }: { receipt: Receipt }) {
  const t = useText()
  const words = useReceiptWords(receipt)
  const [picture, setPicture] = useState<CanvasPicture | null>(null)
  const [failed, setFailed] = useState(false)
  const make = async () => {
    const address = addressWithCode(receipt.number, receipt.queryCode)
    const modules = address === null ? null : await qrModules(address)
    setPicture(await makePicture(RECEIPT_SIZE, (pen) => drawReceipt(pen, words, modules)))
  }
  return (
    <Box gap={2} className="receipt-keep">
      <Button
        icon="photo"
        block
        onClick={() => {
          setFailed(false)
          make().catch(() => setFailed(true))
        }}
      >
        {t('report-new.receipt.picture')}
      </Button>
      {canPrint && (
        <Button icon="print" block onClick={printPage}>
          {t('report-new.receipt.print')}
        </Button>
      )}
      {failed && <Banner tone="bad">{t('report-new.receipt.picture.failed')}</Banner>}
      {picture && (
        <PictureSheet
          picture={picture}
          name={`mashang-${receipt.number}.png`}
          title={t('report-new.receipt.picture')}
          alt={t('report-new.receipt.picture.alt')}
          save={t('report-new.receipt.save')}
          saved={t('report-new.receipt.saved')}
          failed={t('report-new.receipt.save.failed')}
          onClose={() => setPicture(null)}
        />
      )}
    </Box>
  )
}

function useReceiptWords(receipt: Receipt): ReceiptWords {
  const t = useText()
  const format = useFormat()
  return {
    title: `${t('app.name')} · ${t('report-new.receipt')}`,
    promiseLabel: t('report-new.receipt.promise'),
    promise: format.date(receipt.promisedAt),
    rows: [
      { label: t('report-new.receipt.number'), value: formatReportNumber(receipt.number) },
      { label: t('report-new.receipt.code'), value: formatCode(receipt.queryCode) },
      { label: t('report-new.check.what'), value: receipt.category },
      { label: t('report-new.check.station'), value: receipt.station },
    ].filter(({ value }) => value !== ''),
    note: t('report-new.receipt.picture.note'),
    codeLabel: t('report-new.receipt.scan'),
  }
}
