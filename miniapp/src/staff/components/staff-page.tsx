import type { Account } from '@shared/contract/session.ts'
import { type ReactNode, useCallback, useEffect, useRef } from 'react'
import { LoadState } from '@/kit/load-state'
import { Page, type PageProps } from '@/kit/page'
import { type Query, redirect, type RouteName, useHidden, useShown } from '@/platform/navigation'
import { useStaff } from '../state/use-staff'
import { AccountMenu } from './account-menu'
import { ExportProgress } from './export-progress'
import { StaffMenu } from './staff-menu'
import '../styles/staff.scss'

export interface StaffPageProps extends Omit<PageProps, 'children'> {
  /** this page, to come back to after signing in */
  here: { to: RouteName; query?: Query }
  children: (account: Account) => ReactNode
}

/** The frame of every page behind the sign-in: whoever has no staff account is asked to sign in first. */
export function StaffPage({ here, actions, children, ...page }: StaffPageProps) {
  const { staff, query } = useStaff()
  const wasSignedIn = useRef(false)
  const isFront = useRef(true)
  const way = JSON.stringify({ ...here.query, next: here.to })
  const turnAway = useCallback(() => {
    // Only the page in front: those behind it follow when they come back to the front.
    if (staff === null && isFront.current) {
      redirect('staff-sign-in', { ...JSON.parse(way), again: wasSignedIn.current || undefined })
    }
    if (staff) wasSignedIn.current = true
  }, [staff, way])
  useHidden(() => {
    isFront.current = false
  })
  useShown(() => {
    isFront.current = true
    turnAway()
  })
  useEffect(turnAway, [turnAway])
  const top = (
    <>
      {actions}
      {staff && <StaffMenu forRole={staff.role} here={here.to} />}
      {staff && <AccountMenu account={staff} />}
    </>
  )
  return (
    <Page {...page} actions={top}>
      <LoadState query={query} skeleton={{ look: 'list', rows: 4 }}>
        {(account) => (
          <>
            <ExportProgress />
            {children(account)}
          </>
        )}
      </LoadState>
    </Page>
  )
}
