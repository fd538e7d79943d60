import type { ChannelContext } from '../../context.ts'
import { queueForChannels } from '../../repository/channel-deliveries.ts'
import { countFailure, fillInboxes, markDelivered, waitingNotices } from '../../repository/outbox.ts'
import { runBatch, type Database } from '../../repository/query.ts'
import { PAUSES_MS, problemOf } from './attempts.ts'

/** Notices a transaction: few enough that no request waits long behind it. */
const BATCH = 200
const MOST_BATCHES = 25

async function deliver(ctx: ChannelContext, ids: readonly number[]): Promise<void> {
  const names = ctx.channels.map(({ name }) => name)
  await runBatch(ctx.db, [
    ...fillInboxes(ctx.db, ids),
    ...(names.length > 0 ? [queueForChannels(ctx.db, ids, names, ctx.now())] : []),
    markDelivered(ctx.db, ids, ctx.now()),
  ])
}

/** Delivers all it can: what fails together is tried in halves, until the one that cannot be delivered stands alone. */
async function deliverOrCount(ctx: ChannelContext, ids: readonly number[]): Promise<void> {
  try {
    await deliver(ctx, ids)
  } catch (error) {
    const [id] = ids
    if (id === undefined) return
    if (ids.length > 1) {
      const half = Math.ceil(ids.length / 2)
      await deliverOrCount(ctx, ids.slice(0, half))
      await deliverOrCount(ctx, ids.slice(half))
      return
    }
    const failure = { now: ctx.now(), problem: problemOf(error), pauses: PAUSES_MS }
    await runBatch(ctx.db, [countFailure(ctx.db, id, failure)])
  }
}

async function nextBatch({ db, now }: { db: Database; now(): number }): Promise<number[]> {
  const [ids] = await runBatch(db, [waitingNotices(db, now(), BATCH)])
  return ids
}

/**
 * Puts every waiting notice into the inboxes it is for, and in line for the channels. Run as often as you like, at
 * the same time too: each arrives once. One that fails is tried again, with longer and longer pauses.
 *
 * @returns whether some are left because there were too many for one run
 */
export async function deliverNotifications(ctx: ChannelContext): Promise<{ left: boolean }> {
  for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
    const ids = await nextBatch(ctx)
    if (ids.length > 0) await deliverOrCount(ctx, ids)
    if (ids.length < BATCH) return { left: false }
  }
  return { left: true }
}
