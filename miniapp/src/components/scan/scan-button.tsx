import { useState } from 'react'
import { Banner } from '@/kit/banner'
import { Button } from '@/kit/button'
import { Link } from '@/kit/link'
import { useText } from '@/locale/use-text'
import { navigate } from '@/platform/navigation'
import { hasScanner, scanCode } from '@/platform/scan-code'
import { codeInScan } from './scanned-code'

export interface ScanButtonProps {
  /** the station is for the report that is being written */
  forReport?: boolean
}

/** The way to a station by the code at its door: the platform's scanner at once, else our page with a camera. */
export function ScanButton({ forReport }: ScanButtonProps) {
  const t = useText()
  const [wrong, setWrong] = useState(false)
  if (!hasScanner) {
    return (
      <Link to="scan" query={forReport ? { for: 'report' } : undefined} kind="plain" block icon="qr">
        {t('scan.title')}
      </Link>
    )
  }
  const scan = async () => {
    const text = await scanCode()
    if (text === null) return
    const code = codeInScan(text)
    setWrong(code === null)
    if (code !== null) navigate(forReport ? 'report-new-station' : 'station', { code })
  }
  return (
    <>
      <Button icon="qr" block onClick={() => void scan()}>
        {t('scan.title')}
      </Button>
      {wrong && <Banner tone="wait">{t('scan.wrong')}</Banner>}
    </>
  )
}
