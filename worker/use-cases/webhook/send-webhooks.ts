import type { WebhookPayload } from '../../../shared/contract/webhook.ts'
import type { WebhookContext } from '../../context.ts'
import { runBatch } from '../../repository/query.ts'
import {
  claimedWebhookDeliveries,
  claimWebhookDeliveries,
  markWebhookFailed,
  markWebhookSent,
  webhooksWithWork,
  type ClaimedWebhook,
} from '../../repository/webhook-deliveries.ts'
import { postToWebhook } from './post-to-webhook.ts'

/** Deliveries at a time: as many connections as a Worker may have open. */
const AT_ONCE = 6
const MOST_ROUNDS = 10
/** Much longer than an address may take, so that nobody sends what somebody else is sending. */
const CLAIM_MS = 120_000
const MINUTE_MS = 60_000

/** Four times as long after each failure; a system that is away for a night is told in the morning. */
export const WEBHOOK_PAUSES_MS: readonly number[] = [1, 4, 16, 64, 256, 512].map(
  (minutes) => minutes * MINUTE_MS,
)

function payloadOf({ id, event, report }: ClaimedWebhook): WebhookPayload {
  const { promisedAt, isPublic, ...rest } = report
  return {
    id: `webhook-${id}`,
    event: { ...event, at: new Date(event.at).toISOString() },
    report: { ...rest, promisedAt: new Date(promisedAt).toISOString(), public: isPublic },
  }
}

/** Sends a handful to one address; answers how many there were, and whether all of them failed. */
async function sendSome(ctx: WebhookContext, webhookId: string) {
  const claim = { id: ctx.newId(), now: ctx.now(), until: ctx.now() + CLAIM_MS, limit: AT_ONCE }
  const [, claimed] = await runBatch(ctx.db, [
    claimWebhookDeliveries(ctx.db, webhookId, claim),
    claimedWebhookDeliveries(ctx.db, claim.id),
  ])
  const outcomes = await Promise.all(
    claimed.map(async (delivery) => ({
      delivery,
      problem: await postToWebhook(ctx, delivery, payloadOf(delivery)),
    })),
  )
  const now = ctx.now()
  await runBatch(
    ctx.db,
    outcomes.flatMap(({ delivery, problem }) =>
      problem === null
        ? markWebhookSent(ctx.db, delivery, now)
        : [markWebhookFailed(ctx.db, delivery.id, { now, problem, pauses: WEBHOOK_PAUSES_MS })],
    ),
  )
  return { tried: claimed.length, allFailed: outcomes.every(({ problem }) => problem !== null) }
}

async function sendTo(ctx: WebhookContext, webhookId: string): Promise<boolean> {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const { tried, allFailed } = await sendSome(ctx, webhookId)
    // An address that takes nothing is away: the next run asks it again, and the others need not wait for it.
    if (tried < AT_ONCE || allFailed) return false
  }
  return true
}

/**
 * Tells the city's systems what is in line for them. Two runs never take the same delivery; after a crash it goes out
 * again under the same id.
 *
 * @returns whether some are left because there were too many for one run
 */
export async function sendWebhooks(ctx: WebhookContext): Promise<{ left: boolean }> {
  const [ids] = await runBatch(ctx.db, [webhooksWithWork(ctx.db, ctx.now())])
  let left = false
  for (const id of ids) left = (await sendTo(ctx, id)) || left
  return { left }
}
