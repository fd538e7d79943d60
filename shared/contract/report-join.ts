import * as z from 'zod/mini'
import { nearPosition } from './primitives.ts'
import { reportRow } from './report.ts'

/** `POST` and `DELETE /api/v1/reports/{number}/join`: how many others have met it, and whether the caller is one. */
export const joinAnswer = z.object({ joins: z.number(), joined: z.boolean() })
export type JoinAnswer = z.infer<typeof joinAnswer>

/** `GET /api/v1/reports/similar`: where, what kind, what words. At least a place or words, else nothing is similar. */
export const similarQuery = z.object({
  near: z.optional(nearPosition),
  category: z.optional(z.string().check(z.maxLength(60))),
  text: z.optional(z.string().check(z.trim(), z.maxLength(300))),
  /** `visible`: what the caller's office may read, public or not, as long as it can still lead others. */
  scope: z._default(z.enum(['public', 'visible']), 'public'),
  /** The report that others are looked for, to be left out. */
  except: z.optional(z.string().check(z.maxLength(20))),
})
export type SimilarQuery = z.output<typeof similarQuery>

/** A report that may be the same. `distance` in metres, for the public to about 100; null where one of the two has no place. */
export const similarReport = z.object({ ...reportRow.shape, distance: z.nullable(z.number()) })
export type SimilarReport = z.infer<typeof similarReport>

export const similarList = z.object({ items: z.array(similarReport) })
export type SimilarList = z.infer<typeof similarList>
