import type { Context } from '../../context.ts'
import { deleteEndedCounts, deleteExpiredProofs } from '../../repository/limits.ts'
import { runBatch } from '../../repository/query.ts'

/** Rows a run; the sweep comes again in minutes. */
const MOST_ROWS = 20_000

/** Forgets what was counted in windows that are over, and the proofs of work that have expired. */
export async function forgetCounts(ctx: Pick<Context, 'db' | 'now'>): Promise<void> {
  const now = ctx.now()
  await runBatch(ctx.db, [
    deleteEndedCounts(ctx.db, now, MOST_ROWS),
    deleteExpiredProofs(ctx.db, now, MOST_ROWS),
  ])
}
