import type { Account } from '@shared/contract/session.ts'
import { type ReactNode, useCallback, useEffect } from 'react'
import { LoadState } from '@/kit/load-state'
import { Page, type PageProps } from '@/kit/page'
import { type Query, redirect, type RouteName, useShown } from '@/platform/navigation'
import { useStaff } from '../state/use-staff'
import { AccountMenu } from './account-menu'
import '../styles/staff.scss'

export interface StaffPageProps extends Omit<PageProps, 'children'> {
  /** this page, to come back to after signing in */
  here: { to: RouteName; query?: Query }
  children: (account: Account) => ReactNode
}

/** The frame of every page behind the sign-in: whoever has no staff account is asked to sign in first. */
export function StaffPage({ here, actions, children, ...page }: StaffPageProps) {
  const { staff, query } = useStaff()
  const signIn = JSON.stringify({ ...here.query, next: here.to })
  const turnAway = useCallback(() => {
    if (staff === null) redirect('staff-sign-in', JSON.parse(signIn))
  }, [staff, signIn])
  // Also when a page further back comes to the front after somebody has signed out.
  useShown(turnAway)
  useEffect(turnAway, [turnAway])
  const top = (
    <>
      {actions}
      {staff && <AccountMenu account={staff} />}
    </>
  )
  return (
    <Page {...page} actions={top}>
      <LoadState query={query} skeleton={{ look: 'list', rows: 4 }}>
        {children}
      </LoadState>
    </Page>
  )
}
