import type { Account } from '@shared/contract/session.ts'
import { EmptyState } from '@/kit/empty-state'
import { useQuery } from '@/platform/navigation'
import { StaffPage } from '../../components/staff-page'
import { useStaffText } from '../../locale/use-staff-text'
import { Poster } from './poster'
import { Scans } from './scans'

/** A station's own poster: to print, to renew, and to see whether anybody scans it. */
export default function StationPosterPage() {
  const t = useStaffText()
  const { number: asked } = useQuery()
  const numberOf = ({ role, stationNumber }: Account) => (role === 'admin' ? asked : stationNumber)
  return (
    <StaffPage
      title={t('staff.poster.title')}
      lead={t('staff.poster.lead')}
      back={{ to: 'staff-inbox', label: t('staff.inbox.title') }}
      here={{ to: 'staff-station', query: { number: asked } }}
    >
      {(account) => {
        const number = numberOf(account)
        if (!number)
          return <EmptyState title={t('staff.poster.only')}>{t('staff.poster.only.text')}</EmptyState>
        return (
          <>
            <Poster number={number} />
            <Scans number={number} />
          </>
        )
      }}
    </StaffPage>
  )
}
