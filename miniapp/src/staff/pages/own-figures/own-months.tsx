import { useQuery } from '@tanstack/react-query'
import { COUNTS, type Counts, type Figures, figuresOf } from '@shared/domain/figures.ts'
import { useState } from 'react'
import { ShareBar } from '@/components/chart/share-bar'
import { Box } from '@/kit/box'
import { Card } from '@/kit/card'
import { Heading } from '@/kit/heading'
import { LoadState } from '@/kit/load-state'
import { Text } from '@/kit/text'
import { getStatistics } from '../../api/statistics'
import { ReceivedByMonth, ShareByMonth } from '../../components/month-charts'
import { useStaffText } from '../../locale/use-staff-text'
import { firstDay, type Month, monthAfter, monthOf, wordsOf } from '../../state/months'
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
        const last = monthAfter(month, -1)
        return (
          <>
            <Lately office={office} figures={of(last)} month={t('staff.monthly.of', wordsOf(last))} />
            <Card>
              <ReceivedByMonth
                level={2}
                title={t('staff.own.received')}
                summary={t('staff.own.received.text', { n: of(month).received })}
                file="own-received"
                month={month}
                of={of}
              />
            </Card>
            {office.steps.map((step) => (
              <Card key={step}>
                <ShareByMonth
                  level={2}
                  title={t(`staff.own.step.${step}`)}
                  summary={t('staff.own.step.text')}
                  file={`own-${step}`}
                  month={month}
                  of={of}
                  share={(one) => one.onTime[step]}
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
