import { createExecutionContext, env, SELF } from 'cloudflare:test'
import type { D1PreparedStatement } from '@cloudflare/workers-types'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Failure } from '../../shared/contract/failure.ts'
import type { SessionAnswer } from '../../shared/contract/session.ts'
import { app } from '../../worker/app.ts'
import { api, signIn } from '../support/api.ts'
import { standInDatabase } from '../support/stand-in-database.ts'
import { seedTestCity } from '../support/test-city.ts'

const ORIGIN = 'http://mashang.test'
const SESSION = `${ORIGIN}/api/v1/session`
const PASSWORD = 'mashang-demo'

beforeAll(seedTestCity)

function post(path: string, headers: Record<string, string>, body: unknown = {}): Promise<Response> {
  const init = {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  }
  return SELF.fetch(`${ORIGIN}/api/v1${path}`, init)
}

async function failureOf(answer: Response): Promise<Failure> {
  return (await answer.json()) as Failure
}

/** `name=value` of the cookie an answer sets. */
function cookieOf(answer: Response): string {
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
}

async function accountOf(headers: Record<string, string>): Promise<number> {
  return (await SELF.fetch(SESSION, { headers })).status
}

/** The test's environment with a database that counts its round trips. */
function countingEnv(): { bindings: typeof env; calls: () => number } {
  let calls = 0
  const DB = standInDatabase({
    prepare: (sql: string) => env.DB.prepare(sql),
    batch: (statements: D1PreparedStatement[]) => {
      calls += 1
      return env.DB.batch(statements)
    },
  })
  return { bindings: { ...env, DB }, calls: () => calls }
}

