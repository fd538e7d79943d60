import type { Account } from '@shared/contract/session.ts'
import type { ReactNode } from 'react'
import { EmptyState } from '@/kit/empty-state'
import type { RouteName } from '@/platform/navigation'
import { useStaffText } from '../locale/use-staff-text'
import { StaffPage } from './staff-page'

interface AdminPageProps {
  title: string
  lead: string
  here: RouteName
  children: (account: Account) => ReactNode
}

/** A page for administrators; whoever else comes here reads why it is closed to them. */
export function AdminPage({ title, lead, here, children }: AdminPageProps) {
  const t = useStaffText()
  return (
    <StaffPage
      title={title}
      lead={lead}
      back={{ to: 'staff-inbox', label: t('staff.inbox.title') }}
      here={{ to: here }}
    >
      {(account) =>
        account.role === 'admin' ? (
          children(account)
        ) : (
          <EmptyState title={t('staff.admin.only')}>{t('staff.admin.only.text')}</EmptyState>
        )
      }
    </StaffPage>
  )
}
