import { env, SELF } from 'cloudflare:test'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Failure } from '../../shared/contract/failure.ts'
import type { PhotoUploaded } from '../../shared/contract/photo.ts'
import { secretsFrom } from '../../worker/adapters/secrets.ts'
import { runCron } from '../../worker/jobs/cron.ts'
import { actOn, api, signIn, submitOpinion, uploadPhoto, type Caller } from '../support/api.ts'
import { ascii, contains, LATITUDE, SECRETS, talkativePng, telephoneJpeg } from '../support/image-files.ts'
import { smallJpeg } from '../support/small-jpeg.ts'
import { seedTestCity } from '../support/test-city.ts'

const PHOTOS = 'http://mashang.test/api/v1/photos'
const DAY = 86_400_000

let resident: Caller

async function deviceSession(): Promise<Caller> {
  return (await (await api('/session/anonymous', { method: 'POST' })).json()) as Caller
}

beforeAll(async () => {
  await seedTestCity()
  resident = await deviceSession()
})

function send(body: BodyInit, type: string | null, caller: Caller = resident): Promise<Response> {
  const headers = {
    ...(type && { 'Content-Type': type }),
    ...(caller.token && { Authorization: `Bearer ${caller.token}` }),
  }
  return SELF.fetch(PHOTOS, { method: 'POST', body, headers })
}

async function bytesAt(path: string, caller: Caller = {}): Promise<Uint8Array> {
  const answer = await api(path, caller)
  expect(answer.status).toBe(200)
  return new Uint8Array(await answer.arrayBuffer())
}

async function statusOf(path: string, caller: Caller = {}): Promise<number> {
  const answer = await api(path, caller)
  await answer.arrayBuffer()
  return answer.status
}

async function refusalOf(answer: Response): Promise<{ status: number; code: string }> {
  return { status: answer.status, code: ((await answer.json()) as Failure).error.code }
}

