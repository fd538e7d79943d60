import type { WebhookAnswer, WebhookChange } from '../../../shared/contract/webhook.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import type { Context } from '../../context.ts'
import { runBatch } from '../../repository/query.ts'
import { reviveDeliveries } from '../../repository/webhook-deliveries.ts'
import {
  officesOfWebhook,
  updateWebhook,
  webhookById,
  type WebhookRecord,
  type WebhookValues,
} from '../../repository/webhooks.ts'
import { auditEntry } from '../audit/record.ts'
import { withActor } from '../session/with-actor.ts'
import { requireOffices } from './add-webhook.ts'
import { newSecret } from './webhook-secret.ts'
import { webhookShown } from './webhook-shown.ts'

function pausedAt(before: WebhookRecord, { paused }: WebhookChange, now: number): number | null {
  if (paused === undefined) return before.pausedAt
  return paused ? (before.pausedAt ?? now) : null
}

function valuesAfter(before: WebhookRecord, change: WebhookChange, now: number): WebhookValues {
  const { name, url, events, districtCode, bodyCode } = change
  return {
    name: name ?? before.name,
    url: url ?? before.url,
    events: events ?? before.events,
    districtCode: districtCode === undefined ? before.districtCode : districtCode,
    bodyCode: bodyCode === undefined ? before.bodyCode : bodyCode,
    pausedAt: pausedAt(before, change, now),
  }
}

/** What waited while it was paused, or was given up, goes out now. */
function hasWorkAfter({ paused, replay }: WebhookChange): boolean {
  return paused === false || replay === true
}

/**
 * Changes an address, what it is told, or its secret; sends again what never arrived.
 *
 * @throws AppError as `withActor`, `NOT_FOUND`, `VALIDATION_FAILED` for a district or body that there is not
 */
export async function changeWebhook(ctx: Context, id: string, change: WebhookChange): Promise<WebhookAnswer> {
  const { actor, answers } = await withActor(ctx, [
    webhookById(ctx.db, id, ctx.locale),
    officesOfWebhook(ctx.db, change.districtCode ?? null, change.bodyCode ?? null),
  ])
  const [before, offices] = answers
  if (!before) throw new AppError('NOT_FOUND')
  requireOffices(offices)
  const renewed = change.renewSecret ? await newSecret(ctx, id) : null
  const [, , , record] = await runBatch(ctx.db, [
    reviveDeliveries(ctx.db, change.replay ? id : null),
    updateWebhook(ctx.db, id, valuesAfter(before, change, ctx.now()), renewed?.sealed ?? null),
    auditEntry(ctx, actor, 'webhook.changed', { subject: `webhook:${id}`, detail: { ...change } }),
    webhookById(ctx.db, id, ctx.locale),
  ])
  if (hasWorkAfter(change)) ctx.wakeOutbox()
  return { webhook: webhookShown(record as WebhookRecord), ...(renewed && { secret: renewed.secret }) }
}
