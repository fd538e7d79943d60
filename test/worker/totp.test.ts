import { env } from 'cloudflare:test'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { AccountAnswer } from '../../shared/contract/account.ts'
import type { Failure } from '../../shared/contract/failure.ts'
import {
  sessionAnswer,
  totpAsked,
  type SessionAnswer,
  type TotpOffer,
  type TotpStatus,
} from '../../shared/contract/session.ts'
import { configFrom } from '../../worker/env.ts'
import { hashPassword } from '../../worker/use-cases/session/password.ts'
import { signIn as signInWith } from '../../worker/use-cases/session/sign-in.ts'
import { invitationToken } from '../support/invitation-token.ts'
import type { Caller } from '../support/api.ts'
import { api } from '../support/api.ts'
import { contextAt } from '../support/at-moment.ts'
import { appCode } from '../support/authenticator.ts'
import { forgetAll, openApi } from '../support/open-city.ts'
import { gathering, pausedDatabase } from '../support/paused-database.ts'
import { seedTestCity } from '../support/test-city.ts'

const PASSWORD = 'three kapok trees by the ferry'
const HALF_MINUTE = 30_000
/** The first millisecond of a half minute. */
const NOON = Date.parse('2026-11-23T04:05:00Z')

let hash = ''
let serial = 0

beforeAll(async () => {
  await seedTestCity()
  hash = await hashPassword(PASSWORD)
})
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOON })
  await forgetAll()
})
afterEach(() => vi.useRealTimers())

/** A fresh account with a password and without a second factor. */
async function person(role: string): Promise<string> {
  const username = `${role}-${(serial += 1)}`
  await env.DB.prepare(
    `INSERT INTO account (id, role, username, name, password_hash, station_number, created_at)
     VALUES (?1, ?2, ?1, '何佩仪', ?3, CASE ?2 WHEN 'station' THEN '0001' END, 0)`,
  )
    .bind(username, role, hash)
    .run()
  return username
}

const enter = (username: string, more: object = {}) =>
  openApi('/session', { body: { username, password: PASSWORD, ...more } })

/** Two whose password and code have proved right before either of them is in. */
async function enterTogether(username: string, totp: string | undefined): Promise<string[]> {
  const together = gathering(2)
  const tries = Array.from({ length: 2 }, async () => {
    const ctx = { ...(await contextAt({}, Date.now())), db: pausedDatabase(2, together) }
    return signInWith(ctx, { username, password: PASSWORD, totp })
  })
  const outcomes = await Promise.allSettled(tries)
  return outcomes.map((outcome) => ('reason' in outcome ? (outcome.reason.code as string) : 'in')).sort()
}

async function codeOf(answer: Response): Promise<string> {
  expect(answer.status).toBeGreaterThanOrEqual(400)
  return ((await answer.json()) as Failure).error.code
}

async function offerOf(answer: Response): Promise<TotpOffer> {
  expect(answer.status).toBe(200)
  const asked = await answer.json()
  return totpAsked.parse(asked).totp
}

async function enteredOf(answer: Response): Promise<SessionAnswer> {
  expect(answer.status, await answer.clone().text()).toBe(201)
  return sessionAnswer.parse(await answer.json())
}

/** Sets a second factor up at the sign-in of a supervisor. */
async function supervisor() {
  const username = await person('supervisor')
  const { secret, enrolment } = await offerOf(await enter(username))
  const first = { totp: appCode(secret, Date.now()), enrolment }
  const { recoveryCodes = [], token } = await enteredOf(await enter(username, first))
  return { username, secret, recoveryCodes, token, first }
}

/** Lets time pass until a code is good that was not used. */
function nextCode(secret: string): string {
  vi.setSystemTime(Date.now() + HALF_MINUTE)
  return appCode(secret, Date.now())
}

