import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiError } from '@/api/api-error'
import { request } from '@/api/client'
import { solveChallenge } from '@/api/proof'
import { ensureDeviceSession } from '@/api/session'
import { speak } from '@/locale/translate'
import { useSession } from '@/state/session'
import { prepareTrial } from '@shared/domain/proof-of-work.ts'

const fetched = vi.fn<typeof fetch>()
const answer = (status: number, body: unknown) =>
  new Response(typeof body === 'string' ? body : JSON.stringify(body), { status })

beforeEach(async () => {
  vi.stubGlobal('fetch', fetched.mockReset())
  useSession.getState().end()
  await speak('zh-hans')
})
afterEach(() => vi.unstubAllGlobals())

async function failure(call: Promise<unknown>): Promise<ApiError> {
  const error = await call.catch((caught: unknown) => caught)
  if (!(error instanceof ApiError)) throw new Error(`expected an ApiError, got ${String(error)}`)
  return error
}

describe('a call', () => {
  it('sends JSON with the language, the keys and the cookie', async () => {
    fetched.mockResolvedValue(answer(201, { number: '1' }))
    await speak('en')
    const call = {
      method: 'POST',
      path: '/api/v1/reports',
      body: { text: 'x' },
      idempotencyKey: 'k',
      queryCode: 'q',
    } as const
    expect(await request(call)).toEqual({ number: '1' })
    const [url, init] = fetched.mock.calls[0] ?? []
    expect(url).toBe('/api/v1/reports')
    expect(init).toMatchObject({ method: 'POST', body: '{"text":"x"}', credentials: 'same-origin' })
    expect(init?.headers).toMatchObject({
      'Content-Type': 'application/json',
      'Accept-Language': 'en',
      'Idempotency-Key': 'k',
      'X-Query-Code': 'q',
    })
    expect(init?.headers).not.toHaveProperty('Authorization')
  })

  it('leaves empty parameters out and encodes the others', async () => {
    fetched.mockResolvedValue(answer(200, {}))
    await request({ path: '/api/v1/stations', query: { q: '北京 路', district: '', near: null, limit: 5 } })
    expect(fetched.mock.calls[0]?.[0]).toBe('/api/v1/stations?q=%E5%8C%97%E4%BA%AC%20%E8%B7%AF&limit=5')
  })

  it('reads an empty answer as null', async () => {
    fetched.mockResolvedValue(new Response(null, { status: 204 }))
    expect(await request({ method: 'DELETE', path: '/api/v1/session' })).toBeNull()
  })
})

describe('a refusal', () => {
  it('carries code, words, fields and the present state', async () => {
    const error = { code: 'STALE_VERSION', message: '已被更新', fields: { text: '太短' }, requestId: 'r1' }
    fetched.mockResolvedValue(answer(409, { error, current: { state: 'assigned', version: 3 } }))
    expect(await failure(request({ path: '/x' }))).toMatchObject({
      status: 409,
      code: 'STALE_VERSION',
      message: '已被更新',
      fields: { text: '太短' },
      current: { state: 'assigned', version: 3 },
      requestId: 'r1',
    })
  })

  it.each(['<html>502</html>', 'null', '7', '[]'])('that cannot be read says so: %s', async (body) => {
    fetched.mockResolvedValue(answer(502, body))
    expect(await failure(request({ path: '/x' }))).toMatchObject({
      status: 502,
      code: 'UNREADABLE',
      fields: {},
    })
  })

  it('is also what a page of HTML with status 200 is', async () => {
    fetched.mockResolvedValue(answer(200, '<html>captive portal</html>'))
    expect(await failure(request({ path: '/x' }))).toMatchObject({ status: 200, code: 'UNREADABLE' })
  })
})

