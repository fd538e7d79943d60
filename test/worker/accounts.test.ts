import { env } from 'cloudflare:test'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  accountAnswer,
  accountList,
  type AccountAnswer,
  type AccountList,
} from '../../shared/contract/account.ts'
import type { Failure } from '../../shared/contract/failure.ts'
import { invitationToken } from '../support/invitation-token.ts'
import { api, signIn, type Caller } from '../support/api.ts'
import { seedTestCity } from '../support/test-city.ts'

const PATH = '/admin/accounts'
const PASSWORD = 'three kapok trees by the ferry'

let admin: Caller
let serial = 0

beforeAll(async () => {
  await seedTestCity()
  admin = await signIn('admin.demo')
})
beforeEach(() => {
  serial += 1
})

const create = (body: object, caller = admin) => api(PATH, { ...caller, method: 'POST', body })
const patch = (id: string, body: object, caller = admin) =>
  api(`${PATH}/${id}`, { ...caller, method: 'PATCH', body })
const statusOf = async (caller: Caller) => (await api('/session', caller)).status
const tokenIn = (answer: AccountAnswer) => invitationToken(answer.invitation)
const accept = (token: string, password = PASSWORD) =>
  api('/invitations', { method: 'POST', body: { token, password } })

async function fieldsOf(answer: Response): Promise<Record<string, string>> {
  expect(answer.status).toBe(422)
  return ((await answer.json()) as Failure).error.fields ?? {}
}

async function created(body: object): Promise<AccountAnswer> {
  const answer = await create(body)
  expect(answer.status, await answer.clone().text()).toBe(201)
  return (await answer.json()) as AccountAnswer
}

/** An officer of station 0001 who has accepted the invitation. */
async function officer(): Promise<{ id: string; username: string; caller: Caller }> {
  const username = `officer-${serial}`
  const answer = await created({ role: 'station', username, name: '何佩仪', stationNumber: '0001' })
  const entered = await accept(tokenIn(answer))
  expect(entered.status).toBe(201)
  return { id: answer.account.id, username, caller: (await entered.json()) as Caller }
}

