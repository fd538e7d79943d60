import type { Statistics } from '@shared/contract/statistics.ts'
import { percentOf } from '@shared/domain/percent.ts'
import { BarChart } from '@/components/chart/bar-chart'
import { LineChart } from '@/components/chart/line-chart'
import { useFormat, useText } from '@/locale/use-text'
import { countOf, type FiguresShown, type Measure, shareOf, stoppedOf } from './measures'
import { useMeasureSummary } from './use-measure-words'

export interface ByMonthProps {
  measure: Measure
  months: readonly string[]
  statistics: Statistics
}

/** A measure over the months in which the reports were filed. */
export function ByMonth({ measure, months, statistics }: ByMonthProps) {
  const t = useText()
  const format = useFormat()
  const summaryOf = useMeasureSummary()
  const found = new Map(statistics.series.map((item) => ['month' in item ? item.month : '', item]))
  const rows = months.map((month) => ({ month, figures: found.get(month), ...wordsOf(t, month) }))
  const frame = {
    title: t('figures.by.month', { measure: t(`figures.measure.${measure}`) }),
    summary: summaryOf(measure, statistics),
    file: `${measure}-by-month`,
    of: t('figures.by.month.of'),
  }
  const share = (figures: FiguresShown | undefined) =>
    shareOf(measure, figures) ?? { numerator: 0, denominator: 0 }
  if (shareOf(measure, statistics)) {
    return (
      <LineChart
        {...frame}
        end={100}
        say={(percent) => `${percent}%`}
        points={rows.map(({ month, label, figures }) => ({
          key: month,
          label,
          value: percentOf(share(figures)),
        }))}
        table={{
          columns: [frame.of, t('chart.numerator'), t('chart.denominator'), t('chart.rate')],
          rows: rows.map(({ label, figures }) => {
            const { numerator, denominator } = share(figures)
            return [label, numerator, denominator, format.percent(numerator, denominator)]
          }),
        }}
      />
    )
  }
  const isReceived = measure === 'received'
  const parts = isReceived
    ? (['closed', 'open', 'rest'] as const).map((part) => ({ label: t(`figures.part.${part}`) }))
    : [{ label: t(`figures.measure.${measure}`) }]
  return (
    <BarChart
      {...frame}
      layout="columns"
      parts={parts}
      items={rows.map(({ month, label, short, figures }) => ({
        key: month,
        label,
        short,
        values: isReceived ? partsOf(figures) : [countOf(measure, figures)],
      }))}
    />
  )
}

function partsOf(figures: FiguresShown | undefined): number[] {
  return figures ? [figures.closed, figures.open, stoppedOf(figures)] : [0, 0, 0]
}

function wordsOf(t: ReturnType<typeof useText>, month: string): { label: string; short: string } {
  const [year = '', number = ''] = month.split('-')
  return { label: t('figures.month', { year, month: Number(number) }), short: String(Number(number)) }
}
