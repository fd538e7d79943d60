import * as z from 'zod/mini'

/** By kind (`categories`, `bodies` …) and code: what is meant, in the caller's language. */
export const names = z.record(z.string(), z.record(z.string(), z.string()))
export type Names = z.infer<typeof names>

/** Something that a form may refer to, as people choose it. */
export const reference = z.object({
  code: z.string(),
  name: z.string(),
  /** What it belongs to, which tells two of one name apart; '' for nothing. */
  within: z.string(),
})
export type Reference = z.infer<typeof reference>

/** `GET /api/v1/admin/references/{kind}`. */
export const referenceList = z.object({ items: z.array(reference) })
export type ReferenceList = z.infer<typeof referenceList>

export const referenceQuery = z.object({
  /** Part of a code or a name, in any language. */
  q: z.optional(z.string().check(z.trim(), z.maxLength(80))),
  /** A district's code: what is there, and what works there. */
  district: z.optional(z.string().check(z.maxLength(12))),
  limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(300)), 20),
})
export type ReferenceQuery = z.output<typeof referenceQuery>
