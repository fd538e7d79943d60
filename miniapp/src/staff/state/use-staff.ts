import { useQuery } from '@tanstack/react-query'
import { STAFF_ROLES } from '@shared/domain/actor.ts'
import type { Account } from '@shared/contract/session.ts'
import { readSession } from '@/api/session'
import { useSession } from '@/state/session'

export function isStaffAccount(account: Account | null | undefined): account is Account {
  return (STAFF_ROLES as readonly string[]).includes(account?.role ?? '')
}

/**
 * Who is at the desk: their account, null for nobody and for residents. `query` tells how asking goes,
 * as long as nobody has asked in this visit.
 */
export function useStaff() {
  const account = useSession((now) => now.account)
  const query = useQuery({
    queryKey: ['session'],
    queryFn: readSession,
    enabled: account === undefined,
    staleTime: Infinity,
    gcTime: 0,
  })
  const staff = account === undefined ? undefined : isStaffAccount(account) ? account : null
  return { staff, query: { ...query, data: staff === null ? undefined : staff } }
}
