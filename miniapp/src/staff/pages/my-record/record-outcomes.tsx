import { DEPUTY_DEEDS, type DeputyRecord } from '@shared/contract/deputy-record.ts'
import { BarChart } from '@/components/chart/bar-chart'
import { Box } from '@/kit/box'
import { Card } from '@/kit/card'
import { Definition } from '@/kit/definition'
import { Heading } from '@/kit/heading'
import { useFormat } from '@/locale/use-text'
import { useStaffText } from '../../locale/use-staff-text'

/** What became of the own snapshots, and the year month by month. */
export function RecordOutcomes({ record: { outcomes, months, total, year } }: { record: DeputyRecord }) {
  const t = useStaffText()
  const format = useFormat()
  const rows = (['answered', 'underWay', 'ended'] as const).map((what) => ({
    label: t(`staff.record.outcome.${what}`),
    value: t('staff.record.count', { n: format.number(outcomes[what]) }),
  }))
  return (
    <Card as="section" label={t('staff.record.changed')}>
      <Box gap={4}>
        {total.filed > 0 && (
          <>
            <Heading>{t('staff.record.changed')}</Heading>
            <Definition label={t('staff.record.changed')} rows={rows} />
          </>
        )}
        <BarChart
          title={t('staff.record.months')}
          level={2}
          summary={t('staff.record.months.summary', { ...total, year })}
          file={`my-record-${year}`}
          of={t('staff.record.month')}
          layout="columns"
          tableOpen
          parts={DEPUTY_DEEDS.map((deed) => ({ label: t(`staff.record.${deed}`) }))}
          items={months.map(({ month, ...counts }) => ({
            key: month,
            label: t('staff.record.month.value', { n: Number(month.slice(5)) }),
            short: String(Number(month.slice(5))),
            values: DEPUTY_DEEDS.map((deed) => counts[deed]),
          }))}
        />
      </Box>
    </Card>
  )
}
