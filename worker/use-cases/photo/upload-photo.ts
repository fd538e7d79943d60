import type { PhotoUploaded } from '../../../shared/contract/photo.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import { windowEnd } from '../../../shared/domain/limits.ts'
import type { Context } from '../../context.ts'
import { bytesStored, insertPhoto } from '../../repository/photos.ts'
import { runBatch } from '../../repository/query.ts'
import { reportByPhoto } from '../../repository/reports.ts'
import { countAtGate, openGate, passGate } from '../limit/gate.ts'
import { newDeviceSession, type NewSession } from '../session/new-session.ts'
import { readerBySession } from '../session/reader-by-session.ts'
import { withActor } from '../session/with-actor.ts'
import { refuseImage } from './image-bytes.ts'
import { checkMayRedact } from './may-redact.ts'
import { photoKey } from './photo-key.ts'
import { stripMetadata, type CleanPhoto } from './strip-metadata.ts'

const DAY_MS = 86_400_000

/** A file as it was sent, with the type its sender gave it; null when the sender did not say. */
export interface SentFile {
  bytes: Uint8Array
  declared: string | null
}

export interface PhotoUpload {
  full: SentFile
  thumb: SentFile | null
}

function cleanThumb(sent: SentFile | null, full: CleanPhoto): CleanPhoto | null {
  if (sent === null) return null
  const thumb = stripMetadata(sent.bytes, sent.declared)
  // A "thumbnail" larger than its photo is another picture.
  return thumb.width > full.width || thumb.height > full.height ? refuseImage() : thumb
}

/** Whose photo it will be: the caller's, or, for a device without a session, one that opens with it. */
async function ownerOf(
  ctx: Context,
  redacts: string | null,
  bytes: number,
): Promise<{ id: string; opened: NewSession | null }> {
  const gate = await openGate(ctx, 'upload', {})
  const dayEnd = windowEnd({ window: 1440 }, ctx.now())
  const { actor, answers } = await withActor(ctx, [
    reportByPhoto(ctx.db, redacts ?? '', readerBySession(ctx)),
    bytesStored(ctx.db, ctx.credentials.tokenHash, dayEnd - DAY_MS),
    ...countAtGate(ctx, gate),
  ])
  const [report, stored, , counted] = answers
  await passGate(ctx, gate, counted)
  if (stored + bytes > ctx.config.photoBytesPerDay) {
    throw new AppError('RATE_LIMITED', { retryAfter: Math.ceil((dayEnd - ctx.now()) / 1000) })
  }
  if (redacts !== null) checkMayRedact(ctx, actor, report)
  if (actor.id !== null) return { id: actor.id, opened: null }
  const opened = await newDeviceSession(ctx)
  return { id: opened.accountId, opened }
}

/**
 * Takes a photo in, without its metadata. Only its uploader can see it until a report takes it.
 *
 * @param redacts the photo of which this one is a redacted copy; null for a photo of its own
 * @returns the photo, and the session that was opened when the caller had none
 * @throws AppError `PHOTO_UNSUPPORTED`, `PHOTO_TOO_LARGE`; `UNAUTHENTICATED` for a dead session; `PROOF_REQUIRED`,
 *   `RATE_LIMITED` after too many or too much; for a redacted copy `NOT_FOUND`, `NOT_ALLOWED`, `PHOTO_NOT_YOURS`
 */
export async function uploadPhoto(
  ctx: Context,
  upload: PhotoUpload,
  redacts: string | null = null,
): Promise<{ photo: PhotoUploaded; opened: NewSession | null }> {
  const full = stripMetadata(upload.full.bytes, upload.full.declared)
  const thumb = cleanThumb(upload.thumb, full)
  const bytes = full.bytes.byteLength + (thumb?.bytes.byteLength ?? 0)
  const owner = await ownerOf(ctx, redacts, bytes)
  const id = ctx.newId()
  // Bytes before the row: a row always has its picture, and bytes without a row are swept.
  await Promise.all([
    ctx.photos.put(photoKey(id, 'full'), full.bytes, full.type),
    thumb && ctx.photos.put(photoKey(id, 'thumb'), thumb.bytes, thumb.type),
  ])
  const { type, width, height } = full
  const stored = {
    id,
    ownerId: owner.id,
    type,
    width,
    height,
    bytes,
    hasThumb: thumb !== null,
    redacts,
    createdAt: ctx.now(),
  }
  await runBatch(ctx.db, [...(owner.opened?.queries ?? []), insertPhoto(ctx.db, stored)])
  const token = owner.opened?.token
  return { photo: { id, width, height, ...(token !== undefined && { token }) }, opened: owner.opened }
}
