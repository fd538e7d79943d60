import { DEPUTY_DEEDS, type DeputyRecord } from '@shared/contract/deputy-record.ts'
import { Box } from '@/kit/box'
import { Card } from '@/kit/card'
import { Definition } from '@/kit/definition'
import { Heading } from '@/kit/heading'
import { Text } from '@/kit/text'
import { useFormat } from '@/locale/use-text'
import { useStaffText } from '../../locale/use-staff-text'

/** Whose record, of which year, and the year in four numbers. */
export function RecordTitle({ record }: { record: DeputyRecord }) {
  const t = useStaffText()
  const format = useFormat()
  const { name, station, year, total, madeAt } = record
  return (
    <Card as="section" label={t('staff.record.of', { name, year })}>
      <Box gap={3}>
        <Box gap={1}>
          <Heading>{t('staff.record.of', { name, year })}</Heading>
          {station && <Text block>{`${station.name} (${station.number})`}</Text>}
          <Text block size="small" tone="muted">
            {t('staff.record.made', { date: format.date(madeAt) })}
          </Text>
        </Box>
        <Definition
          label={t('staff.record.total')}
          rows={DEPUTY_DEEDS.map((deed) => ({
            label: t(`staff.record.${deed}`),
            value: t('staff.record.count', { n: format.number(total[deed]) }),
          }))}
        />
        <Text block size="small" tone="muted">
          {t('staff.record.how')}
        </Text>
      </Box>
    </Card>
  )
}
