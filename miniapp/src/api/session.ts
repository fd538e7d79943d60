import type { Account, SessionAnswer, SignInRequest, TotpAsked } from '@shared/contract/session.ts'
import { loginCode } from '@/platform/login-code'
import { sessionTravelsAs } from '@/platform/request'
import { useSession } from '@/state/session'
import { ApiError } from './api-error'
import { endDeadSession, request } from './client'

const PATH = '/api/v1/session'

const kept = (token: string) => (sessionTravelsAs === 'bearer' ? token : null)

/**
 * The answer begins to count with `beginSession`: what it shows once may have to be read first.
 * @throws ApiError 401 for an unknown user and a wrong password alike, and `TOTP_REQUIRED` after the right one
 */
export function signIn(body: SignInRequest): Promise<SessionAnswer | TotpAsked> {
  return request({ method: 'POST', path: PATH, body })
}

/** From now on this device is that account's. */
export function beginSession({ token, account }: SessionAnswer): void {
  useSession.getState().begin({ token: kept(token), account })
}

/** Signed out here even when the server cannot be told. */
export async function signOut(): Promise<void> {
  try {
    await request({ method: 'DELETE', path: PATH })
  } finally {
    useSession.getState().end()
  }
}

/** Who is signed in; null for nobody and for a device session. */
export async function readSession(): Promise<Account | null> {
  const session = useSession.getState()
  if (!session.open) {
    session.setAccount(null)
    return null
  }
  try {
    const { account } = await request<{ account: Account | null }>({ path: PATH })
    session.setAccount(account)
    return account
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 401) throw error
    session.end()
    return null
  }
}

/** What a resident does belongs to this device's session; one that has died meanwhile is replaced, once. */
export async function withDeviceSession<T>(run: () => Promise<T>): Promise<T> {
  await ensureDeviceSession()
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof ApiError) || !endDeadSession(error)) throw error
    await ensureDeviceSession()
    return run()
  }
}

let opening: Promise<void> | null = null

/** Gives a resident's device its own session, once, so that photos and reports belong to it. */
export function ensureDeviceSession(): Promise<void> {
  if (useSession.getState().open) return Promise.resolve()
  opening ??= openDeviceSession().finally(() => {
    opening = null
  })
  return opening
}

/** By WeChat's account where there is one, so that reports are found on the next telephone too; null in other cities. */
async function wechatSession(): Promise<{ token: string } | null> {
  const code = await loginCode()
  if (code === null) return null
  return request<{ token: string }>({ method: 'POST', path: `${PATH}/wechat`, body: { code } }).catch(
    (error: unknown) => {
      // A city without it, or WeChat does not answer: the device alone does as well.
      if (error instanceof ApiError && !error.isNetwork) return null
      throw error
    },
  )
}

async function openDeviceSession(): Promise<void> {
  const { token } =
    (await wechatSession()) ??
    (await request<{ token: string }>({ method: 'POST', path: `${PATH}/anonymous`, body: {} }))
  useSession.getState().begin({ token: kept(token), account: null })
}
