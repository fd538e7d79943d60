import * as z from 'zod/mini'
import { HOLDER_TYPES } from '../domain/report-state.ts'
import { MATTERS } from '../domain/supervision-matters.ts'
import { moment } from './primitives.ts'

/** Query of `GET /api/v1/supervision`. */
export const supervisionQuery = z.object({
  /** One district of the supervisor's field; all of it without. */
  district: z.optional(z.string().check(z.maxLength(60))),
})
export type SupervisionQuery = z.output<typeof supervisionQuery>

/** `GET /api/v1/supervision`: what a supervisor looks after now. */
export const supervision = z.object({
  at: moment,
  /** How many reports each matter has: exactly those of the list under `MATTER_FILTERS`. */
  matters: z.record(z.enum(MATTERS), z.number()),
  /** With whom something is overdue or quiet, in the order of the codes, never of the numbers. */
  stuckWith: z.array(
    z.object({
      type: z.enum(HOLDER_TYPES),
      code: z.nullable(z.string()),
      name: z.string(),
      overdue: z.number(),
      quiet: z.number(),
    }),
  ),
  /** There are more than are listed: narrow it to a district. */
  stuckWithMore: z.boolean(),
  topics: z.object({
    /** Groups that look alike, and what deputies noted as a common problem. */
    suggestions: z.number(),
    /** The body has answered: somebody must look at it. */
    inReview: z.number(),
    /** Not answered by the day the order names. */
    pastDue: z.number(),
  }),
})
export type Supervision = z.infer<typeof supervision>
