import type { Context } from '../../context.ts'
import { runBatch } from '../../repository/query.ts'
import { deleteOldDeliveries } from '../../repository/webhook-deliveries.ts'
import { deleteEndedSessions, deleteOldAnswers } from '../../repository/sweeps.ts'

const DAY_MS = 86_400_000
/** How long a client may take to repeat a write whose answer it lost. */
const ANSWERS_KEPT_MS = 7 * DAY_MS
/** How long a city's system can be asked what it was told. */
const DELIVERIES_KEPT_MS = 30 * DAY_MS
/** Rows a run; the sweep comes again in minutes. */
const MOST_ROWS = 5000

/** Forgets sessions that have ended, answers that nobody will ask for again, and what has long been delivered. */
export async function forgetEnded(ctx: Pick<Context, 'db' | 'now'>): Promise<void> {
  const now = ctx.now()
  await runBatch(ctx.db, [
    deleteEndedSessions(ctx.db, now, MOST_ROWS),
    deleteOldAnswers(ctx.db, now - ANSWERS_KEPT_MS, MOST_ROWS),
    deleteOldDeliveries(ctx.db, now - DELIVERIES_KEPT_MS, MOST_ROWS),
  ])
}
