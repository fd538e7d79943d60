import {
  devicesToForget,
  eraseOldContacts,
  erasuresDue,
  forgetDevice,
  wordsKeptTooLong,
} from '../../repository/personal-data.ts'
import { runBatch } from '../../repository/query.ts'
import { anonymiseEach, type AnonymiseContext } from '../personal-data/anonymise.ts'

/** Rows a run; the sweep comes again in minutes. */
const MOST = 100

/**
 * Erases what is kept no longer: what reporters asked to be erased, contacts and words whose time is over, and devices
 * that nothing belongs to any more. Runs as often and as late as you like.
 */
export async function keepNoLonger(ctx: AnonymiseContext): Promise<void> {
  const now = ctx.now()
  const [asked, old] = await runBatch(ctx.db, [
    erasuresDue(ctx.db, MOST),
    wordsKeptTooLong(ctx.db, now, MOST),
    eraseOldContacts(ctx.db, now, MOST),
  ])
  await anonymiseEach(ctx, asked, 'asked')
  await anonymiseEach(ctx, old, 'retention')
  const [devices] = await runBatch(ctx.db, [devicesToForget(ctx.db, MOST)])
  await runBatch(
    ctx.db,
    devices.flatMap((id) => forgetDevice(ctx.db, id, now)),
  )
}
