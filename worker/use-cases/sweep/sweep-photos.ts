import type { Context } from '../../context.ts'
import { deleteUnusedPhotos, unknownPhotoIds } from '../../repository/photos.ts'
import { runBatch } from '../../repository/query.ts'
import { toBase64Url } from '../base64url.ts'
import { PHOTO_PREFIX, photoIdOf, photoKey } from '../photo/photo-key.ts'

type SweepContext = Pick<Context, 'db' | 'photos' | 'now' | 'random'>

const DAY_MS = 86_400_000
/** How long an uploaded photo waits for its report. */
const PATIENCE_MS = 2 * DAY_MS
/** Older ones were swept by earlier runs, unless the sweep stood still for a month. */
const LOOK_BACK_MS = 32 * DAY_MS
const MOST_PHOTOS = 200
const SAMPLE = 500

/**
 * Removes photos that no report took. The row goes first, in one statement with the question whether a report
 * has it, so that a report which is being filed at this moment never loses its picture.
 */
export async function sweepUnusedPhotos(ctx: SweepContext): Promise<void> {
  const uploaded = { from: ctx.now() - LOOK_BACK_MS, to: ctx.now() - PATIENCE_MS }
  const [ids] = await runBatch(ctx.db, [deleteUnusedPhotos(ctx.db, uploaded, MOST_PHOTOS)])
  await ctx.photos.remove(ids.flatMap((id) => [photoKey(id, 'full'), photoKey(id, 'thumb')]))
}

/**
 * Removes bytes whose row was never written or is gone: a crash between the two leaves them. Each run looks at
 * a stretch of the store that begins anywhere, so that all of it is seen in time and none costs much.
 */
export async function sweepLostBytes(ctx: SweepContext): Promise<void> {
  const anywhere = photoKey(toBase64Url(ctx.random(6)), 'full')
  const stretch = await ctx.photos.listAfter(anywhere, SAMPLE)
  // Near the end of the store the stretch is short: the beginning belongs to it too.
  const rest =
    stretch.length < SAMPLE ? await ctx.photos.listAfter(PHOTO_PREFIX, SAMPLE - stretch.length) : []
  const old = [...stretch, ...rest].filter(({ uploadedAt }) => uploadedAt < ctx.now() - PATIENCE_MS)
  const keys = new Set(old.map(({ key }) => key))
  const ids = [...new Set([...keys].map(photoIdOf))]
  if (ids.length === 0) return
  const [unknown] = await runBatch(ctx.db, [unknownPhotoIds(ctx.db, ids)])
  const lost = new Set(unknown)
  await ctx.photos.remove([...keys].filter((key) => lost.has(photoIdOf(key))))
}
