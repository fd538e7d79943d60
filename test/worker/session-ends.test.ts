import { env, SELF } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Failure } from '../../shared/contract/failure.ts'
import { sessionList, type SessionList } from '../../shared/contract/session.ts'
import { ROLES, type Role } from '../../shared/domain/actor.ts'
import { sha256 } from '../../worker/adapters/secrets.ts'
import { runBatch } from '../../worker/repository/query.ts'
import { insertSession } from '../../worker/repository/sessions.ts'
import { LIFETIMES } from '../../worker/use-cases/session/lifetimes.ts'
import { listSessions } from '../../worker/use-cases/session/list-sessions.ts'
import { draftSession } from '../../worker/use-cases/session/new-session.ts'
import { hashPassword } from '../../worker/use-cases/session/password.ts'
import { signIn as signInWith } from '../../worker/use-cases/session/sign-in.ts'
import { withActor } from '../../worker/use-cases/session/with-actor.ts'
import { api, signIn, type Caller } from '../support/api.ts'
import { contextAt } from '../support/at-moment.ts'
import { pausedDatabase } from '../support/paused-database.ts'
import { seedTestCity } from '../support/test-city.ts'

const DEMO = 'mashang-demo'
const BETTER = 'three kapok trees by the ferry'
const NOW = Date.now()
const STATION = { id: 'acct-station-demo', role: 'station' } as const

beforeAll(seedTestCity)

/** Sessions without signing in: what is tested here is how they end. */
async function openSessions(account: { id: string; role: Role }, count: number, at = NOW) {
  const ctx = await contextAt({}, at)
  const drafts = await Promise.all(Array.from({ length: count }, () => draftSession(ctx, account)))
  await runBatch(
    env.DB,
    drafts.map(({ row }) => insertSession(env.DB, row)),
  )
  return drafts.map(({ token }): Caller & { token: string } => ({ token }))
}

async function isAlive(caller: Caller, at: number): Promise<boolean> {
  return withActor(await contextAt(caller, at), []).then(
    () => true,
    () => false,
  )
}

async function refusedFields(answer: Response): Promise<string[]> {
  expect(answer.status).toBe(422)
  return Object.keys(((await answer.json()) as Failure).error.fields ?? {})
}

const statusOf = async (caller: Caller) => (await api('/session', caller)).status
const listOf = async (caller: Caller) => (await (await api('/session/list', caller)).json()) as SessionList
const change = (caller: Caller, current: string, next: string) =>
  api('/session/password', { ...caller, method: 'POST', body: { current, new: next } })

describe('the time of a session', () => {
  it.each(ROLES)('ends for a %s when it lies idle, to the millisecond', async (role) => {
    const { idleMs } = LIFETIMES[role]
    const [caller] = await openSessions({ ...STATION, role }, 1)
    expect(await isAlive(caller!, NOW + idleMs)).toBe(false)
    expect(await isAlive(caller!, NOW + idleMs - 1)).toBe(true)
    // That use began the time anew.
    expect(await isAlive(caller!, NOW + 2 * idleMs - 2)).toBe(true)
  })

  it.each(ROLES)('ends for a %s at last, however much it is used', async (role) => {
    const { idleMs, absoluteMs } = LIFETIMES[role]
    const [caller] = await openSessions({ ...STATION, role }, 1)
    for (let at = NOW; at < NOW + absoluteMs; at += idleMs - 1) expect(await isAlive(caller!, at)).toBe(true)
    expect(await isAlive(caller!, NOW + absoluteMs - 1)).toBe(true)
    expect(await isAlive(caller!, NOW + absoluteMs)).toBe(false)
  })

  it('is written only after a twentieth of the idle time', async () => {
    const { idleMs } = LIFETIMES.station
    const [caller] = await openSessions(STATION, 1)
    const seenAt = async () => {
      const row = await env.DB.prepare('SELECT last_seen_at AS at FROM session WHERE token_hash = ?1')
        .bind(await sha256(caller!.token))
        .first<{ at: number }>()
      return (row?.at ?? 0) - NOW
    }
    await isAlive(caller!, NOW + idleMs / 20)
    expect(await seenAt()).toBe(0)
    await isAlive(caller!, NOW + idleMs / 20 + 1)
    expect(await seenAt()).toBe(idleMs / 20 + 1)
  })

  it('goes on with every call, whatever is asked', async () => {
    const [caller] = await openSessions(STATION, 1, NOW - LIFETIMES.station.idleMs + 60_000)
    const ends = async () =>
      (await env.DB.prepare('SELECT max(expires_at) AS at FROM session').first<{ at: number }>())?.at
    await env.DB.prepare('DELETE FROM session WHERE token_hash <> ?1')
      .bind(await sha256(caller!.token))
      .run()
    const before = await ends()
    expect(await statusOf(caller!)).toBe(200)
    expect(await ends()).toBeGreaterThan((before ?? 0) + 7 * 3_600_000)
  })
})

