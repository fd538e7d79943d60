import * as z from 'zod/mini'

const days = z.number().check(z.int(), z.minimum(1), z.maximum(36_500))

/** How long contact and words are kept after a report is over; `*` for every category without limits of its own. */
export const retentionLimit = z.object({ category: z.string(), contactDays: days, wordsDays: days })
export type RetentionLimitShown = z.infer<typeof retentionLimit>

/** `GET /api/v1/admin/retention` */
export const retentionList = z.object({ items: z.array(retentionLimit) })
export type RetentionList = z.infer<typeof retentionList>

/** `PATCH /api/v1/admin/retention/{category}` */
export const retentionChange = z
  .strictObject({ contactDays: z.optional(days), wordsDays: z.optional(days) })
  .check(z.refine((change) => Object.keys(change).length > 0, { path: ['wordsDays'] }))
export type RetentionChange = z.infer<typeof retentionChange>
