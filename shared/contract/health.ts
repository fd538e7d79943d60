import * as z from 'zod/mini'
import { SWITCHES } from '../domain/switches.ts'

const condition = z.enum(['ok', 'unavailable'])

/** `GET /api/v1/health`, with 200 or 503. */
export const health = z.object({
  status: condition,
  version: z.string(),
  checks: z.object({ database: condition }),
  /** The city is made up: the sign-in may show its accounts. */
  demoCity: z.boolean(),
  /** What the city has turned off; screens do not offer it. */
  off: z.array(z.enum(SWITCHES)),
  /** The city has maps; otherwise a plain grid shows places. */
  map: z.nullable(z.object({ attribution: z.string() })),
})
export type Health = z.infer<typeof health>
