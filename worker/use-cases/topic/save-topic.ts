import { AppError } from '../../../shared/domain/errors.ts'
import type { Context } from '../../context.ts'
import type { KeptAnswer } from '../../repository/idempotency-keys.ts'
import { breaksUnique, runBatch, wasOvertaken, type Query } from '../../repository/query.ts'
import { appendEventOrUndo, type NewEvent } from '../../repository/report-events.ts'
import { appendTopicEventOrUndo, keepTopicAnswer, type NewTopicEvent } from '../../repository/topic-events.ts'

/** A topic's reports are moved by others at the same time. */
const TRIES = 3

/**
 * Writes a topic's event, those of its reports and the answer for the caller's key: all of them, or none.
 *
 * @param first what must be there before
 * @throws an error that `wasOvertaken` knows when the topic or one of the reports moved on
 */
export async function saveTopic(
  ctx: Context,
  first: readonly Query<unknown>[],
  events: readonly NewEvent[],
  event: NewTopicEvent,
  kept: KeptAnswer & { key: string },
): Promise<void> {
  await runBatch(ctx.db, [
    ...first,
    ...events.map((own) => appendEventOrUndo(ctx.db, own)),
    appendTopicEventOrUndo(ctx.db, event),
    keepTopicAnswer(ctx.db, { ...kept, now: event.at }),
  ])
  ctx.wakeOutbox()
}

/**
 * Reads, decides and writes again as long as somebody else was faster.
 *
 * @throws AppError `UNAVAILABLE` when others were faster every time
 */
export async function untilWritten<T>(attempt: () => Promise<T>): Promise<T> {
  for (let count = 0; count < TRIES; count += 1) {
    try {
      return await attempt()
    } catch (error) {
      if (!wasOvertaken(error) && !breaksUnique(error, 'topic.code')) throw error
    }
  }
  throw new AppError('UNAVAILABLE')
}
