import { createExecutionContext, env, SELF } from 'cloudflare:test'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Failure } from '../../shared/contract/failure.ts'
import { PHOTO_LIMITS, type PhotoUploaded } from '../../shared/contract/photo.ts'
import type { ReportAnswer } from '../../shared/contract/report.ts'
import { app } from '../../worker/app.ts'
import { runCron } from '../../worker/jobs/cron.ts'
import { actOn, api, signIn, submitOpinion, uploadPhoto, type Caller } from '../support/api.ts'
import { smallJpeg } from '../support/small-jpeg.ts'
import { seedTestCity } from '../support/test-city.ts'

const DAY = 86_400_000

let station: Caller
let supervisor: Caller
let resident: Caller

beforeAll(async () => {
  await seedTestCity()
  station = await signIn('station.demo')
  supervisor = await signIn('supervisor.demo')
  resident = (await (await api('/session/anonymous', { method: 'POST' })).json()) as Caller
})

function sendCopy(redacts: string, { token }: Caller): Promise<Response> {
  const headers = { 'Content-Type': 'image/jpeg', ...(token && { Authorization: `Bearer ${token}` }) }
  const address = `http://mashang.test/api/v1/photos?redacts=${redacts}`
  return SELF.fetch(address, { method: 'POST', headers, body: smallJpeg() })
}

async function copyOf(redacts: string, caller: Caller): Promise<string> {
  const answer = await sendCopy(redacts, caller)
  expect(answer.status, await answer.clone().text()).toBe(201)
  return ((await answer.json()) as PhotoUploaded).id
}

async function refusalOf(answer: Response): Promise<[number, string]> {
  return [answer.status, ((await answer.json()) as Failure).error.code]
}

async function statusOf(id: string, caller: Caller = {}): Promise<number> {
  const answer = await api(`/photos/${id}`, caller)
  await answer.arrayBuffer()
  return answer.status
}

interface Filed {
  number: string
  queryCode: string
  photos: [string, string]
}

/** A report with two photos that is with its body, so that it may be published. */
async function fileReport(consentPublic = true): Promise<Filed> {
  const photos: [string, string] = [await uploadPhoto(resident), await uploadPhoto(resident)]
  const content = {
    categoryCode: 'street-lighting',
    text: '路灯不亮,照片里有人。',
    photoIds: photos,
    consentPublic,
  }
  const { report, queryCode } = await submitOpinion(resident, content)
  const assign = { action: 'assign', bodyCode: 'yuexiu-housing-construction', complexity: 'simple' }
  await actOn(station, report.number, 1, assign)
  return { number: report.number, queryCode, photos }
}

async function publicReport(number: string): Promise<ReportAnswer> {
  return (await (await api(`/reports/${number}`)).json()) as ReportAnswer
}

function act(caller: Caller, number: string, version: number, command: object): Promise<Response> {
  return api(`/reports/${number}/actions`, { ...caller, method: 'POST', body: { ...command, version } })
}

