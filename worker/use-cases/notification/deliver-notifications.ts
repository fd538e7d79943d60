import type { Context } from '../../context.ts'
import { markDelivered, notifyWaiting } from '../../repository/outbox.ts'
import { runBatch } from '../../repository/query.ts'

/** Notices a transaction: few enough that no request waits long behind it. */
const BATCH = 200
const MOST_BATCHES = 25

/**
 * Puts every waiting notice into its inbox. Run as often as you like: each arrives once.
 *
 * @returns whether some are left because there were too many for one run
 */
export async function deliverNotifications(ctx: Pick<Context, 'db' | 'now'>): Promise<{ left: boolean }> {
  for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
    const [, delivered] = await runBatch(ctx.db, [
      notifyWaiting(ctx.db, BATCH),
      markDelivered(ctx.db, BATCH, ctx.now()),
    ])
    if (delivered < BATCH) return { left: false }
  }
  return { left: true }
}
