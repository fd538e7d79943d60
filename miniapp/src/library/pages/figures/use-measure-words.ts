import { useFormat, useText } from '@/locale/use-text'
import { countOf, type FiguresShown, type Measure, shareOf } from './measures'

/** What a chart says of the whole: so many in all, or both numbers of the share. */
export function useMeasureSummary(): (measure: Measure, whole: FiguresShown) => string {
  const t = useText()
  const format = useFormat()
  return (measure, whole) => {
    const share = shareOf(measure, whole)
    if (!share) {
      const unit = measure === 'bounces' ? 'times' : 'reports'
      return t(`figures.by.${unit}.summary`, { n: format.number(countOf(measure, whole)) })
    }
    const { numerator, denominator } = share
    return t('figures.by.share.summary', {
      numerator: format.number(numerator),
      denominator: format.number(denominator),
      percent: format.percent(numerator, denominator),
    })
  }
}