describe('my sessions', () => {
  it('are listed with their devices, the present one marked, and none of anybody else', async () => {
    await env.DB.prepare('DELETE FROM session').run()
    const answer = await SELF.fetch('http://mashang.test/api/v1/session', {
      method: 'POST',
      headers: {
        'User-Agent':
          'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.7444.60 Safari/537.36',
      },
      body: JSON.stringify({ username: 'station.demo', password: DEMO }),
    })
    const caller = (await answer.json()) as Caller & { token: string }
    const [earlier] = await openSessions(STATION, 1, NOW - 1000)
    await openSessions({ id: 'acct-body-demo', role: 'body' }, 2)
    const list = await listOf(caller)
    expect(sessionList.parse(list)).toEqual(list)
    expect(list.items.map(({ label, current }) => ({ label, current }))).toEqual([
      { label: 'Chrome · Windows', current: true },
      { label: null, current: false },
    ])
    expect(JSON.stringify(list)).not.toContain(await sha256(caller.token))
    expect((await listOf(earlier!)).items.map(({ current }) => current)).toEqual([false, true])
  })

  it('leave out what has ended', async () => {
    await env.DB.prepare('DELETE FROM session').run()
    await openSessions(STATION, 1, NOW - LIFETIMES.station.idleMs)
    const [alive] = await openSessions(STATION, 1)
    expect((await listSessions(await contextAt(alive!, NOW))).items).toHaveLength(1)
  })

  it('can be ended one by one, the present one too, but not those of others', async () => {
    const [mine, other] = await openSessions(STATION, 2, NOW + 1)
    const [foreign] = await openSessions({ id: 'acct-body-demo', role: 'body' }, 1)
    const { items } = await listOf(foreign!)
    const end = (id?: string) => api(`/session/${id}`, { ...mine, method: 'DELETE' })
    expect((await end(items.find(({ current }) => current)?.id)).status).toBe(404)
    expect(await statusOf(foreign!)).toBe(200)
    expect((await end('nothing')).status).toBe(404)
    const ids = async (caller: Caller) => (await listOf(caller)).items.find(({ current }) => current)?.id
    expect((await end(await ids(other!))).status).toBe(204)
    expect(await statusOf(other!)).toBe(401)
    expect((await end(await ids(mine!))).status).toBe(204)
    expect(await statusOf(mine!)).toBe(401)
  })

  it('can be ended all but the present one', async () => {
    const [mine, ...others] = await openSessions(STATION, 4)
    const [foreign] = await openSessions({ id: 'acct-body-demo', role: 'body' }, 1)
    expect((await api('/session?all=others', { ...mine, method: 'DELETE' })).status).toBe(204)
    expect(await Promise.all(others.map(statusOf))).toEqual([401, 401, 401])
    expect([await statusOf(mine!), await statusOf(foreign!)]).toEqual([200, 200])
    expect((await api('/session?all=everything', { ...mine, method: 'DELETE' })).status).toBe(422)
    expect(await statusOf(mine!)).toBe(200)
  })

  it('are nobody’s without a session', async () => {
    for (const [path, method] of [
      ['/session/list', 'GET'],
      ['/session/x', 'DELETE'],
      ['/session?all=others', 'DELETE'],
    ] as const) {
      expect((await api(path, { method })).status).toBe(401)
    }
    expect((await change({}, DEMO, BETTER)).status).toBe(401)
  })
})

