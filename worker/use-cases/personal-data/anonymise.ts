import type { ErasureReason } from '../../../shared/domain/report-state.ts'
import type { Context } from '../../context.ts'
import { photoIdsOfReports } from '../../repository/personal-data.ts'
import { runBatch } from '../../repository/query.ts'
import { appendEvent } from '../../repository/report-events.ts'
import { reportsByNumbers } from '../../repository/reports.ts'
import { problemOf } from '../notification/attempts.ts'
import { photoKey } from '../photo/photo-key.ts'
import { clockEvent } from '../report/consequences.ts'

export type AnonymiseContext = Pick<Context, 'db' | 'photos' | 'secrets' | 'now' | 'newId' | 'random'>

/** Anonymising asks for no calendar: nothing begins and nothing is due afterwards. */
const NO_CALENDAR = { calendar: { coveredYears: [], days: new Map() }, limits: [] }

/**
 * Erases everything personal of reports that are over: words, place, contact, photos, who filed them. What was done
 * and when, the category, the place's district and the ratings stay, so no figure changes and every history can still
 * be verified. What is not over, or is anonymised already, is passed over.
 *
 * @returns the numbers of those that were anonymised
 */
export async function anonymiseReports(
  ctx: AnonymiseContext,
  numbers: readonly string[],
  why: ErasureReason,
): Promise<string[]> {
  if (numbers.length === 0) return []
  const [records, photoIds] = await runBatch(ctx.db, [
    reportsByNumbers(ctx.db, numbers, 'zh-hans'),
    photoIdsOfReports(ctx.db, numbers),
  ])
  const rules = { ...NO_CALENDAR, now: ctx.now() }
  const drafted = await Promise.all(
    records.map((record) => clockEvent(ctx, record, { action: 'anonymise', why }, rules)),
  )
  const events = drafted.filter((event) => event !== null)
  const written = await runBatch(
    ctx.db,
    events.map((event) => appendEvent(ctx.db, event)),
  )
  const done = events.filter((_, index) => written[index]).map((event) => event.reportNumber)
  // The rows are gone with the event. Bytes that a crash leaves here are found by the sweep for bytes without a row;
  // those of a report that was passed over still have theirs.
  if (done.length === numbers.length) {
    await ctx.photos.remove(photoIds.flatMap((id) => [photoKey(id, 'full'), photoKey(id, 'thumb')]))
  }
  return done
}

/**
 * Anonymises one report after another: one that cannot be keeps none of the others from it, and is named in the log.
 *
 * @returns how many were anonymised
 */
export async function anonymiseEach(
  ctx: AnonymiseContext,
  numbers: readonly string[],
  why: ErasureReason,
): Promise<number> {
  let done = 0
  for (const number of numbers) {
    try {
      done += (await anonymiseReports(ctx, [number], why)).length
    } catch (error) {
      console.error(JSON.stringify({ task: 'anonymise', report: number, problem: problemOf(error) }))
    }
  }
  return done
}
