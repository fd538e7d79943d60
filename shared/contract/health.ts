import * as z from 'zod/mini'

const condition = z.enum(['ok', 'unavailable'])

/** `GET /api/v1/health`, with 200 or 503. */
export const health = z.object({
  status: condition,
  version: z.string(),
  checks: z.object({ database: condition }),
  /** The city is made up: the sign-in may show its accounts. */
  demoCity: z.boolean(),
})
export type Health = z.infer<typeof health>
