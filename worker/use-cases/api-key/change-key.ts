import type { ApiKey, ApiKeyChange } from '../../../shared/contract/api-key.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import { cityDate } from '../../../shared/domain/working-days.ts'
import type { Context } from '../../context.ts'
import { apiKeyById, updateApiKey, type ApiKeyRecord } from '../../repository/api-keys.ts'
import { runBatch } from '../../repository/query.ts'
import { auditEntry } from '../audit/record.ts'
import { withActor } from '../session/with-actor.ts'
import { keyShown } from './key-shown.ts'

/**
 * Changes what a key may. A revoked one opens nothing from the next request on, and is never in force again.
 *
 * @throws AppError as `withActor`, `NOT_FOUND`
 */
export async function changeApiKey(ctx: Context, id: string, change: ApiKeyChange): Promise<ApiKey> {
  const today = cityDate(ctx.now())
  const { actor, answers } = await withActor(ctx, [apiKeyById(ctx.db, id, today)])
  if (!answers[0]) throw new AppError('NOT_FOUND')
  const { revoked, ...rest } = change
  // Whom to call is a person: the log keeps that it was changed, not who it is.
  const { contact, ...told } = rest
  const [, , record] = await runBatch(ctx.db, [
    updateApiKey(ctx.db, id, { ...rest, ...(revoked && { revokedAt: ctx.now() }) }),
    auditEntry(ctx, actor, revoked ? 'api-key.revoked' : 'api-key.changed', {
      subject: `api-key:${id}`,
      detail: { ...told, ...(contact !== undefined && { contactChanged: true }) },
    }),
    apiKeyById(ctx.db, id, today),
  ])
  return keyShown(record as ApiKeyRecord)
}
