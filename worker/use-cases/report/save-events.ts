import { AppError } from '../../../shared/domain/errors.ts'
import type { Context } from '../../context.ts'
import { answerByKey, keepAnswer, type KeptAnswer } from '../../repository/idempotency-keys.ts'
import { breaksUnique, runBatch } from '../../repository/query.ts'
import { appendEvent, appendEventOrUndo, type NewEvent } from '../../repository/report-events.ts'
import { versionOfReport } from '../../repository/reports.ts'

type Current = { state: string; version: number } | null

/**
 * Writes an event with what follows from it, and keeps the answer under the caller's key: one transaction.
 *
 * @returns whether the event was written; if not, what the key was answered before, and where the report stands
 * @throws AppError `PHOTO_NOT_YOURS`; an error that `wasOvertaken` knows when a report that hangs on it moved on
 */
export async function saveEvents(
  ctx: Context,
  event: NewEvent,
  consequences: readonly NewEvent[],
  kept: KeptAnswer & { key: string; now: number },
) {
  const number = event.reportNumber
  try {
    const before = consequences.map((own) => appendEventOrUndo(ctx.db, own))
    // Alone an event may lose its race quietly; with others it takes them along.
    const append = before.length > 0 ? appendEventOrUndo(ctx.db, event) : appendEvent(ctx.db, event)
    const answers = await runBatch(ctx.db, [
      ...before,
      append,
      keepAnswer(ctx.db, { ...kept, reportNumber: number, eventHash: event.hash }),
      answerByKey(ctx.db, kept.key),
      versionOfReport(ctx.db, number),
    ])
    const [isFirst, , keptNow, current] = answers.slice(-4) as [boolean, void, KeptAnswer | null, Current]
    return { isFirst, kept: keptNow, current }
  } catch (error) {
    // Two requests attached the same photo at the same moment.
    if (breaksUnique(error, 'report_photo')) throw new AppError('PHOTO_NOT_YOURS')
    throw error
  }
}
