import { ApiError } from '@/api/api-error'
import { type ApiRequest, request } from '@/api/client'
import { useSession } from '@/state/session'

/** A call of somebody who is signed in. A session that has run out ends here too: the pages then ask to sign in. */
export async function staffRequest<T>(call: ApiRequest): Promise<T> {
  try {
    return await request<T>(call)
  } catch (error) {
    if (error instanceof ApiError && error.code === 'UNAUTHENTICATED') useSession.getState().end()
    throw error
  }
}
