import type { Statistics } from '@shared/contract/statistics.ts'
import { BarChart } from '@/components/chart/bar-chart'
import { ShareChart } from '@/components/chart/share-chart'
import { useText } from '@/locale/use-text'
import { countOf, type Measure, shareOf } from './measures'
import { useMeasureSummary } from './use-measure-words'

export interface ByCategoryProps {
  measure: Measure
  statistics: Statistics
}

/** A measure over the categories, in the order of the city's list. */
export function ByCategory({ measure, statistics }: ByCategoryProps) {
  const t = useText()
  const summaryOf = useMeasureSummary()
  const rows = statistics.series.flatMap((item) =>
    'code' in item ? [{ key: item.code ?? '', label: item.name, figures: item }] : [],
  )
  const frame = {
    title: t('figures.by.category', { measure: t(`figures.measure.${measure}`) }),
    summary: summaryOf(measure, statistics),
    file: `${measure}-by-category`,
    of: t('figures.by.category.of'),
  }
  if (shareOf(measure, statistics)) {
    const shares = rows.map(({ key, label, figures }) => ({
      key,
      label,
      share: shareOf(measure, figures) ?? { numerator: 0, denominator: 0 },
    }))
    const told = shares.filter(({ share }) => share.denominator > 0)
    const silent = shares.length - told.length
    const summary =
      silent > 0 ? t('figures.by.category.silent', { whole: frame.summary, n: silent }) : frame.summary
    return <ShareChart {...frame} summary={summary} shares={told} />
  }
  return (
    <BarChart
      {...frame}
      parts={[{ label: t(`figures.measure.${measure}`) }]}
      items={rows.map(({ key, label, figures }) => ({ key, label, values: [countOf(measure, figures)] }))}
    />
  )
}
