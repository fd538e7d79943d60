import type {
  TopicSuggestion,
  TopicSuggestionList,
  TopicSuggestionQuery,
} from '../../../shared/contract/topic.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import { FEWEST_REPORTS } from '../../../shared/domain/report-clusters.ts'
import type { Context } from '../../context.ts'
import { suggestionsOfSession, type ListedSuggestion } from '../../repository/cluster-lists.ts'
import {
  notesForSupervisor,
  reasonsOfNote,
  type NotedSuggestion,
} from '../../repository/noted-suggestions.ts'
import { cutPage, decodeCursor, encodeCursor } from '../page-cursor.ts'
import { iso } from '../report/present-time.ts'
import { withActor } from '../session/with-actor.ts'

function shownReport(report: ListedSuggestion['reports'][number]): TopicSuggestion['reports'][number] {
  const { latE6, lngE6, address, createdAt, ...rest } = report
  const place =
    latE6 === null || lngE6 === null
      ? null
      : { lat: latE6 / 1e6, lng: lngE6 / 1e6, ...(address && { address }) }
  return { ...rest, place, createdAt: iso(createdAt) }
}

type Found = ListedSuggestion | NotedSuggestion

/** The sweep needs several reports to say anything; a person's word stands without any. */
const isWorthShowing = (found: Found) => 'note' in found || found.reports.length >= FEWEST_REPORTS

/** Both kinds in one order: by age, and what was found before what was noted in the same moment. */
function inOneOrder(found: readonly Found[], limit: number): Found[] {
  return found.toSorted((a, b) => b.newestAt - a.newestAt || b.row - a.row).slice(0, limit)
}

function shown(found: Found): TopicSuggestion {
  const { id, category, district, reports } = found
  const reasons = 'note' in found ? reasonsOfNote(found) : found.reasons
  const { from, to, ...rest } = reasons
  return {
    id,
    category,
    district,
    reasons: { ...rest, from: iso(from), to: iso(to) },
    reports: reports.map(shownReport),
    note: 'note' in found ? { ...found.note, at: iso(found.note.at) } : null,
  }
}

/**
 * A page of what the sweep suggests as topics in the supervisor's field, with the reasons, and of what deputies have
 * noted there. A group that has lost reports since the sweep looked and is too small now is left out.
 *
 * @throws AppError `UNAUTHENTICATED`, `NOT_ALLOWED`, `VALIDATION_FAILED` for a bad cursor
 */
export async function listSuggestions(
  ctx: Context,
  query: TopicSuggestionQuery,
): Promise<TopicSuggestionList> {
  const { tokenHash } = ctx.credentials
  if (tokenHash === null) throw new AppError('UNAUTHENTICATED')
  const far = Number.MAX_SAFE_INTEGER
  const [newestAt, row] =
    query.cursor === undefined ? [far, far] : decodeCursor(query.cursor, ['number', 'number'])
  const session = { tokenHash, now: ctx.now() }
  const asked = { before: { newestAt, row }, limit: query.limit + 1 }
  const { answers } = await withActor(ctx, [
    suggestionsOfSession(ctx.db, ctx.locale, session, asked),
    notesForSupervisor(ctx.db, ctx.locale, session, asked),
  ])
  const { page, last } = cutPage(inOneOrder(answers.flat(), asked.limit), query.limit)
  return {
    items: page.filter(isWorthShowing).map(shown),
    nextCursor: last && encodeCursor([last.newestAt, last.row]),
  }
}
