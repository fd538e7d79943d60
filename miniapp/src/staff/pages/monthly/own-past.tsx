import { Table } from '@/kit/table'
import { Text } from '@/kit/text'
import { useFormat } from '@/locale/use-text'
import type { Figures, Share } from '@shared/domain/figures.ts'
import { ReceivedByMonth, ShareByMonth } from '../../components/month-charts'
import { PaperPart as Part } from '../../components/paper'
import { useStaffText } from '../../locale/use-staff-text'
import { type Month, monthAfter } from '../../state/months'
import { type MonthlyFigures, NOTHING } from './use-monthly'

const YEAR = 12

interface OwnPastProps {
  month: Month
  where: string
  months: MonthlyFigures['months']
}

/** A district beside what it was itself: never beside another (国办函〔2026〕12号 rules league tables out). */
export function OwnPast({ month, where, months }: OwnPastProps) {
  const t = useStaffText()
  const of = (one: Month) => months.get(one) ?? NOTHING
  return (
    <Part title={t('staff.monthly.part.past')}>
      <Text block className="paper-line">
        {t('staff.monthly.past.text', { where })}
      </Text>
      <Beside now={of(month)} before={of(monthAfter(month, -1))} yearAgo={of(monthAfter(month, -YEAR))} />
      <ReceivedByMonth
        level={4}
        tableOpen
        title={t('staff.monthly.past.received')}
        summary={t('staff.monthly.past.received.text', { n: of(month).received })}
        file={`received-${month}`}
        month={month}
        of={of}
      />
      <ShareByMonth
        level={4}
        tableOpen
        title={t('staff.monthly.past.satisfied')}
        summary={t('staff.monthly.past.satisfied.text')}
        file={`satisfied-${month}`}
        month={month}
        of={of}
        share={(one) => one.rates.satisfied}
      />
    </Part>
  )
}

interface BesideProps {
  now: Figures
  before: Figures
  yearAgo: Figures
}

/** This month, the one before, and the same a year ago. */
function Beside(sets: BesideProps) {
  const t = useStaffText()
  const format = useFormat()
  const rate = ({ numerator, denominator }: Share) =>
    `${format.percent(numerator, denominator)} (${numerator}/${denominator})`
  const rows = [
    ['received', (one: Figures) => one.received],
    ['answered', (one: Figures) => rate(one.rates.answered)],
    ['solved', (one: Figures) => rate(one.rates.solved)],
    ['satisfied', (one: Figures) => rate(one.rates.satisfied)],
    ['promise', (one: Figures) => rate(one.onTime.promise)],
    ['bounces', (one: Figures) => one.bounces],
    ['escalations', (one: Figures) => one.escalations],
    ['reopened', (one: Figures) => one.rounds.reopened],
  ] as const
  return (
    <Table
      caption={t('staff.monthly.part.past')}
      columns={[
        t('staff.monthly.figure'),
        t('staff.monthly.past.this-month'),
        t('staff.monthly.past.month-ago'),
        t('staff.monthly.past.a-year-ago'),
      ]}
      rows={rows.map(([figure, say]) => [
        t(`staff.monthly.figure.${figure}`),
        say(sets.now),
        say(sets.before),
        say(sets.yearAgo),
      ])}
    />
  )
}
