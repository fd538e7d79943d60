import { runBatch, type Database } from '../../repository/query.ts'
import { remindDue } from '../../repository/reminders.ts'

/** Reminders a transaction: few enough that no request waits long behind it. */
const BATCH = 200
const MOST_BATCHES = 25

/**
 * Reminds everyone whose time for a step is nearly over, each once a step.
 *
 * @returns whether some are left because there were too many for one run
 */
export async function remindHolders(ctx: { db: Database; now(): number }): Promise<{ left: boolean }> {
  for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
    const [reminded] = await runBatch(ctx.db, [remindDue(ctx.db, ctx.now(), BATCH)])
    if (reminded < BATCH) return { left: false }
  }
  return { left: true }
}
