import { Hono } from 'hono'
import { photoQuery, photoUploadQuery } from '../../shared/contract/photo.ts'
import type { AppEnv } from '../middleware/context.ts'
import { namesTag } from '../middleware/if-none-match.ts'
import { parsePhoto } from '../middleware/parse-photo.ts'
import { parseQuery } from '../middleware/parse.ts'
import { setSessionCookie } from '../middleware/session-cookie.ts'
import { readPhoto, type PictureToSend } from '../use-cases/photo/read-photo.ts'
import { uploadPhoto } from '../use-cases/photo/upload-photo.ts'

function cacheControl({ isPublic, keepFor }: PictureToSend): string {
  const by = isPublic ? 'public' : 'private'
  return keepFor > 0 ? `${by}, max-age=${keepFor}` : `${by}, no-cache`
}

/** `/api/v1/photos`: pictures come in before the report and stay private until published. */
export const photos = new Hono<AppEnv>()

photos.post('/', async (c) => {
  const { redacts = null } = parseQuery(c, photoUploadQuery)
  const { photo, opened } = await uploadPhoto(c.get('ctx'), await parsePhoto(c), redacts)
  if (opened) setSessionCookie(c, opened)
  c.header('Cache-Control', 'no-store')
  return c.json(photo, 201)
})

photos.get('/:id', async (c) => {
  const picture = await readPhoto(c.get('ctx'), c.req.param('id'), parseQuery(c, photoQuery))
  c.header('ETag', picture.etag)
  c.header('Cache-Control', cacheControl(picture))
  if (namesTag(c.req.header('if-none-match'), picture.etag)) {
    await picture.body.cancel()
    return c.body(null, 304)
  }
  return c.body(picture.body, 200, { 'Content-Type': picture.type })
})
