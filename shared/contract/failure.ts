import * as z from 'zod/mini'
import { ERROR_CODES } from '../domain/errors.ts'
import { STATES } from '../domain/report-state.ts'
import { TOPIC_STATES } from '../domain/topic-state.ts'
import { moment } from './primitives.ts'

/** The one body of every refusal. `fields` tells, in the caller's language, what to mend where. */
export const failure = z.object({
  error: z.object({
    code: z.enum(ERROR_CODES),
    message: z.string(),
    fields: z.optional(z.record(z.string(), z.string())),
    requestId: z.string(),
  }),
  /** Only with `STALE_VERSION`: where the report or topic stands now. */
  current: z.optional(z.object({ state: z.enum([...STATES, ...TOPIC_STATES]), version: z.number() })),
  /**
   * Only with `PROOF_REQUIRED`: find a number so that SHA-256 of `<text>.<number>` begins with `bits` zero bits, and
   * send the same request again with the header `X-Proof: <text>.<number>`. Good once, until `expiresAt`.
   */
  challenge: z.optional(z.object({ text: z.string(), bits: z.number(), expiresAt: moment })),
})
export type Failure = z.infer<typeof failure>