describe('in a real city', () => {
  it.each(['supervisor', 'admin'])('a %s sets up a second factor before anything else', async (role) => {
    const username = await person(role)
    const answer = await enter(username)
    expect(answer.headers.get('set-cookie')).toBeNull()
    const { secret, uri, enrolment } = await offerOf(answer)
    expect(uri).toContain(`secret=${secret}`)
    expect(secret).toMatch(/^[A-Z2-7]{32}$/)
    const { results } = await env.DB.prepare('SELECT 1 FROM session WHERE account_id = ?1')
      .bind(username)
      .all()
    expect(results).toEqual([])
    const entered = await enteredOf(await enter(username, { totp: appCode(secret, NOON), enrolment }))
    expect(new Set(entered.recoveryCodes).size).toBe(10)
    expect((await openApi('/session', { token: entered.token })).status).toBe(200)
    // From now on the password alone is not enough.
    expect(await codeOf(await enter(username))).toBe('TOTP_REQUIRED')
  })

  it.each(['station', 'body', 'deputy'])('a %s needs none', async (role) => {
    await enteredOf(await enter(await person(role)))
  })

  it('an offer is good for its account, for half an hour, with its first code, and once', async () => {
    const username = await person('supervisor')
    const other = await person('supervisor')
    const { secret, enrolment } = await offerOf(await enter(username))
    const fieldsWith = async (name: string, more: object) => {
      const answer = await enter(name, more)
      expect(answer.status).toBe(422)
      return Object.keys(((await answer.json()) as Failure).error.fields ?? {})
    }
    const totp = appCode(secret, NOON)
    expect(await fieldsWith(other, { totp, enrolment })).toEqual(['enrolment'])
    expect(await fieldsWith(username, { totp, enrolment: `${enrolment}A` })).toEqual(['enrolment'])
    expect(await fieldsWith(username, { totp, enrolment: 'x' })).toEqual(['enrolment'])
    expect(await fieldsWith(username, { totp: appCode(secret, NOON + 600_000), enrolment })).toEqual(['totp'])
    vi.setSystemTime(NOON + 30 * 60_000)
    const late = { totp: appCode(secret, Date.now()), enrolment }
    expect(await fieldsWith(username, late)).toEqual(['enrolment'])
    vi.setSystemTime(NOON + 30 * 60_000 - 1)
    const first = { totp: appCode(secret, Date.now()), enrolment }
    await enteredOf(await enter(username, first))
    expect(await codeOf(await enter(username, first))).toBe('BAD_CREDENTIALS')
  })

  it('is set up once, of five at the same moment', async () => {
    const username = await person('admin')
    const { secret, enrolment } = await offerOf(await enter(username))
    const totp = appCode(secret, NOON)
    const answers = await Promise.all(Array.from({ length: 5 }, () => enter(username, { totp, enrolment })))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    const codes = await env.DB.prepare('SELECT count(*) AS n FROM recovery_code WHERE account_id = ?1')
      .bind(username)
      .first<number>('n')
    expect(codes).toBe(10)
  })

  it('an invitation asks for it before it is used', async () => {
    const admin = await person('admin')
    const offer = await offerOf(await enter(admin))
    const shown = { totp: appCode(offer.secret, NOON), enrolment: offer.enrolment }
    const { token } = await enteredOf(await enter(admin, shown))
    const body = { role: 'supervisor', username: `invited-${serial}`, name: '冯绍基' }
    const answer = await openApi('/admin/accounts', { token, body })
    const { invitation, account } = (await answer.json()) as AccountAnswer
    const link = invitationToken(invitation)
    const accept = (more: object = {}) =>
      openApi('/invitations', { body: { token: link, password: PASSWORD, ...more } })
    const read = await openApi('/invitations/read', { body: { token: link } })
    expect(await read.json()).toMatchObject({ needsTotp: true })
    const { secret, enrolment } = await offerOf(await accept())
    const chosen = () =>
      env.DB.prepare('SELECT password_hash FROM account WHERE id = ?1')
        .bind(account.id)
        .first<string | null>('password_hash')
    expect(await chosen()).toBeNull()
    const second = { totp: appCode(secret, NOON), enrolment }
    const entered = await enteredOf(await accept(second))
    expect(entered.recoveryCodes).toHaveLength(10)
    expect(await codeOf(await accept(second))).toBe('NOT_FOUND')
    const signedIn = { username: `invited-${serial}`, password: PASSWORD, totp: nextCode(secret) }
    await enteredOf(await openApi('/session', { body: signedIn }))
    // A password that was reset does not take the second factor with it.
    const reset = await openApi(`/admin/accounts/${account.id}`, {
      token,
      method: 'PATCH',
      body: { resetPassword: true },
    })
    const again = invitationToken(((await reset.json()) as AccountAnswer).invitation)
    const renew = (more: object) =>
      openApi('/invitations', { body: { token: again, password: `${PASSWORD}!`, ...more } })
    expect(await codeOf(await renew({}))).toBe('TOTP_REQUIRED')
    expect(await codeOf(await renew({ totp: '000000' }))).toBe('BAD_CREDENTIALS')
    expect((await enteredOf(await renew({ totp: nextCode(secret) }))).recoveryCodes).toBeUndefined()
  })

  it('an administrator helps whoever lost telephone and codes: they set it up anew', async () => {
    const lost = await supervisor()
    const helper = await person('admin')
    const offer = await offerOf(await enter(helper))
    const shown = { totp: appCode(offer.secret, Date.now()), enrolment: offer.enrolment }
    const { token } = await enteredOf(await enter(helper, shown))
    const path = `/admin/accounts/${lost.username}`
    const answer = await openApi(path, { token, method: 'PATCH', body: { resetTotp: true } })
    expect(((await answer.json()) as AccountAnswer).account.totp).toBe(false)
    expect((await openApi('/session', { token: lost.token })).status).toBe(401)
    expect((await offerOf(await enter(lost.username))).secret).not.toBe(lost.secret)
  })
})

