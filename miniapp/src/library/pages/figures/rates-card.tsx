import { ShareChart } from '@/components/chart/share-chart'
import { Box } from '@/kit/box'
import { Card } from '@/kit/card'
import { Definition } from '@/kit/definition'
import { Heading } from '@/kit/heading'
import { useFormat, useText } from '@/locale/use-text'
import { HowCounted } from './how-counted'
import type { FiguresShown } from './measures'

const RATES = ['answered', 'solved', 'satisfied'] as const
const LEFT_OUT = ['notRated', 'declined', 'withdrawn', 'merged'] as const

/** The three rates, and whatever is in none of them. */
export function RatesCard({ figures }: { figures: FiguresShown }) {
  const t = useText()
  const format = useFormat()
  const { rates, excluded, awaitingRating, closed } = figures
  const numbers = { closed: format.number(closed), rated: format.number(rates.satisfied.denominator) }
  const leftOut = [
    { label: t('figures.excluded.awaitingRating'), value: format.number(awaitingRating) },
    ...LEFT_OUT.map((why) => ({ label: t(`figures.excluded.${why}`), value: format.number(excluded[why]) })),
  ]
  return (
    <Card>
      <ShareChart
        title={t('figures.rates')}
        summary={t('figures.rates.summary', numbers)}
        level={2}
        file="rates"
        of={t('figures.rates')}
        shares={RATES.map((rate) => ({ key: rate, label: t(`figures.${rate}`), share: rates[rate] }))}
        note={t('figures.count')}
      />
      <Box gap={1} className="figures-left-out">
        <Heading level={3}>{t('figures.excluded')}</Heading>
        <Definition rows={leftOut} label={t('figures.excluded')} />
      </Box>
      <HowCounted of={['rates']} />
    </Card>
  )
}
