import { env } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ReportAnswer } from '../../shared/contract/report.ts'
import { actOn, api, signIn, submitOpinion, uploadPhoto, type Caller } from '../support/api.ts'
import { seedTestCity } from '../support/test-city.ts'

const LAMP = { categoryCode: 'street-lighting', text: '中山四路口的路灯坏了三天，晚上很黑。' }
const PLEASED = { action: 'rate', answered: true, solved: true, satisfied: true }

let station: Caller
let station2: Caller
let body: Caller
let supervisor: Caller

beforeAll(async () => {
  await seedTestCity()
  station = await signIn('station.demo')
  station2 = await signIn('station2.demo')
  body = await signIn('body.demo')
  supervisor = await signIn('supervisor.demo')
})

async function resident(): Promise<Caller> {
  const answer = await api('/session/anonymous', { method: 'POST', body: {} })
  return { token: ((await answer.json()) as { token: string }).token }
}

interface Filed {
  number: string
  reporter: Caller
}

async function file(content: object = LAMP): Promise<Filed> {
  const reporter = await resident()
  const { report } = await submitOpinion(reporter, content)
  return { number: report.number, reporter }
}

async function read(caller: Caller, number: string): Promise<ReportAnswer> {
  return (await (await api(`/reports/${number}`, caller)).json()) as ReportAnswer
}

/** Takes an action at the report's present version. */
async function act(caller: Caller, number: string, command: object): Promise<ReportAnswer> {
  const row = await env.DB.prepare('SELECT version FROM report WHERE number = ?1')
    .bind(number)
    .first<number>('version')
  return actOn(caller, number, row ?? 0, command)
}

async function refusal(caller: Caller, number: string, command: object) {
  const version = await env.DB.prepare('SELECT version FROM report WHERE number = ?1')
    .bind(number)
    .first('version')
  const answer = await api(`/reports/${number}/actions`, {
    ...caller,
    method: 'POST',
    body: { ...command, version },
  })
  const { error } = (await answer.json()) as { error: { code: string; fields?: Record<string, string> } }
  return { status: answer.status, code: error.code, fields: Object.keys(error.fields ?? {}) }
}

const merge = (leadNumber: string) => ({ action: 'merge', leadNumber })

async function bringToReview(number: string): Promise<void> {
  await act(station, number, {
    action: 'assign',
    bodyCode: 'yuexiu-housing-construction',
    complexity: 'simple',
  })
  await act(body, number, { action: 'sign' })
  const photo = await uploadPhoto(body)
  await act(body, number, { action: 'finish', text: '灯已换新，今晚亮了。', photoIds: [photo] })
}

