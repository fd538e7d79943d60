import type { WebhookAnswer, WebhookRequest } from '../../../shared/contract/webhook.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import type { Context } from '../../context.ts'
import { runBatch } from '../../repository/query.ts'
import {
  insertWebhook,
  officesOfWebhook,
  webhookById,
  type WebhookRecord,
} from '../../repository/webhooks.ts'
import { auditEntry } from '../audit/record.ts'
import { withActor } from '../session/with-actor.ts'
import { newSecret } from './webhook-secret.ts'
import { webhookShown } from './webhook-shown.ts'

/**
 * Refuses offices that do not exist.
 *
 * @throws AppError `VALIDATION_FAILED`
 */
export function requireOffices({ hasDistrict, hasBody }: { hasDistrict: boolean; hasBody: boolean }): void {
  if (hasDistrict && hasBody) return
  const fields = {
    ...(!hasDistrict && { districtCode: { problem: 'unknown' as const } }),
    ...(!hasBody && { bodyCode: { problem: 'unknown' as const } }),
  }
  throw new AppError('VALIDATION_FAILED', { fields })
}

/**
 * Adds an address that is told of what happens from now on.
 *
 * @returns the secret of its signatures, which is shown this once
 * @throws AppError as `withActor`, `VALIDATION_FAILED` for a district or body that there is not
 */
export async function addWebhook(ctx: Context, input: WebhookRequest): Promise<WebhookAnswer> {
  const { name, url, events, districtCode = null, bodyCode = null } = input
  const { actor, answers } = await withActor(ctx, [officesOfWebhook(ctx.db, districtCode, bodyCode)])
  requireOffices(answers[0])
  const id = ctx.newId()
  const { secret, sealed } = await newSecret(ctx, id)
  const added = { id, name, url, events, districtCode, bodyCode, createdAt: ctx.now() }
  const [, , record] = await runBatch(ctx.db, [
    insertWebhook(ctx.db, { ...added, secretSealed: sealed }),
    auditEntry(ctx, actor, 'webhook.added', {
      subject: `webhook:${id}`,
      detail: { name, url, events, districtCode, bodyCode },
    }),
    webhookById(ctx.db, id, ctx.locale),
  ])
  return { webhook: webhookShown(record as WebhookRecord), secret }
}
