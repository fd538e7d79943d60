import { env } from 'cloudflare:test'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ReportAnswer, ReportList, SubmitAnswer } from '../../shared/contract/report.ts'
import { DEEDS, limitsOf, windowEnd, type Deed, type Limit } from '../../shared/domain/limits.ts'
import { reportNumber } from '../../shared/domain/receipt.ts'
import { runCron } from '../../worker/jobs/cron.ts'
import { actOn, signIn, submitOpinion, uploadPhoto, type Caller } from '../support/api.ts'
import {
  databaseCalls,
  fail,
  forgetAll,
  openApi,
  refusalOf,
  setUses,
  solve,
  usesOf,
  type Call,
} from '../support/open-city.ts'
import { smallJpeg } from '../support/small-jpeg.ts'
import { seedTestCity } from '../support/test-city.ts'

const LAMP = { channel: 'opinion', stationCode: 'K7Q2M9XA', categoryCode: 'street-lighting' }
const UNKNOWN = reportNumber('2026-11-23', 1_234_567)
const HOME = '203.0.113.7'
/** In the middle of an hour and of a day. */
const NOON = Date.parse('2026-11-23T04:05:00Z')

let station: Caller
let resident: Caller
let filed: SubmitAnswer
let lines = 0

/** Another text each time: what is repeated is another matter. */
function lamp(text = `路口的路灯坏了，第 ${(lines += 1)} 盏。`) {
  return { ...LAMP, text }
}

async function deviceSession(): Promise<string> {
  const answer = await openApi('/session/anonymous', {
    body: {},
    address: `198.51.100.${(lines += 1) % 250}`,
  })
  return ((await answer.json()) as { token: string }).token
}

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOON })
  await seedTestCity()
  station = await signIn('station.demo')
  resident = { token: await deviceSession() }
  filed = await submitOpinion(resident, { ...lamp(), photoIds: [await uploadPhoto(resident)] })
  await env.DB.prepare('UPDATE session SET expires_at = 9e15').run()
  vi.useRealTimers()
})

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOON })
  await forgetAll()
})
afterEach(() => vi.useRealTimers())

/** What stops nobody, and is tried below. */
const ELSEWHERE = ['same-text'] as const
type Tried = Exclude<Deed, (typeof ELSEWHERE)[number]>
const isTried = (deed: Deed): deed is Tried => !(ELSEWHERE as readonly string[]).includes(deed)

/** One try of each deed, from home, by the resident; the status tells that it was let through. */
const TRIES: Record<Tried, { status: number; call: () => [string, Call] }> = {
  submit: { status: 201, call: () => ['/reports', { body: lamp(), ...resident }] },
  upload: {
    status: 201,
    call: () => ['/photos', { body: smallJpeg(), type: 'image/jpeg', ...resident }],
  },
  'device-session': { status: 201, call: () => ['/session/anonymous', { body: {} }] },
  act: {
    status: 409,
    call: () => [
      `/reports/${filed.report.number}/actions`,
      { body: { action: 'supplement', version: 99, text: '补充' }, ...resident },
    ],
  },
  'sign-in': {
    status: 401,
    call: () => ['/session', { body: { username: 'station.demo', password: 'wrong' } }],
  },
  password: {
    status: 401,
    call: () => ['/session/password', { body: { current: 'wrong', new: 'wrong' }, ...station }],
  },
  'query-code': {
    status: 404,
    // A token of somebody else: the session counts, and does not open the report.
    call: () => [`/reports/${filed.report.number}`, { queryCode: 'AAAAAAAA', token: stranger }],
  },
}
let stranger = ''
beforeAll(async () => {
  stranger = await deviceSession()
})

function attempt(deed: Tried, more: Call = {}): Promise<Response> {
  const [path, call] = TRIES[deed].call()
  return openApi(path, { address: HOME, ...call, ...more })
}

