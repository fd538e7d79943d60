import type { Account } from '@shared/contract/session.ts'
import type { ReactNode } from 'react'
import { EmptyState } from '@/kit/empty-state'
import { Link } from '@/kit/link'
import type { Query, RouteName } from '@/platform/navigation'
import { useStaffText } from '../locale/use-staff-text'
import { StaffPage } from './staff-page'

interface DeputyPageProps {
  title: string
  lead?: string
  here: RouteName
  query?: Query
  children: (account: Account) => ReactNode
}

/** A page for deputies; whoever else comes here reads why it is closed to them. */
export function DeputyPage({ title, lead, here, query, children }: DeputyPageProps) {
  const t = useStaffText()
  const home = (
    <Link to="staff-inbox" kind="plain">
      {t('staff.report.to-inbox')}
    </Link>
  )
  return (
    <StaffPage
      title={title}
      lead={lead}
      back={{ to: 'staff-inbox', label: t('staff.inbox.title') }}
      here={{ to: here, query }}
    >
      {(account) =>
        account.role === 'deputy' ? (
          children(account)
        ) : (
          <EmptyState title={t('staff.deputies-only')} actions={home}>
            {t('staff.deputies-only.text')}
          </EmptyState>
        )
      }
    </StaffPage>
  )
}