describe('uploading', () => {
  it('takes the raw bytes and gives an id and the size', async () => {
    const answer = await send(talkativePng(), 'image/png')
    expect(answer.status).toBe(201)
    expect(await answer.json()).toEqual({ id: expect.stringMatching(/^[\w-]{22}$/), width: 3, height: 2 })
    expect(answer.headers.get('set-cookie')).toBeNull()
  })

  it('stores the photo without what it tells besides its picture', async () => {
    const { id } = (await (await send(telephoneJpeg(), 'image/jpeg')).json()) as PhotoUploaded
    const stored = await env.PHOTOS.get(`photos/${id}/full`)
    const bytes = new Uint8Array((await stored?.arrayBuffer()) ?? new ArrayBuffer(0))
    expect(bytes.length).toBeGreaterThan(50)
    expect(contains(bytes, LATITUDE)).toBe(false)
    expect(SECRETS.some((secret) => contains(bytes, ascii(secret)))).toBe(false)
    expect(stored?.httpMetadata?.contentType).toBe('image/jpeg')
    expect(await bytesAt(`/photos/${id}`, resident)).toEqual(bytes)
  })

  it('takes a form with the photo and its thumbnail, as a mini program sends it', async () => {
    const form = new FormData()
    form.append('file', new File([talkativePng()], 'a.png', { type: 'application/octet-stream' }))
    form.append('thumb', new File([smallJpeg()], 't.jpg', { type: 'image/jpeg' }))
    const { id } = (await (await send(form, null)).json()) as PhotoUploaded
    const full = await api(`/photos/${id}`, resident)
    const thumb = await api(`/photos/${id}?size=thumb`, resident)
    expect(full.headers.get('content-type')).toBe('image/png')
    expect(thumb.headers.get('content-type')).toBe('image/jpeg')
    expect(new Uint8Array(await thumb.arrayBuffer())).toEqual(smallJpeg())
    await full.arrayBuffer()
  })

  it('opens a session for a device that has none', async () => {
    const answer = await send(smallJpeg(), 'image/jpeg', {})
    const { id, token } = (await answer.json()) as PhotoUploaded
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(answer.headers.get('set-cookie')).toContain(`__Host-mashang=${token}`)
    expect(await statusOf(`/photos/${id}`, { token: token ?? '' })).toBe(200)
    expect(await statusOf(`/photos/${id}`, resident)).toBe(404)
  })

  it.each<[string, () => BodyInit, string | null, number, string]>([
    ['what is no picture', () => '<script>alert(1)</script>', 'image/png', 415, 'PHOTO_UNSUPPORTED'],
    ['a picture under another name', () => smallJpeg(), 'image/png', 415, 'PHOTO_UNSUPPORTED'],
    ['a picture as some bytes', () => smallJpeg(), 'application/octet-stream', 415, 'PHOTO_UNSUPPORTED'],
    ['nothing', () => '', 'image/jpeg', 415, 'PHOTO_UNSUPPORTED'],
    ['more than 8 MB', () => new Uint8Array(8 * 1024 * 1024 + 1), 'image/jpeg', 413, 'PHOTO_TOO_LARGE'],
    ['a broken form', () => 'no form', 'multipart/form-data; boundary=x', 400, 'MALFORMED_REQUEST'],
    ['a form without its file', () => new FormData(), null, 422, 'VALIDATION_FAILED'],
  ])('refuses %s', async (_, body, type, status, code) => {
    expect(await refusalOf(await send(body(), type))).toEqual({ status, code })
  })

  it('refuses a thumbnail that is larger than its photo', async () => {
    const form = new FormData()
    form.append('file', new File([smallJpeg()], 'a.jpg', { type: 'image/jpeg' }))
    form.append('thumb', new File([talkativePng()], 't.png', { type: 'image/png' }))
    expect((await send(form, null)).status).toBe(415)
  })

  it('refuses a body that never ends when its limit is reached, whatever it declared', async () => {
    let sent = 0
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 65_536
        controller.enqueue(new Uint8Array(65_536))
        if (sent > 40_000_000) controller.close()
      },
    })
    const request = new Request(PHOTOS, {
      method: 'POST',
      body: endless,
      headers: { 'Content-Type': 'image/jpeg' },
    })
    expect((await refusalOf(await SELF.fetch(request))).code).toBe('PHOTO_TOO_LARGE')
    expect(sent).toBeLessThan(20_000_000)
  })
})

