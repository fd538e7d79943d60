import { createExecutionContext, env } from 'cloudflare:test'
import { beforeAll, expect, it } from 'vitest'
import type { Failure } from '../../shared/contract/failure.ts'
import type { PhotoUploaded } from '../../shared/contract/photo.ts'
import { app } from '../../worker/app.ts'
import { api } from '../support/api.ts'
import { contains, LATITUDE, SECRETS, ascii } from '../support/image-files.ts'
import {
  diceOf,
  HOPELESS,
  mutated,
  MUTATION_NAMES,
  SAMPLES,
  STRANGERS,
  type Dice,
} from '../support/image-mutations.ts'
import { checkStructure } from '../support/image-structure.ts'
import { seedTestCity } from '../support/test-city.ts'

const FILES = 5100
const SEED = 20_260_801
/** So many are on their way at once. */
const LANES = 8

const TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/svg+xml', 'application/octet-stream']
const REFUSALS: Record<number, string> = { 413: 'PHOTO_TOO_LARGE', 415: 'PHOTO_UNSUPPORTED' }

let token = ''

beforeAll(async () => {
  await seedTestCity()
  token = ((await (await api('/session/anonymous', { method: 'POST' })).json()) as { token: string }).token
})

async function upload(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<Response> {
  const headers = { 'Content-Type': type, Authorization: `Bearer ${token}` }
  const request = new Request('http://mashang.test/api/v1/photos', { method: 'POST', body: bytes, headers })
  return app.fetch(request, env, createExecutionContext())
}

/** What the file's first bytes say it is, or, now and then, what they do not. */
function declaredType([first]: Uint8Array, dice: Dice): string {
  if (dice.below(20) === 0) return dice.pick(TYPES)
  return first === 0xff ? 'image/jpeg' : first === 0x89 ? 'image/png' : 'image/webp'
}

async function storedOf(answer: Response): Promise<{ bytes: Uint8Array; type: string | undefined }> {
  const { id } = (await answer.json()) as PhotoUploaded
  const object = await env.PHOTOS.get(`photos/${id}/full`)
  return {
    bytes: new Uint8Array((await object?.arrayBuffer()) ?? new ArrayBuffer(0)),
    type: object?.httpMetadata?.contentType,
  }
}

/** Uploads one file and says what became of it; throws when that is not what may become of any file. */
async function fate(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<string> {
  const answer = await upload(bytes, type)
  if (answer.status !== 201) {
    const { error } = (await answer.json()) as Failure
    return error.code === REFUSALS[answer.status] ? error.code : `${answer.status} ${error.code}`
  }
  const stored = await storedOf(answer)
  const isSound =
    stored.type === `image/${checkStructure(stored.bytes)}` && stored.bytes.length <= bytes.length
  return isSound ? 'taken' : `stored as ${stored.type}, ${stored.bytes.length} of ${bytes.length} bytes`
}

it(
  `${FILES} damaged and malicious files are each taken as a mere picture, or refused`,
  { timeout: 120_000 },
  async () => {
    const began = Date.now()
    const tally: Record<string, Record<string, number>> = {}
    let next = 0
    async function lane(): Promise<void> {
      while (next < FILES) {
        const index = next
        next += 1
        const dice = diceOf(SEED + index)
        const name = MUTATION_NAMES[index % MUTATION_NAMES.length] as string
        const bytes = mutated(name, dice)
        const end = await fate(bytes, declaredType(bytes, dice)).catch((error: unknown) => {
          throw new Error(`file ${index} of seed ${SEED} (${name})`, { cause: error })
        })
        const counts = (tally[name] ??= {})
        counts[end] = (counts[end] ?? 0) + 1
      }
    }
    await Promise.all(Array.from({ length: LANES }, lane))
    console.log(`${next} files in ${Date.now() - began} ms: ${JSON.stringify(tally)}`)
    const fates = new Set(Object.values(tally).flatMap(Object.keys))
    expect([...fates].sort()).toEqual(['PHOTO_TOO_LARGE', 'PHOTO_UNSUPPORTED', 'taken'])
    const taken = Object.values(tally).reduce((sum, counts) => sum + (counts.taken ?? 0), 0)
    // Neither a door that takes nothing nor one that takes all would show anything.
    expect(taken).toBeGreaterThan(500)
    expect(taken).toBeLessThan(FILES - 1000)
    for (const name of HOPELESS) expect(tally[name]?.taken).toBeUndefined()
    const rows = await env.DB.prepare('SELECT count(*) AS photos FROM photo').first()
    expect(rows?.photos).toBe(taken)
  },
)

it('what hangs on behind a picture is gone, and so is what it told', async () => {
  for (const sample of SAMPLES) {
    for (const stranger of STRANGERS) {
      const file = new Uint8Array(await new Blob([sample, stranger as Uint8Array<ArrayBuffer>]).arrayBuffer())
      const answer = await upload(
        file,
        declaredType(file, { below: () => 1, pick: ([first]) => first as never }),
      )
      expect(answer.status).toBe(201)
      const { bytes } = await storedOf(answer)
      const told = [LATITUDE, stranger, ...SECRETS.map(ascii)].filter((secret) => contains(bytes, secret))
      expect(told).toEqual([])
    }
  }
})