const RULES = limitsOf({ demoCity: false })
const named = (limit: Limit) => `${limit.deed} ${limit.per} ${limit.window}`
const TRIED = RULES.filter(({ deed }) => isTried(deed)).map((limit) => [named(limit), limit] as const)
const NEAR = TRIED.filter(([, { near }]) => near !== null)
const MOST = TRIED.filter(([, { most }]) => most !== null)

describe('a limit', () => {
  const deedOf = (limit: Limit) => limit.deed as Tried
  const below = async (limit: Limit, stop: number) => {
    await attempt(deedOf(limit))
    await setUses(named(limit), stop - 1)
    return (await attempt(deedOf(limit))).status
  }

  it.each(NEAR)('%s lets through below and asks for work near it', async (_, limit) => {
    const deed = deedOf(limit)
    expect(await below(limit, limit.near ?? 0)).toBe(TRIES[deed].status)
    const asked = await attempt(deed)
    expect(asked.status).toBe(428)
    const { error, challenge } = await refusalOf(asked)
    expect(error.code).toBe('PROOF_REQUIRED')
    expect((await attempt(deed, { proof: solve(challenge!) })).status).toBe(TRIES[deed].status)
  })

  it.each(MOST)('%s refuses beyond, and says for how long', async (rule, limit) => {
    const deed = deedOf(limit)
    await attempt(deed)
    await setUses(rule, limit.most ?? 0)
    const refused = await attempt(deed)
    expect(refused.status).toBe(429)
    expect((await refusalOf(refused)).error.code).toBe('RATE_LIMITED')
    expect(refused.headers.get('retry-after')).toBe(String((windowEnd(limit, NOON) - NOON) / 1000))
    vi.setSystemTime(windowEnd(limit, NOON) - 1)
    expect((await attempt(deed)).status).toBe(429)
    vi.setSystemTime(windowEnd(limit, NOON))
    expect((await attempt(deed)).status).toBe(TRIES[deed].status)
  })

  it('is tried for every deed', () => {
    expect(Object.keys(TRIES).sort()).toEqual(DEEDS.filter(isTried).sort())
  })

  it('without a proof begins at once to refuse, one below it does not', async () => {
    const [, limit] = MOST.find(([, { near }]) => near === null)!
    expect(await below(limit, limit.most ?? 0)).toBe(TRIES[deedOf(limit)].status)
    expect((await attempt(deedOf(limit))).status).toBe(429)
  })

  it('of many at once lets no more through than of one after another', async () => {
    const many = await Promise.all(Array.from({ length: 30 }, () => attempt('query-code')))
    expect(many.filter(({ status }) => status === 404)).toHaveLength(10)
    expect(many.filter(({ status }) => status === 428)).toHaveLength(20)
    // Nobody makes it dearer for others without paying for it.
    expect(await usesOf('query-code number 60')).toBe(10)
    const passwords = await Promise.all(Array.from({ length: 8 }, () => attempt('sign-in')))
    expect(passwords.filter(({ status }) => status === 401)).toHaveLength(5)
    expect(passwords.filter(({ status }) => status === 428)).toHaveLength(3)
  })

  it('is the same for a household, whatever end of its address it shows, and another one tomorrow', async () => {
    await attempt('device-session', { address: '2001:db8:0:7::1' })
    await attempt('device-session', { address: '2001:0DB8:0000:0007:ffff:1:2:3' })
    await attempt('device-session', { address: '2001:db8:0:8::1' })
    const counts = () => env.DB.prepare('SELECT key, uses FROM limit_count ORDER BY uses').all()
    const { results } = await counts()
    expect(results.map((row: { uses?: unknown }) => row.uses)).toEqual([1, 2])
    vi.setSystemTime(NOON + 86_400_000)
    await forgetAll()
    await attempt('device-session', { address: '2001:db8:0:7::1' })
    const [tomorrow] = (await counts()).results
    expect(results.map((row: { key?: unknown }) => row.key)).not.toContain(tomorrow?.key)
  })

  it('keeps nothing that can be read', async () => {
    for (const deed of Object.keys(TRIES)) await attempt(deed as Tried)
    await setUses('sign-in username 15', 5)
    const { challenge } = await refusalOf(await attempt('sign-in'))
    await attempt('sign-in', { proof: solve(challenge!) })
    const { results: counts } = await env.DB.prepare('SELECT * FROM limit_count').all()
    const { results: proofs } = await env.DB.prepare('SELECT * FROM spent_proof').all()
    expect(counts.length).toBeGreaterThan(12)
    expect(proofs).toHaveLength(1)
    expect(
      [...counts.map((row: { key?: unknown }) => row.key), proofs[0]?.spent_for].filter(
        (key) => !/^[0-9a-f]{32}$/.test(String(key)),
      ),
    ).toEqual([])
    const everything = JSON.stringify([counts, proofs])
    for (const secret of [HOME, 'station.demo', filed.report.number, 'K7Q2M9XA', '路灯', resident.token]) {
      expect(everything).not.toContain(secret)
    }
  })

  it('is forgotten when its window is over, not before', async () => {
    await attempt('device-session')
    await attempt('submit')
    const rules = async () =>
      (await env.DB.prepare('SELECT DISTINCT rule FROM limit_count ORDER BY rule').all()).results.map(
        (row: { rule?: unknown }) => row.rule,
      )
    await runCron(env)
    expect(await rules()).toContain('submit actor 60')
    vi.setSystemTime(NOON + 3_600_000)
    await runCron(env)
    expect(await rules()).toEqual([
      'same-text actor 1440',
      'same-text address 1440',
      'same-text city 1440',
      'submit actor 1440',
      'submit address 1440',
    ])
  })

  it('of the demonstration city lets one machine file 1,000 reports a minute', () => {
    const filing = limitsOf({ demoCity: true }).filter(({ deed }) =>
      ['submit', 'upload', 'device-session', 'act'].includes(deed),
    )
    expect(filing.length).toBeGreaterThan(6)
    expect(filing.filter(({ near, most, window }) => (near ?? most ?? 0) < 1000 * window)).toEqual([])
  })
})

