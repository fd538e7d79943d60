import * as z from 'zod/mini'
import { WEBHOOK_EVENTS } from '../domain/webhook.ts'
import { listOf, moment } from './primitives.ts'

/** One event on its way to an address. Kept for thirty days after it arrived. */
export const webhookDelivery = z.object({
  /** The `id` of what arrives; of a dead one also the dead letter's. */
  id: z.string(),
  reportNumber: z.string(),
  action: z.enum(WEBHOOK_EVENTS),
  /** Place in the report's history. */
  seq: z.number(),
  /** `dead`: nobody tries any more. */
  state: z.enum(['waiting', 'delivered', 'dead']),
  attempts: z.number(),
  createdAt: moment,
  deliveredAt: z.nullable(moment),
  /** When it is tried next; null for one that arrived or is dead, and for one that is yet to be tried. */
  nextAttemptAt: z.nullable(moment),
  /** What went wrong the last time: `timeout`, `unreachable`, `http 503`. */
  lastError: z.nullable(z.string()),
})
export type WebhookDelivery = z.infer<typeof webhookDelivery>

/** `GET /api/v1/admin/webhooks/{id}/deliveries`, latest first. */
export const webhookDeliveryList = listOf(webhookDelivery)
export type WebhookDeliveryList = z.infer<typeof webhookDeliveryList>

export const webhookDeliveryListQuery = z.object({
  cursor: z.optional(z.string().check(z.maxLength(200))),
  limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100)), 20),
})
export type WebhookDeliveryListQuery = z.output<typeof webhookDeliveryListQuery>

/** `POST /api/v1/admin/webhooks/{id}/test`: how the address took it, now. */
export const webhookTried = z.object({
  delivered: z.boolean(),
  /** As in a delivery's `lastError`. */
  problem: z.nullable(z.string()),
})
export type WebhookTried = z.infer<typeof webhookTried>

/** What a trial sends: signed as every delivery, about no report. */
export const webhookTrial = z.object({ id: z.string(), test: z.literal(true), at: moment })
export type WebhookTrial = z.infer<typeof webhookTrial>
