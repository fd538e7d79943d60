import { createExecutionContext, env } from 'cloudflare:test'
import { beforeAll, expect, it } from 'vitest'
import { PHOTO_LIMITS, PHOTO_TYPES, type PhotoUploaded } from '../../shared/contract/photo.ts'
import type { Failure } from '../../shared/contract/failure.ts'
import { app } from '../../worker/app.ts'
import { openDevice } from '../support/api.ts'
import { ascii, contains, LATITUDE, SECRETS, talkativePng } from '../support/image-files.ts'
import { diceOf, MUTATION_NAMES, mutated } from '../support/image-mutations.ts'
import { checkStructure } from '../support/image-structure.ts'
import { seedTestCity } from '../support/test-city.ts'

const FILES = 5100
const SEED = 20_260_801
/** One file may take so long, whatever is in it; a machine that is busy with other things takes longer for all. */
const PATIENCE_MS = 2000

const REFUSALS = { 413: 'PHOTO_TOO_LARGE', 415: 'PHOTO_UNSUPPORTED' } as Record<number, string>

let token = ''

beforeAll(async () => {
  await seedTestCity()
})

async function upload(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<Response> {
  const headers = { 'Content-Type': type, Authorization: `Bearer ${token}` }
  const request = new Request('http://mashang.test/api/v1/photos', { method: 'POST', body: bytes, headers })
  return app.fetch(request, env, createExecutionContext())
}
