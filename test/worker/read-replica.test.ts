import { SELF } from 'cloudflare:test'
import { beforeAll, expect, it } from 'vitest'
import type { D1Database } from '@cloudflare/workers-types'
import { databaseFor } from '../../worker/middleware/read-replica.ts'
import { seedTestCity } from '../support/test-city.ts'

const HEADER = 'x-d1-bookmark'
const BOOKMARK = '00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683'

beforeAll(seedTestCity)

/** What the database is asked for: where the first statement of a request may be read. */
function constraintFor(request: {
  method?: string
  bookmark?: string
  token?: string
  code?: string
}): unknown {
  let asked: unknown
  const DB = { withSession: (constraint: unknown) => (asked = constraint) } as unknown as D1Database
  const req = {
    method: request.method ?? 'GET',
    header: (name: string) => (name === HEADER ? request.bookmark : undefined),
  }
  const caller = { tokenHash: request.token ?? null, queryCode: request.code ?? null }
  databaseFor({ req, env: { DB } } as never, caller as never)
  return asked
}

it('what everybody may read comes from any copy that is not older than what the caller has seen', () => {
  expect(constraintFor({})).toBe('first-unconstrained')
  expect(constraintFor({ bookmark: BOOKMARK })).toBe(BOOKMARK)
  for (const bookmark of ['', 'first-unconstrained', "'; DROP", `${BOOKMARK}0`])
    expect(constraintFor({ bookmark })).toBe('first-unconstrained')
})

it('a session, a query code and a write ask the primary, whatever they say they have seen', () => {
  expect(constraintFor({ bookmark: BOOKMARK, token: 'a hash' })).toBe('first-primary')
  expect(constraintFor({ bookmark: BOOKMARK, code: 'K7Q2M9XA' })).toBe('first-primary')
  expect(constraintFor({ bookmark: BOOKMARK, method: 'POST' })).toBe('first-primary')
})

it('an answer says which state of the database it was read from, and that is taken back', async () => {
  const address = 'http://mashang.test/api/v1/stations/K7Q2M9XA'
  const bookmark = (await SELF.fetch(address)).headers.get(HEADER) ?? ''
  expect(bookmark).not.toBe('')
  for (const seen of [bookmark, 'nonsense'])
    expect((await SELF.fetch(address, { headers: { [HEADER]: seen } })).status).toBe(200)
})