describe('a new account', () => {
  it.each([
    ['station', { stationNumber: '0001' }, { stationNumber: '0001', district: { code: '440104' } }],
    ['body', { bodyCode: 'yuexiu-housing-construction' }, { bodyCode: 'yuexiu-housing-construction' }],
    ['deputy', { deputyId: 'd-0001-02' }, { deputyId: 'd-0001-02', stationNumber: '0001' }],
    ['supervisor', { districtCode: '440104' }, { district: { code: '440104', name: '越秀区' } }],
    ['supervisor', {}, { office: null }],
    ['admin', {}, { office: null }],
  ])('of the role %s gets its office and a link that works once', async (role, office, shown) => {
    const username = `new.${role}-${serial}`
    const answer = await created({ role, username, name: '冯绍基', ...office })
    expect(accountAnswer.parse(answer)).toEqual(answer)
    expect(answer.account).toMatchObject({ role, username, disabled: false, totp: false, ...shown })
    expect(answer.account.invitedUntil).toBe(answer.invitation?.expiresAt)
    expect(answer.invitation?.link).toMatch(/^http:\/\/mashang\.test\/staff\/invitation#[\w-]{43}$/)
    const entered = await accept(tokenIn(answer))
    expect(entered.status).toBe(201)
    const { account } = (await entered.json()) as { account: { role: string } }
    expect(account.role).toBe(role)
    expect((await accept(tokenIn(answer))).status).toBe(404)
  })

  it('cannot be signed in to before its password is chosen', async () => {
    const { account } = await created({ role: 'admin', username: `mute-${serial}`, name: '关锦添' })
    const body = { username: account.username, password: 'mashang-demo' }
    expect((await api('/session', { method: 'POST', body })).status).toBe(401)
  })

  it.each([
    ['a name that is taken', { role: 'admin', username: 'station.demo', name: 'x' }, ['username']],
    ['a station without its number', { role: 'station', username: 'abc', name: 'x' }, ['stationNumber']],
    [
      'an unknown station',
      { role: 'station', username: 'abc', name: 'x', stationNumber: '9999' },
      ['stationNumber'],
    ],
    ['an unknown body', { role: 'body', username: 'abc', name: 'x', bodyCode: 'nobody' }, ['bodyCode']],
    ['an unknown deputy', { role: 'deputy', username: 'abc', name: 'x', deputyId: 'd-1' }, ['deputyId']],
    [
      'an unknown district',
      { role: 'supervisor', username: 'abc', name: 'x', districtCode: '1' },
      ['districtCode'],
    ],
    [
      'an office of another role',
      { role: 'admin', username: 'abc', name: 'x', stationNumber: '0001' },
      ['stationNumber'],
    ],
    ['a resident', { role: 'resident', username: 'abc', name: 'x' }, ['role']],
    ['a name nobody can read out', { role: 'admin', username: 'Anna B', name: 'x' }, ['username']],
    ['no person', { role: 'admin', username: 'abc', name: ' ' }, ['name']],
  ])('is refused with %s', async (_, body, fields) => {
    expect(Object.keys(await fieldsOf(await create(body)))).toEqual(fields)
  })

  it('keeps nothing in the database that opens it', async () => {
    const answer = await created({ role: 'admin', username: `hash-${serial}`, name: '关锦添' })
    const { results } = await env.DB.prepare('SELECT * FROM invitation').all()
    expect(results.length).toBeGreaterThan(0)
    expect(JSON.stringify(results)).not.toContain(tokenIn(answer))
  })
})

it('only administrators see and change accounts', async () => {
  for (const name of ['station', 'body', 'deputy', 'supervisor', 'desk']) {
    const caller = await signIn(`${name}.demo`)
    expect((await api(PATH, caller)).status).toBe(403)
    expect((await create({ role: 'admin', username: 'abc', name: 'x' }, caller)).status).toBe(403)
    expect((await patch('acct-body-demo', { disabled: true }, caller)).status).toBe(403)
  }
  expect((await api(PATH)).status).toBe(401)
  expect((await create({ role: 'admin', username: 'abc', name: 'x' }, {})).status).toBe(401)
  expect((await patch('acct-body-demo', { disabled: true }, {})).status).toBe(401)
})

describe('the list', () => {
  const listOf = async (query: string) => {
    const answer = await api(`${PATH}?${query}`, admin)
    expect(answer.status).toBe(200)
    return (await answer.json()) as AccountList
  }

  it('gives every account that can sign in once, page by page, and no device', async () => {
    await api('/session/anonymous', { method: 'POST' })
    const all = await listOf('limit=100')
    expect(accountList.parse(all)).toEqual(all)
    expect(all.nextCursor).toBeNull()
    const paged: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page: AccountList = await listOf(`limit=3&cursor=${cursor}`)
      expect(page.items.length).toBeLessThanOrEqual(3)
      paged.push(...page.items.map(({ username }) => username))
      cursor = page.nextCursor
    }
    const rows = await env.DB.prepare(
      "SELECT username FROM account WHERE role <> 'resident' AND username IS NOT NULL ORDER BY username",
    ).all<{ username: string }>()
    expect(paged).toEqual(rows.results.map((row: { username: string }) => row.username))
    expect(all.items.map(({ username }) => username)).toEqual(paged)
  })

  it('is searched by user name, person and role', async () => {
    const names = async (query: string) => (await listOf(query)).items.map(({ username }) => username)
    expect(await names('q=STATION2')).toEqual(['station2.demo'])
    expect(await names(`q=${encodeURIComponent('郑若兰')}`)).toEqual(['supervisor2.demo'])
    expect(await names('role=deputy&q=demo')).toEqual(['deputy.demo', 'deputy2.demo'])
    expect((await api(`${PATH}?role=resident`, admin)).status).toBe(422)
    expect((await api(`${PATH}?cursor=nonsense`, admin)).status).toBe(422)
  })
})

