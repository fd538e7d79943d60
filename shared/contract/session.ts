import * as z from 'zod/mini'
import { ROLES } from '../domain/actor.ts'
import { named } from './primitives.ts'

/** `POST /api/v1/session` */
export const signInRequest = z.object({
  username: z.string().check(z.trim(), z.minLength(1), z.maxLength(80)),
  password: z.string().check(z.minLength(1), z.maxLength(200)),
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
