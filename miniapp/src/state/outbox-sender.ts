import { readSession } from '@/api/session'
import type { Draft } from './draft'
import { useSession } from './session'

/** A snapshot belongs to one deputy, who must be signed in for it to go out. */
export class SignInFirst extends Error {}

/**
 * Lets a resident's report pass, and a snapshot when its own deputy is at this device.
 * @throws SignInFirst, ApiError when nobody can be asked
 */
export async function deputyIsBack({ deputy }: Draft): Promise<void> {
  if (deputy === null) return
  // Asked anew each time: what this device remembers may have run out, and then photos would go up as somebody else's.
  const account = await readSession()
  if (account?.id !== deputy) throw new SignInFirst()
}

/** Calls back when somebody signs in on this device. Returns how to stop. */
export function onSignedIn(tell: () => void): () => void {
  return useSession.subscribe(({ account }, before) => {
    if (account && account.id !== before.account?.id) tell()
  })
}