describe('a merged report', () => {
  it('follows its lead, gets the lead’s answer with its photos, and is rated by its own reporter', async () => {
    const lead = await file()
    const follower = await file({ ...LAMP, text: '路口那盏灯一直不亮，老人走路看不见。' })
    const merged = await act(station, follower.number, merge(lead.number))
    expect(merged.report).toMatchObject({
      state: 'merged',
      holder: null,
      dueAt: null,
      lead: { number: lead.number, state: 'submitted' },
    })
    expect((await read(station, lead.number)).report.followers).toEqual([follower.number])
    expect((await read(lead.reporter, lead.number)).report.followers).toEqual([])

    await bringToReview(lead.number)
    await act(station, lead.number, { action: 'approve' })

    const answered = await read(follower.reporter, follower.number)
    expect(answered.report).toMatchObject({
      state: 'answered',
      holder: { type: 'reporter' },
      body: { code: 'yuexiu-housing-construction' },
      lead: { number: lead.number, state: 'answered' },
    })
    expect(answered.actions).toContain('rate')
    const settled = answered.timeline.at(-1)
    expect(settled).toMatchObject({
      action: 'settle',
      from: 'merged',
      to: 'answered',
      text: '灯已换新，今晚亮了。',
      actor: { role: 'clock' },
      data: { leadNumber: lead.number },
    })
    expect(settled?.photos).toHaveLength(1)
    expect((await api(settled?.photos[0]?.thumb.replace('/api/v1', '') ?? '')).status).toBe(200)

    expect((await act(follower.reporter, follower.number, PLEASED)).report.state).toBe('closed')
    expect((await read(lead.reporter, lead.number)).report.state).toBe('answered')
  })

  it('goes to the body that answered when its own reporter is not satisfied', async () => {
    const lead = await file()
    const follower = await file()
    await act(station, follower.number, merge(lead.number))
    await bringToReview(lead.number)
    await act(station, lead.number, { action: 'approve' })
    const again = await act(follower.reporter, follower.number, { ...PLEASED, satisfied: false })
    expect(again.report).toMatchObject({
      state: 'assigned',
      round: 2,
      holder: { type: 'body', code: 'yuexiu-housing-construction' },
    })
  })

  it('is restored by unmerging to where it stood, with its promise as it was', async () => {
    const lead = await file()
    const follower = await file()
    await act(station, follower.number, {
      action: 'assign',
      bodyCode: 'yuexiu-housing-construction',
      complexity: 'simple',
    })
    const before = await read(station, follower.number)
    await act(station, follower.number, merge(lead.number))
    const restored = await act(station, follower.number, { action: 'unmerge', text: '是另一盏灯' })
    expect(restored.report).toMatchObject({
      state: 'assigned',
      holder: { type: 'body', code: 'yuexiu-housing-construction' },
      lead: null,
      promisedAt: before.report.promisedAt,
    })
    expect(restored.report.dueAt).not.toBeNull()
    await bringToReview(lead.number)
    await act(station, lead.number, { action: 'approve' })
    expect((await read(station, follower.number)).report.state).toBe('assigned')
  })

  it.each([
    ['is declined', (lead: Filed) => act(station, lead.number, { action: 'decline', reason: 'no_content' })],
    ['is withdrawn', (lead: Filed) => act(lead.reporter, lead.number, { action: 'withdraw' })],
  ])('is let go when its lead %s', async (_, end) => {
    const lead = await file()
    const follower = await file()
    await act(station, follower.number, merge(lead.number))
    await end(lead)
    const free = await read(station, follower.number)
    expect(free.report).toMatchObject({ state: 'submitted', holder: { type: 'station' }, lead: null })
    expect(free.timeline.at(-1)).toMatchObject({ action: 'unmerge', actor: { role: 'clock' } })
  })
})

