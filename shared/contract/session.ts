import * as z from 'zod/mini'
import { ROLES } from '../domain/actor.ts'
import { moment, named } from './primitives.ts'

/** What is sent as a password: rules of length and content are `domain/password-rules.ts`, for new ones only. */
export const sentPassword = z.string().check(z.minLength(1), z.maxLength(400))

/** Six digits of an authenticator app, or a recovery code. */
export const sentCode = z.string().check(z.trim(), z.minLength(1), z.maxLength(40))
/** What came with an offered secret, sent back unchanged with the first code. */
export const sentEnrolment = z.string().check(z.minLength(1), z.maxLength(1000))

/** `POST /api/v1/session`; `totp` and `enrolment` when they were asked for. */
export const signInRequest = z.object({
  username: z.string().check(z.trim(), z.minLength(1), z.maxLength(80)),
  password: sentPassword,
  totp: z.optional(sentCode),
  enrolment: z.optional(sentEnrolment),
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
export const sessionAnswer = z.object({
  token: z.string(),
  account,
  /** Only when a second factor was set up with it; shown this once. */
  recoveryCodes: z.optional(z.array(z.string())),
})
export type SessionAnswer = z.infer<typeof sessionAnswer>

/** A secret for an authenticator app. It begins to count when its first code is sent, with `enrolment`, in half an hour. */
export const totpOffer = z.object({
  secret: z.string(),
  uri: z.string(),
  /** The uri as a QR code: an SVG picture. */
  qr: z.string(),
  enrolment: z.string(),
})
export type TotpOffer = z.infer<typeof totpOffer>

/**
 * The answer (200, without a session) where a second factor must be set up first: the same request again, with the
 * offer's `enrolment` and its first code in `totp`, signs in.
 */
export const totpAsked = z.object({ totp: totpOffer })
export type TotpAsked = z.infer<typeof totpAsked>

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

/** `GET /api/v1/session/totp` */
export const totpStatus = z.object({
  on: z.boolean(),
  /** The role must have it: it can be set up anew, not removed. */
  required: z.boolean(),
  recoveryCodesLeft: z.number(),
})
export type TotpStatus = z.infer<typeof totpStatus>

/** `POST /api/v1/session/totp` → `totpAsked`; `DELETE` → 204. `totp` where a second factor is on. */
export const totpChange = z.strictObject({ password: sentPassword, totp: z.optional(sentCode) })
export type TotpChange = z.infer<typeof totpChange>

/** `PUT /api/v1/session/totp` → `recoveryCodes`; every other session of the account ends. */
export const totpProof = z.strictObject({ enrolment: sentEnrolment, totp: sentCode })
export type TotpProof = z.infer<typeof totpProof>

export const recoveryCodes = z.object({ recoveryCodes: z.array(z.string()) })
export type RecoveryCodes = z.infer<typeof recoveryCodes>

/** `POST /api/v1/session/wechat`: what `wx.login` gives, good once and for five minutes. */
export const wechatSignIn = z.strictObject({ code: z.string().check(z.regex(/^[\w-]{8,128}$/)) })
