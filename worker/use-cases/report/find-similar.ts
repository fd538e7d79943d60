import type { SimilarList, SimilarQuery } from '../../../shared/contract/report-join.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import { parseReportNumber } from '../../../shared/domain/receipt.ts'
import { LEADING_STATES } from '../../../shared/domain/report-merging.ts'
import { distanceTo, rankSimilar } from '../../../shared/domain/similar-reports.ts'
import type { Switch } from '../../../shared/domain/switches.ts'
import type { Context } from '../../context.ts'
import {
  publicReports,
  reportsOfSession,
  type ListedReport,
  type ListOrder,
} from '../../repository/report-lists.ts'
import type { ListFilter } from '../../repository/report-conditions.ts'
import type { Query } from '../../repository/query.ts'
import { switchedOff } from '../../repository/switches.ts'
import { requireOn } from '../switch/require-on.ts'
import { withActor } from '../session/with-actor.ts'
import { mergeRows, presentOwnRow, presentRow } from './list.ts'

/** Reports that are looked at: the latest ones around, or of the kind. */
const LOOKED_AT = 60
const LATEST: ListOrder = { sort: 'new', after: null, limit: LOOKED_AT }

/** Where candidates come from: what everybody may read, or what the caller's office may. */
function candidateQueries(ctx: Context, { near, category, scope }: SimilarQuery): Query<ListedReport[]>[] {
  const around: ListFilter = near ? { near } : { category }
  if (scope === 'public') {
    return [publicReports(ctx.db, ctx.locale, { ...around, isOpen: true }, LATEST)]
  }
  const { tokenHash } = ctx.credentials
  if (tokenHash === null) throw new AppError('UNAUTHENTICATED')
  const filter: ListFilter = { ...around, states: LEADING_STATES }
  return reportsOfSession(ctx.db, ctx.locale, 'visible', { tokenHash, now: ctx.now() }, filter, LATEST)
}

/**
 * Reports on which somebody still works and that may tell of the same thing: for anybody public ones, to be joined
 * instead of filed again; for an office those it may read, to merge with. They are compared as their reader may read
 * them, so that an answer tells no more than the reports themselves.
 *
 * @throws AppError `UNAUTHENTICATED` when an office's reports are asked for without a session, `SWITCHED_OFF`
 *   when public ones are
 */
export async function findSimilar(ctx: Context, query: SimilarQuery): Promise<SimilarList> {
  const { near, category, text = '', scope } = query
  const { actor, answers } = await withActor(ctx, [switchedOff(ctx.db), ...candidateQueries(ctx, query)])
  const [off, ...found] = answers as [ReadonlySet<Switch>, ...ListedReport[][]]
  if (scope === 'public') requireOn(off, 'public-list')
  const except = parseReportNumber(query.except ?? '')
  const rows = mergeRows(found, LATEST).filter(({ number }) => number !== except)
  const shown = (row: ListedReport) =>
    scope === 'public' ? presentRow(ctx, row, 'public') : presentOwnRow(ctx, row, actor)
  const sought = { place: near ?? null, categoryCode: category ?? null, text }
  const candidates = await Promise.all(rows.map(shown))
  const items = rankSimilar(sought, candidates).map((row) => ({ ...row, distance: distanceTo(sought, row) }))
  return { items }
}
