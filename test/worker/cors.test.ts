import { createExecutionContext, env } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import { app } from '../../worker/app.ts'
import { configFrom, type Env } from '../../worker/env.ts'
import { seedTestCity } from '../support/test-city.ts'

const APP = 'https://app.example.gov.cn'
const DEVICE = 'http://localhost:10086'
const LISTED: Partial<Env> = { CORS_ORIGINS: `${APP}, ${DEVICE}` }
/** What a browser may not take for the listed origin. */
const FOREIGN = [
  'https://evil.example',
  'http://app.example.gov.cn',
  'https://app.example.gov.cn:444',
  'https://app.example.gov.cn.evil.example',
  'https://evil-app.example.gov.cn',
  'https://APP.example.gov.cn',
  'null',
  '*',
]

beforeAll(() => seedTestCity())

function call(path: string, headers: Record<string, string>, method = 'GET', more = LISTED) {
  const request = new Request(`http://mashang.test/api/v1${path}`, { method, headers })
  return Promise.resolve(app.fetch(request, { ...env, ...more } as Env, createExecutionContext()))
}

function corsHeaders(answer: Response): string[] {
  return [...answer.headers.keys()].filter((name) => name.startsWith('access-control-'))
}

async function preflight(origin: string, more = LISTED): Promise<Response> {
  const asked = {
    Origin: origin,
    'Access-Control-Request-Method': 'POST',
    'Access-Control-Request-Headers': 'authorization, idempotency-key',
  }
  const answer = await call('/reports', asked, 'OPTIONS', more)
  expect(answer.status).toBe(204)
  return answer
}

describe('an origin on the list', () => {
  it.each([APP, DEVICE])(
    'may read every answer, refusals too, but never with the cookie (%s)',
    async (origin) => {
      for (const path of ['/categories', '/session', '/no-such-thing', '/photos/AAAAAAAAAAAAAAAAAAAAAA']) {
        const answer = await call(path, { Origin: origin })
        await answer.arrayBuffer()
        expect(answer.headers.get('access-control-allow-origin')).toBe(origin)
        expect(answer.headers.get('access-control-expose-headers')).toBe('ETag, Retry-After, X-D1-Bookmark')
        expect(answer.headers.get('access-control-allow-credentials')).toBeNull()
      }
    },
  )

  it('is told beforehand what it may send', async () => {
    const { headers } = await preflight(APP)
    expect(headers.get('access-control-allow-origin')).toBe(APP)
    expect(headers.get('access-control-allow-methods')).toContain('PATCH')
    const names = headers.get('access-control-allow-headers')?.toLowerCase().split(', ')
    const sent = ['authorization', 'content-type', 'idempotency-key', 'x-proof', 'x-query-code']
    expect(names).toEqual(expect.arrayContaining(sent))
  })

  it('may write, but not in the name of somebody’s cookie', async () => {
    const opened = await call('/session/anonymous', { Origin: APP }, 'POST')
    expect(opened.status).toBe(201)
    const { token } = (await opened.json()) as { token: string }
    const cookie = { Origin: APP, Cookie: `__Host-mashang=${token}` }
    expect((await call('/session/anonymous', cookie, 'POST')).status).toBe(403)
    expect((await call('/session', { ...cookie, Authorization: `Bearer ${token}` }, 'DELETE')).status).toBe(
      204,
    )
  })
})

describe('any other origin', () => {
  it.each(FOREIGN)('finds no header that speaks of it (%s)', async (origin) => {
    const answers = [await call('/categories', { Origin: origin }), await preflight(origin)]
    for (const answer of answers) {
      expect(corsHeaders(answer)).toEqual([])
      expect(answer.headers.get('vary')).toContain('Origin')
    }
  })

  it('cannot write', async () => {
    for (const origin of FOREIGN)
      expect((await call('/session/anonymous', { Origin: origin }, 'POST')).status).toBe(403)
  })
})

it('knows no listed origin where none is configured', async () => {
  expect(corsHeaders(await preflight(APP, {}))).toEqual([])
  expect((await call('/session/anonymous', { Origin: APP }, 'POST', {})).status).toBe(403)
})

it('says to caches that answers differ by origin, asked from anywhere', async () => {
  expect((await call('/categories', {})).headers.get('vary')).toBe('Accept-Language, Origin')
  expect((await call('/session', {})).headers.get('vary')).toBe('Origin')
})

it.each([
  '*',
  'https://*.gov.cn',
  'https://a.example/',
  'a.example',
  'null',
  'https://A.example',
  'ftp://a.example',
])('refuses to start with %s for an origin', (origin) => {
  expect(() => configFrom({ ...env, CORS_ORIGINS: `${APP},${origin}` } as unknown as Env)).toThrow(
    /CORS_ORIGINS/,
  )
})
