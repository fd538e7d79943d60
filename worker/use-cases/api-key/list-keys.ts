import type { ApiKeyList } from '../../../shared/contract/api-key.ts'
import { cityDate } from '../../../shared/domain/working-days.ts'
import type { Context } from '../../context.ts'
import { allApiKeys } from '../../repository/api-keys.ts'
import { withActor } from '../session/with-actor.ts'
import { keyShown } from './key-shown.ts'

/**
 * All keys that were ever issued, latest first.
 *
 * @throws AppError as `withActor`
 */
export async function listApiKeys(ctx: Context): Promise<ApiKeyList> {
  const { answers } = await withActor(ctx, [allApiKeys(ctx.db, cityDate(ctx.now()))])
  return { items: answers[0].map(keyShown) }
}
