import { env } from 'cloudflare:test'
import { beforeAll, expect, it } from 'vitest'
import type { PhotoStore } from '../../worker/context.ts'
import { sweepLostBytes } from '../../worker/use-cases/sweep/sweep-photos.ts'
import { uploadPhoto } from '../support/api.ts'
import { seedTestCity } from '../support/test-city.ts'

beforeAll(seedTestCity)

/** A store of keys in order, all uploaded at moment 0. */
function storeOf(keys: Set<string>): Pick<PhotoStore, 'listAfter' | 'remove'> {
  return {
    listAfter: async (after, limit) =>
      [...keys]
        .sort()
        .filter((key) => key > after)
        .slice(0, limit)
        .map((key) => ({ key, uploadedAt: 0 })),
    remove: async (removed) => removed.forEach((key) => keys.delete(key)),
  }
}

it('finds bytes without a row wherever it begins to look, and keeps those with one', async () => {
  const known = await uploadPhoto({})
  for (const first of [0, 97, 255]) {
    const keys = new Set([
      `photos/${known}/full`,
      'photos/AAAA/full',
      'photos/nnnn/thumb',
      'photos/zzzz/full',
    ])
    const photos = storeOf(keys) as PhotoStore
    const random = (bytes: number) => new Uint8Array(bytes).fill(first)
    await sweepLostBytes({ db: env.DB, photos, now: () => Date.now(), random })
    expect([...keys]).toEqual([`photos/${known}/full`])
  }
})
