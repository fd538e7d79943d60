import type { ReactNode } from 'react'
import { useStatistics } from '@/api/statistics'
import { KeptAge } from '@/components/kept-age/kept-age'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Card } from '@/kit/card'
import { Choice } from '@/kit/choice'
import { EmptyState } from '@/kit/empty-state'
import { LiveRegion } from '@/kit/live-region'
import { LoadState, type LoadStateQuery } from '@/kit/load-state'
import { useFormat, useText } from '@/locale/use-text'
import { ByCategory } from './by-category'
import { ByDistrict } from './by-district'
import { ByMonth } from './by-month'
import { FateCard } from './fate-card'
import { beginningOf, type FiguresFilter, keptAs, monthsOf } from './figures-filter'
import { HowCounted } from './how-counted'
import { EXPLAINED_BY, MEASURES } from './measures'
import { OnTimeCard } from './on-time-card'
import { OpenDataCard } from './open-data-card'
import { RatesCard } from './rates-card'
import { RecomputeCard } from './recompute-card'

export interface FiguresViewProps {
  filter: FiguresFilter
  onChange: (part: Partial<FiguresFilter>) => void
  onClear: () => void
}

/** The figures of what is chosen: what people say, where the reports are, whether in time, and each over its parts. */
export function FiguresView({ filter, onChange, onClear }: FiguresViewProps) {
  const t = useText()
  const format = useFormat()
  const { district, category, measure } = filter
  const from = beginningOf(filter.period, Date.now())
  const asked = { by: 'month', from, to: '', district, category } as const
  const ofDistricts = { ...asked, by: 'district', district: '' } as const
  const ofCategories = { ...asked, by: 'category' } as const
  const byMonth = useStatistics(asked, keptAs('month', filter))
  const byDistrict = useStatistics(ofDistricts, keptAs('district', filter))
  const byCategory = useStatistics(ofCategories, keptAs('category', filter))
  const isNothing = byMonth.data?.received === 0
  return (
    <>
      <KeptAge query={byMonth} />
      {isNothing ? (
        <EmptyState
          title={t('figures.none')}
          actions={<Button onClick={onClear}>{t('figures.none.clear')}</Button>}
        >
          {t('figures.none.text')}
        </EmptyState>
      ) : (
        <WhenThere query={byMonth}>
          {(figures) => (
            <Box gap={4}>
              <LiveRegion
                message={byMonth.isFetching ? '' : t('figures.shown', { n: format.number(figures.received) })}
              />
              <RatesCard figures={figures} />
              <FateCard figures={figures} />
              <OnTimeCard figures={figures} />
              <Card>
                <Choice
                  id="figures-measure"
                  label={t('figures.measure')}
                  layout="inline"
                  value={measure}
                  options={MEASURES.map((value) => ({ value, label: t(`figures.measure.${value}`) }))}
                  onChange={(next) => onChange({ measure: next })}
                />
                <HowCounted of={[EXPLAINED_BY[measure]]} />
              </Card>
              <Card>
                <ByMonth
                  measure={measure}
                  months={monthsOf(monthsIn(figures), byMonth.dataUpdatedAt)}
                  statistics={figures}
                />
              </Card>
              <Card>
                <WhenThere query={byDistrict}>
                  {(statistics) => (
                    <ByDistrict
                      measure={measure}
                      statistics={statistics}
                      chosen={district}
                      onChoose={(code) => onChange({ district: code })}
                    />
                  )}
                </WhenThere>
              </Card>
              <Card>
                <WhenThere query={byCategory}>
                  {(statistics) => <ByCategory measure={measure} statistics={statistics} />}
                </WhenThere>
              </Card>
              <RecomputeCard
                // What was found out of one view says nothing of another.
                key={JSON.stringify(asked)}
                shown={[
                  { asked, query: byMonth },
                  { asked: ofDistricts, query: byDistrict },
                  { asked: ofCategories, query: byCategory },
                ]}
              />
              <OpenDataCard asked={asked} />
            </Box>
          )}
        </WhenThere>
      )}
    </>
  )
}

interface WhenThereProps<T> {
  query: LoadStateQuery<T>
  children: (data: T) => ReactNode
}

/** How old what is there is, the top of the page says once. */
function WhenThere<T>({ query, children }: WhenThereProps<T>) {
  if (query.data !== undefined) return children(query.data)
  return (
    <LoadState query={query} skeleton={{ look: 'card' }}>
      {() => null}
    </LoadState>
  )
}

function monthsIn({ series }: { series: readonly object[] }): string[] {
  return series.flatMap((item) => ('month' in item ? [String(item.month)] : []))
}
