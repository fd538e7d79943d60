import type { WebhookTrial, WebhookTried } from '../../../shared/contract/webhook-delivery.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import type { Context } from '../../context.ts'
import { runBatch } from '../../repository/query.ts'
import { addressOfWebhook } from '../../repository/webhooks.ts'
import { auditEntry } from '../audit/record.ts'
import { withActor } from '../session/with-actor.ts'
import { postToWebhook } from './post-to-webhook.ts'

/**
 * Sends an address something that is about no report, signed as everything else, whether it is paused or not.
 *
 * @returns how the address took it
 * @throws AppError as `withActor`, `NOT_FOUND`
 */
export async function tryWebhook(ctx: Context, id: string): Promise<WebhookTried> {
  const { actor, answers } = await withActor(ctx, [addressOfWebhook(ctx.db, id)])
  const [address] = answers
  if (!address) throw new AppError('NOT_FOUND')
  const trial: WebhookTrial = {
    id: `test-${ctx.newId()}`,
    test: true,
    at: new Date(ctx.now()).toISOString(),
  }
  const problem = await postToWebhook(ctx, { webhookId: id, ...address }, trial)
  await runBatch(ctx.db, [
    auditEntry(ctx, actor, 'webhook.tried', { subject: `webhook:${id}`, detail: { problem } }),
  ])
  return { delivered: problem === null, problem }
}
