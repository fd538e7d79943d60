import { REFORM_CASES } from '../../../shared/cases/library.ts'
import type { DemandList } from '../../../shared/contract/case-wish.ts'
import type { Context } from '../../context.ts'
import { demandEverywhere } from '../../repository/case-wishes.ts'
import { allDistricts } from '../../repository/districts.ts'
import { runBatch } from '../../repository/query.ts'
import { demandShown } from './demand-shown.ts'

/** The cases that somebody wants, the most wanted first, each with every district of the city. */
export async function listDemand(ctx: Context): Promise<DemandList> {
  const [districts, wanted] = await runBatch(ctx.db, [
    allDistricts(ctx.db, ctx.locale),
    demandEverywhere(ctx.db),
  ])
  const counted = new Map(wanted.map(({ slug, districtCode, wishes }) => [`${slug} ${districtCode}`, wishes]))
  const items = REFORM_CASES.map(({ slug, title, titleHant }) => {
    const here = districts.map(({ code, name }) => ({
      code,
      name,
      wishes: counted.get(`${slug} ${code}`) ?? 0,
    }))
    return { slug, title, titleHant, demand: demandShown(here) }
  })
  return {
    items: items
      .filter(({ demand }) => demand.total > 0)
      .toSorted((one, other) => other.demand.total - one.demand.total),
  }
}
