import type { ReferenceList, ReferenceQuery } from '../../../shared/contract/reference.ts'
import { REFERRED, type Referred } from '../../../shared/domain/city-tables.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import type { Context } from '../../context.ts'
import { references } from '../../repository/references.ts'
import { withActor } from '../session/with-actor.ts'

/**
 * What a form may refer to, by name.
 *
 * @param asked the kind, as it stands in the address
 * @throws AppError as `withActor`; `NOT_FOUND` for a kind that there is not
 */
export async function listReferences(
  ctx: Context,
  asked: string,
  { q = '', district = '', limit }: ReferenceQuery,
): Promise<ReferenceList> {
  const kind: Referred | undefined = REFERRED.find((one) => one === asked)
  if (!kind) {
    await withActor(ctx, [])
    throw new AppError('NOT_FOUND')
  }
  const { answers } = await withActor(ctx, [
    references(ctx.db, kind, { words: q, district, limit }, ctx.locale),
  ])
  return { items: answers[0] }
}
