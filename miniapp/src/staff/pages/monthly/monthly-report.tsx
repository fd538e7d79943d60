import { BarChart } from '@/components/chart/bar-chart'
import { ShareBar } from '@/components/chart/share-bar'
import { Box } from '@/kit/box'
import { Heading } from '@/kit/heading'
import { Table } from '@/kit/table'
import { Text } from '@/kit/text'
import { useFormat } from '@/locale/use-text'
import type { Figures } from '@shared/domain/figures.ts'
import { Paper, PaperPart as Part } from '../../components/paper'
import { useStaffText } from '../../locale/use-staff-text'
import { usePaperDate } from '../../state/use-paper-date'
import { type Month, wordsOf } from '../../state/months'
import { OwnPast } from './own-past'
import { type MonthlyFigures, NOTHING } from './use-monthly'

export interface MonthlyReportProps {
  month: Month
  /** the district's name, or the city */
  where: string
  figures: MonthlyFigures
}

/** The report: what came in, the three rates with what is left out, how punctual, what about, and the own past. */
export function MonthlyReport({ month, where, figures }: MonthlyReportProps) {
  const t = useStaffText()
  const day = usePaperDate()
  const own = figures.months.get(month) ?? NOTHING
  const words = { where, ...wordsOf(month) }
  return (
    <Paper label={t('staff.monthly.heading', words)}>
      <Heading className="paper-title">{t('staff.monthly.heading', words)}</Heading>
      <Text block className="paper-number">
        {t('staff.monthly.as-of', { date: day(new Date().toISOString()) })}
      </Text>
      <Part title={t('staff.monthly.part.received')}>
        <Text block className="paper-line">
          {t('staff.monthly.received', { ...words, n: own.received, open: own.open, late: own.overdue })}
        </Text>
        <Outcomes own={own} />
      </Part>
      <Part title={t('staff.monthly.part.rates')}>
        <Rates own={own} />
      </Part>
      <Part title={t('staff.monthly.part.on-time')}>
        <OnTime own={own} />
      </Part>
      <Part title={t('staff.monthly.part.categories')}>
        <Categories figures={figures} month={month} />
      </Part>
      <OwnPast month={month} where={where} months={figures.months} />
    </Paper>
  )
}

/** Each report of the month is in exactly one row. */
function Outcomes({ own }: { own: Figures }) {
  const t = useStaffText()
  const { open, closed, excluded } = own
  const items = [
    { key: 'open', values: [open] },
    { key: 'closed', values: [closed] },
    { key: 'declined', values: [excluded.declined] },
    { key: 'withdrawn', values: [excluded.withdrawn] },
    { key: 'merged', values: [excluded.merged] },
  ] as const
  return (
    <BarChart
      level={4}
      tableOpen
      title={t('staff.monthly.outcomes')}
      summary={t('staff.monthly.outcomes.text', { n: own.received })}
      file="outcomes"
      of={t('staff.monthly.outcome')}
      parts={[{ label: t('staff.monthly.reports') }]}
      items={items.map(({ key, values }) => ({ key, label: t(`staff.monthly.outcome.${key}`), values }))}
    />
  )
}

const RATES = ['answered', 'solved', 'satisfied'] as const

/** The three rates, each with both of its numbers, and whom none of them speaks of. */
function Rates({ own }: { own: Figures }) {
  const t = useStaffText()
  const format = useFormat()
  const { rates, excluded, awaitingRating } = own
  return (
    <Box gap={3}>
      {RATES.map((rate) => (
        <ShareBar
          key={rate}
          label={t(`staff.monthly.rate.${rate}`)}
          share={rates[rate]}
          note={t('staff.monthly.rate.note')}
        />
      ))}
      <Table
        caption={t('staff.monthly.part.rates')}
        columns={[
          t('staff.monthly.rate'),
          t('staff.monthly.numerator'),
          t('staff.monthly.denominator'),
          t('staff.monthly.share'),
        ]}
        rows={RATES.map((rate) => {
          const { numerator, denominator } = rates[rate]
          return [
            t(`staff.monthly.rate.${rate}`),
            numerator,
            denominator,
            format.percent(numerator, denominator),
          ]
        })}
      />
      <Table
        caption={t('staff.monthly.excluded')}
        columns={[t('staff.monthly.excluded'), t('staff.monthly.reports')]}
        rows={[
          [t('staff.monthly.outcome.declined'), excluded.declined],
          [t('staff.monthly.outcome.withdrawn'), excluded.withdrawn],
          [t('staff.monthly.outcome.merged'), excluded.merged],
          [t('staff.monthly.excluded.notRated'), excluded.notRated],
          [t('staff.monthly.excluded.awaiting'), awaitingRating],
        ]}
      />
    </Box>
  )
}

const STEPS = ['preReview', 'sign', 'handle', 'review', 'promise'] as const

/** Of the steps that were taken, how many by their time; and how many are still being taken, in time or late. */
function OnTime({ own: { onTime, open, awaitingRating, overdue } }: { own: Figures }) {
  const t = useStaffText()
  const format = useFormat()
  // An open report is in one step; one that is answered waits for nobody but its reporter's word.
  const running = open - awaitingRating
  return (
    <Box gap={3}>
      <Text block className="paper-line">
        {t('staff.monthly.on-time.how', { running, late: overdue })}
      </Text>
      {STEPS.map((step) => (
        <ShareBar key={step} label={t(`staff.monthly.step.${step}`)} share={onTime[step]} />
      ))}
      <Table
        caption={t('staff.monthly.part.on-time')}
        columns={[
          t('staff.monthly.step'),
          t('staff.monthly.in-time'),
          t('staff.monthly.taken'),
          t('staff.monthly.share'),
        ]}
        rows={STEPS.map((step) => {
          const { numerator, denominator } = onTime[step]
          return [
            t(`staff.monthly.step.${step}`),
            numerator,
            denominator,
            format.percent(numerator, denominator),
          ]
        })}
      />
      <Table
        caption={t('staff.monthly.running')}
        columns={[t('staff.monthly.running'), t('staff.monthly.reports')]}
        rows={[
          [t('staff.monthly.running.in-time'), running - overdue],
          [t('staff.monthly.running.late'), overdue],
        ]}
      />
    </Box>
  )
}

/** What people reported, kind by kind. */
function Categories({ figures: { categories }, month }: Pick<MonthlyReportProps, 'figures' | 'month'>) {
  const t = useStaffText()
  if (categories.length === 0) return <Text block>{t('staff.monthly.nothing')}</Text>
  return (
    <BarChart
      level={4}
      tableOpen
      title={t('staff.monthly.categories')}
      summary={t('staff.monthly.categories.text', { n: categories.length })}
      file={`categories-${month}`}
      of={t('report-new.category')}
      parts={[{ label: t('staff.monthly.reports') }]}
      items={categories.map(({ code, name, figures }) => ({
        key: code ?? '-',
        label: name,
        values: [figures.received],
      }))}
    />
  )
}
