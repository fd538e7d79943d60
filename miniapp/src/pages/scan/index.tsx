import type { StationRow } from '@shared/contract/station.ts'
import { useCallback, useState } from 'react'
import { codeInScan } from '@/components/scan/scanned-code'
import { StationFinder } from '@/components/station-finder/station-finder'
import { Banner } from '@/kit/banner'
import { Card } from '@/kit/card'
import { CodeReader } from '@/kit/code-reader'
import { Page } from '@/kit/page'
import { useText } from '@/locale/use-text'
import { redirect, useQuery } from '@/platform/navigation'
import { buzz } from '@/platform/haptics'

/** The code at a station's door, by camera, by picture, or typed. */
export default function ScanPage() {
  const t = useText()
  // From within the form, back into it: with the station, and with everything written.
  const forReport = useQuery().for === 'report'
  const [problem, setProblem] = useState<'wrong' | 'nothing' | null>(null)
  const open = useCallback(
    (text: string) => {
      const code = codeInScan(text)
      if (code === null) return setProblem('wrong')
      buzz()
      redirect(forReport ? 'report-new-station' : 'station', { code })
    },
    [forReport],
  )
  const choose = ({ code }: StationRow) => redirect('report-new-station', { code })
  return (
    <Page title={t('scan.title')} lead={t('scan.lead')} back={{ to: forReport ? 'report-new' : 'home' }}>
      <CodeReader onText={open} onNothing={() => setProblem('nothing')} />
      {problem && <Banner tone="wait">{t(`scan.${problem}`)}</Banner>}
      <Card as="section" label={t('home.find.label')}>
        <StationFinder withoutScan onChoose={forReport ? choose : undefined} />
      </Card>
    </Page>
  )
}
