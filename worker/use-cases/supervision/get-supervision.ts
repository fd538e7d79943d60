import type { Supervision, SupervisionQuery } from '../../../shared/contract/supervision.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import { MATTER_FILTERS, MATTERS, type Matter } from '../../../shared/domain/supervision-matters.ts'
import type { Context } from '../../context.ts'
import type { ListFilter } from '../../repository/report-conditions.ts'
import {
  countsOfSession,
  stuckHoldersOfSession,
  topicCountsOfSession,
  type StuckHolder,
} from '../../repository/supervision.ts'
import { filterOf } from '../report/list.ts'
import { holderName } from '../report/present.ts'
import { iso } from '../report/present-time.ts'
import { withActor } from '../session/with-actor.ts'

/** Nobody goes through more names at once; a city has some hundreds of stations and bodies. */
const MOST_HOLDERS = 200

/** The conditions of a matter: those that the list of the same name asks for. */
function filterOfMatter(ctx: Context, matter: Matter): ListFilter {
  const { state, holderType, ...rest } = MATTER_FILTERS[matter]
  return filterOf(ctx, {
    ...rest,
    ...(state && { state: [...state] }),
    ...(holderType && { holderType: [...holderType] }),
  })
}

function presentHolder(ctx: Context, { names, ...holder }: StuckHolder): Supervision['stuckWith'][number] {
  return { ...holder, name: holderName(ctx.locale, holder.type, names) }
}

/**
 * What a supervisor looks after now: how many reports each matter has, with whom something is stuck, which common
 * problems wait.
 *
 * @throws AppError `UNAUTHENTICATED`, `NOT_ALLOWED`
 */
export async function getSupervision(ctx: Context, { district }: SupervisionQuery): Promise<Supervision> {
  const { tokenHash } = ctx.credentials
  if (tokenHash === null) throw new AppError('UNAUTHENTICATED')
  const now = ctx.now()
  const session = { tokenHash, now }
  const filters = Object.fromEntries(MATTERS.map((matter) => [matter, filterOfMatter(ctx, matter)]))
  const stuck = { overdue: filterOfMatter(ctx, 'overdue'), quiet: filterOfMatter(ctx, 'quiet') }
  const asked = { district, limit: MOST_HOLDERS + 1 }
  const { answers } = await withActor(ctx, [
    topicCountsOfSession(ctx.db, session, district),
    ...countsOfSession(ctx.db, session, filters, district),
    ...stuckHoldersOfSession(ctx.db, ctx.locale, session, stuck, asked),
  ])
  const [topics, ofDistrict, ofCity, ...holders] = answers
  const sum = (matter: Matter) => (ofDistrict[matter] ?? 0) + (ofCity[matter] ?? 0)
  const found = holders.flat()
  return {
    at: iso(now),
    matters: Object.fromEntries(MATTERS.map((matter) => [matter, sum(matter)])) as Supervision['matters'],
    stuckWith: found.slice(0, MOST_HOLDERS).map((holder) => presentHolder(ctx, holder)),
    stuckWithMore: found.length > MOST_HOLDERS,
    topics: topics ?? { suggestions: 0, inReview: 0, pastDue: 0 },
  }
}
