import type {
  WebhookDelivery,
  WebhookDeliveryList,
  WebhookDeliveryListQuery,
} from '../../../shared/contract/webhook-delivery.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import type { Context } from '../../context.ts'
import { deliveriesOf, type DeliveryRecord } from '../../repository/webhook-deliveries.ts'
import { webhookById } from '../../repository/webhooks.ts'
import { cutPage, decodeCursor, encodeCursor } from '../page-cursor.ts'
import { withActor } from '../session/with-actor.ts'

function stateOf({ deliveredAt, deadAt }: DeliveryRecord): WebhookDelivery['state'] {
  if (deadAt !== null) return 'dead'
  return deliveredAt === null ? 'waiting' : 'delivered'
}

function shown(record: DeliveryRecord): WebhookDelivery {
  const state = stateOf(record)
  const { createdAt, deliveredAt, nextAttemptAt } = record
  const isTriedAgain = state === 'waiting' && record.attempts > 0
  return {
    id: `webhook-${record.id}`,
    reportNumber: record.reportNumber,
    action: record.action,
    seq: record.seq,
    state,
    attempts: record.attempts,
    createdAt: new Date(createdAt).toISOString(),
    deliveredAt: deliveredAt === null ? null : new Date(deliveredAt).toISOString(),
    nextAttemptAt: isTriedAgain ? new Date(nextAttemptAt).toISOString() : null,
    lastError: record.lastError,
  }
}

/**
 * A page of what was sent to an address, waits for it, or never arrived; latest first.
 *
 * @throws AppError as `withActor`, `NOT_FOUND`, `VALIDATION_FAILED` for a bad cursor
 */
export async function listDeliveries(
  ctx: Context,
  id: string,
  query: WebhookDeliveryListQuery,
): Promise<WebhookDeliveryList> {
  const [before] =
    query.cursor === undefined ? [Number.MAX_SAFE_INTEGER] : decodeCursor(query.cursor, ['number'])
  const { answers } = await withActor(ctx, [
    webhookById(ctx.db, id, ctx.locale),
    deliveriesOf(ctx.db, id, { before, limit: query.limit + 1 }),
  ])
  const [webhook, deliveries] = answers
  if (!webhook) throw new AppError('NOT_FOUND')
  const { page, last } = cutPage(deliveries, query.limit)
  return { items: page.map(shown), nextCursor: last && encodeCursor([last.id]) }
}