describe('no answer', () => {
  it('is a network failure in the words of the person', async () => {
    fetched.mockRejectedValue(new TypeError('Failed to fetch'))
    const error = await failure(request({ path: '/x' }))
    expect(error).toMatchObject({ status: 0, code: 'NETWORK', isNetwork: true })
    expect(error.message).toContain('连不上网络')
  })

  it('within the time says that it took too long', async () => {
    fetched.mockImplementation(
      (_url, init) =>
        new Promise((_resolve, reject) =>
          init?.signal?.addEventListener('abort', () => reject(new Error('aborted'))),
        ),
    )
    expect((await failure(request({ path: '/x', timeout: 10 }))).message).toContain('有点慢')
  })
})

describe('the device session', () => {
  it('is opened once, however many ask for it', async () => {
    fetched.mockImplementation(async () => answer(201, { token: 't' }))
    await Promise.all([ensureDeviceSession(), ensureDeviceSession()])
    await ensureDeviceSession()
    expect(fetched).toHaveBeenCalledTimes(1)
    // In a browser the cookie carries it; the token stays out of reach of scripts.
    expect(useSession.getState()).toMatchObject({ open: true, token: null })
    expect(localStorage.getItem('mashang.token')).toBeNull()
  })

  it('is asked for again after a failure', async () => {
    fetched.mockRejectedValueOnce(new TypeError('offline')).mockResolvedValue(answer(201, { token: 't' }))
    await failure(ensureDeviceSession())
    await ensureDeviceSession()
    expect(useSession.getState().open).toBe(true)
  })
})

describe('a proof of work', () => {
  const challenge = { text: 'submit.10.1795406700000.AAAAAAAAAAAAAAAAAAAAAA.' + 'f'.repeat(32), bits: 10 }
  const asked = (task: object) =>
    answer(428, { error: { code: 'PROOF_REQUIRED', message: '请再试一次' }, challenge: task })
  const headersOf = (call: number) => fetched.mock.calls[call]?.[1]?.headers as Record<string, string>
  const report = {
    method: 'POST',
    path: '/api/v1/reports',
    body: { text: '路灯坏了' },
    idempotencyKey: 'one-key-for-all-tries',
  } as const

  it('is done when it is asked for, and the same request sent again with its key', async () => {
    fetched.mockResolvedValueOnce(asked(challenge)).mockResolvedValueOnce(answer(201, { number: '1' }))
    expect(await request(report)).toEqual({ number: '1' })
    expect(fetched).toHaveBeenCalledTimes(2)
    expect(headersOf(0)).not.toHaveProperty('X-Proof')
    const { 'X-Proof': proof = '', ...others } = headersOf(1)
    expect(others).toEqual(headersOf(0))
    expect(fetched.mock.calls[1]?.[1]?.body).toBe('{"text":"路灯坏了"}')
    const [, text, number] = /^(.+)\.(\d+)$/.exec(proof) ?? []
    expect(text).toBe(challenge.text)
    expect(prepareTrial(challenge.text, 10)(Number(number))).toBe(true)
  })

  it('is done again when it has become harder, but not for ever', async () => {
    fetched.mockImplementation(async () => asked(challenge))
    expect(await failure(request(report))).toMatchObject({ status: 428, code: 'PROOF_REQUIRED' })
    expect(fetched).toHaveBeenCalledTimes(4)
  })

  it('is no business of other refusals', async () => {
    fetched.mockImplementation(async () =>
      answer(429, { error: { code: 'RATE_LIMITED', message: '请稍等' } }),
    )
    expect(await failure(request(report))).toMatchObject({ status: 429, message: '请稍等' })
    expect(fetched).toHaveBeenCalledTimes(1)
  })

  it('lets the screen live while it is looked for, and ends when nobody waits any more', async () => {
    const leaving = new AbortController()
    let pictures = 0
    const screen = setInterval(() => (pictures += 1) === 3 && leaving.abort(), 1)
    // Nobody finds 32 zero bits in passing: only leaving can end this.
    expect(await solveChallenge({ text: 'x', bits: 32 }, leaving.signal)).toBeNull()
    clearInterval(screen)
    expect(pictures).toBeGreaterThanOrEqual(3)
  })
})
