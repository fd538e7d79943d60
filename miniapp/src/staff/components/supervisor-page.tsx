import type { Account } from '@shared/contract/session.ts'
import type { ReactNode } from 'react'
import { EmptyState } from '@/kit/empty-state'
import { StaffPage, type StaffPageProps } from './staff-page'
import { useStaffText } from '../locale/use-staff-text'
import '../styles/supervision.scss'

interface SupervisorPageProps extends StaffPageProps {
  /** bodies that answer for common problems may come in too */
  forBodies?: boolean
}

/** A page for supervisors; whoever else comes here reads why it is closed to them. */
export function SupervisorPage({ forBodies, children, ...page }: SupervisorPageProps) {
  const t = useStaffText()
  const mayEnter = ({ role }: Account) => role === 'supervisor' || (forBodies && role === 'body')
  const inside = (account: Account): ReactNode =>
    mayEnter(account) ? (
      children(account)
    ) : (
      <EmptyState title={t('staff.dash.only')}>{t('staff.dash.only.text')}</EmptyState>
    )
  return (
    <StaffPage back={{ to: 'staff-inbox', label: t('staff.inbox.title') }} {...page}>
      {inside}
    </StaffPage>
  )
}