describe('filing', () => {
  it('counts a report once, however often its request comes', async () => {
    const same = { body: lamp(), key: 'the-same-key-again', ...resident, address: HOME }
    await Promise.all(Array.from({ length: 10 }, () => openApi('/reports', same)))
    expect(await usesOf('submit actor 60')).toBe(1)
    await setUses('submit actor 60', 30)
    expect((await openApi('/reports', same)).status).toBe(200)
    expect((await openApi('/reports', { ...same, key: 'quite-another-key' })).status).toBe(429)
  })

  it('does not count what was refused for another reason', async () => {
    expect((await attempt('submit', { body: { ...lamp(), categoryCode: 'no-such-thing' } })).status).toBe(422)
    expect(await usesOf('submit actor 60')).toBe(0)
  })

  it('takes a proof for one report and its repetitions, and for no other', async () => {
    await attempt('submit')
    await setUses('submit actor 60', 6)
    const body = lamp()
    const { challenge } = await refusalOf(await attempt('submit', { body }))
    const proof = solve(challenge!)
    const first = { body, key: 'a-key-with-its-proof', proof }
    expect(
      (await attempt('submit', { ...first, body: { ...body, categoryCode: 'no-such-thing' } })).status,
    ).toBe(422)
    expect((await attempt('submit', first)).status).toBe(201)
    expect((await attempt('submit', first)).status).toBe(200)
    expect((await attempt('submit', { body: lamp(), proof })).status).toBe(428)
  })

  it('says at once whom to call when the words speak of danger', async () => {
    const fire = { body: lamp('楼下着火了，还有人晕倒，快来。'), key: 'a-key-in-an-emergency', ...resident }
    const answer = await openApi('/reports', fire)
    const text = await answer.text()
    expect(JSON.parse(text)).toMatchObject({ emergency: ['119', '120'] })
    expect(await (await openApi('/reports', fire)).text()).toBe(text)
    expect(filed.emergency).toBeNull()
  })
})