describe('a code', () => {
  it('is asked for after the right password only', async () => {
    const { username, secret } = await supervisor()
    expect(await codeOf(await enter(username))).toBe('TOTP_REQUIRED')
    expect(await codeOf(await enter(username, { password: 'wrong' }))).toBe('BAD_CREDENTIALS')
    const totp = nextCode(secret)
    expect(await codeOf(await enter(username, { password: 'wrong', totp }))).toBe('BAD_CREDENTIALS')
    await enteredOf(await enter(username, { totp }))
  })

  it('is good once', async () => {
    const { username, secret, first } = await supervisor()
    expect(await codeOf(await enter(username, { totp: first.totp }))).toBe('BAD_CREDENTIALS')
    const totp = nextCode(secret)
    await enteredOf(await enter(username, { totp }))
    expect(await codeOf(await enter(username, { totp }))).toBe('BAD_CREDENTIALS')
  })

  it('is good once, of many at the same moment', async () => {
    const { username, secret } = await supervisor()
    const totp = nextCode(secret)
    expect(await enterTogether(username, totp)).toEqual(['BAD_CREDENTIALS', 'in'])
  })

  it('may be of the half minute before or after, and no further', async () => {
    const { username, secret } = await supervisor()
    const now = NOON + 600_000
    vi.setSystemTime(now)
    const wrong = [-2, 2].map((steps) => appCode(secret, now + steps * HALF_MINUTE))
    for (const totp of wrong) expect(await codeOf(await enter(username, { totp }))).toBe('BAD_CREDENTIALS')
    for (const steps of [-1, 0, 1]) {
      await enteredOf(await enter(username, { totp: appCode(secret, now + steps * HALF_MINUTE) }))
    }
  })

  it('is not good any more when a later one was used', async () => {
    const { username, secret } = await supervisor()
    const earlier = nextCode(secret)
    const later = nextCode(secret)
    await enteredOf(await enter(username, { totp: later }))
    expect(await codeOf(await enter(username, { totp: earlier }))).toBe('BAD_CREDENTIALS')
  })

  it('counts as a try when it is wrong', async () => {
    const { username, secret } = await supervisor()
    const tries = async () =>
      (await env.DB.prepare("SELECT coalesce(sum(uses), 0) AS n FROM limit_count WHERE rule LIKE 'sign-in%'")
        .bind()
        .first<number>('n')) ?? 0
    const before = await tries()
    await enter(username)
    await enter(username, { totp: nextCode(secret) })
    expect(await tries()).toBe(before)
    await enter(username, { totp: '000000' })
    expect(await tries()).toBe(before + 1)
    // A code that was used before is a wrong one.
    await enter(username, { totp: appCode(secret, Date.now()) })
    expect(await tries()).toBe(before + 2)
  })

  it('is kept by the database from being used twice, whoever writes', async () => {
    const { username } = await supervisor()
    const back = env.DB.prepare('UPDATE account_totp SET last_step = last_step WHERE account_id = ?1').bind(
      username,
    )
    await expect(back.run()).rejects.toThrow('a code is good once')
  })
})