describe('an account', () => {
  it('that is disabled is out at once, and in again only with its password', async () => {
    const { id, username, caller } = await officer()
    const answer = await patch(id, { disabled: true })
    expect(answer.status).toBe(200)
    expect(((await answer.json()) as AccountAnswer).account.disabled).toBe(true)
    expect(await statusOf(caller)).toBe(401)
    const enter = () => api('/session', { method: 'POST', body: { username, password: PASSWORD } })
    expect((await enter()).status).toBe(401)
    expect((await patch(id, { disabled: false })).status).toBe(200)
    expect(await statusOf(caller)).toBe(401)
    expect((await enter()).status).toBe(201)
  })

  it('that is disabled cannot use an invitation that was on its way', async () => {
    const answer = await created({ role: 'admin', username: `late-${serial}`, name: '关锦添' })
    await patch(answer.account.id, { disabled: true })
    expect((await accept(tokenIn(answer))).status).toBe(404)
    await patch(answer.account.id, { disabled: false })
    expect((await accept(tokenIn(answer))).status).toBe(404)
  })

  it('whose password is reset is out, and comes in by a new link alone', async () => {
    const { id, username, caller } = await officer()
    const first = (await (await patch(id, { resetPassword: true })).json()) as AccountAnswer
    expect(await statusOf(caller)).toBe(401)
    const body = { username, password: PASSWORD }
    expect((await api('/session', { method: 'POST', body })).status).toBe(401)
    const second = (await (await patch(id, { resetPassword: true })).json()) as AccountAnswer
    expect((await accept(tokenIn(first))).status).toBe(404)
    expect((await accept(tokenIn(second), 'another ferry by three trees')).status).toBe(201)
    expect((await api('/session', { method: 'POST', body })).status).toBe(401)
  })

  it('is renamed without anything else', async () => {
    const { id, caller } = await officer()
    const answer = (await (await patch(id, { name: '何佩怡' })).json()) as AccountAnswer
    expect(answer.account.name).toBe('何佩怡')
    expect(answer.invitation).toBeUndefined()
    expect(await statusOf(caller)).toBe(200)
  })

  it('that does not exist, or is a resident’s device, is not found', async () => {
    const device = (await (await api('/session/anonymous', { method: 'POST' })).json()) as Caller
    const { account } = (await (await api('/session', device)).json()) as { account: { id: string } }
    expect((await patch(account.id, { disabled: true })).status).toBe(404)
    expect((await patch('nobody', { disabled: true })).status).toBe(404)
    expect(await statusOf(device)).toBe(200)
  })

  it('is not changed by nothing, and by nothing unknown', async () => {
    expect(Object.keys(await fieldsOf(await patch('acct-body-demo', {})))).toEqual(['disabled'])
    expect(Object.keys(await fieldsOf(await patch('acct-body-demo', { role: 'admin' })))).toContain('role')
  })
})

describe('an administrator', () => {
  it('cannot shut themselves out', async () => {
    for (const change of [{ disabled: true }, { resetPassword: true }, { resetTotp: true }]) {
      const fields = await fieldsOf(await patch('acct-admin-demo', change))
      expect(Object.keys(fields)).toEqual(Object.keys(change))
    }
    expect(await statusOf(admin)).toBe(200)
    expect((await patch('acct-admin-demo', { name: '关锦添', disabled: false })).status).toBe(200)
  })

  it('is left, when two disable each other at the same moment', async () => {
    const others = await env.DB.prepare(
      "SELECT id FROM account WHERE role = 'admin' AND id <> 'acct-admin-demo' AND disabled_at IS NULL",
    ).all<{ id: string }>()
    for (const { id } of others.results) await patch(id, { disabled: true })
    const answer = await created({ role: 'admin', username: `second-${serial}`, name: '关锦添' })
    const second = (await (await accept(tokenIn(answer))).json()) as Caller
    const [one, two] = await Promise.all([
      patch(answer.account.id, { disabled: true }),
      patch('acct-admin-demo', { disabled: true }, second),
    ])
    const left = await env.DB.prepare(
      "SELECT count(*) AS n FROM account WHERE role = 'admin' AND disabled_at IS NULL",
    ).first<number>('n')
    expect(left).toBe(1)
    expect([one.status, two.status].filter((status) => status === 200)).toHaveLength(1)
  })

  it('is kept by the database, whoever writes', async () => {
    const disable = () =>
      env.DB.prepare("UPDATE account SET disabled_at = 1 WHERE role = 'admin' AND disabled_at IS NULL").run()
    await expect(disable()).rejects.toThrow('a city keeps an administrator')
  })
})
