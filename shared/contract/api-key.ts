import * as z from 'zod/mini'
import { freeText, moment } from './primitives.ts'

const perDay = z.int().check(z.minimum(1), z.maximum(1_000_000))

/** `POST /api/v1/admin/api-keys`. */
export const apiKeyRequest = z.strictObject({
  /** Which app it is for. */
  name: freeText(1, 60),
  /** Whom to call when something is wrong with it. */
  contact: freeText(3, 200),
  /** Reports a day. */
  perDay: z._default(perDay, 200),
  /** The app asks its users whether what they file may be published, and says so with each report. */
  asksConsent: z._default(z.boolean(), false),
})
export type ApiKeyRequest = z.output<typeof apiKeyRequest>

/** `PATCH /api/v1/admin/api-keys/{id}`. A key that is revoked stays so. */
export const apiKeyChange = z
  .strictObject({
    name: z.optional(freeText(1, 60)),
    contact: z.optional(freeText(3, 200)),
    perDay: z.optional(perDay),
    asksConsent: z.optional(z.boolean()),
    revoked: z.optional(z.literal(true)),
  })
  .check(z.refine((change) => Object.keys(change).length > 0, { path: ['name'] }))
export type ApiKeyChange = z.output<typeof apiKeyChange>

export const apiKey = z.object({
  id: z.string(),
  /** The first letters of the key. */
  prefix: z.string(),
  name: z.string(),
  contact: z.string(),
  perDay: z.number(),
  asksConsent: z.boolean(),
  usedToday: z.number(),
  /** The last day something was filed with it, `2026-11-29`; null when nothing ever was. */
  lastUsedOn: z.nullable(z.string()),
  createdAt: moment,
  revokedAt: z.nullable(moment),
})
export type ApiKey = z.infer<typeof apiKey>

/** `GET /api/v1/admin/api-keys`, latest first. */
export const apiKeyList = z.object({ items: z.array(apiKey) })
export type ApiKeyList = z.infer<typeof apiKeyList>

/** The key itself is shown this once. */
export const apiKeyIssued = z.object({ apiKey, key: z.string() })
export type ApiKeyIssued = z.infer<typeof apiKeyIssued>
