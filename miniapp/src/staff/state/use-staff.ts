import { useQuery } from '@tanstack/react-query'
import { STAFF_ROLES } from '@shared/domain/actor.ts'
import type { Account } from '@shared/contract/session.ts'
import { ApiError } from '@/api/api-error'
import { readSession } from '@/api/session'
import { readJson, writeJson } from '@/state/kept-json'
import { useSession } from '@/state/session'

export function isStaffAccount(account: Account | null | undefined): account is Account {
  return (STAFF_ROLES as readonly string[]).includes(account?.role ?? '')
}

const KEY = 'mashang.staff.me'

// Who signs out, or is signed out, is not remembered either.
useSession.subscribe(({ account }) => {
  if (account !== undefined) writeJson(KEY, isStaffAccount(account) ? { ...account } : null)
})

/** Who is signed in; without a network, who was: a deputy's camera must open in a dead spot too. */
async function whoIsHere(): Promise<Account | null> {
  try {
    return await readSession()
  } catch (error) {
    const known = readJson(KEY) as Account | null
    if (!(error instanceof ApiError && error.isNetwork && isStaffAccount(known))) throw error
    useSession.getState().setAccount(known)
    return known
  }
}

/**
 * Who is at the desk: their account, null for nobody and for residents. `query` tells how asking goes,
 * as long as nobody has asked in this visit.
 */
export function useStaff() {
  const account = useSession((now) => now.account)
  const query = useQuery({
    queryKey: ['session'],
    queryFn: whoIsHere,
    enabled: account === undefined,
    staleTime: Infinity,
    gcTime: 0,
  })
  const staff = account === undefined ? undefined : isStaffAccount(account) ? account : null
  return { staff, query: { ...query, data: staff === null ? undefined : staff } }
}
