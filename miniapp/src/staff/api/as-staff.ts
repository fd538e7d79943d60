import { ApiError } from '@/api/api-error'
import { useSession } from '@/state/session'

/** Waits for an answer to somebody who is signed in. A session that has run out ends here too: the pages then ask to sign in. */
export async function asStaff<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof ApiError && error.code === 'UNAUTHENTICATED') useSession.getState().end()
    throw error
  }
}