describe('a redacted copy', () => {
  let filed: Filed
  let copy: string

  beforeEach(async () => {
    filed = await fileReport()
    copy = await copyOf(filed.photos[0], station)
  })

  it('is what the public sees, in the place of its original', async () => {
    const { number, photos } = filed
    await actOn(station, number, 2, { action: 'publish', photoIds: [photos[1], copy] })
    const { report, timeline } = await publicReport(number)
    expect(report.photos.map(({ id }) => id)).toEqual([copy, photos[1]])
    const shown = timeline.map((event) => event.photos.map(({ id }) => id)).filter((ids) => ids.length > 0)
    expect(shown).toEqual([[copy, photos[1]]])
    expect(JSON.stringify(await publicReport(number))).not.toContain(photos[0])
    expect([await statusOf(copy), await statusOf(photos[0]), await statusOf(photos[1])]).toEqual([
      200, 404, 200,
    ])
  })

  it('leaves the original to those who could read it before', async () => {
    const { number, queryCode, photos } = filed
    const answer = await actOn(station, number, 2, { action: 'publish', photoIds: [copy] })
    expect(answer.report.photos.map(({ id }) => id)).toEqual(photos)
    expect(answer.timeline.at(-1)?.photos).toMatchObject([{ id: copy, redacts: photos[0] }])
    const again = (await (await api(`/reports/${number}`, station)).json()) as ReportAnswer
    expect(again.timeline).toEqual(answer.timeline)
    for (const reader of [{ queryCode }, resident, station])
      expect(await statusOf(photos[0], reader)).toBe(200)
  })

  it('is gone with the publication', async () => {
    await actOn(station, filed.number, 2, { action: 'publish', photoIds: [copy] })
    await actOn(station, filed.number, 3, { action: 'redact', photoIds: [filed.photos[1]] })
    expect([await statusOf(copy), await statusOf(filed.photos[1])]).toEqual([404, 200])
    await actOn(station, filed.number, 4, { action: 'redact', photoIds: [copy] })
    expect(await statusOf(copy)).toBe(200)
    await actOn(station, filed.number, 5, { action: 'unpublish' })
    expect(await statusOf(copy)).toBe(404)
  })

  it('mends what was published without it', async () => {
    const { number, photos } = filed
    await actOn(station, number, 2, { action: 'publish', photoIds: photos })
    expect(await statusOf(photos[0])).toBe(200)
    await actOn(station, number, 3, { action: 'redact', photoIds: [copy, photos[1]] })
    expect([await statusOf(photos[0]), await statusOf(copy)]).toEqual([404, 200])
  })

  it('is nobody’s but its maker’s until it is published', async () => {
    expect(await statusOf(copy, station)).toBe(200)
    for (const other of [{}, resident, supervisor]) expect(await statusOf(copy, other)).toBe(404)
    const foreign = await act(supervisor, filed.number, 2, { action: 'publish', photoIds: [copy] })
    expect(await refusalOf(foreign)).toEqual([422, 'PHOTO_NOT_YOURS'])
  })

  it('keeps its original from ever being published', async () => {
    const { number, photos } = filed
    const both = await act(station, number, 2, { action: 'publish', photoIds: [photos[0], copy] })
    expect((await both.clone().json()) as Failure).toHaveProperty('error.fields.photoIds')
    expect(await refusalOf(both)).toEqual([422, 'VALIDATION_FAILED'])
    await actOn(station, number, 2, { action: 'publish', photoIds: [copy] })
    const later = await act(station, number, 3, { action: 'redact', photoIds: [photos[0]] })
    expect(await refusalOf(later)).toEqual([422, 'VALIDATION_FAILED'])
  })

  it('belongs to the report of its original and to no other action', async () => {
    const other = await fileReport()
    const elsewhere = await act(station, other.number, 2, { action: 'publish', photoIds: [copy] })
    expect(await refusalOf(elsewhere)).toEqual([422, 'PHOTO_NOT_YOURS'])
    const plain = await uploadPhoto(station)
    const unmade = await act(station, filed.number, 2, { action: 'publish', photoIds: [plain] })
    expect(await refusalOf(unmade)).toEqual([422, 'PHOTO_NOT_YOURS'])
    const content = {
      categoryCode: 'street-lighting',
      text: '别处的照片',
      channel: 'opinion',
      stationCode: 'K7Q2M9XA',
    }
    const asEvidence = await api('/reports', {
      ...station,
      method: 'POST',
      body: { ...content, photoIds: [copy] },
    })
    expect(await refusalOf(asEvidence)).toEqual([422, 'PHOTO_NOT_YOURS'])
  })

  it('is swept when nobody published it, its original is not', async () => {
    await env.DB.prepare('UPDATE photo SET created_at = ?1')
      .bind(Date.now() - 3 * DAY)
      .run()
    await runCron(env)
    expect([await statusOf(copy, station), await statusOf(filed.photos[0], station)]).toEqual([404, 200])
    expect(await env.PHOTOS.head(`photos/${copy}/full`)).toBeNull()
  })
})

