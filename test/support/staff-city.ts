import { vi } from 'vitest'
import { queryClient } from '@/api/query-client'
import { useSession } from '@/state/session'
import type { Account } from '../../shared/contract/session.ts'
import { bodies, categories, NOW, station } from './staff-answers.ts'

/** One request that the pages have made. */
export interface Sent {
  method: string
  path: string
  search: URLSearchParams
  key: string | null
  body: Record<string, unknown> | null
}

export type Answer = { status?: number; body: unknown } | 'offline'
type Handler = (sent: Sent) => Answer

const STANDING: Record<string, unknown> = {
  '/api/v1/categories': { items: categories },
  '/api/v1/bodies': { items: bodies },
  '/api/v1/stations/0001': station,
  '/api/v1/health': { status: 'ok', version: '0', checks: { database: 'ok' }, demoCity: true },
}

const COUNTS = '/api/v1/reports/counts'

/** Empty lists, and nothing new in them. */
function nothingIn({ body }: Sent) {
  const lists = (body?.lists ?? []) as unknown[]
  return { at: NOW, counts: lists.map(() => ({ value: 0, capped: false })) }
}

/**
 * A server for the staff's pages: `on('GET /api/v1/reports', …)` says what it answers; what never changes it
 * answers by itself. `sent` lists what it was asked.
 */
export function staffCity() {
  const handlers = new Map<string, Handler>()
  const sent: Sent[] = []
  const answer = (one: Sent): Answer => {
    const handler = handlers.get(`${one.method} ${one.path}`)
    if (handler) return handler(one)
    if (one.path === COUNTS) return { body: nothingIn(one) }
    if (one.path in STANDING) return { body: STANDING[one.path] }
    return refusal(404, 'NOT_FOUND', '没有找到')
  }
  vi.stubGlobal('fetch', async (address: string, init: RequestInit) => {
    const url = new URL(address, 'http://city.example')
    const headers = new Headers(init.headers)
    const isJson = headers.get('content-type') === 'application/json'
    const body = isJson && typeof init.body === 'string' ? JSON.parse(init.body) : null
    const one: Sent = {
      method: init.method ?? 'GET',
      path: url.pathname,
      search: url.searchParams,
      key: headers.get('idempotency-key'),
      body,
    }
    sent.push(one)
    const given = answer(one)
    if (given === 'offline') throw new TypeError('Failed to fetch')
    return new Response(JSON.stringify(given.body), { status: given.status ?? 200 })
  })
  return {
    sent,
    on: (call: string, handler: Handler) => void handlers.set(call, handler),
    /** What was done; counting is reading. */
    posts: () => sent.filter(({ method, path }) => method === 'POST' && path !== COUNTS),
  }
}

export function refusal(status: number, code: string, message: string, more: object = {}): Answer {
  return { status, body: { error: { code, message, requestId: 'r', ...more } } }
}

export function signInAs(account: Account | null): void {
  queryClient.clear()
  useSession.setState({ account, open: account !== null, token: null })
}

/** jsdom knows <dialog> but cannot open it, and scrolls nothing. */
export function mendJsdom(): void {
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true
  }
  HTMLDialogElement.prototype.close = function close() {
    this.open = false
  }
  Element.prototype.scrollIntoView = () => undefined
}

/** What a test says the city answers, and what was sent to it. */
export type StaffCity = ReturnType<typeof staffCity>