describe('signing in', () => {
  it('gives a token, the account, and a cookie that scripts and other sites cannot use', async () => {
    const answer = await post('/session', {}, { username: 'station.demo', password: PASSWORD })
    expect(answer.status).toBe(201)
    const { token, account } = (await answer.json()) as SessionAnswer
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(account).toMatchObject({
      id: 'acct-station-demo',
      role: 'station',
      name: '何佩仪',
      stationNumber: '0001',
      district: { code: '440104', name: '越秀区' },
    })
    expect(account.office).toContain('联络站')
    const cookie = answer.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/^__Host-mashang=[\w-]{43};/)
    for (const attribute of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/', 'Max-Age=604800']) {
      expect(cookie).toContain(attribute)
    }
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  it('names offices in the language of the reader', async () => {
    const { token = '' } = await signIn('desk.demo')
    const read = async (language: string) => {
      const answer = await api('/session', { token, language })
      return ((await answer.json()) as SessionAnswer).account
    }
    expect((await read('en')).district).toEqual({ code: '440104', name: 'Yuexiu District' })
    expect((await read('zh-HK')).office).toBe('越秀區')
    expect((await read('zh')).office).toBe('越秀区')
  })

  it('stores no token and no password', async () => {
    const { token = '' } = await signIn('body.demo')
    const { results } = await env.DB.prepare('SELECT * FROM session').all()
    expect(JSON.stringify(results)).not.toContain(token)
    const { results: accounts } = await env.DB.prepare('SELECT password_hash FROM account').all()
    expect(JSON.stringify(accounts)).not.toContain(PASSWORD)
    expect(accounts[0]?.password_hash).toMatch(
      /^scrypt\$32768\$8\$3\$[A-Za-z0-9+/]{22}==\$[A-Za-z0-9+/]{43}=$/,
    )
  })

  it('answers an unknown name and a wrong password alike, in about the same time', async () => {
    const attempt = async (username: string) => {
      const begun = performance.now()
      const answer = await post('/session', {}, { username, password: 'not the password' })
      const { error } = await failureOf(answer)
      return { ms: performance.now() - begun, status: answer.status, error: { ...error, requestId: '' } }
    }
    await attempt('station.demo')
    const known = [
      await attempt('station.demo'),
      await attempt('station.demo'),
      await attempt('station.demo'),
    ]
    const unknown = [await attempt('nobody'), await attempt('nobody'), await attempt('nobody')]
    expect(known[0]).toMatchObject({ status: 401, error: { code: 'BAD_CREDENTIALS' } })
    expect(unknown.map(({ status, error }) => ({ status, error }))).toEqual(
      known.map(({ status, error }) => ({ status, error })),
    )
    const fastest = (tries: { ms: number }[]) => Math.min(...tries.map(({ ms }) => ms))
    expect(fastest(unknown)).toBeGreaterThan(fastest(known) / 2)
  })

  it('does not let a disabled account in, nor its open sessions', async () => {
    const { token = '' } = await signIn('body2.demo')
    await env.DB.prepare("UPDATE account SET disabled_at = 1 WHERE username = 'body2.demo'").run()
    const again = await post('/session', {}, { username: 'body2.demo', password: PASSWORD })
    expect((await failureOf(again)).error.code).toBe('BAD_CREDENTIALS')
    expect(await accountOf({ Authorization: `Bearer ${token}` })).toBe(401)
  })

  it('ends the session the caller came with', async () => {
    const first = await post('/session', {}, { username: 'station.demo', password: PASSWORD })
    const old = cookieOf(first)
    const second = await post(
      '/session',
      { Cookie: old, Origin: ORIGIN },
      { username: 'body.demo', password: PASSWORD },
    )
    expect(second.status).toBe(201)
    expect(await accountOf({ Cookie: old })).toBe(401)
    expect(await accountOf({ Cookie: cookieOf(second) })).toBe(200)
  })

  it('costs two round trips to the database', async () => {
    const { bindings, calls } = countingEnv()
    const request = new Request(SESSION, {
      method: 'POST',
      body: JSON.stringify({ username: 'admin.demo', password: PASSWORD }),
    })
    expect((await app.fetch(request, bindings, createExecutionContext())).status).toBe(201)
    expect(calls()).toBe(2)
  })

  it.each([
    ['no JSON', 'username=a', 400, 'MALFORMED_REQUEST'],
    ['a list', '[]', 400, 'MALFORMED_REQUEST'],
    ['half a character', '{"username":"\\ud800","password":"x"}', 400, 'MALFORMED_REQUEST'],
    ['nothing filled in', '{"username":" "}', 422, 'VALIDATION_FAILED'],
    ['more than 64 KB', JSON.stringify({ username: 'x'.repeat(70_000) }), 413, 'PAYLOAD_TOO_LARGE'],
  ])('refuses %s', async (_, raw, status, code) => {
    const answer = await api('/session', { method: 'POST', raw, language: 'en' })
    expect(answer.status).toBe(status)
    const { error } = await failureOf(answer)
    expect(error.code).toBe(code)
  })
})

it('a refused form names what to mend, in the language of the reader', async () => {
  const answer = await api('/session', { method: 'POST', body: { username: ' ' }, language: 'en' })
  const { error } = await failureOf(answer)
  expect(error.fields).toEqual({ username: 'Please fill this in', password: 'Please fill this in' })
})

describe('a session', () => {
  it('is nobody without a token, and refused with a dead or garbled one', async () => {
    expect(await accountOf({})).toBe(401)
    expect(await accountOf({ Authorization: 'Bearer AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' })).toBe(401)
    expect(await accountOf({ Authorization: 'Basic c3RhdGlvbi5kZW1vOng=' })).toBe(401)
    const answer = await SELF.fetch(SESSION, { headers: { Cookie: '__Host-mashang=dead' } })
    expect(answer.status).toBe(401)
    expect(answer.headers.get('set-cookie')).toMatch(/^__Host-mashang=;.*Max-Age=0/)
  })

  it('ends with its time', async () => {
    const { token = '' } = await signIn('deputy.demo')
    expect(await accountOf({ Authorization: `Bearer ${token}` })).toBe(200)
    await env.DB.prepare("UPDATE session SET expires_at = ?1 WHERE account_id = 'acct-deputy-demo'")
      .bind(Date.now())
      .run()
    expect(await accountOf({ Authorization: `Bearer ${token}` })).toBe(401)
  })

  it('ends with signing out, on the next request', async () => {
    const cookie = cookieOf(await post('/session', {}, { username: 'station2.demo', password: PASSWORD }))
    const out = await SELF.fetch(SESSION, { method: 'DELETE', headers: { Cookie: cookie, Origin: ORIGIN } })
    expect(out.status).toBe(204)
    expect(out.headers.get('set-cookie')).toMatch(/^__Host-mashang=;.*Max-Age=0/)
    expect(await accountOf({ Cookie: cookie })).toBe(401)
    expect((await SELF.fetch(SESSION, { method: 'DELETE' })).status).toBe(204)
  })

  it('of a device needs no name, and its cookie lasts as long as browsers keep one', async () => {
    const answer = await post('/session/anonymous', {})
    expect(answer.status).toBe(201)
    expect(answer.headers.get('set-cookie')).toContain('Max-Age=34560000')
    const { token } = (await answer.json()) as { token: string }
    const current = await api('/session', { token })
    expect(await current.json()).toMatchObject({ account: { role: 'resident', name: '', office: null } })
  })
})

describe('a write from another site', () => {
  let cookie: string
  beforeAll(async () => {
    cookie = cookieOf(await post('/session/anonymous', {}))
  })

  it.each<[string, (own: string) => Record<string, string>, number]>([
    ['the cookie and its own origin', (own) => ({ Cookie: own, Origin: ORIGIN }), 201],
    ['the cookie and a foreign origin', (own) => ({ Cookie: own, Origin: 'https://evil.example' }), 403],
    [
      'the cookie and the same host over another scheme',
      (own) => ({ Cookie: own, Origin: 'https://mashang.test' }),
      403,
    ],
    ['the cookie and a hidden origin', (own) => ({ Cookie: own, Origin: 'null' }), 403],
    ['the cookie and no origin', (own) => ({ Cookie: own }), 403],
    ['no cookie and a foreign origin', () => ({ Origin: 'https://evil.example' }), 403],
    ['neither cookie nor origin', () => ({}), 201],
  ])('with %s', async (_, headers, status) => {
    const answer = await post('/session/anonymous', headers(cookie))
    expect(answer.status).toBe(status)
    // An opened session has no error, so no code.
    expect((await failureOf(answer)).error?.code).toBe(status === 403 ? 'FOREIGN_ORIGIN' : undefined)
  })

  it('with a bearer token is no danger: browsers do not send one by themselves', async () => {
    const { token = '' } = await signIn('station.demo')
    const headers = { Authorization: `Bearer ${token}`, Origin: 'https://servicewechat.com' }
    expect((await post('/session/anonymous', headers)).status).toBe(201)
  })
})

describe('health', () => {
  it('is ok with a database that answers', async () => {
    const answer = await api('/health')
    expect(answer.status).toBe(200)
    expect(await answer.json()).toEqual({
      status: 'ok',
      version: expect.any(String),
      checks: { database: 'ok' },
      demoCity: expect.any(Boolean),
      off: [],
      map: null,
    })
  })

  it('is 503 in its own shape when the database does not', async () => {
    const DB = standInDatabase({
      prepare: () => ({}) as D1PreparedStatement,
      batch: () => Promise.reject(new Error('D1 is away')),
    })
    const answer = await app.fetch(
      new Request(`${ORIGIN}/api/v1/health`),
      { ...env, DB },
      createExecutionContext(),
    )
    expect(answer.status).toBe(503)
    expect(await answer.json()).toMatchObject({ status: 'unavailable', checks: { database: 'unavailable' } })
  })
})
