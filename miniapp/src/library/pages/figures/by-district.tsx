import type { Statistics } from '@shared/contract/statistics.ts'
import { percentOf } from '@shared/domain/percent.ts'
import { useDistricts } from '@/api/districts'
import { DistrictTiles } from '@/components/chart/district-tiles'
import { useFormat, useText } from '@/locale/use-text'
import { countOf, type FiguresShown, type Measure, shareOf } from './measures'
import { useMeasureSummary } from './use-measure-words'

export interface ByDistrictProps {
  measure: Measure
  /** of all districts, whichever is chosen */
  statistics: Statistics
  chosen: string
  onChoose: (district: string) => void
}

/** A measure over the districts, laid out roughly as they lie. */
export function ByDistrict({ measure, statistics, chosen, onChoose }: ByDistrictProps) {
  const t = useText()
  const format = useFormat()
  const summaryOf = useMeasureSummary()
  const { data } = useDistricts()
  const districts = data?.items ?? []
  const found = new Map(statistics.series.map((item) => ['code' in item ? item.code : null, item]))
  const isShare = shareOf(measure, statistics) !== null
  const tileOf = (figures: FiguresShown | undefined) => {
    const share = shareOf(measure, figures)
    if (!share) return { value: countOf(measure, figures) }
    return { value: percentOf(share), text: format.percent(share.numerator, share.denominator) }
  }
  const counted = t(`figures.measure.${measure}`)
  const shares = {
    columns: [t('chart.district'), t('chart.numerator'), t('chart.denominator'), t('chart.rate')],
    rows: districts.map(({ code, name }) => {
      const { numerator, denominator } = shareOf(measure, found.get(code)) ?? { numerator: 0, denominator: 0 }
      return [name, numerator, denominator, format.percent(numerator, denominator)]
    }),
  }
  return (
    <DistrictTiles
      title={t('figures.by.district', { measure: counted })}
      summary={t('figures.by.district.summary', { whole: summaryOf(measure, statistics) })}
      file={`${measure}-by-district`}
      districts={districts}
      counted={counted}
      tiles={Object.fromEntries(districts.map(({ code }) => [code, tileOf(found.get(code))]))}
      end={isShare ? 100 : undefined}
      table={isShare ? shares : undefined}
      chosen={chosen}
      onChoose={(code) => onChoose(code === chosen ? '' : code)}
    />
  )
}
