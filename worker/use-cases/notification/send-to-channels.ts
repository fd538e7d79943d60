import type { ChannelContext, NoticeChannel } from '../../context.ts'
import { noticeWords } from '../../locale/notice-words.ts'
import {
  claimDeliveries,
  markFailed,
  markSent,
  type ClaimedDelivery,
} from '../../repository/channel-deliveries.ts'
import { runBatch } from '../../repository/query.ts'
import { PAUSES_MS, problemOf } from './attempts.ts'

/** Deliveries at a time: as many connections as a Worker may have open. */
const AT_ONCE = 6
const MOST_ROUNDS = 20
/** Much longer than a channel may take, so that nobody sends what somebody else is sending. */
const CLAIM_MS = 120_000

/** Sends one; answers what went wrong, or null. */
async function send(channel: NoticeChannel, delivery: ClaimedDelivery): Promise<string | null> {
  const { notificationId, accountId, kind, reportNumber, action, to, at } = delivery
  const words = noticeWords({ kind, reportNumber, action, to })
  try {
    await channel.deliver({ id: notificationId, accountId, kind, reportNumber, action, to, at, words })
    return null
  } catch (error) {
    return problemOf(error)
  }
}

/** Sends a handful; answers how many there were, and whether all of them failed. */
async function sendSome(
  ctx: ChannelContext,
  channel: NoticeChannel,
): Promise<{ tried: number; allFailed: boolean }> {
  const claim = { now: ctx.now(), until: ctx.now() + CLAIM_MS, limit: AT_ONCE }
  const [claimed] = await runBatch(ctx.db, [claimDeliveries(ctx.db, channel.name, claim)])
  if (claimed.length === 0) return { tried: 0, allFailed: false }
  const outcomes = await Promise.all(
    claimed.map(async (delivery) => ({ id: delivery.id, problem: await send(channel, delivery) })),
  )
  const now = ctx.now()
  await runBatch(
    ctx.db,
    outcomes.map(({ id, problem }) =>
      problem === null
        ? markSent(ctx.db, id, now)
        : markFailed(ctx.db, id, { now, problem, pauses: PAUSES_MS }),
    ),
  )
  return { tried: claimed.length, allFailed: outcomes.every(({ problem }) => problem !== null) }
}

async function sendTo(ctx: ChannelContext, channel: NoticeChannel): Promise<boolean> {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const { tried, allFailed } = await sendSome(ctx, channel)
    // A channel that takes nothing is away: the next run asks it again.
    if (tried < AT_ONCE || allFailed) return false
  }
  return true
}

/**
 * Sends what is in line for each channel. Two runs never take the same delivery; after a crash it goes out again,
 * under the same id, by which the receiver knows it.
 *
 * @returns whether some are left because there were too many for one run
 */
export async function sendToChannels(ctx: ChannelContext): Promise<{ left: boolean }> {
  let left = false
  for (const channel of ctx.channels) left = (await sendTo(ctx, channel)) || left
  return { left }
}
