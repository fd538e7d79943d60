import { BarChart } from '@/components/chart/bar-chart'
import { LineChart } from '@/components/chart/line-chart'
import type { Figures, Share } from '@shared/domain/figures.ts'
import { percentOf } from '@shared/domain/percent.ts'
import { useStaffText } from '../locale/use-staff-text'
import { type Month, monthAfter, monthsUpTo, wordsOf } from '../state/months'

const YEAR = 12

interface MonthChartProps {
  title: string
  summary: string
  /** begins the name of the CSV */
  file: string
  /** of the heading */
  level: 2 | 4
  /** its table is open from the beginning, as on paper */
  tableOpen?: boolean
  /** the last month that is shown, a year and a month in all */
  month: Month
  of: (month: Month) => Figures
}

/** What came in, month by month. */
export function ReceivedByMonth({ month, of, ...chart }: MonthChartProps) {
  const t = useStaffText()
  return (
    <BarChart
      {...chart}
      layout="columns"
      of={t('staff.monthly.month')}
      parts={[{ label: t('staff.monthly.reports') }]}
      items={monthsUpTo(month, YEAR + 1).map((one) => ({
        key: one,
        label: t('staff.monthly.of', wordsOf(one)),
        short: String(wordsOf(one).month),
        values: [of(one).received],
      }))}
    />
  )
}

/** A share month by month, each beside its own of the year before: never beside anybody else's. */
export function ShareByMonth({
  month,
  of,
  share,
  ...chart
}: MonthChartProps & { share: (of: Figures) => Share }) {
  const t = useStaffText()
  return (
    <LineChart
      {...chart}
      of={t('staff.monthly.month')}
      names={{ now: t('staff.monthly.past.this'), past: t('staff.monthly.past.year-ago') }}
      end={100}
      say={(value) => `${value}%`}
      points={monthsUpTo(month, YEAR + 1).map((one) => ({
        key: one,
        label: t('staff.monthly.of', wordsOf(one)),
        short: one,
        value: percentOf(share(of(one))),
        past: percentOf(share(of(monthAfter(one, -YEAR)))),
      }))}
    />
  )
}
