import type { PhotoQuery } from '../../../shared/contract/photo.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import { viewOf } from '../../../shared/domain/report-relations.ts'
import type { Actor } from '../../../shared/domain/actor.ts'
import type { ReportFacts } from '../../../shared/domain/report-state.ts'
import type { Context } from '../../context.ts'
import { photoOwner } from '../../repository/photos.ts'
import { runBatch } from '../../repository/query.ts'
import { reportByPhoto } from '../../repository/reports.ts'
import { guessQueries, readerOf, weighGuess } from '../limit/guess.ts'
import { sameText } from '../report/prove-reporter.ts'
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

/** Whether somebody may read the whole report: by who they are, or by its query code, which costs a second call. */
async function readsWhole(ctx: Context, facts: ReportFacts, actor: Actor): Promise<boolean> {
  const isWhole = (reader: Actor) => ['staff', 'reporter'].includes(viewOf(facts, reader) ?? '')
  if (isWhole(actor) || ctx.credentials.queryCode === null) return isWhole(actor)
  const guess = await weighGuess(ctx, facts.number)
  const [, counted] = await runBatch(ctx.db, guessQueries(ctx, guess))
  return isWhole(await readerOf(ctx, guess, counted, facts, actor))
}

async function accessOf(ctx: Context, id: string): Promise<'public' | 'private' | null> {
  const { actor, answers } = await withActor(ctx, [photoOwner(ctx.db, id), reportByPhoto(ctx.db, id)])
  const [ownerId, report] = answers
  if (report?.facts.isPublic && report.photoIsPublic) return 'public'
  if (ownerId !== null && ownerId === actor.id) return 'private'
  return report && (await readsWhole(ctx, report.facts, actor)) ? 'private' : null
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
