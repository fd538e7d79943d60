import type { GeoUpdate, GeoUpdateQuery } from '../../../shared/contract/open311.ts'
import { GEOREPORT_MOST, GEOREPORT_SPAN_MS, geoReportStatus } from '../../../shared/domain/open311.ts'
import { withoutPersonal } from '../../../shared/domain/personal-patterns.ts'
import type { Context } from '../../context.ts'
import { eventWords } from '../../locale/notice-words.ts'
import { geoEvents, type GeoEvent } from '../../repository/open311-requests.ts'
import { numbersOf, readAsKey, readerOf } from './list-requests.ts'
import { w3 } from './request-shown.ts'
import { windowOf } from './window.ts'

/** Of all reports a week at a time; of some of them as far back as the requests themselves. */
const WEEK_MS = 7 * 86_400_000

/** Answers are written for everybody; nobody has looked at other words with the public in mind. */
const WORDS_FOR_ALL: ReadonlySet<GeoEvent['action']> = new Set(['finish', 'settle'])

function updateShown(ctx: Context, event: GeoEvent): GeoUpdate {
  const what = eventWords(ctx.locale, event.action)
  const said = event.text !== null && WORDS_FOR_ALL.has(event.action) ? withoutPersonal(event.text) : null
  return {
    update_id: `${event.number}.${event.seq}`,
    service_request_id: event.number,
    status: geoReportStatus(event.to),
    updated_datetime: w3(event.at),
    description: said === null ? what : `${what}\n${said}`,
  }
}

/**
 * What happened to published reports and to those of the key that asks, latest first, 1,000 at most.
 *
 * @throws AppError `API_KEY_INVALID`, `VALIDATION_FAILED`
 */
export async function listUpdates(ctx: Context, query: GeoUpdateQuery): Promise<GeoUpdate[]> {
  const { service_request_id: typed } = query
  const numbers = typed ? numbersOf(typed) : null
  const window = windowOf(query, ctx.now(), numbers === null ? WEEK_MS : GEOREPORT_SPAN_MS)
  const events = geoEvents(ctx.db, readerOf(ctx), { ...window, numbers, most: GEOREPORT_MOST })
  return (await readAsKey(ctx, [events])).map((event) => updateShown(ctx, event))
}
