import type { DistrictList } from '../../../shared/contract/district.ts'
import type { Context } from '../../context.ts'
import { allDistricts } from '../../repository/districts.ts'
import { runBatch } from '../../repository/query.ts'

/** Every district of the city, by code, in the reader's language. */
export async function listDistricts(ctx: Context): Promise<DistrictList> {
  const [items] = await runBatch(ctx.db, [allDistricts(ctx.db, ctx.locale)])
  return { items }
}
