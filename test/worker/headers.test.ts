import { createExecutionContext, env, SELF } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import headersFile from '../../miniapp/public/_headers?raw'
import { app } from '../../worker/app.ts'
import type { Env } from '../../worker/env.ts'
import { signIn, submitOpinion, uploadPhoto, type Caller } from '../support/api.ts'
import { seedTestCity } from '../support/test-city.ts'

const ORIGIN = 'http://mashang.test'
const PAGE = '<!doctype html><div id="app"></div>'

const EVERYWHERE = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(self), geolocation=(self), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}
const PAGE_POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
  "connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
const NOTHING_POLICY =
  "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"

/** The build as the host keeps it: one page and one script. */
const assets = {
  ASSETS: {
    fetch: async (url: string) => {
      const { pathname } = new URL(url)
      if (pathname === '/') return new Response(PAGE, { headers: { 'Content-Type': 'text/html' } })
      if (pathname !== '/js/app.1.js') return new Response(null, { status: 404 })
      return new Response('start()', {
        headers: { 'Content-Type': 'text/javascript', 'Cache-Control': 'public' },
      })
    },
  },
}

function visit(path: string, init: RequestInit = {}, more: object = assets): Promise<Response> {
  const request = new Request(`${ORIGIN}${path}`, { redirect: 'manual', ...init })
  return Promise.resolve(app.fetch(request, { ...env, ...more } as unknown as Env, createExecutionContext()))
}

let station: Caller
let photo: { full: string; id: string }
let number: string

beforeAll(async () => {
  await seedTestCity()
  station = await signIn('station.demo')
  const resident = (await (await visit('/api/v1/session/anonymous', { method: 'POST' })).json()) as Caller
  const id = await uploadPhoto(resident)
  const filed = await submitOpinion(resident, {
    categoryCode: 'street-lighting',
    text: '路灯不亮,请看照片。',
    photoIds: [id],
  })
  number = filed.report.number
  photo = { id, full: filed.report.photos[0]?.full ?? '' }
})

function bearer(): RequestInit {
  return { headers: { Authorization: `Bearer ${station.token}` } }
}

interface Kind {
  answer: () => Promise<Response>
  status: number
  policy?: string
  cache: string
}

/** Every kind of answer there is. */
const KINDS: Record<string, Kind> = {
  'the first page': { answer: () => visit('/'), status: 200, policy: PAGE_POLICY, cache: 'no-cache' },
  'a page inside': { answer: () => visit('/staff'), status: 200, policy: PAGE_POLICY, cache: 'no-cache' },
  'a page that is none': {
    answer: () => visit('/nothing'),
    status: 404,
    policy: PAGE_POLICY,
    cache: 'no-cache',
  },
  'a page that is not built': {
    answer: () => visit('/', {}, { ASSETS: { fetch: async () => new Response(null, { status: 404 }) } }),
    status: 503,
    cache: 'no-store',
  },
  'a file': { answer: () => visit('/js/app.1.js'), status: 200, cache: 'public' },
  'a file that is none': { answer: () => visit('/js/app.2.js'), status: 404, cache: 'no-store' },
  'a redirect': { answer: () => visit('/s/K7Q2M9XA'), status: 302, cache: 'no-store' },
  'a page written to': { answer: () => visit('/staff', { method: 'POST' }), status: 404, cache: 'no-store' },
  'public data': { answer: () => visit('/api/v1/categories'), status: 200, cache: 'public, max-age=300' },
  'public data of the moment': { answer: () => visit('/api/v1/stations'), status: 200, cache: 'no-store' },
  'a private list': { answer: () => visit('/api/v1/reports', bearer()), status: 200, cache: 'no-store' },
  'a private report': {
    answer: () => visit(`/api/v1/reports/${number}`, bearer()),
    status: 200,
    cache: 'no-store',
  },
  'a contact': {
    answer: () => visit(`/api/v1/reports/${number}/contact`, bearer()),
    status: 200,
    cache: 'no-store',
  },
  'an inbox': { answer: () => visit('/api/v1/notifications', bearer()), status: 200, cache: 'no-store' },
  'a session': { answer: () => visit('/api/v1/session', bearer()), status: 200, cache: 'no-store' },
  'a photo by its link': { answer: () => visit(photo.full), status: 200, cache: 'private, max-age=3600' },
  'a photo by who asks': {
    answer: () => visit(`/api/v1/photos/${photo.id}`, bearer()),
    status: 200,
    cache: 'private, no-cache',
  },
  'a refusal of a photo': {
    answer: () => visit(`/api/v1/photos/${photo.id}`),
    status: 404,
    cache: 'no-store',
  },
  'a dead session': {
    answer: () => visit('/api/v1/session', { headers: { Authorization: `Bearer ${'x'.repeat(43)}` } }),
    status: 401,
    cache: 'no-store',
  },
  'a foreign write': {
    answer: () => visit('/api/v1/reports', { method: 'POST', headers: { Origin: 'https://evil.example' } }),
    status: 403,
    cache: 'no-store',
  },
  'a call that is none': { answer: () => visit('/api/v1/nothing'), status: 404, cache: 'no-store' },
  'a preflight': {
    answer: () =>
      visit('/api/v1/reports', {
        method: 'OPTIONS',
        headers: { Origin: 'https://evil.example', 'Access-Control-Request-Method': 'POST' },
      }),
    status: 204,
    cache: 'no-store',
  },
  'nobody foresaw': {
    answer: () => visit('/api/v1/health', {}, { SECRET_KEY: '' }),
    status: 500,
    cache: 'no-store',
  },
}

describe('every answer brings the browser’s protections', () => {
  it.each(Object.entries(KINDS))('%s', async (_, { answer, status, policy = NOTHING_POLICY, cache }) => {
    const given = await answer()
    await given.arrayBuffer()
    expect(given.status).toBe(status)
    expect(Object.fromEntries(given.headers)).toMatchObject({
      ...EVERYWHERE,
      'content-security-policy': policy,
      'cache-control': cache,
    })
  })

  it('what has not changed, too', async () => {
    const first = await visit('/api/v1/categories')
    await first.arrayBuffer()
    const etag = first.headers.get('etag') ?? ''
    const again = await visit('/api/v1/categories', { headers: { 'If-None-Match': etag } })
    expect(again.status).toBe(304)
    expect(Object.fromEntries(again.headers)).toMatchObject(EVERYWHERE)
  })

  it('and the entry of the Worker is the same app', async () => {
    const { headers, status } = await SELF.fetch(`${ORIGIN}/api/v1/nothing`)
    expect(status).toBe(404)
    expect(headers.get('content-security-policy')).toBe(NOTHING_POLICY)
  })
})

it('the host says the same of the files that never reach the Worker', () => {
  const rules = headersFile.split(/\n(?=\/)/).find((block: string) => block.startsWith('/*')) ?? ''
  const lines = [...rules.matchAll(/^ {2}([\w-]+): (.+)$/gm)].map(([, name = '', value]) => [
    name.toLowerCase(),
    value,
  ])
  expect(Object.fromEntries(lines)).toEqual({ ...EVERYWHERE, 'content-security-policy': PAGE_POLICY })
})
