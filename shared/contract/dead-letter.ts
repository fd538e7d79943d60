import * as z from 'zod/mini'
import { listOf, moment } from './primitives.ts'
import { names } from './reference.ts'

/** A notice that could not be delivered, and that nobody tries to deliver any more. */
export const deadLetter = z.object({
  id: z.string(),
  /** `inbox`, `webhook`, or the name of the channel it should have gone out by. */
  channel: z.string(),
  reportNumber: z.string(),
  /** Kind and code: `station:0001`, `body:…`, `deputy:…`, `desk:<district>`, `account:<id>`, `webhook:<id>`. */
  recipient: z.string(),
  attempts: z.number(),
  /** What went wrong the last time, in a word or two that tell nothing of people: `timeout`, `http 503`. */
  lastError: z.nullable(z.string()),
  createdAt: moment,
  deadAt: moment,
})
export type DeadLetter = z.infer<typeof deadLetter>

/** `GET /api/v1/admin/dead-letters`, latest first, and their recipients by name. */
export const deadLetterList = z.extend(listOf(deadLetter), { names })
export type DeadLetterList = z.infer<typeof deadLetterList>

export const deadLetterListQuery = z.object({
  cursor: z.optional(z.string().check(z.maxLength(200))),
  limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100)), 50),
})
export type DeadLetterListQuery = z.infer<typeof deadLetterListQuery>

/** `PATCH /api/v1/admin/dead-letters/{id}`: try again, with as many attempts as a new one. Answers the same with the id. */
export const retryRequest = z.object({ retry: z.literal(true) })