describe('a photo of a report', () => {
  let id: string
  let number: string
  let queryCode: string

  beforeEach(async () => {
    id = await uploadPhoto(resident)
    const content = {
      categoryCode: 'street-lighting',
      text: '路灯不亮,请看照片。',
      photoIds: [id],
      consentPublic: true,
    }
    const submitted = await submitOpinion(resident, content)
    number = submitted.report.number
    queryCode = submitted.queryCode
  })

  it('is read by the reporter, by session or query code, and by staff who work on the report', async () => {
    expect(await statusOf(`/photos/${id}`, resident)).toBe(200)
    expect(await statusOf(`/photos/${id}`, { queryCode })).toBe(200)
    expect(await statusOf(`/photos/${id}`, await signIn('station.demo'))).toBe(200)
    expect(await statusOf(`/photos/${id}`, await signIn('supervisor.demo'))).toBe(200)
  })

  it('is not there for anybody else', async () => {
    const strangers = [{}, { queryCode: 'AAAAAAAA' }, await deviceSession(), await signIn('station2.demo')]
    for (const stranger of strangers) expect(await statusOf(`/photos/${id}`, stranger)).toBe(404)
    const unknown = await refusalOf(await api('/photos/AAAAAAAAAAAAAAAAAAAAAA'))
    expect(await refusalOf(await api(`/photos/${id}`))).toEqual(unknown)
    expect(await statusOf(`/photos/..%2F..%2F${id}`)).toBe(404)
  })

  it('is shown by the signed link in the report, for as long as the link lives', async () => {
    const answer = await api(`/reports/${number}`, { queryCode })
    const { report } = (await answer.json()) as { report: { photos: { full: string; thumb: string }[] } }
    const link = report.photos[0]?.full.replace('/api/v1', '') ?? ''
    const shown = await api(link)
    expect(shown.status).toBe(200)
    expect(shown.headers.get('cache-control')).toBe('private, max-age=3600')
    await shown.arrayBuffer()
    expect(await statusOf(report.photos[0]?.thumb.replace('/api/v1', '') ?? '')).toBe(200)
    // The link of one photo opens no other, and a changed end voids it.
    expect(await statusOf(link.replace(id, await uploadPhoto(resident)))).toBe(404)
    expect(await statusOf(link.replace(/exp=(\d)/, 'exp=9$1'))).toBe(404)
    const { photoSignature } = await secretsFrom(env.SECRET_KEY)
    const past = Date.now() - 1
    expect(await statusOf(`/photos/${id}?exp=${past}&sig=${await photoSignature(id, past)}`)).toBe(404)
  })

  it('is public only when the report is and a person chose it', async () => {
    const station = await signIn('station.demo')
    const assign = { action: 'assign', bodyCode: 'yuexiu-housing-construction', complexity: 'simple' }
    await actOn(station, number, 1, assign)
    expect(await statusOf(`/photos/${id}`)).toBe(404)
    await actOn(station, number, 2, { action: 'publish', photoIds: [] })
    expect(await statusOf(`/photos/${id}`)).toBe(404)
    await actOn(station, number, 3, { action: 'redact', photoIds: [id] })
    const answer = await api(`/photos/${id}`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('public, max-age=300')
    await answer.arrayBuffer()
    await actOn(station, number, 4, { action: 'unpublish' })
    expect(await statusOf(`/photos/${id}`)).toBe(404)
  })

  it('comes as nothing but a picture, not kept without asking, and asked for again by its ETag', async () => {
    const answer = await api(`/photos/${id}?size=thumb`, resident)
    await answer.arrayBuffer()
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache',
    })
    const again = await SELF.fetch(`${PHOTOS}/${id}`, {
      headers: {
        Authorization: `Bearer ${resident.token}`,
        'If-None-Match': answer.headers.get('etag') ?? '',
      },
    })
    expect(again.status).toBe(304)
  })

  it('refuses a size it does not have a word for', async () => {
    expect((await refusalOf(await api(`/photos/${id}?size=huge`, resident))).code).toBe('VALIDATION_FAILED')
  })
})

describe('the sweep', () => {
  async function age(id: string, days: number): Promise<void> {
    await env.DB.prepare('UPDATE photo SET created_at = ?1 WHERE id = ?2')
      .bind(Date.now() - days * DAY, id)
      .run()
  }

  async function isStored(id: string): Promise<[boolean, boolean]> {
    const row = await env.DB.prepare('SELECT id FROM photo WHERE id = ?1').bind(id).first()
    return [row !== null, (await env.PHOTOS.head(`photos/${id}/full`)) !== null]
  }

  it('removes photos that no report took in two days, row and bytes, and nothing else', async () => {
    const [old, young, used] = [
      await uploadPhoto(resident),
      await uploadPhoto(resident),
      await uploadPhoto(resident),
    ]
    await submitOpinion(resident, {
      categoryCode: 'street-lighting',
      text: '第二盏路灯也不亮了',
      photoIds: [used],
    })
    await age(old, 3)
    await age(used, 3)
    await age(young, 1)
    await runCron(env)
    expect(await isStored(old)).toEqual([false, false])
    expect(await isStored(young)).toEqual([true, true])
    expect(await isStored(used)).toEqual([true, true])
  })

  it('leaves fresh bytes without a row alone: their row may be on its way', async () => {
    await env.PHOTOS.put('photos/lost-lost-lost-lost-lo/full', smallJpeg())
    await runCron(env)
    expect(await env.PHOTOS.head('photos/lost-lost-lost-lost-lo/full')).not.toBeNull()
  })
})
