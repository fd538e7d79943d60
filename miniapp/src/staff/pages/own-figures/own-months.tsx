import { useQuery } from '@tanstack/react-query'
import { COUNTS, type Counts, type Figures, figuresOf } from '@shared/domain/figures.ts'
import { percentOf } from '@shared/domain/percent.ts'
import { useState } from 'react'
import { BarChart } from '@/components/chart/bar-chart'
import { LineChart } from '@/components/chart/line-chart'
import { ShareBar } from '@/components/chart/share-bar'
import { Box } from '@/kit/box'
import { Card } from '@/kit/card'
import { Heading } from '@/kit/heading'
import { LoadState } from '@/kit/load-state'
import { Text } from '@/kit/text'
import { getStatistics } from '../../api/statistics'
import { useStaffText } from '../../locale/use-staff-text'
import { firstDay, type Month, monthAfter, monthOf, monthsUpTo, wordsOf } from '../../state/months'
import type { OwnOffice } from './own-office'

const YEAR = 12
const NOTHING: Figures = figuresOf(Object.fromEntries(COUNTS.map((name) => [name, 0])) as Counts)

/** The months of one office: what came in, what was done by its time, which promises were kept. */
export function OwnMonths({ office }: { office: OwnOffice }) {
  const t = useStaffText()
  const [month] = useState(() => monthOf(Date.now()))
  // Each month shown has the same of the year before beside it.
  const from = firstDay(monthAfter(month, -2 * YEAR))
  const query = useQuery({
    queryKey: ['staff', 'own-figures', office.asked, from],
    queryFn: ({ signal }) => getStatistics({ by: 'month', from, ...office.asked }, signal),
  })
  return (
    <LoadState query={query} skeleton={{ look: 'card' }}>
      {({ series }) => {
        const months = new Map(series.flatMap((one) => ('month' in one ? [[one.month, one] as const] : [])))
        const of = (one: Month): Figures => months.get(one) ?? NOTHING
        const label = (one: Month) => t('staff.monthly.of', wordsOf(one))
        const shown = monthsUpTo(month, YEAR + 1)
        const last = monthAfter(month, -1)
        return (
          <>
            <Lately office={office} figures={of(last)} month={label(last)} />
            <Card>
              <BarChart
                level={2}
                layout="columns"
                title={t('staff.own.received')}
                summary={t('staff.own.received.text', { n: of(month).received })}
                file="own-received"
                of={t('staff.own.month')}
                parts={[{ label: t('staff.own.reports') }]}
                items={shown.map((one) => ({
                  key: one,
                  label: label(one),
                  short: String(wordsOf(one).month),
                  values: [of(one).received],
                }))}
              />
            </Card>
            {office.steps.map((step) => (
              <Card key={step}>
                <LineChart
                  level={2}
                  title={t(`staff.own.step.${step}`)}
                  summary={t('staff.own.step.text')}
                  file={`own-${step}`}
                  of={t('staff.own.month')}
                  names={{ now: t('staff.own.this'), past: t('staff.own.year-ago') }}
                  end={100}
                  say={(value) => `${value}%`}
                  points={shown.map((one) => ({
                    key: one,
                    label: label(one),
                    short: one,
                    value: percentOf(of(one).onTime[step]),
                    past: percentOf(of(monthAfter(one, -YEAR)).onTime[step]),
                  }))}
                />
              </Card>
            ))}
          </>
        )
      }}
    </LoadState>
  )
}

/** The last whole month against the limits. */
function Lately({ office, figures, month }: { office: OwnOffice; figures: Figures; month: string }) {
  const t = useStaffText()
  const title = t('staff.own.lately', { month })
  return (
    <Card as="section" label={title}>
      <Box gap={3}>
        <Heading>{title}</Heading>
        <Text block tone="muted">
          {t('staff.own.lately.text', { n: figures.received, bounces: figures.bounces })}
        </Text>
        {office.steps.map((step) => (
          <ShareBar key={step} label={t(`staff.own.step.${step}`)} share={figures.onTime[step]} />
        ))}
      </Box>
    </Card>
  )
}
