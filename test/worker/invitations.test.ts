import { env, SELF } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import type { AccountAnswer } from '../../shared/contract/account.ts'
import type { Failure } from '../../shared/contract/failure.ts'
import { invitation, type Invitation } from '../../shared/contract/invitation.ts'
import type { SessionAnswer } from '../../shared/contract/session.ts'
import { acceptInvitation } from '../../worker/use-cases/invitation/accept-invitation.ts'
import { readInvitation } from '../../worker/use-cases/invitation/read-invitation.ts'
import { invitationToken } from '../support/invitation-token.ts'
import { api, signIn, type Caller } from '../support/api.ts'
import { contextAt } from '../support/at-moment.ts'
import { gathering, pausedDatabase } from '../support/paused-database.ts'
import { seedTestCity } from '../support/test-city.ts'

const PASSWORD = 'three kapok trees by the ferry'
const WEEK = 7 * 86_400_000

let admin: Caller
let serial = 0

beforeAll(async () => {
  await seedTestCity()
  admin = await signIn('admin.demo')
})

/** An officer who is invited; the token of the link. */
async function invite(): Promise<{ token: string; username: string; id: string; expiresAt: number }> {
  const username = `guest-${(serial += 1)}`
  const body = { role: 'station', username, name: '何佩仪', stationNumber: '0001' }
  const answer = await api('/admin/accounts', { ...admin, method: 'POST', body })
  const { account, invitation } = (await answer.json()) as AccountAnswer
  return {
    token: invitationToken(invitation),
    username,
    id: account.id,
    expiresAt: Date.parse(invitation?.expiresAt ?? ''),
  }
}

const read = (token: string) => api('/invitations/read', { method: 'POST', body: { token } })
const accept = (token: string, password = PASSWORD) =>
  api('/invitations', { method: 'POST', body: { token, password } })

async function failureOf(answer: Response): Promise<Failure['error']> {
  return ((await answer.json()) as Failure).error
}

describe('an invitation', () => {
  it('tells its guest who they are, as often as it is opened', async () => {
    const { token, username, expiresAt } = await invite()
    const answer = await read(token)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const shown = (await answer.json()) as Invitation
    expect(invitation.parse(shown)).toEqual(shown)
    expect(shown).toMatchObject({ role: 'station', username, name: '何佩仪', needsTotp: false })
    expect(shown.office).toContain('联络站')
    expect(Date.parse(shown.expiresAt)).toBe(expiresAt)
    expect((await read(token)).status).toBe(200)
  })

  it('signs in with the password that was chosen, in a browser too', async () => {
    const { token, username } = await invite()
    const answer = await SELF.fetch('http://mashang.test/api/v1/invitations', {
      method: 'POST',
      headers: { Origin: 'http://mashang.test', 'Content-Type': 'application/json' },
      body: JSON.stringify({ token, password: PASSWORD }),
    })
    expect(answer.status).toBe(201)
    expect(answer.headers.get('set-cookie')).toMatch(/^__Host-mashang=[\w-]{43};.*HttpOnly; Secure; SameSite/)
    const { token: session, account } = (await answer.json()) as SessionAnswer
    expect(account).toMatchObject({ role: 'station', stationNumber: '0001' })
    expect((await api('/session', { token: session })).status).toBe(200)
    const again = await api('/session', { method: 'POST', body: { username, password: PASSWORD } })
    expect(again.status).toBe(201)
  })

  it('is the same nothing when it is used, replaced, expired, unknown or garbled', async () => {
    const used = await invite()
    expect((await accept(used.token)).status).toBe(201)
    const replaced = await invite()
    await api(`/admin/accounts/${replaced.id}`, { ...admin, method: 'PATCH', body: { resetPassword: true } })
    const expired = await invite()
    await env.DB.prepare('UPDATE invitation SET expires_at = ?2 WHERE account_id = ?1')
      .bind(expired.id, Date.now())
      .run()
    const answers = []
    for (const token of [used.token, replaced.token, expired.token, 'A'.repeat(43), 'x%20y']) {
      const { requestId: _read, ...shown } = await failureOf(await read(token))
      const { requestId: _sent, ...sent } = await failureOf(await accept(token))
      answers.push(shown, sent)
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]?.code).toBe('NOT_FOUND')
  })

  it('lasts a week, to the millisecond', async () => {
    const { token, expiresAt, id } = await invite()
    expect(Math.abs(expiresAt - Date.now() - WEEK)).toBeLessThan(60_000)
    expect(await readInvitation(await contextAt({}, expiresAt - 1), token)).toMatchObject({ role: 'station' })
    await expect(readInvitation(await contextAt({}, expiresAt), token)).rejects.toThrow('NOT_FOUND')
    const late = acceptInvitation(await contextAt({}, expiresAt), { token, password: PASSWORD })
    await expect(late).rejects.toThrow('NOT_FOUND')
    const { results } = await env.DB.prepare('SELECT password_hash FROM account WHERE id = ?1').bind(id).all()
    expect(results).toEqual([{ password_hash: null }])
  })

  it('survives a password that is refused', async () => {
    const { token, username } = await invite()
    for (const weak of [
      'short',
      'mashang-demo',
      'guangzhou2026',
      `${username}-${username}`,
      '梅花村2026010101',
    ]) {
      const answer = await accept(token, weak)
      expect(answer.status).toBe(422)
      expect(Object.keys((await failureOf(answer)).fields ?? {})).toEqual(['password'])
    }
    expect((await accept(token)).status).toBe(201)
  })

  it('works once, of twenty at the same moment', async () => {
    const { token, username, id } = await invite()
    const passwords = Array.from({ length: 20 }, (_, n) => `${PASSWORD} number ${n}`)
    // All twenty have read it before the first one uses it.
    const together = gathering(20)
    const outcomes = await Promise.allSettled(
      passwords.map(async (password) => {
        const ctx = { ...(await contextAt({}, Date.now())), db: pausedDatabase(2, together) }
        return acceptInvitation(ctx, { token, password })
      }),
    )
    const winner = outcomes.findIndex(({ status }) => status === 'fulfilled')
    const refused = outcomes.flatMap((outcome) => ('reason' in outcome ? [outcome.reason.code] : []))
    expect(refused).toEqual(Array(19).fill('NOT_FOUND'))
    const { results } = await env.DB.prepare('SELECT id FROM session WHERE account_id = ?1').bind(id).all()
    expect(results).toHaveLength(1)
    const enter = (password: string) => api('/session', { method: 'POST', body: { username, password } })
    expect((await enter(passwords[winner] ?? '')).status).toBe(201)
    expect((await enter(passwords[(winner + 1) % 20] ?? '')).status).toBe(401)
  })

  it('ends the session its guest came with, when it is taken and not before', async () => {
    const device = (await (await api('/session/anonymous', { method: 'POST' })).json()) as Caller
    const { token } = await invite()
    const send = (password: string) =>
      api('/invitations', { ...device, method: 'POST', body: { token, password } })
    await send('short')
    expect((await api('/session', device)).status).toBe(200)
    expect((await send(PASSWORD)).status).toBe(201)
    expect((await api('/session', device)).status).toBe(401)
    const another = (await (await api('/session/anonymous', { method: 'POST' })).json()) as Caller
    await api('/invitations', { ...another, method: 'POST', body: { token, password: PASSWORD } })
    expect((await api('/session', another)).status).toBe(200)
  })
})
