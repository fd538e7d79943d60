import { useQuery } from '@tanstack/react-query'
import { Box } from '@/kit/box'
import { Card } from '@/kit/card'
import { Heading } from '@/kit/heading'
import { Link } from '@/kit/link'
import { LoadState } from '@/kit/load-state'
import { Text } from '@/kit/text'
import { countOwnInbox } from '../../api/office-work'
import { useStaffText } from '../../locale/use-staff-text'

/** What waits at this moment, and what of it is over its time. */
export function OwnNow() {
  const t = useStaffText()
  const query = useQuery({
    queryKey: ['staff', 'reports', 'own-now'],
    queryFn: ({ signal }) => countOwnInbox(signal),
  })
  return (
    <Card as="section" label={t('staff.own.now')}>
      <Box gap={3}>
        <Heading>{t('staff.own.now')}</Heading>
        <LoadState query={query} skeleton={{ rows: 2 }}>
          {({ waiting, overdue }) => (
            <>
              <Text block size="large" strong>
                {t('staff.own.waiting', { n: waiting })}
              </Text>
              <Text block strong tone={overdue > 0 ? 'bad' : 'good'}>
                {overdue > 0 ? t('staff.own.overdue', { n: overdue }) : t('staff.own.overdue.none')}
              </Text>
            </>
          )}
        </LoadState>
        <Link to="staff-inbox" kind="plain" icon="inbox">
          {t('staff.own.to-inbox')}
        </Link>
      </Box>
    </Card>
  )
}