describe('the same words again', () => {
  const TEXT = '全市的路灯都坏了，马上修！'

  async function fileAgain(token: string | undefined, address: string, text = TEXT) {
    const answer = await openApi('/reports', { body: lamp(text), ...(token && { token }), address })
    expect(answer.status).toBe(201)
    return (await answer.json()) as SubmitAnswer
  }

  async function heldFor(caller: Caller, { report, queryCode }: SubmitAnswer) {
    const answer = await openApi(`/reports/${report.number}`, { queryCode, ...caller })
    const read = (await answer.json()) as ReportAnswer
    return read.report.heldReason ?? null
  }

  async function listed(caller: Caller, scope: string, { report }: SubmitAnswer) {
    const { items } = (await (await openApi(`/reports?scope=${scope}`, caller)).json()) as ReportList
    const row = items.find(({ number }) => number === report.number)
    if (!row) throw new Error(`${report.number} is not in the list`)
    return row.heldReason ?? null
  }

  it('are taken from one device or address, and marked for the station from the fourth on', async () => {
    const token = await deviceSession()
    for (let time = 1; time <= 3; time += 1)
      expect(await heldFor(station, await fileAgain(token, HOME))).toBeNull()
    const fourth = await fileAgain(token, '203.0.113.200', '全市的路灯，都坏了：马上修')
    expect(fourth.report.state).toBe('submitted')
    expect(await heldFor(station, fourth)).toBe('repeated')
    expect(await heldFor({ token }, fourth)).toBeNull()
    expect(fourth.report.heldReason).toBeUndefined()
    expect(await heldFor(station, await fileAgain(undefined, HOME))).toBe('repeated')
    expect(await heldFor(station, await fileAgain(token, HOME, '另外一件事情，不一样。'))).toBeNull()
  })

  it('are marked from the twenty-first in the city, until somebody has looked', async () => {
    await fileAgain(await deviceSession(), '192.0.2.1')
    await setUses('same-text city 1440', 19)
    expect(await heldFor(station, await fileAgain(await deviceSession(), '192.0.2.2'))).toBeNull()
    const token = await deviceSession()
    const held = await fileAgain(token, '192.0.2.3')
    expect(await heldFor(station, held)).toBe('repeated')
    expect(await listed(station, 'inbox', held)).toBe('repeated')
    expect(await listed({ token }, 'mine', held)).toBeNull()
    await actOn(station, held.report.number, 1, { action: 'ask', text: '请补充位置' })
    expect(await heldFor(station, held)).toBeNull()
  })

  it('are held from the beginning or never', async () => {
    const change = env.DB.prepare("UPDATE report SET held_reason = 'repeated' WHERE number = ?1")
    await expect(change.bind(filed.report.number).run()).rejects.toThrow('known from its beginning')
  })
})

