import type { Context } from 'hono'
import { PHOTO_LIMITS } from '../../shared/contract/photo.ts'
import { AppError } from '../../shared/domain/errors.ts'
import type { PhotoUpload, SentFile } from '../use-cases/photo/upload-photo.ts'
import { readBytes } from './read-body.ts'

/** A form carries the thumbnail and its own boundaries besides the photo. */
const FORM_EXTRA_BYTES = 1024 * 1024

async function readForm(c: Context, type: string): Promise<FormData> {
  const bytes = await readBytes(c, PHOTO_LIMITS.bytes + FORM_EXTRA_BYTES, 'PHOTO_TOO_LARGE')
  try {
    return await new Response(bytes, { headers: { 'Content-Type': type } }).formData()
  } catch {
    throw new AppError('MALFORMED_REQUEST')
  }
}

async function fileIn(form: FormData, field: string): Promise<SentFile | null> {
  const entry = form.get(field)
  if (entry === null || typeof entry === 'string') return null
  if (entry.size > PHOTO_LIMITS.bytes) throw new AppError('PHOTO_TOO_LARGE')
  // What a mini program sends as "some file" declares nothing.
  const declared = entry.type === '' || entry.type === 'application/octet-stream' ? null : entry.type
  return { bytes: new Uint8Array(await entry.arrayBuffer()), declared }
}

/**
 * The photo of an upload: the raw body, or the field `file` of a form with a thumbnail in `thumb` beside it.
 *
 * @throws AppError `PHOTO_TOO_LARGE` over 8 MB, `MALFORMED_REQUEST` for a broken form, `VALIDATION_FAILED`
 *   for one without the file
 */
export async function parsePhoto(c: Context): Promise<PhotoUpload> {
  const header = c.req.header('content-type') ?? ''
  const type = (header.split(';')[0] ?? '').trim().toLowerCase()
  if (type !== 'multipart/form-data') {
    return {
      full: { bytes: await readBytes(c, PHOTO_LIMITS.bytes, 'PHOTO_TOO_LARGE'), declared: type },
      thumb: null,
    }
  }
  const form = await readForm(c, header)
  const full = await fileIn(form, 'file')
  if (!full) throw new AppError('VALIDATION_FAILED', { fields: { file: { problem: 'required' } } })
  return { full, thumb: await fileIn(form, 'thumb') }
}
