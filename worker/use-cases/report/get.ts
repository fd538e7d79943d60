import type { ReportAnswer } from '../../../shared/contract/report.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import { parseReportNumber } from '../../../shared/domain/receipt.ts'
import { relationsOf } from '../../../shared/domain/report-relations.ts'
import type { Context } from '../../context.ts'
import { eventsOfReport, photosOfReport } from '../../repository/report-events.ts'
import { contactByNumber, reportByNumber } from '../../repository/reports.ts'
import { guessQueries, readerOf, weighGuess } from '../limit/guess.ts'
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
  const { actor, answers } = await withActor(ctx, [
    reportByNumber(ctx.db, number, ctx.locale),
    eventsOfReport(ctx.db, number),
    photosOfReport(ctx.db, number),
    ...guessQueries(ctx, guess),
  ])
  const [record, events, photos, , counted] = answers
  const reader = await readerOf(ctx, guess, counted, record?.facts ?? null, actor)
  const answer = record && (await presentWhole(ctx, { record, events, photos }, reader))
  if (!answer) throw new AppError('NOT_FOUND')
  return answer
}

/**
 * The contact a reporter left, for the office whose turn it is and the station that oversees it.
 *
 * @throws AppError `NOT_FOUND` for a report the caller may not know of, `NOT_ALLOWED` for everyone else
 */
export async function getContact(
  ctx: Context,
  typed: string,
): Promise<{ name?: string; phone?: string } | null> {
  const number = parseReportNumber(typed) ?? ''
  const { actor, answers } = await withActor(ctx, [
    reportByNumber(ctx.db, number, ctx.locale),
    contactByNumber(ctx.db, number),
  ])
  const [record, sealed] = answers
  const relations = record ? relationsOf(record.facts, actor, ctx.now()) : new Set<string>()
  if (!relations.has('colleague')) throw new AppError('NOT_FOUND')
  if (!relations.has('holder') && !relations.has('overseer')) throw new AppError('NOT_ALLOWED')
  return sealed === null ? null : (JSON.parse(await ctx.secrets.unseal(sealed, number)) as { name?: string })
}
