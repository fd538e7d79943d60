import { EmptyState } from '@/kit/empty-state'
import { StaffPage } from '../../components/staff-page'
import { useStaffText } from '../../locale/use-staff-text'
import { OwnMonths } from './own-months'
import { OwnNow } from './own-now'
import { officeOf } from './own-office'

/** An office beside its own past and the limits, and beside nobody else (国办函〔2026〕12号 rules league tables out). */
export default function OwnFiguresPage() {
  const t = useStaffText()
  return (
    <StaffPage
      title={t('staff.own.title')}
      lead={t('staff.own.lead')}
      back={{ to: 'staff-inbox', label: t('staff.inbox.title') }}
      here={{ to: 'staff-own-figures' }}
    >
      {(account) => {
        const office = officeOf(account)
        if (!office) return <EmptyState title={t('staff.own.only')}>{t('staff.own.only.text')}</EmptyState>
        return (
          <>
            <OwnNow />
            <OwnMonths office={office} />
          </>
        )
      }}
    </StaffPage>
  )
}
