import { useQuery as useData } from '@tanstack/react-query'
import type { Account } from '@shared/contract/session.ts'
import { useState } from 'react'
import { Box } from '@/kit/box'
import { LoadState } from '@/kit/load-state'
import { Text } from '@/kit/text'
import { useFormat } from '@/locale/use-text'
import { keepInAddress } from '@/platform/keep-in-address'
import { useQuery } from '@/platform/navigation'
import { useWide } from '@/platform/use-wide'
import { getSupervision } from '../../api/supervision'
import { DistrictField } from '../../components/district-field'
import { SupervisorPage } from '../../components/supervisor-page'
import { useStaffText } from '../../locale/use-staff-text'
import { useLocale } from '../../state/use-locale'
import { Matters } from './matters'
import { StuckWith } from './stuck-with'
import { TopicsWaiting } from './topics-waiting'

/** What is stuck, and with whom: in five seconds, each number one tap from its list. */
export default function DashboardPage() {
  const t = useStaffText()
  const wide = useWide()
  return (
    <SupervisorPage
      title={t('staff.dash.title')}
      lead={t('staff.dash.lead')}
      here={{ to: 'staff-dashboard' }}
      wide={wide}
    >
      {(account) => <Dashboard account={account} />}
    </SupervisorPage>
  )
}

function Dashboard({ account }: { account: Account }) {
  const t = useStaffText()
  const format = useFormat()
  const locale = useLocale()
  const asked = useQuery()
  const [district, setDistrict] = useState(asked.district ?? '')
  const query = useData({
    queryKey: ['staff', 'supervision', district, locale],
    queryFn: ({ signal }) => getSupervision(district, signal),
  })
  const choose = (code: string) => {
    setDistrict(code)
    keepInAddress('staff-dashboard', { district: code })
  }
  return (
    <Box gap={5}>
      <Box className="dash-district">
        <DistrictField account={account} value={district} onChange={choose} />
      </Box>
      <LoadState query={query} skeleton={{ look: 'list', rows: 6 }}>
        {({ at, matters, stuckWith, stuckWithMore, topics }) => (
          <Box gap={5}>
            <Text block size="small" tone="muted">
              {t('staff.dash.at', { time: format.dateTime(at) })}
            </Text>
            <Matters counts={matters} district={district} />
            <Box className="dash-columns">
              <StuckWith holders={stuckWith} more={stuckWithMore} district={district} />
              <TopicsWaiting topics={topics} />
            </Box>
          </Box>
        )}
      </LoadState>
    </Box>
  )
}
