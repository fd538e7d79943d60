import type { Account } from '@shared/contract/session.ts'
import { EmptyState } from '@/kit/empty-state'
import { useQuery } from '@/platform/navigation'
import { StaffPage } from '../../components/staff-page'
import { useStaffText } from '../../locale/use-staff-text'
import { Roster } from './roster'

/** Which deputies of a station can be met on which day; residents see today's on the station's page. */
export default function DutyPage() {
  const t = useStaffText()
  const { number: asked } = useQuery()
  const numberOf = ({ role, stationNumber }: Account) => (role === 'admin' ? asked : stationNumber)
  return (
    <StaffPage
      title={t('staff.duty.title')}
      lead={t('staff.duty.lead')}
      back={{ to: 'staff-inbox', label: t('staff.inbox.title') }}
      here={{ to: 'staff-duty', query: { number: asked } }}
    >
      {(account) => {
        const number = numberOf(account)
        if (!number)
          return <EmptyState title={t('staff.poster.only')}>{t('staff.poster.only.text')}</EmptyState>
        return <Roster number={number} />
      }}
    </StaffPage>
  )
}
