import * as z from 'zod/mini'
import { ROLES } from '../domain/actor.ts'
import { moment, named } from './primitives.ts'

/** What is sent as a password: rules of length and content are `domain/password-rules.ts`, for new ones only. */
export const sentPassword = z.string().check(z.minLength(1), z.maxLength(400))

/** `POST /api/v1/session` */
export const signInRequest = z.object({
  username: z.string().check(z.trim(), z.minLength(1), z.maxLength(80)),
  password: sentPassword,
})
export type SignInRequest = z.infer<typeof signInRequest>

export const account = z.object({
  id: z.string(),
  role: z.enum(ROLES),
  /** The person's name; the office's where the account has none. */
  name: z.string(),
  office: z.nullable(z.string()),
  stationNumber: z.optional(z.string()),
  bodyCode: z.optional(z.string()),
  deputyId: z.optional(z.string()),
  district: z.optional(named),
})
export type Account = z.infer<typeof account>

/** The token is for callers that keep no cookies (the mini program); browsers use the cookie set beside it. */
export const sessionAnswer = z.object({ token: z.string(), account })
export type SessionAnswer = z.infer<typeof sessionAnswer>

/** One of the caller's sessions. The id names it and opens nothing. */
export const sessionShown = z.object({
  id: z.string(),
  /** Families of browser and system, `Chrome · Windows`; null where the device did not tell. */
  label: z.nullable(z.string()),
  createdAt: moment,
  /** Good to a twentieth of the time a session may lie idle. */
  lastSeenAt: moment,
  current: z.boolean(),
})

/** `GET /api/v1/session/list`, latest first. */
export const sessionList = z.object({ items: z.array(sessionShown) })
export type SessionList = z.infer<typeof sessionList>

/** `DELETE /api/v1/session`: without a query the caller's own, with `?all=others` every other of the account. */
export const endSessionsQuery = z.object({ all: z.optional(z.literal('others')) })

/** `POST /api/v1/session/password` → 204; every other session of the account ends. */
export const passwordChange = z.strictObject({ current: sentPassword, new: sentPassword })
export type PasswordChange = z.infer<typeof passwordChange>
