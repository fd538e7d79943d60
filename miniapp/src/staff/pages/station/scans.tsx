import { useQuery } from '@tanstack/react-query'
import { Banner } from '@/kit/banner'
import { Box } from '@/kit/box'
import { Card } from '@/kit/card'
import { Heading } from '@/kit/heading'
import { List } from '@/kit/list'
import { ListItem } from '@/kit/list-item'
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
                <List label={t('staff.scans.title')}>
                  {days.map((day) => (
                    <ListItem
                      key={day.date}
                      title={format.date(`${day.date}T12:00:00+08:00`)}
                      aside={t('staff.scans.day', { scans: day.scans, reports: day.reports })}
                    />
                  ))}
                </List>
              )}
            </Box>
          )}
        </LoadState>
      </Box>
    </Card>
  )
}
