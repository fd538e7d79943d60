import type * as z from 'zod/mini'
import { COUNT_CAP, type CountsAnswer, type countsRequest } from '../../../shared/contract/report-lists.ts'
import type { Context } from '../../context.ts'
import { countsOfSession, type CountedList } from '../../repository/report-counts.ts'
import { withActor } from '../session/with-actor.ts'
import { filterOf } from './list.ts'
import { iso } from './present-time.ts'

/**
 * How many reports several lists have: every condition somebody has kept, or what has come since they looked, in one
 * round trip. A list stops counting at 1,001.
 */
export async function countLists(
  ctx: Context,
  { lists }: z.output<typeof countsRequest>,
): Promise<CountsAnswer> {
  // Before the question: what comes while it is answered is new the next time.
  const now = ctx.now()
  const session = { tokenHash: ctx.credentials.tokenHash ?? '', now }
  const queries = lists.map(({ scope, since, ...conditions }) => {
    const list: CountedList = {
      scope,
      filter: filterOf(ctx, conditions),
      since: since === undefined ? undefined : Date.parse(since),
      cap: COUNT_CAP,
    }
    return countsOfSession(ctx.db, session, list)
  })
  const { answers } = await withActor(ctx, queries.flat())
  const sums = answers.map(([n = 0]) => n)
  const counts = queries.map((ways) => {
    const found = sums.splice(0, ways.length).reduce((sum, n) => sum + n, 0)
    return { value: Math.min(found, COUNT_CAP), capped: found >= COUNT_CAP }
  })
  return { at: iso(now), counts }
}
