import { useEffect, useState } from 'react'
import { CodePicture } from '@/components/code-picture/code-picture'
import { qrSvg } from '@/components/code-picture/qr-svg'
import { Box } from '@/kit/box'
import { Disclosure } from '@/kit/disclosure'
import { Text } from '@/kit/text'
import { useText } from '@/locale/use-text'
import { addressWithCode } from '@/platform/code-in-address'
import { qrModules } from '@/platform/qr-code'
import type { Receipt } from '@/state/receipts'

/** The way to the report on another device: a son's phone, the computer at home. */
export function TrackCode({ receipt: { number, queryCode } }: { receipt: Receipt }) {
  const t = useText()
  const address = addressWithCode(number, queryCode)
  const [svg, setSvg] = useState('')
  useEffect(() => {
    // Without a network the code that draws it may be missing: number and query code do the same.
    if (address)
      qrModules(address).then(
        (modules) => setSvg(qrSvg(modules)),
        () => undefined,
      )
  }, [address])
  if (address === null || svg === '') return null
  return (
    <Disclosure title={t('report-new.receipt.track')}>
      <Box gap={2}>
        <Text block size="small" tone="muted">
          {t('report-new.receipt.track.text')}
        </Text>
        <CodePicture svg={svg} label={t('report-new.receipt.scan')} />
      </Box>
    </Disclosure>
  )
}
