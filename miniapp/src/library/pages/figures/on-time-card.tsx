import { ShareChart } from '@/components/chart/share-chart'
import { Card } from '@/kit/card'
import { useText } from '@/locale/use-text'
import { HowCounted } from './how-counted'
import type { FiguresShown } from './measures'

const STEPS = ['promise', 'preReview', 'sign', 'handle', 'review'] as const

/** Which steps were taken in their time. */
export function OnTimeCard({ figures: { onTime } }: { figures: FiguresShown }) {
  const t = useText()
  return (
    <Card>
      <ShareChart
        title={t('figures.onTime')}
        summary={t('figures.onTime.summary')}
        level={2}
        file="on-time"
        of={t('figures.onTime')}
        shares={STEPS.map((step) => ({ key: step, label: t(`figures.onTime.${step}`), share: onTime[step] }))}
      />
      <HowCounted of={['onTime']} />
    </Card>
  )
}
