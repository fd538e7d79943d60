import * as z from 'zod/mini'
import { freeText } from './primitives.ts'

/** What a reporter left to be reached by; both parts are optional. */
export const contactShown = z.object({ name: z.optional(z.string()), phone: z.optional(z.string()) })
export type ContactShown = z.infer<typeof contactShown>

/**
 * `GET` and `POST /api/v1/reports/{number}/contact`. Staff read it masked (`陈**`, `138****5678`) until they say what
 * they need it for; whoever left it reads it whole.
 */
export const contactAnswer = z.object({ contact: z.nullable(contactShown), masked: z.boolean() })
export type ContactAnswer = z.infer<typeof contactAnswer>

/** `POST /api/v1/reports/by-contact`: a telephone number, with or without spaces and +86. */
export const contactSearch = z.strictObject({
  phone: z.string().check(z.trim(), z.regex(/^[+\d][\d\s-]{4,19}$/)),
})
export type ContactSearch = z.infer<typeof contactSearch>

/** `POST …/contact`: why it is needed, for the audit log. */
export const contactReveal = z.strictObject({ reason: freeText(2, 200) })
export type ContactReveal = z.infer<typeof contactReveal>
