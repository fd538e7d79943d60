import type { Body, BodyListQuery } from '../../../shared/contract/category.ts'
import { isStaff } from '../../../shared/domain/actor.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import type { Context } from '../../context.ts'
import { bodiesForDistrict, type ListedBody } from '../../repository/bodies.ts'
import { routedBody } from '../../repository/routing.ts'
import { withActor } from '../session/with-actor.ts'

/**
 * The bodies a report can be assigned to: the one the routing rules name first, then the office of its street.
 *
 * @throws AppError `NOT_ALLOWED` for anyone who does not work with reports
 */
export async function listBodies(ctx: Context, query: BodyListQuery): Promise<{ items: Body[] }> {
  const { category = '', district = '', street = '' } = query
  const { actor, answers } = await withActor(ctx, [
    bodiesForDistrict(ctx.db, district, ctx.locale),
    routedBody(ctx.db, category, district, street),
  ])
  if (!isStaff(actor)) throw new AppError('NOT_ALLOWED')
  const [bodies, suggested] = answers
  const rank = (body: ListedBody) =>
    body.code === suggested ? 0 : street !== '' && body.streetCode === street ? 1 : 2
  const items = [...bodies]
    .sort((a, b) => rank(a) - rank(b))
    .map(({ code, name, kind }) => ({ code, name, kind, suggested: code === suggested }))
  return { items }
}
