import type { PhotoQuery } from '../../../shared/contract/photo.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import { viewOf } from '../../../shared/domain/report-relations.ts'
import type { Context } from '../../context.ts'
import { photoOwner } from '../../repository/photos.ts'
import { reportByPhoto } from '../../repository/reports.ts'
import { proveReporter, sameText } from '../report/prove-reporter.ts'
import { withActor } from '../session/with-actor.ts'
import { photoKey } from './photo-key.ts'

/** A picture to send; `isPublic` when anybody may see it. */
export interface PictureToSend {
  body: ReadableStream
  type: string
  etag: string
  isPublic: boolean
}

/** A signed link is a permission in itself: the report that contained it was shown to its holder. */
async function linkOpens(ctx: Context, id: string, { exp, sig }: PhotoQuery): Promise<boolean> {
  if (exp === undefined || sig === undefined || exp <= ctx.now()) return false
  return sameText(sig, await ctx.secrets.photoSignature(id, exp))
}

async function accessOf(ctx: Context, id: string): Promise<'public' | 'private' | null> {
  const { actor, answers } = await withActor(ctx, [photoOwner(ctx.db, id), reportByPhoto(ctx.db, id)])
  const [ownerId, report] = answers
  if (report?.facts.isPublic && report.photoIsPublic) return 'public'
  if (ownerId !== null && ownerId === actor.id) return 'private'
  if (!report) return null
  const view = viewOf(report.facts, await proveReporter(ctx, actor, report.facts.number))
  return view === 'staff' || view === 'reporter' ? 'private' : null
}

/**
 * A photo's picture, for who holds a live signed link, the uploader, the reporter (by session or query code),
 * staff of its report, and everybody once it is published.
 *
 * @throws AppError `NOT_FOUND` alike for an unknown photo and one the caller may not see
 */
export async function readPhoto(ctx: Context, id: string, query: PhotoQuery): Promise<PictureToSend> {
  const access = (await linkOpens(ctx, id, query)) ? 'private' : await accessOf(ctx, id)
  if (access === null) throw new AppError('NOT_FOUND')
  const thumb = query.size === 'thumb' ? await ctx.photos.get(photoKey(id, 'thumb')) : null
  const picture = thumb ?? (await ctx.photos.get(photoKey(id, 'full')))
  if (!picture) throw new AppError('NOT_FOUND')
  return { ...picture, isPublic: access === 'public' }
}
