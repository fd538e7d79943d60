import type { PhotoQuery } from '../../../shared/contract/photo.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import type { Context } from '../../context.ts'
import { numberByPhoto, photoAccess } from '../../repository/photos.ts'
import { runBatch } from '../../repository/query.ts'
import { passGate } from '../limit/gate.ts'
import { guessQueries, weighGuess } from '../limit/guess.ts'
import { sameText } from '../report/prove-reporter.ts'
import { readerBySession } from '../session/reader-by-session.ts'
import { withActor } from '../session/with-actor.ts'
import { photoKey } from './photo-key.ts'

/** A picture to send, and for how long it may be kept by whom. */
export interface PictureToSend {
  body: ReadableStream
  type: string
  etag: string
  /** When anybody may see it. */
  isPublic: boolean
  /** Seconds for which it may be shown again without asking. */
  keepFor: number
}

/** Publication can be taken back, so what everybody may keep is short-lived. */
const PUBLIC_SECONDS = 300
const MOST_SECONDS = 3600

/** A signed link is a permission in itself: the report that contained it was shown to its holder. */
async function linkOpens(ctx: Context, id: string, { exp, sig }: PhotoQuery): Promise<boolean> {
  if (exp === undefined || sig === undefined || exp <= ctx.now()) return false
  return sameText(sig, await ctx.secrets.photoSignature(id, exp))
}

/** Whether the query code shown is that of the photo's report; a wrong one counts as a guess. */
async function codeOpens(ctx: Context, number: string): Promise<boolean> {
  const guess = await weighGuess(ctx, number)
  const [, counted] = await runBatch(ctx.db, guessQueries(ctx, guess))
  await passGate(ctx, guess.gate, counted)
  return guess.isRight === true
}

async function accessOf(ctx: Context, id: string): Promise<'public' | 'private' | null> {
  const hasCode = ctx.credentials.queryCode !== null
  const { answers } = await withActor(ctx, [
    photoAccess(ctx.db, id, readerBySession(ctx)),
    numberByPhoto(ctx.db, hasCode ? id : ''),
  ])
  const [access, number] = answers
  if (access !== null || number === null) return access
  return (await codeOpens(ctx, number)) ? 'private' : null
}

/** Who may see a photo for who they are is asked each time: the next at this browser may be somebody else. */
function keepFor(ctx: Context, access: 'public' | 'private' | 'link', { exp = 0 }: PhotoQuery): number {
  if (access === 'link') return Math.min(MOST_SECONDS, Math.floor((exp - ctx.now()) / 1000))
  return access === 'public' ? PUBLIC_SECONDS : 0
}

/**
 * A photo's picture, for who holds a live signed link, the uploader, the reporter (by session or query code),
 * staff of its report, and everybody once it is published.
 *
 * @throws AppError `NOT_FOUND` alike for an unknown photo and one the caller may not see; `PROOF_REQUIRED` and
 *   `RATE_LIMITED` after too many wrong query codes
 */
export async function readPhoto(ctx: Context, id: string, query: PhotoQuery): Promise<PictureToSend> {
  const access = (await linkOpens(ctx, id, query)) ? 'link' : await accessOf(ctx, id)
  if (access === null) throw new AppError('NOT_FOUND')
  const thumb = query.size === 'thumb' ? await ctx.photos.get(photoKey(id, 'thumb')) : null
  const picture = thumb ?? (await ctx.photos.get(photoKey(id, 'full')))
  if (!picture) throw new AppError('NOT_FOUND')
  return { ...picture, isPublic: access === 'public', keepFor: keepFor(ctx, access, query) }
}
