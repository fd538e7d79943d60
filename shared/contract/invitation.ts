import * as z from 'zod/mini'
import { ROLES } from '../domain/actor.ts'
import { moment } from './primitives.ts'
import { sentCode, sentEnrolment, sentPassword } from './session.ts'

/** What stands behind the `#` of the link. It goes in the body of a request, never in an address. */
const token = z.string().check(z.minLength(1), z.maxLength(200))

/** `POST /api/v1/invitations/read` */
export const invitationRequest = z.strictObject({ token })

/** What `POST /api/v1/invitations/read` answers. */
export const invitation = z.object({
  role: z.enum(ROLES),
  username: z.string(),
  name: z.string(),
  office: z.nullable(z.string()),
  /** A code must be sent with the password: of the second factor that is there, or else of one that is offered. */
  needsTotp: z.boolean(),
  expiresAt: moment,
})
export type Invitation = z.infer<typeof invitation>

/**
 * `POST /api/v1/invitations`: chooses the password and signs in. Answers as `POST /api/v1/session` does, with
 * `totpAsked` where a second factor must be set up first; nothing is chosen then yet.
 */
export const invitationAccepted = z.strictObject({
  token,
  password: sentPassword,
  totp: z.optional(sentCode),
  enrolment: z.optional(sentEnrolment),
})
export type InvitationAccepted = z.infer<typeof invitationAccepted>