describe('a query code', () => {
  const read = (number: string, call: Call) => openApi(`/reports/${number}`, { address: HOME, ...call })
  const right = () => ({ queryCode: filed.queryCode })

  it('that is right costs nothing', async () => {
    expect((await read(filed.report.number, right())).status).toBe(200)
    expect(await usesOf('query-code number 60')).toBe(0)
  })

  it('is guessed alike at a report and at a number that does not exist', async () => {
    const hear = async (number: string) => {
      await forgetAll()
      const heard: unknown[] = []
      for (let guess = 0; guess < 13; guess += 1) {
        const answer = await read(number, { queryCode: 'AAAAAAAA' })
        const { error, challenge } = await refusalOf(answer)
        heard.push([answer.status, error.code, error.message, challenge?.bits])
      }
      await setUses('query-code address 60', 200)
      heard.push((await read(number, { queryCode: 'AAAAAAAA' })).status)
      return heard
    }
    const existing = await hear(filed.report.number)
    expect(existing[9]).toEqual([404, 'NOT_FOUND', expect.any(String), undefined])
    expect(existing[10]).toEqual([428, 'PROOF_REQUIRED', expect.any(String), 15])
    expect(existing.at(-1)).toBe(429)
    expect(await hear(UNKNOWN)).toEqual(existing)
  })

  it('lets the rightful reporter in when strangers have tried many others, by a proof or by the session', async () => {
    await read(filed.report.number, { queryCode: 'AAAAAAAA', address: '192.0.2.9' })
    await setUses('query-code number 60', 100_000)
    // Else whoever guesses would hear from the refusal that this one was right.
    const asked = await read(filed.report.number, right())
    expect(asked.status).toBe(428)
    const { challenge } = await refusalOf(asked)
    expect(challenge?.bits).toBe(19)
    const proof = solve(challenge!)
    expect((await read(filed.report.number, { ...right(), proof })).status).toBe(200)
    expect((await read(filed.report.number, { queryCode: 'AAAAAAAA', proof })).status).toBe(428)
    expect((await read(filed.report.number, resident)).status).toBe(200)
    expect((await read(filed.report.number, { ...resident, ...right() })).status).toBe(200)
    expect((await read(filed.report.number, { ...station, queryCode: 'AAAAAAAA' })).status).toBe(200)
  })

  it('cannot be guessed at a public report, which needs none', async () => {
    const { report, queryCode } = await submitOpinion(resident, { ...lamp(), consentPublic: true })
    await actOn(station, report.number, 1, { action: 'decline', reason: 'other', text: '不在受理范围内' })
    await actOn(station, report.number, 2, { action: 'publish' })
    for (let guess = 0; guess < 10; guess += 1) {
      expect((await read(report.number, { queryCode: 'AAAAAAAA' })).status).toBe(200)
    }
    expect((await read(report.number, { queryCode: 'AAAAAAAA' })).status).toBe(428)
    expect((await read(report.number, { queryCode })).status).toBe(428)
    expect((await read(report.number, {})).status).toBe(200)
  })

  it('cannot be guessed by way of an action or a photo either', async () => {
    const body = { action: 'withdraw', version: 1 }
    const act = (queryCode: string) =>
      openApi(`/reports/${filed.report.number}/actions`, { body, queryCode, address: HOME })
    for (let guess = 0; guess < 10; guess += 1) expect((await act('AAAAAAAA')).status).toBe(404)
    expect((await act('AAAAAAAA')).status).toBe(428)
    expect((await act(filed.queryCode)).status).toBe(428)
    expect((await read(filed.report.number, right())).status).toBe(428)
    const [photo] = filed.report.photos
    const look = (call: Call) => openApi(`/photos/${photo?.id}`, { address: HOME, ...call })
    expect((await look(right())).status).toBe(428)
    await forgetAll()
    expect((await look(right())).status).toBe(200)
    expect((await look({ queryCode: 'AAAAAAAA' })).status).toBe(404)
    expect(await usesOf('query-code number 60')).toBe(1)
  })

  it('of numbers nobody may read counts for the address, without telling which exist', async () => {
    const uses = async (number: string, call: Call = {}) => {
      await forgetAll()
      await (await read(number, call)).arrayBuffer()
      return usesOf('query-code address 60')
    }
    expect(await uses(UNKNOWN)).toBe(1)
    expect(await uses(filed.report.number)).toBe(1)
    expect(await uses(filed.report.number, { token: stranger })).toBe(1)
    expect(await uses(UNKNOWN, { token: stranger })).toBe(1)
    expect(await uses(filed.report.number, resident)).toBe(0)
    expect(await uses(UNKNOWN, station)).toBe(0)
    expect(await uses('no number at all')).toBe(0)
    expect(await usesOf('query-code number 60')).toBe(0)
    await uses(UNKNOWN)
    await setUses('query-code address 60', 200)
    expect((await read(UNKNOWN, {})).status).toBe(429)
    expect((await read(filed.report.number, {})).status).toBe(429)
  })

  it('is checked in one call, read or counted', async () => {
    for (const queryCode of [filed.queryCode, 'AAAAAAAA']) {
      const before = databaseCalls()
      await read(filed.report.number, { queryCode })
      expect(databaseCalls() - before).toBe(1)
    }
    for (const deed of ['submit', 'upload', 'device-session'] as const) {
      const before = databaseCalls()
      await attempt(deed)
      expect(databaseCalls() - before).toBe(2)
    }
  })
})

