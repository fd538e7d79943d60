import type { Body, BodyListQuery } from '../../../shared/contract/category.ts'
import { cityDate } from '../../../shared/domain/working-days.ts'
import type { Context } from '../../context.ts'
import { bodiesForDistrict, type ListedBody } from '../../repository/bodies.ts'
import { pastBodies, routedBody } from '../../repository/routing.ts'
import { withActor } from '../session/with-actor.ts'

/** So far back is looked for who used to get such reports. */
const PAST_MS = 365 * 86_400_000

/** The bodies a report can be assigned to: the one the routing rules name first, then the office of its street. */
export async function listBodies(ctx: Context, query: BodyListQuery): Promise<{ items: Body[] }> {
  const { category = '', district = '', street = '' } = query
  const { answers } = await withActor(ctx, [
    bodiesForDistrict(ctx.db, district, ctx.locale),
    routedBody(ctx.db, category, district, street),
    pastBodies(ctx.db, category, district, cityDate(ctx.now() - PAST_MS)),
  ])
  const [bodies, routed, past] = answers
  const rank = (body: ListedBody) =>
    body.code === routed?.bodyCode ? 0 : street !== '' && body.streetCode === street ? 1 : 2
  const items = [...bodies]
    .sort((a, b) => rank(a) - rank(b))
    .map(({ code, name, kind }) => {
      const suggested = code === routed?.bodyCode
      return { code, name, kind, suggested, rule: suggested ? routed.rule : null, past: past.get(code) ?? 0 }
    })
  return { items }
}
