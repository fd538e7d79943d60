import { BarChart } from '@/components/chart/bar-chart'
import { Card } from '@/kit/card'
import { Definition } from '@/kit/definition'
import { useFormat, useText } from '@/locale/use-text'
import { HowCounted } from './how-counted'
import { type FiguresShown, stoppedOf } from './measures'

/** Where the reports are now: every one in exactly one place. */
export function FateCard({ figures }: { figures: FiguresShown }) {
  const t = useText()
  const format = useFormat()
  const { received, open, closed, rates, excluded, overdue, bounces, escalations, rounds } = figures
  const { declined, withdrawn, merged, notRated } = excluded
  const fates = { open, rated: rates.satisfied.denominator, notRated, declined, withdrawn, merged }
  const more = { overdue, bounces, escalations, reopened: rounds.reopened }
  const numbers = {
    received: format.number(received),
    closed: format.number(closed),
    open: format.number(open),
    rest: format.number(stoppedOf(figures)),
  }
  return (
    <Card>
      <BarChart
        title={t('figures.fate')}
        summary={t('figures.fate.summary', numbers)}
        level={2}
        file="where-they-are"
        of={t('figures.fate.of')}
        parts={[{ label: t('figures.count') }]}
        items={(['open', 'rated', 'notRated', 'declined', 'withdrawn', 'merged'] as const).map((fate) => ({
          key: fate,
          label: t(`figures.fate.${fate}`),
          values: [fates[fate]],
        }))}
      />
      <Definition
        rows={(['overdue', 'bounces', 'escalations', 'reopened'] as const).map((name) => ({
          label: t(`figures.more.${name}`),
          value: format.number(more[name]),
        }))}
      />
      <HowCounted of={['fate', 'more']} />
    </Card>
  )
}
