import type { PhotoUploaded } from '../../../shared/contract/photo.ts'
import type { Context } from '../../context.ts'
import { insertPhoto } from '../../repository/photos.ts'
import { runBatch } from '../../repository/query.ts'
import { countAtGate, openGate, passGate } from '../limit/gate.ts'
import { newDeviceSession, type NewSession } from '../session/new-session.ts'
import { withActor } from '../session/with-actor.ts'
import { refuseImage } from './image-bytes.ts'
import { photoKey } from './photo-key.ts'
import { stripMetadata, type CleanPhoto } from './strip-metadata.ts'

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
async function ownerOf(ctx: Context): Promise<{ id: string; opened: NewSession | null }> {
  const gate = await openGate(ctx, 'upload', {})
  const { actor, answers } = await withActor(ctx, countAtGate(ctx, gate))
  const [, counted] = answers
  await passGate(ctx, gate, counted)
  if (actor.id !== null) return { id: actor.id, opened: null }
  const opened = await newDeviceSession(ctx)
  return { id: opened.accountId, opened }
}

/**
 * Takes a photo in, without its metadata. Only its uploader can see it until a report takes it.
 *
 * @returns the photo, and the session that was opened when the caller had none
 * @throws AppError `PHOTO_UNSUPPORTED`, `PHOTO_TOO_LARGE`; `UNAUTHENTICATED` for a dead session; `PROOF_REQUIRED`,
 *   `RATE_LIMITED` after too many
 */
export async function uploadPhoto(
  ctx: Context,
  upload: PhotoUpload,
): Promise<{ photo: PhotoUploaded; opened: NewSession | null }> {
  const full = stripMetadata(upload.full.bytes, upload.full.declared)
  const thumb = cleanThumb(upload.thumb, full)
  const owner = await ownerOf(ctx)
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
    bytes: full.bytes.byteLength,
    hasThumb: thumb !== null,
    createdAt: ctx.now(),
  }
  await runBatch(ctx.db, [...(owner.opened?.queries ?? []), insertPhoto(ctx.db, stored)])
  const token = owner.opened?.token
  return { photo: { id, width, height, ...(token !== undefined && { token }) }, opened: owner.opened }
}