describe('a lead', () => {
  it('cannot be the report itself, a merged one, one that ended, or one the actor may not know of', async () => {
    const lead = await file()
    const follower = await file()
    const third = await file()
    const elsewhere = await submitOpinion(await resident(), {
      ...LAMP,

      ...(await secondStation()),
    })
    const invalid = { status: 422, code: 'VALIDATION_FAILED', fields: ['leadNumber'] }
    expect(await refusal(station, lead.number, merge(lead.number))).toEqual(invalid)
    await act(station, follower.number, merge(lead.number))
    expect(await refusal(station, third.number, merge(follower.number))).toEqual(invalid)
    // A circle: the lead into its own follower; a chain: the lead into a third one.
    expect(await refusal(station, lead.number, merge(follower.number))).toEqual(invalid)
    expect(await refusal(station, lead.number, merge(third.number))).toEqual(invalid)
    expect(await refusal(station, third.number, merge(elsewhere.report.number))).toEqual(invalid)
    await act(station, third.number, { action: 'decline', reason: 'no_content' })
    const fourth = await file()
    expect(await refusal(station, fourth.number, merge(third.number))).toEqual(invalid)
    expect(await refusal(station, fourth.number, merge('26112300000000'))).toMatchObject({ status: 422 })
    expect(await refusal(station, fourth.number, { action: 'merge' })).toMatchObject({ status: 422 })
  })

  it('may be another station’s report for a supervisor, who sees both', async () => {
    const lead = await submitOpinion(await resident(), { ...LAMP, ...(await secondStation()) })
    const follower = await file()
    const merged = await act(supervisor, follower.number, merge(lead.report.number))
    expect(merged.report.state).toBe('merged')
    expect(await refusal(station2, follower.number, { action: 'unmerge' })).toMatchObject({ status: 404 })
  })

  it('is answered together with one that is merged at the same moment, or without it, never half', async () => {
    const lead = await file()
    const late = await file()
    await bringToReview(lead.number)
    const [approved, joined] = await Promise.all([
      api(`/reports/${lead.number}/actions`, {
        ...station,
        method: 'POST',
        body: { action: 'approve', version: 4 },
      }),
      api(`/reports/${late.number}/actions`, {
        ...station,
        method: 'POST',
        body: { ...merge(lead.number), version: 1 },
      }),
    ])
    expect(approved.status).toBe(200)
    const { report } = await read(station, late.number)
    expect([joined.status, report.state]).toEqual(
      joined.status === 200 ? [200, 'answered'] : [422, 'submitted'],
    )
  })

  it('shows the photo that a follower’s category demands before either is answered', async () => {
    const lead = await file({ categoryCode: 'idea-other', text: '建议给路口的灯换个角度' })
    const follower = await file()
    await act(station, follower.number, merge(lead.number))
    const assign = { action: 'assign', bodyCode: 'yuexiu-housing-construction', complexity: 'simple' }
    await act(station, lead.number, assign)
    await act(body, lead.number, { action: 'sign' })
    const finish = { action: 'finish', text: '角度已经调好' }
    const demanded = { status: 422, code: 'VALIDATION_FAILED', fields: ['photoIds'] }
    expect(await refusal(body, lead.number, finish)).toEqual(demanded)
    // One that joins when the work is done already: the reviewer must ask for the photo.
    await act(station, follower.number, { action: 'unmerge' })
    await act(body, lead.number, finish)
    await act(station, follower.number, merge(lead.number))
    expect(await refusal(station, lead.number, { action: 'approve' })).toEqual(demanded)
    await act(station, lead.number, { action: 'send_back', text: '请补一张照片' })
    await act(body, lead.number, { ...finish, photoIds: [await uploadPhoto(body)] })
    await act(station, lead.number, { action: 'approve' })
    expect((await read(follower.reporter, follower.number)).report.state).toBe('answered')
  })

  it('carries at most 50, also when they come at the same moment', async () => {
    const lead = await file()
    const followers = await Promise.all(Array.from({ length: 53 }, () => file()))
    const answers = await Promise.all(
      followers.map(({ number }) =>
        api(`/reports/${number}/actions`, {
          ...station,
          method: 'POST',
          body: { ...merge(lead.number), version: 1 },
        }),
      ),
    )
    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(50)
    expect(statuses.filter((status) => status === 422)).toHaveLength(3)
  })

  it('cannot leave a follower behind even by hand: the database refuses it', async () => {
    const lead = await file()
    const follower = await file()
    await act(station, follower.number, merge(lead.number))
    await bringToReview(lead.number)
    const forged = env.DB.prepare(
      `INSERT INTO report_event (report_id, seq, id, action, from_state, to_state, at, actor_role, actor_name, prev_hash, hash)
       SELECT id, version + 1, 'forged', 'approve', state, 'answered', 0, 'station', '', head_hash, 'x'
       FROM report WHERE number = ?1`,
    ).bind(lead.number)
    await expect(forged.run()).rejects.toThrow(/left behind/)
  })
})

async function secondStation(): Promise<{ stationCode: string }> {
  const code = await env.DB.prepare(
    `SELECT code FROM station_code WHERE revoked_at IS NULL
     AND station_number = (SELECT station_number FROM account WHERE username = 'station2.demo')`,
  ).first<string>('code')
  return { stationCode: code ?? '' }
}
