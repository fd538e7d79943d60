import * as z from 'zod/mini'
import { ROLES, STAFF_ROLES } from '../domain/actor.ts'
import { freeText, listOf, moment, named } from './primitives.ts'

/** Small letters, digits and `. _ -` between them: what is read out on the telephone. */
const username = z.string().check(z.trim(), z.regex(/^[a-z0-9](?:[a-z0-9._-]{1,38})[a-z0-9]$/))
const name = freeText(1, 40)
const code = z.string().check(z.minLength(1), z.maxLength(60))

/** `POST /api/v1/admin/accounts`: each role with the office it works for. */
export const accountRequest = z.discriminatedUnion('role', [
  z.strictObject({ role: z.literal('station'), username, name, stationNumber: code }),
  z.strictObject({ role: z.literal('body'), username, name, bodyCode: code }),
  z.strictObject({ role: z.literal('deputy'), username, name, deputyId: code }),
  // Without a district: the whole city.
  z.strictObject({ role: z.literal('supervisor'), username, name, districtCode: z.optional(code) }),
  z.strictObject({ role: z.literal('admin'), username, name }),
])
export type AccountRequest = z.infer<typeof accountRequest>

/** `PATCH /api/v1/admin/accounts/{id}`. Disabling and the resets end every session of the account. */
export const accountChange = z
  .strictObject({
    disabled: z.optional(z.boolean()),
    name: z.optional(name),
    /** The password is dead, and a new invitation comes with the answer. */
    resetPassword: z.optional(z.literal(true)),
    /** For somebody who lost the telephone and the recovery codes. */
    resetTotp: z.optional(z.literal(true)),
  })
  .check(z.refine((change) => Object.keys(change).length > 0, { path: ['disabled'] }))
export type AccountChange = z.infer<typeof accountChange>

/** A staff account as administrators see it. */
export const staffAccount = z.object({
  id: z.string(),
  role: z.enum(ROLES),
  username: z.string(),
  name: z.string(),
  office: z.nullable(z.string()),
  stationNumber: z.optional(z.string()),
  bodyCode: z.optional(z.string()),
  deputyId: z.optional(z.string()),
  district: z.optional(named),
  disabled: z.boolean(),
  /** Until when an invitation waits to be used; null when none does. */
  invitedUntil: z.nullable(moment),
  /** A second factor is set up. */
  totp: z.boolean(),
  createdAt: moment,
})
export type StaffAccount = z.infer<typeof staffAccount>

/** `GET /api/v1/admin/accounts`, by user name. */
export const accountList = listOf(staffAccount)
export type AccountList = z.infer<typeof accountList>

export const accountListQuery = z.object({
  /** Part of the user name or the person's name. */
  q: z.optional(z.string().check(z.trim(), z.maxLength(40))),
  role: z.optional(z.enum(STAFF_ROLES)),
  cursor: z.optional(z.string().check(z.maxLength(200))),
  limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100)), 50),
})
export type AccountListQuery = z.infer<typeof accountListQuery>

/** The link is shown this once and works once. */
export const invitationIssued = z.object({
  link: z.string(),
  /** The link as a QR code: an SVG picture. */
  qr: z.string(),
  expiresAt: moment,
})

/** What creating (201) and changing (200) an account answer. */
export const accountAnswer = z.object({ account: staffAccount, invitation: z.optional(invitationIssued) })
export type AccountAnswer = z.infer<typeof accountAnswer>
