import * as z from 'zod/mini'
import { COMPLEXITIES, STEPS } from '../domain/report-state.ts'
import { named } from './primitives.ts'

export const categoryQuestion = z.object({
  code: z.string(),
  label: z.string(),
  type: z.enum(['choice', 'text', 'yesno']),
  required: z.boolean(),
  options: z.array(named),
})
export type CategoryQuestion = z.infer<typeof categoryQuestion>

/** A leaf of the category tree. `limits` are working days, `rating` calendar days. */
export const category = z.object({
  code: z.string(),
  name: z.string(),
  icon: z.string(),
  group: z.object({ ...named.shape, icon: z.string() }),
  questions: z.array(categoryQuestion),
  evidenceRequired: z.boolean(),
  complexity: z.enum(COMPLEXITIES),
  keywords: z.array(z.string()),
  /** How its Chinese name and each keyword sound: syllables of Hanyu Pinyin with spaces between. */
  sounds: z.array(z.string()),
  /** Traditional and Simplified character in turn, for those of its words that differ. */
  traditional: z.string(),
  limits: z.record(z.enum(STEPS), z.number()),
})
export type Category = z.infer<typeof category>

export const categoryList = z.object({ items: z.array(category) })

/**
 * A responsible body a report of that category and district can be assigned to; `suggested` by the routing rules, then
 * `rule` says whether by the one for the street or the one for the whole district. `past`: how many reports of that
 * category from that district it got in the last year.
 */
export const body = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.enum(['street_office', 'district_department', 'city_department']),
  suggested: z.boolean(),
  rule: z.nullable(z.enum(['street', 'district'])),
  past: z.number(),
})
export type Body = z.infer<typeof body>

export const bodyList = z.object({ items: z.array(body) })

/** Query of `GET /api/v1/bodies`: the bodies that can take a report of that category from that district and street. */
export const bodyListQuery = z.object({
  category: z.optional(z.string().check(z.maxLength(60))),
  district: z.optional(z.string().check(z.maxLength(12))),
  street: z.optional(z.string().check(z.maxLength(12))),
})
export type BodyListQuery = z.infer<typeof bodyListQuery>
