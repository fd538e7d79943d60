import type { WebhookList } from '../../../shared/contract/webhook.ts'
import type { Context } from '../../context.ts'
import { allWebhooks } from '../../repository/webhooks.ts'
import { withActor } from '../session/with-actor.ts'
import { webhookShown } from './webhook-shown.ts'

/**
 * All addresses that are told of events, by name.
 *
 * @throws AppError as `withActor`
 */
export async function listWebhooks(ctx: Context): Promise<WebhookList> {
  const { answers } = await withActor(ctx, [allWebhooks(ctx.db, ctx.locale)])
  return { items: answers[0].map(webhookShown) }
}