describe('a recovery code', () => {
  it('opens instead of a code, each once, as it was written down', async () => {
    const { username, recoveryCodes } = await supervisor()
    for (const totp of recoveryCodes.slice(0, 2)) {
      await enteredOf(await enter(username, { totp: totp.toLowerCase().replaceAll('-', ' ') }))
      expect(await codeOf(await enter(username, { totp }))).toBe('BAD_CREDENTIALS')
    }
    const { token } = await enteredOf(await enter(username, { totp: recoveryCodes[2] }))
    const status = (await (await openApi('/session/totp', { token })).json()) as TotpStatus
    expect(status).toEqual({ on: true, required: true, recoveryCodesLeft: 7 })
  })

  it('opens once, of many at the same moment', async () => {
    const { username, recoveryCodes } = await supervisor()
    const totp = recoveryCodes[0]
    expect(await enterTogether(username, totp)).toEqual(['BAD_CREDENTIALS', 'in'])
  })

  it('opens its own account alone', async () => {
    const one = await supervisor()
    const two = await supervisor()
    expect(await codeOf(await enter(two.username, { totp: one.recoveryCodes[0] }))).toBe('BAD_CREDENTIALS')
    expect(await codeOf(await enter(two.username, { totp: 'AAAA-AAAA-AAAA-AAAA' }))).toBe('BAD_CREDENTIALS')
  })

  it('is stored as little as the secret and the code', async () => {
    const { secret, recoveryCodes } = await supervisor()
    const rows = await Promise.all(
      ['account_totp', 'recovery_code'].map((table) => env.DB.prepare(`SELECT * FROM ${table}`).all()),
    )
    const text = JSON.stringify(rows.map((table: { results: unknown[] }) => table.results))
    expect(text.length).toBeGreaterThan(500)
    for (const hidden of [
      secret,
      ...recoveryCodes,
      ...recoveryCodes.map((code) => code.replaceAll('-', '')),
    ]) {
      expect(text).not.toContain(hidden)
    }
  })
})

