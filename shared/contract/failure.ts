import * as z from 'zod/mini'
import { ERROR_CODES } from '../domain/errors.ts'
import { STATES } from '../domain/report-state.ts'

/** The one body of every refusal. `fields` tells, in the caller's language, what to mend where. */
export const failure = z.object({
  error: z.object({
    code: z.enum(ERROR_CODES),
    message: z.string(),
    fields: z.optional(z.record(z.string(), z.string())),
    requestId: z.string(),
  }),
  /** Only with `STALE_VERSION`. */
  current: z.optional(z.object({ state: z.enum(STATES), version: z.number() })),
})
export type Failure = z.infer<typeof failure>