describe('changing the password', () => {
  it('asks for the present one and refuses a weak one, and then changes nothing', async () => {
    const caller = await signIn('body2.demo')
    const wrong = await change(caller, 'not the password', BETTER)
    expect(wrong.status).toBe(401)
    expect(((await wrong.json()) as Failure).error.code).toBe('BAD_CREDENTIALS')
    for (const weak of ['short', DEMO, 'guangzhou2026', 'body2.demo2026']) {
      expect(await refusedFields(await change(caller, DEMO, weak))).toEqual(['new'])
    }
    await signIn('body2.demo')
  })

  it('says what is wrong in words', async () => {
    const caller = await signIn('body2.demo')
    const body = { current: DEMO, new: 'elf letters' }
    const answer = await api('/session/password', { ...caller, method: 'POST', body, language: 'en' })
    expect(((await answer.json()) as Failure).error.fields?.new).toMatch(/at least 12 characters/)
  })

  it('ends all other sessions, keeps the present one, and only the new password opens', async () => {
    const caller = await signIn('body2.demo')
    const others = await openSessions({ id: 'acct-body2-demo', role: 'body' }, 3)
    expect((await change(caller, DEMO, BETTER)).status).toBe(204)
    expect(await Promise.all(others.map(statusOf))).toEqual([401, 401, 401])
    expect(await statusOf(caller)).toBe(200)
    const tryWith = async (password: string) =>
      (await api('/session', { method: 'POST', body: { username: 'body2.demo', password } })).status
    expect([await tryWith(DEMO), await tryWith(BETTER)]).toEqual([401, 201])
    expect(await refusedFields(await change(caller, BETTER, BETTER))).toEqual(['new'])
  })

  it('is nothing for a device without a password', async () => {
    const answer = await api('/session/anonymous', { method: 'POST' })
    const device = (await answer.json()) as Caller
    expect((await change(device, DEMO, BETTER)).status).toBe(403)
  })

  it('happens once when two do it at the same moment', async () => {
    const [one, two] = await openSessions({ id: 'acct-deputy2-demo', role: 'deputy' }, 2)
    const answers = await Promise.all([change(one!, DEMO, BETTER), change(two!, DEMO, `${BETTER}!`)])
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 401])
  })

  it('leaves no session behind that began with the old one meanwhile', async () => {
    const change = async () => {
      const sql = "UPDATE account SET password_hash = ?1 WHERE username = 'station2.demo'"
      await env.DB.prepare(sql)
        .bind(await hashPassword(BETTER))
        .run()
    }
    // The old password is proved; before the session opens, it stops being the password.
    const ctx = { ...(await contextAt({}, Date.now())), db: pausedDatabase(2, change) }
    const late = signInWith(ctx, { username: 'station2.demo', password: DEMO })
    await expect(late).rejects.toThrow('BAD_CREDENTIALS')
    const left = await env.DB.prepare("SELECT 1 FROM session WHERE account_id = 'acct-station2-demo'").all()
    expect(left.results).toEqual([])
  })

  it('and disabling leave none behind either', async () => {
    const disable = () =>
      env.DB.prepare("UPDATE account SET disabled_at = 1 WHERE username = 'deputy.demo'").run()
    const ctx = { ...(await contextAt({}, Date.now())), db: pausedDatabase(2, disable) }
    const late = signInWith(ctx, { username: 'deputy.demo', password: DEMO })
    await expect(late).rejects.toThrow('BAD_CREDENTIALS')
    await env.DB.prepare("UPDATE account SET disabled_at = NULL WHERE username = 'deputy.demo'").run()
    const left = await env.DB.prepare("SELECT 1 FROM session WHERE account_id = 'acct-deputy-demo'").all()
    expect(left.results).toEqual([])
  })
})