describe('one’s own second factor', () => {
  const change = (token: string, method: string, body: object, call = openApi) =>
    call('/session/totp', { token, method, body })

  /** A station officer who has just turned it on. */
  async function careful() {
    const username = await person('station')
    const other = await enteredOf(await enter(username))
    const { token } = await enteredOf(await enter(username))
    const { secret, enrolment } = await offerOf(await change(token, 'POST', { password: PASSWORD }))
    const answer = await change(token, 'PUT', { enrolment, totp: appCode(secret, Date.now()) })
    expect(answer.status).toBe(200)
    const { recoveryCodes } = (await answer.json()) as { recoveryCodes: string[] }
    return { username, token, secret, recoveryCodes, other: other.token }
  }

  it('is turned on with the password and a code; other sessions end, this one stays', async () => {
    const { username, token, other, recoveryCodes } = await careful()
    expect(recoveryCodes).toHaveLength(10)
    expect((await openApi('/session', { token: other })).status).toBe(401)
    const status = (await (await openApi('/session/totp', { token })).json()) as TotpStatus
    expect(status).toEqual({ on: true, required: false, recoveryCodesLeft: 10 })
    expect(await codeOf(await enter(username))).toBe('TOTP_REQUIRED')
  })

  it('is changed and turned off with the password and a code that is still good', async () => {
    const { username, token, secret } = await careful()
    const used = appCode(secret, Date.now())
    for (const method of ['POST', 'DELETE']) {
      expect(await codeOf(await change(token, method, { password: PASSWORD }))).toBe('TOTP_REQUIRED')
      expect(await codeOf(await change(token, method, { password: 'wrong', totp: used }))).toBe(
        'BAD_CREDENTIALS',
      )
      expect(await codeOf(await change(token, method, { password: PASSWORD, totp: used }))).toBe(
        'BAD_CREDENTIALS',
      )
    }
    const next = await offerOf(await change(token, 'POST', { password: PASSWORD, totp: nextCode(secret) }))
    const proof = { enrolment: next.enrolment, totp: appCode(next.secret, Date.now()) }
    expect((await change(token, 'PUT', proof)).status).toBe(200)
    expect(await codeOf(await enter(username, { totp: nextCode(secret) }))).toBe('BAD_CREDENTIALS')
    const off = { password: PASSWORD, totp: nextCode(next.secret) }
    expect((await change(token, 'DELETE', off)).status).toBe(204)
    const rows = await env.DB.prepare('SELECT 1 FROM recovery_code WHERE account_id = ?1')
      .bind(username)
      .all()
    expect(rows.results).toEqual([])
    await enteredOf(await enter(username))
  })

  it('is turned off by a recovery code too', async () => {
    const { token, username, recoveryCodes } = await careful()
    const totp = recoveryCodes[9]
    expect((await change(token, 'DELETE', { password: PASSWORD, totp })).status).toBe(204)
    await enteredOf(await enter(username))
    expect((await change(token, 'DELETE', { password: PASSWORD })).status).toBe(204)
  })

  it('cannot be turned off where the role must have it', async () => {
    const { token, secret } = await supervisor()
    const off = { password: PASSWORD, totp: nextCode(secret) }
    expect(await codeOf(await change(token, 'DELETE', off))).toBe('NOT_ALLOWED')
  })

  it('is nobody’s without a session, and not a device’s', async () => {
    const device = (await (await openApi('/session/anonymous', { body: {} })).json()) as { token: string }
    expect(await codeOf(await openApi('/session/totp'))).toBe('UNAUTHENTICATED')
    for (const [method, body] of [
      ['POST', { password: PASSWORD }],
      ['DELETE', { password: PASSWORD }],
      ['PUT', { enrolment: 'x', totp: '000000' }],
    ] as const) {
      expect(await codeOf(await openApi('/session/totp', { method, body }))).toBe('UNAUTHENTICATED')
    }
    expect(await codeOf(await change(device.token, 'POST', { password: PASSWORD }))).toBe('NOT_ALLOWED')
  })
})

describe('the demonstration city', () => {
  it.each(['supervisor.demo', 'admin.demo', 'station.demo'])(
    'lets %s in by the password alone',
    async (username) => {
      const answer = await api('/session', { method: 'POST', body: { username, password: 'mashang-demo' } })
      expect(answer.status).toBe(201)
      const caller = (await answer.json()) as Caller
      expect(await (await api('/session/totp', caller)).json()).toEqual({
        on: false,
        required: false,
        recoveryCodesLeft: 0,
      })
    },
  )
})

describe('who must have one', () => {
  const rolesIn = (vars: object) => configFrom({ ...env, DEMO_CITY: 'false', ...vars } as never).totpRoles

  it('is for a city to widen, and never to narrow', () => {
    expect(rolesIn({})).toEqual(['supervisor', 'admin'])
    expect(rolesIn({ TOTP_ROLES: 'station, body' })).toEqual(['station', 'body', 'supervisor', 'admin'])
    expect(rolesIn({ DEMO_CITY: 'true', TOTP_ROLES: 'station' })).toEqual([])
  })

  it('is told at once when it names nobody we know', () => {
    expect(() => rolesIn({ TOTP_ROLES: 'stations' })).toThrow('TOTP_ROLES: stations is no staff role')
  })
})