describe('who may make one', () => {
  it('is whoever may publish the report now', async () => {
    const { photos } = await fileReport()
    expect((await sendCopy(photos[0], supervisor)).status).toBe(201)
    expect(await refusalOf(await sendCopy(photos[0], await signIn('body.demo')))).toEqual([
      403,
      'NOT_ALLOWED',
    ])
    expect(await refusalOf(await sendCopy(photos[0], resident))).toEqual([403, 'NOT_ALLOWED'])
    for (const stranger of [{}, await signIn('station2.demo')])
      expect(await refusalOf(await sendCopy(photos[0], stranger))).toEqual([404, 'NOT_FOUND'])
    expect(await refusalOf(await sendCopy('AAAAAAAAAAAAAAAAAAAAAA', station))).toEqual([404, 'NOT_FOUND'])
    expect(await refusalOf(await sendCopy('..%2Fx', station))).toEqual([422, 'VALIDATION_FAILED'])
  })

  it('is nobody where the reporter did not agree to publication', async () => {
    const { photos } = await fileReport(false)
    expect(await refusalOf(await sendCopy(photos[0], station))).toEqual([403, 'NOT_ALLOWED'])
  })

  it('makes none of a copy', async () => {
    const { number, photos } = await fileReport()
    const copy = await copyOf(photos[0], station)
    await actOn(station, number, 2, { action: 'publish', photoIds: [copy] })
    expect(await refusalOf(await sendCopy(copy, station))).toEqual([422, 'PHOTO_NOT_YOURS'])
  })
})

describe('the database, whoever writes', () => {
  it('never lets a redacted original be public, nor a copy out of its report', async () => {
    const { number, photos } = await fileReport()
    const copy = await copyOf(photos[0], station)
    const other = await fileReport()
    const stray = await copyOf(other.photos[0], station)
    await actOn(station, number, 2, { action: 'publish', photoIds: [copy] })
    const run = (sql: string, ...values: unknown[]) =>
      env.DB.prepare(sql)
        .bind(...values)
        .run()
    await expect(run('UPDATE report_photo SET is_public = 1 WHERE photo_id = ?1', photos[0])).rejects.toThrow(
      /only as its copy/,
    )
    const place = '(SELECT id FROM report WHERE number = ?2)'
    const attach = (seq: number, isPublic: number) =>
      run(
        `INSERT INTO report_photo (photo_id, report_id, seq, ordinal, is_public) SELECT ?1, ${place}, ?3, 0, ?4`,
        stray,
        number,
        seq,
        isPublic,
      )
    await expect(attach(3, 0)).rejects.toThrow(/publication of its original/)
    await expect(attach(3, 1)).rejects.toThrow(/publication/)
    await expect(run('UPDATE photo SET redacts = NULL WHERE id = ?1', copy)).rejects.toThrow(
      /known from its beginning/,
    )
    const again = `INSERT INTO photo SELECT 'x', owner_id, type, width, height, bytes, has_thumb, created_at, id FROM photo WHERE id = ?1`
    await expect(run(again, copy)).rejects.toThrow(/made of an original/)
  })
})

describe('what one session may store in a day', () => {
  it('is bounded, thumbnails included, and free again the next day', async () => {
    const caller = (await (await api('/session/anonymous', { method: 'POST' })).json()) as Caller
    const first = await uploadPhoto(caller)
    const upload = () => {
      const headers = { 'Content-Type': 'image/jpeg', Authorization: `Bearer ${caller.token}` }
      const request = new Request('http://mashang.test/api/v1/photos', {
        method: 'POST',
        headers,
        body: smallJpeg(),
      })
      return app.fetch(request, { ...env, DEMO_CITY: 'false' }, createExecutionContext())
    }
    const weigh = (bytes: number, age = 0) =>
      env.DB.prepare('UPDATE photo SET bytes = ?1, created_at = ?2 WHERE id = ?3')
        .bind(bytes, Date.now() - age, first)
        .run()
    const room = PHOTO_LIMITS.bytesPerDay - smallJpeg().length
    await weigh(room + 1)
    const refused = await upload()
    expect(await refusalOf(refused)).toEqual([429, 'RATE_LIMITED'])
    const wait = Number(refused.headers.get('retry-after'))
    expect(wait).toBeGreaterThan(0)
    expect(wait).toBeLessThanOrEqual(DAY / 1000)
    await weigh(room + 1, DAY)
    expect((await upload()).status).toBe(201)
    await weigh(room - smallJpeg().length)
    expect((await upload()).status).toBe(201)
    expect((await upload()).status).toBe(429)
  })
})