describe('a hash of another cost', () => {
  it('is renewed when its owner signs in, and not otherwise', async () => {
    const hashOf = async () =>
      (
        await env.DB.prepare("SELECT password_hash AS hash FROM account WHERE username = 'supervisor2.demo'")
          .bind()
          .first<{ hash: string }>()
      )?.hash ?? ''
    // scrypt of `mashang-demo` with N = 2^14: what an earlier version may have stored.
    const { scryptSync } = await import('node:crypto')
    const cheap = scryptSync(DEMO, 'a salt for tests', 32, { N: 16_384, r: 8, p: 1 })
    const old = `scrypt$16384$8$1$${Buffer.from('a salt for tests').toString('base64')}$${cheap.toString('base64')}`
    await env.DB.prepare("UPDATE account SET password_hash = ?1 WHERE username = 'supervisor2.demo'")
      .bind(old)
      .run()
    const wrong = { username: 'supervisor2.demo', password: 'wrong' }
    expect((await api('/session', { method: 'POST', body: wrong })).status).toBe(401)
    expect(await hashOf()).toBe(old)
    await signIn('supervisor2.demo')
    const renewed = await hashOf()
    expect(renewed).toMatch(/^scrypt\$32768\$8\$3\$/)
    await signIn('supervisor2.demo')
    expect(await hashOf()).toBe(renewed)
  })
})

describe('revocation', () => {
  const officer = (n: number) => ({ id: `officer-${n}`, role: 'station' as const })

  beforeAll(async () => {
    const password = await hashPassword(BETTER)
    await env.DB.prepare(
      `INSERT INTO account (id, role, username, password_hash, station_number, created_at)
       SELECT 'officer-' || value, 'station', 'officer-' || value, ?1, '0001', 0 FROM json_each(?2)`,
    )
      .bind(password, JSON.stringify(Array.from({ length: 20 }, (_, n) => n)))
      .run()
  })

  it('holds on the very next request, 1,000 times of 1,000', async () => {
    let refused = 0
    const count = async (callers: readonly Caller[]) => {
      for (const caller of callers) if ((await statusOf(caller)) === 401) refused += 1
    }
    const alive = async (callers: readonly Caller[]) =>
      expect(await Promise.all(callers.map(statusOf))).not.toContain(401)
    // 500 sign out, each asked right after its own.
    const leaving = await openSessions(officer(0), 500)
    for (const caller of leaving) {
      expect((await api('/session', { ...caller, method: 'DELETE' })).status).toBe(204)
      await count([caller])
    }
    // Ten accounts are disabled, with 25 sessions each.
    for (let n = 1; n <= 10; n += 1) {
      const callers = await openSessions(officer(n), 25)
      await alive(callers)
      await env.DB.prepare('UPDATE account SET disabled_at = 1 WHERE id = ?1').bind(officer(n).id).run()
      await count(callers)
    }
    // Five change their password, with 50 other sessions each.
    for (let n = 11; n <= 15; n += 1) {
      const [own, ...callers] = await openSessions(officer(n), 51)
      await alive(callers)
      expect((await change(own!, BETTER, `${BETTER} and a boat`)).status).toBe(204)
      await count(callers)
      await alive([own!])
    }
    expect(refused).toBe(1000)
  }, 120_000)

  it('is for good: an account that is enabled again finds its sessions ended', async () => {
    const [caller] = await openSessions(officer(16), 1)
    await env.DB.prepare("UPDATE account SET disabled_at = 1 WHERE id = 'officer-16'").run()
    await env.DB.prepare("UPDATE account SET disabled_at = NULL WHERE id = 'officer-16'").run()
    expect(await statusOf(caller!)).toBe(401)
  })
})
