import type { Context } from 'hono'
import { deleteCookie, setCookie } from 'hono/cookie'
import type { SessionAnswer, TotpAsked } from '../../shared/contract/session.ts'
import type { Entered } from '../use-cases/session/enter.ts'
import { SESSION_COOKIE, type AppEnv } from './context.ts'

/** Browsers forget every cookie after 400 days. */
const LONGEST_COOKIE_S = 400 * 86_400

/** Gives a browser its session: sent with every request to this host, out of reach of scripts. */
export function setSessionCookie(c: Context<AppEnv>, session: { token: string; lifetimeMs: number }): void {
  setCookie(c, SESSION_COOKIE, session.token, {
    path: '/',
    secure: true,
    httpOnly: true,
    sameSite: 'Lax',
    maxAge: Math.min(Math.floor(session.lifetimeMs / 1000), LONGEST_COOKIE_S),
  })
}

/** Answers somebody who got in with their session, and somebody who needs a second factor first with what to set up. */
export function answerEntered(c: Context<AppEnv>, entered: Entered): Response {
  if (entered.offer !== null) return c.json({ totp: entered.offer } satisfies TotpAsked)
  const { token, account, recoveryCodes } = entered
  setSessionCookie(c, entered)
  const answer: SessionAnswer = { token, account, ...(recoveryCodes && { recoveryCodes }) }
  return c.json(answer, 201)
}

/** Takes the session cookie away. */
export function clearSessionCookie(c: Context<AppEnv>): void {
  deleteCookie(c, SESSION_COOKIE, { path: '/', secure: true, httpOnly: true, sameSite: 'Lax' })
}
