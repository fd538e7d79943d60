import type { ReportAnswer } from '../../../shared/contract/report.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import { parseReportNumber } from '../../../shared/domain/receipt.ts'
import type { Context } from '../../context.ts'
import { eventsOfReport, photosOfReport } from '../../repository/report-events.ts'
import { hasJoined } from '../../repository/report-joins.ts'
import { reportByNumber } from '../../repository/reports.ts'
import { askerOf, guessQueries, readerOf, weighGuess } from '../limit/guess.ts'
import { withActor } from '../session/with-actor.ts'
import { presentWhole } from './present.ts'

/**
 * One report as the caller may read it.
 *
 * @param typed the number as a person typed it
 * @throws AppError `NOT_FOUND` alike for an unknown number, a wrong query code and a report of others, and after too
 *   many of them, alike too, `PROOF_REQUIRED` or `RATE_LIMITED`
 */
export async function getReport(ctx: Context, typed: string): Promise<ReportAnswer> {
  const number = parseReportNumber(typed) ?? ''
  // Weighed before anything is known to exist, so that a wrong code and an unknown number take the same time.
  const guess = await weighGuess(ctx, number)
  const asker = askerOf(ctx, guess)
  const { actor, answers } = await withActor(ctx, [
    reportByNumber(ctx.db, number, ctx.locale, asker),
    eventsOfReport(ctx.db, number, asker),
    photosOfReport(ctx.db, number, asker),
    hasJoined(ctx.db, number, asker.tokenHash),
    ...guessQueries(ctx, guess),
  ])
  const [record, events, photos, joined, , counted] = answers
  const reader = await readerOf(ctx, guess, counted, record?.facts ?? null, actor)
  const answer = record && (await presentWhole(ctx, { record, events, photos }, reader))
  if (!answer) throw new AppError('NOT_FOUND')
  return joined ? { ...answer, joined } : answer
}
