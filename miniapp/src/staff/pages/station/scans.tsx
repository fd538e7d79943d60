import { useQuery } from '@tanstack/react-query'
import type { StationScans } from '@shared/contract/station-code.ts'
import { cityDate } from '@shared/domain/working-days.ts'
import { LineChart } from '@/components/chart/line-chart'
import { Banner } from '@/kit/banner'
import { Box } from '@/kit/box'
import { Card } from '@/kit/card'
import { Heading } from '@/kit/heading'
import { LoadState } from '@/kit/load-state'
import { Text } from '@/kit/text'
import { useFormat } from '@/locale/use-text'
import { readScans } from '../../api/own-station'
import { useStaffText } from '../../locale/use-staff-text'

/** How often the code was scanned in the last month, and how many reports the station received, by whatever way. */
export function Scans({ number }: { number: string }) {
  const t = useStaffText()
  const format = useFormat()
  const query = useQuery({
    queryKey: ['staff', 'scans', number],
    queryFn: ({ signal }) => readScans(number, signal),
  })
  return (
    <Card as="section" label={t('staff.scans.title')}>
      <Box gap={3}>
        <Heading>{t('staff.scans.title')}</Heading>
        <LoadState query={query} skeleton={{ rows: 3 }}>
          {({ scans, reports, days }) => (
            <Box gap={3}>
              <Text block strong>
                {t('staff.scans.sum', { scans, reports })}
              </Text>
              <Text block size="small" tone="muted">
                {t('staff.scans.note')}
              </Text>
              {scans === 0 && (
                <Banner tone="wait" announce={false}>
                  {t('staff.scans.nobody')}
                </Banner>
              )}
              {days.length > 0 && (
                <LineChart
                  title={t('staff.scans.daily')}
                  summary={t('staff.scans.daily.text', { scans, reports })}
                  file={`scans-${number}`}
                  of={t('staff.scans.date')}
                  names={{ now: t('staff.scans.scanned'), past: t('staff.scans.received') }}
                  points={daily(days, Date.now()).map((day) => ({
                    key: day.date,
                    label: format.date(`${day.date}T12:00:00+08:00`),
                    short: day.date.slice(5),
                    value: day.scans,
                    past: day.reports,
                  }))}
                />
              )}
            </Box>
          )}
        </LoadState>
      </Box>
    </Card>
  )
}

const DAYS = 30
const DAY_MS = 86_400_000

/** Every day of the last month, the oldest first: a day without scans and reports is not sent, and is a day too. */
function daily(days: StationScans['days'], now: number): StationScans['days'] {
  const byDate = new Map(days.map((day) => [day.date, day]))
  return Array.from({ length: DAYS }, (_, index) => {
    const date = cityDate(now - (DAYS - 1 - index) * DAY_MS)
    return byDate.get(date) ?? { date, scans: 0, reports: 0 }
  })
}
