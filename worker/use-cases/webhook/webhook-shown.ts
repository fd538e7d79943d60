import type { Webhook } from '../../../shared/contract/webhook.ts'
import type { WebhookRecord } from '../../repository/webhooks.ts'

/** A webhook as administrators see it: never its secret. */
export function webhookShown(record: WebhookRecord): Webhook {
  const { createdAt, lastDeliveredAt } = record
  return {
    id: record.id,
    name: record.name,
    url: record.url,
    events: record.events,
    districtCode: record.districtCode,
    bodyCode: record.bodyCode,
    districtName: record.districtName,
    bodyName: record.bodyName,
    paused: record.pausedAt !== null,
    createdAt: new Date(createdAt).toISOString(),
    waiting: record.waiting,
    dead: record.dead,
    lastDeliveredAt: lastDeliveredAt === null ? null : new Date(lastDeliveredAt).toISOString(),
    lastError: record.lastError,
  }
}
