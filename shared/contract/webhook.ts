import * as z from 'zod/mini'
import { isPublicAddress, WEBHOOK_EVENTS } from '../domain/webhook.ts'
import { ACTIONS, CHANNELS, STATES, SUPERVISIONS } from '../domain/report-state.ts'
import { freeText, moment } from './primitives.ts'

const url = z.string().check(
  z.trim(),
  z.maxLength(500),
  z.refine((typed) => URL.canParse(typed) && isPublicAddress(new URL(typed))),
)
const events = z.array(z.enum(WEBHOOK_EVENTS)).check(z.minLength(1), z.maxLength(WEBHOOK_EVENTS.length))
const code = z.string().check(z.minLength(1), z.maxLength(60))

/** `POST /api/v1/admin/webhooks`: where to, what of, whose reports. `https` only, no private addresses. */
export const webhookRequest = z.strictObject({
  name: freeText(1, 60),
  url,
  events,
  districtCode: z.optional(z.nullable(code)),
  bodyCode: z.optional(z.nullable(code)),
})
export type WebhookRequest = z.output<typeof webhookRequest>

/** `PATCH /api/v1/admin/webhooks/{id}`. */
export const webhookChange = z
  .strictObject({
    name: z.optional(freeText(1, 60)),
    url: z.optional(url),
    events: z.optional(events),
    districtCode: z.optional(z.nullable(code)),
    bodyCode: z.optional(z.nullable(code)),
    /** What happens while it is paused is never told; what waits goes out when it goes on. */
    paused: z.optional(z.boolean()),
    /** A new secret comes with the answer; the old one is worth nothing from then on. */
    renewSecret: z.optional(z.literal(true)),
    /** All its dead letters are tried again, each with as many attempts as a new one. */
    replay: z.optional(z.literal(true)),
  })
  .check(z.refine((change) => Object.keys(change).length > 0, { path: ['name'] }))
export type WebhookChange = z.output<typeof webhookChange>

export const webhook = z.object({
  id: z.string(),
  name: z.string(),
  url: z.string(),
  events: z.array(z.enum(ACTIONS)),
  districtCode: z.nullable(z.string()),
  bodyCode: z.nullable(z.string()),
  /** The same in the caller's language. */
  districtName: z.nullable(z.string()),
  bodyName: z.nullable(z.string()),
  paused: z.boolean(),
  createdAt: moment,
  /** What waits to be delivered, and what nobody tries any more. */
  waiting: z.number(),
  dead: z.number(),
  lastDeliveredAt: z.nullable(moment),
  /** What went wrong with the latest one that has not arrived. */
  lastError: z.nullable(z.string()),
})
export type Webhook = z.infer<typeof webhook>

/** `GET /api/v1/admin/webhooks`, by name. */
export const webhookList = z.object({ items: z.array(webhook) })
export type WebhookList = z.infer<typeof webhookList>

/** The secret is shown when it is made, this once. */
export const webhookAnswer = z.object({ webhook, secret: z.optional(z.string()) })
export type WebhookAnswer = z.infer<typeof webhookAnswer>

/** What arrives at the address: numbers and codes, never what anybody wrote, who they are or where. */
export const webhookPayload = z.object({
  /** The same in every attempt: whoever has seen it has seen it all. */
  id: z.string(),
  event: z.object({
    action: z.enum(ACTIONS),
    /** Place in the report's history: a later one has a higher number, in whatever order they arrive. */
    seq: z.number(),
    from: z.nullable(z.enum(STATES)),
    to: z.enum(STATES),
    at: moment,
  }),
  /** As it is when this is sent. */
  report: z.object({
    number: z.string(),
    channel: z.enum(CHANNELS),
    categoryCode: z.string(),
    districtCode: z.string(),
    stationNumber: z.nullable(z.string()),
    bodyCode: z.nullable(z.string()),
    promisedAt: moment,
    supervision: z.enum(SUPERVISIONS),
    public: z.boolean(),
  }),
})
export type WebhookPayload = z.infer<typeof webhookPayload>
