import { useCallback, useState } from 'react'
import { codeInScan } from '@/components/scan/scanned-code'
import { StationFinder } from '@/components/station-finder/station-finder'
import { Banner } from '@/kit/banner'
import { Card } from '@/kit/card'
import { CodeReader } from '@/kit/code-reader'
import { Page } from '@/kit/page'
import { useText } from '@/locale/use-text'
import { redirect } from '@/platform/navigation'
import { buzz } from '@/platform/haptics'

/** The code at a station's door, by camera, by picture, or typed. */
export default function ScanPage() {
  const t = useText()
  const [problem, setProblem] = useState<'wrong' | 'nothing' | null>(null)
  const open = useCallback((text: string) => {
    const code = codeInScan(text)
    if (code === null) return setProblem('wrong')
    buzz()
    redirect('station', { code })
  }, [])
  return (
    <Page title={t('scan.title')} lead={t('scan.lead')} back={{ to: 'home' }}>
      <CodeReader onText={open} onNothing={() => setProblem('nothing')} />
      {problem && <Banner tone="wait">{t(`scan.${problem}`)}</Banner>}
      <Card as="section" label={t('home.find.label')}>
        <StationFinder withoutScan />
      </Card>
    </Page>
  )
}