describe('signing in', () => {
  const enter = (username: string, password: string, more: Call = {}) =>
    openApi('/session', { body: { username, password }, address: HOME, ...more })

  it('sounds alike for a name that exists and one that does not, and asks for more the more was tried', async () => {
    const hear = async (username: string) => {
      await forgetAll()
      const heard: unknown[] = []
      for (let time = 0; time < 6; time += 1) {
        const answer = await enter(username, 'wrong')
        const { error, challenge } = await refusalOf(answer)
        heard.push([answer.status, error.code, challenge?.bits])
      }
      await setUses('sign-in username 15', 40)
      heard.push((await refusalOf(await enter(username, 'wrong'))).challenge?.bits)
      return heard
    }
    const known = await hear('body.demo')
    expect(known).toEqual([
      ...Array.from({ length: 5 }, () => [401, 'BAD_CREDENTIALS', undefined]),
      [428, 'PROOF_REQUIRED', 15],
      18,
    ])
    expect(await hear('nobody')).toEqual(known)
  })

  it('is never locked: whoever knows the password does the work and is in', async () => {
    await enter('body.demo', 'wrong', { address: '192.0.2.44' })
    await setUses('sign-in username 15', 5)
    const { challenge } = await refusalOf(await enter('body.demo', 'mashang-demo'))
    expect((await enter('body.demo', 'mashang-demo', { proof: solve(challenge!) })).status).toBe(201)
  })

  it('with the right password is not counted, and wipes nothing out', async () => {
    await enter('body.demo', 'wrong')
    await enter('body.demo', 'mashang-demo')
    expect(await usesOf('sign-in username 15')).toBe(1)
    expect(await usesOf('sign-in address 15')).toBe(1)
  })
})

describe('a proof of work', () => {
  async function asked() {
    await attempt('sign-in')
    await setUses('sign-in username 15', 5)
    return (await refusalOf(await attempt('sign-in'))).challenge!
  }
  const withProof = async (proof: string) => (await attempt('sign-in', { proof })).status

  it('is good once', async () => {
    const proof = solve(await asked())
    expect(await withProof(proof)).toBe(401)
    expect(await withProof(proof)).toBe(428)
  })

  it('is good once, of many at once too', async () => {
    const proof = solve(await asked())
    const statuses = await Promise.all(Array.from({ length: 5 }, () => withProof(proof)))
    expect(statuses.filter((status) => status === 401)).toHaveLength(1)
  })

  it('expires', async () => {
    const challenge = await asked()
    const proof = solve(challenge)
    vi.setSystemTime(Date.parse(challenge.expiresAt))
    expect(await withProof(proof)).toBe(428)
    vi.setSystemTime(Date.parse(challenge.expiresAt) - 1)
    expect(await withProof(proof)).toBe(401)
  })

  it('is worth nothing when it was not done, forged, made easier, or done for something else', async () => {
    const challenge = await asked()
    expect(await withProof(fail(challenge))).toBe(428)
    expect(await withProof(challenge.text)).toBe(428)
    const forged = challenge.text.replace(/.$/, (last) => (last === 'a' ? 'b' : 'a'))
    expect(await withProof(solve({ ...challenge, text: forged }))).toBe(428)
    const easier = challenge.text.replace('.15.', '.1.')
    expect(await withProof(solve({ text: easier, bits: 1 }))).toBe(428)
    await attempt('device-session')
    await setUses('device-session address 60', 60)
    const { challenge: other } = await refusalOf(await attempt('device-session'))
    expect(await withProof(solve(other!))).toBe(428)
    expect(await withProof(solve(challenge))).toBe(401)
  })

  it('that is too easy for what happened meanwhile is not enough', async () => {
    const proof = solve(await asked())
    await setUses('sign-in username 15', 20)
    const answer = await attempt('sign-in', { proof })
    expect(answer.status).toBe(428)
    expect((await refusalOf(answer)).challenge?.bits).toBe(17)
  })
})
