import type { Account } from '@shared/contract/session.ts'
import { useState } from 'react'
import { useDistricts } from '@/api/districts'
import { Box } from '@/kit/box'
import { LoadState } from '@/kit/load-state'
import { Select } from '@/kit/select'
import { keepInAddress } from '@/platform/keep-in-address'
import { useQuery } from '@/platform/navigation'
import { DistrictField } from '../../components/district-field'
import { OffPaper } from '../../components/paper'
import { SupervisorPage } from '../../components/supervisor-page'
import { useStaffText } from '../../locale/use-staff-text'
import { isMonth, type Month, monthOf, monthsUpTo, wordsOf } from '../../state/months'
import { MonthlyReport } from './monthly-report'
import { useMonthly } from './use-monthly'

/** So far back a report can be made. */
const CHOICES = 24

/** A month of a district or of the city, beside its own past: read here, printed on A4. */
export default function MonthlyPage() {
  const t = useStaffText()
  return (
    <SupervisorPage
      title={t('staff.monthly.title')}
      lead={t('staff.monthly.lead')}
      here={{ to: 'staff-monthly' }}
    >
      {(account) => <Monthly account={account} />}
    </SupervisorPage>
  )
}

function Monthly({ account }: { account: Account }) {
  const t = useStaffText()
  const asked = useQuery()
  const [now] = useState(() => monthOf(Date.now()))
  const [month, setMonth] = useState<Month>(isMonth(asked.month) ? asked.month : now)
  const [chosen, setChosen] = useState(asked.district ?? '')
  const district = account.district?.code ?? chosen
  const query = useMonthly(month, district)
  const name = useDistrictName(district, account)
  const keep = (part: { month?: Month; district?: string }) => {
    setMonth(part.month ?? month)
    setChosen(part.district ?? chosen)
    keepInAddress('staff-monthly', { month, district: chosen, ...part })
  }
  return (
    <Box gap={5}>
      <OffPaper>
        <Box className="staff-filter">
          <Select
            id="monthly-month"
            label={t('staff.monthly.month')}
            value={month}
            options={monthsUpTo(now, CHOICES)
              .reverse()
              .map((one) => ({ value: one, label: t('staff.monthly.of', wordsOf(one)) }))}
            onChange={(one) => keep({ month: isMonth(one) ? one : now })}
          />
          <DistrictField account={account} value={chosen} onChange={(code) => keep({ district: code })} />
        </Box>
      </OffPaper>
      <LoadState query={query} skeleton={{ look: 'card' }}>
        {(figures) => (
          <MonthlyReport key={`${month} ${district}`} month={month} where={name} figures={figures} />
        )}
      </LoadState>
    </Box>
  )
}

function useDistrictName(code: string, account: Account): string {
  const t = useStaffText()
  const districts = useDistricts()
  if (account.district) return account.district.name
  return districts.data?.items.find((one) => one.code === code)?.name ?? t('staff.topic.whole-city')
}
