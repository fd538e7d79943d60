import { env } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ReportAnswer, SubmitAnswer } from '../../shared/contract/report.ts'
import { actOnReport } from '../../worker/use-cases/report/act.ts'
import { contextAt } from '../support/at-moment.ts'
import { actOn, api, signIn, submitOpinion, uploadPhoto, type Caller } from '../support/api.ts'
import { seedTestCity } from '../support/test-city.ts'

const LAMP = { categoryCode: 'street-lighting', text: '中山四路口的路灯坏了三天,晚上很黑。' }

let station: Caller
let body: Caller
let deputy: Caller
let resident: Caller

beforeAll(async () => {
  await seedTestCity()
  station = await signIn('station.demo')
  body = await signIn('body.demo')
  deputy = await signIn('deputy.demo')
  const { token } = (await (await api('/session/anonymous', { method: 'POST', body: {} })).json()) as {
    token: string
  }
  resident = { token }
})

async function count(sql: string): Promise<number> {
  return (await env.DB.prepare(sql).first<number>('n')) ?? 0
}

describe('submitting', () => {
  it('gives a receipt: number, query code, promised date with its arithmetic', async () => {
    const { report, queryCode } = await submitOpinion(resident, LAMP)
    expect(report.number).toMatch(/^\d{14}$/)
    expect(queryCode).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/)
    expect(report).toMatchObject({
      state: 'submitted',
      version: 1,
      round: 1,
      holder: { type: 'station', code: '0001' },
    })
    expect(report.promises).toHaveLength(1)
    expect(report.promises[0]?.at).toBe(report.promisedAt)
    // A broken lamp counts as simple: 1 + 1 + 3 + 1 working days.
    expect(report.promises[0]?.counted).toHaveLength(6)
  })

  it('makes one report of 50 parallel requests with one key, and gives all of them the same bytes', async () => {
    const before = await count('SELECT count(*) AS n FROM report')
    const body50 = { channel: 'opinion', stationCode: 'K7Q2M9XA', ...LAMP }
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        api('/reports', { ...resident, method: 'POST', key: 'fifty-parallel-submits', body: body50 }),
      ),
    )
    const texts = await Promise.all(answers.map((answer) => answer.text()))
    expect(new Set(texts).size).toBe(1)
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1)
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(49)
    expect(await count('SELECT count(*) AS n FROM report')).toBe(before + 1)
  })

  it('refuses a key that belongs to another body or another caller', async () => {
    const first = { channel: 'opinion', stationCode: 'K7Q2M9XA', ...LAMP }
    const send = (caller: Caller, content: object) =>
      api('/reports', { ...caller, method: 'POST', key: 'one-key-for-two-things', body: content })
    expect((await send(resident, first)).status).toBe(201)
    const other = await send(resident, { ...first, text: '另外一件完全不同的事情' })
    expect(other.status).toBe(409)
    expect(await other.json()).toMatchObject({ error: { code: 'IDEMPOTENCY_MISMATCH' } })
    expect((await send({}, first)).status).toBe(409)
  })

  it.each([
    ['no text', { text: '' }, 'text'],
    ['a text too short', { text: '灯坏' }, 'text'],
    ['a text too long', { text: '灯'.repeat(2001) }, 'text'],
    ['an unknown category', { categoryCode: 'no-such-thing' }, 'categoryCode'],
    ['an unknown station', { stationCode: 'ZZZZZZZZ' }, 'stationCode'],
    ['no station', { stationCode: undefined }, 'stationCode'],
    ['an unknown channel', { channel: 'rumour' }, 'channel'],
    ['a place off the earth', { place: { lat: 91, lng: 0 } }, 'place.lat'],
    ['too many photos', { photoIds: Array.from({ length: 10 }, (_, n) => `photo-number-${n}`) }, 'photoIds'],
    ['a phone that is none', { contact: { phone: 'call me' } }, 'contact.phone'],
    ['an answer nobody asked for', { answers: { 'no-question': 'x' } }, 'answers.no-question'],
  ])('refuses %s and names the field in the caller’s language', async (_, change, field) => {
    const content = { channel: 'opinion', stationCode: 'K7Q2M9XA', ...LAMP, ...change }
    const answer = await api('/reports', { ...resident, method: 'POST', body: content })
    expect(answer.status).toBe(422)
    const { error } = (await answer.json()) as {
      error: { code: string; message: string; fields: Record<string, string> }
    }
    expect(error.code).toBe('VALIDATION_FAILED')
    expect(error.fields[field]).toMatch(/\p{Script=Han}/u)
    const english = await api('/reports', { ...resident, method: 'POST', body: content, language: 'en' })
    expect(((await english.json()) as { error: typeof error }).error.message).toContain(
      'Everything you wrote',
    )
  })

  it.each([
    ['no JSON', '{"channel":', 400, 'MALFORMED_REQUEST'],
    ['a list', '[]', 400, 'MALFORMED_REQUEST'],
    ['half a character', '{"channel":"opinion","text":"\\ud83d"}', 400, 'MALFORMED_REQUEST'],
    ['a book', JSON.stringify({ text: '字'.repeat(80_000) }), 413, 'PAYLOAD_TOO_LARGE'],
  ])('refuses %s', async (_, raw, status, code) => {
    const answer = await api('/reports', { ...resident, method: 'POST', raw })
    expect(answer.status).toBe(status)
    expect(await answer.json()).toMatchObject({ error: { code, message: expect.any(String) } })
  })

  it('demands an idempotency key', async () => {
    const answer = await api('/reports', { ...resident, method: 'POST', key: null, body: LAMP })
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ error: { code: 'IDEMPOTENCY_KEY_REQUIRED' } })
  })

  it('keeps neither the query code nor the contact readable in the database', async () => {
    const { report, queryCode } = await submitOpinion(resident, {
      ...LAMP,
      contact: { name: '陈大文', phone: '13800138000' },
    })
    const rows = await env.DB.prepare('SELECT * FROM report WHERE number = ?').bind(report.number).all()
    const kept = await env.DB.prepare('SELECT answer FROM idempotency_key').all()
    const everything = JSON.stringify([rows.results, kept.results])
    for (const secret of [queryCode, '13800138000', '陈大文']) expect(everything).not.toContain(secret)
    const contact = await (await api(`/reports/${report.number}/contact`, station)).json()
    expect(contact).toEqual({ contact: { name: '陈**', phone: '138****8000' }, masked: true })
    expect((await api(`/reports/${report.number}/contact`, {})).status).toBe(404)
  })
})

describe('reading', () => {
  it('opens by query code from any device, and gives one answer to a wrong code and an unknown number', async () => {
    const { report, queryCode } = await submitOpinion(resident, LAMP)
    const right = await api(`/reports/${report.number}`, { queryCode: queryCode.toLowerCase() })
    expect(right.status).toBe(200)
    expect(((await right.json()) as ReportAnswer).actions).toContain('supplement')
    const wrong = await api(`/reports/${report.number}`, { queryCode: '00000000' })
    const unknown = await api('/reports/26112300000000', { queryCode })
    const bare = await api(`/reports/${report.number}`, {})
    const stranger = await api(`/reports/${report.number}`, await signIn('station2.demo'))
    for (const refused of [wrong, unknown, bare, stranger]) {
      expect(refused.status).toBe(404)
      expect(await refused.json()).toMatchObject({ error: { code: 'NOT_FOUND' } })
    }
  })
})

describe('the loop', () => {
  it('goes from a scanned code to closed', async () => {
    const photo = await uploadPhoto(resident)
    const { report } = await submitOpinion(resident, { ...LAMP, photoIds: [photo] })
    expect(report.photos.map(({ id }) => id)).toEqual([photo])
    const assigned = await actOn(station, report.number, 1, {
      action: 'assign',
      bodyCode: await bodyOfDemo(),
      complexity: 'simple',
    })
    expect(assigned.report).toMatchObject({
      state: 'assigned',
      holder: { type: 'body' },
      promisedAt: report.promisedAt,
    })
    expect(assigned.report.holder?.name).toBe(assigned.report.body?.name)
    await actOn(body, report.number, 2, { action: 'sign' })
    const done = { action: 'finish', text: '已更换灯具,今晚已经亮了。' }
    const refused = await api(`/reports/${report.number}/actions`, {
      ...body,
      method: 'POST',
      body: { ...done, version: 3 },
    })
    expect(refused.status).toBe(422)
    await actOn(body, report.number, 3, { ...done, photoIds: [await uploadPhoto(body)] })
    await actOn(station, report.number, 4, { action: 'approve' })
    const closed = await actOn(resident, report.number, 5, {
      action: 'rate',
      answered: true,
      solved: true,
      satisfied: true,
    })
    expect(closed.report).toMatchObject({
      state: 'closed',
      holder: null,
      dueAt: null,
      rating: { satisfied: true },
    })
    expect(closed.timeline.map((event) => event.action)).toEqual([
      'submit',
      'assign',
      'sign',
      'finish',
      'approve',
      'rate',
    ])
    const read = (await (await api(`/reports/${report.number}`, resident)).json()) as ReportAnswer
    expect(read).toEqual(closed)
  })

  it('routes a deputy’s snapshot by rule and lets the deputy review it', async () => {
    const photo = await uploadPhoto(deputy)
    const content = {
      channel: 'snapshot',
      categoryCode: 'street-lighting',
      text: '骑楼下的路灯不亮',
      place: { lat: 23.1291, lng: 113.2644, address: '北京路' },
      photoIds: [photo],
    }
    const answer = await api('/reports', { ...deputy, method: 'POST', body: content })
    expect(answer.status).toBe(201)
    const { report } = (await answer.json()) as SubmitAnswer
    expect(report).toMatchObject({ state: 'assigned', holder: { type: 'body', code: await bodyOfDemo() } })
    await actOn(body, report.number, 1, { action: 'sign' })
    await actOn(body, report.number, 2, {
      action: 'finish',
      text: '已修复亮灯',
      photoIds: [await uploadPhoto(body)],
    })
    const notTheirs = await api(`/reports/${report.number}/actions`, {
      ...station,
      method: 'POST',
      body: { action: 'approve', version: 3 },
    })
    expect(notTheirs.status).toBe(403)
    expect((await actOn(deputy, report.number, 3, { action: 'approve' })).report.state).toBe('answered')
  })

  it('answers a repeat even when the step took the report out of the caller’s sight', async () => {
    const { report } = await submitOpinion(resident, LAMP)
    const path = `/reports/${report.number}/actions`
    await actOn(station, report.number, 1, {
      action: 'assign',
      bodyCode: await bodyOfDemo(),
      complexity: 'simple',
    })
    const bounce = {
      ...body,
      method: 'POST',
      key: `bounce-of-${report.number}`,
      body: { action: 'bounce', version: 2, text: '不归我们管' },
    }
    const first = await (await api(path, bounce)).text()
    await actOn(station, report.number, 3, {
      action: 'assign',
      bodyCode: 'yuexiu-urban-management',
      complexity: 'simple',
    })
    expect((await api(`/reports/${report.number}`, body)).status).toBe(404)
    expect(await (await api(path, bounce)).text()).toBe(first)
    expect((await api(path, { ...bounce, key: `another-${report.number}` })).status).toBe(404)
  })

  it('takes nine photos of a reporter in all', async () => {
    const photos = await Promise.all(Array.from({ length: 10 }, () => uploadPhoto(resident)))
    const { report } = await submitOpinion(resident, { ...LAMP, photoIds: photos.slice(0, 8) })
    const supplement = (photoIds: string[]) =>
      api(`/reports/${report.number}/actions`, {
        ...resident,
        method: 'POST',
        body: { action: 'supplement', version: 1, photoIds },
      })
    const refused = await supplement(photos.slice(8))
    expect(refused.status).toBe(422)
    expect(await refused.json()).toMatchObject({
      error: { fields: { photoIds: expect.stringContaining('9') } },
    })
    expect((await supplement(photos.slice(8, 9))).status).toBe(200)
  })

  it('hides internal notes from the reporter, but not that the version moved on', async () => {
    const { report } = await submitOpinion(resident, LAMP)
    await actOn(station, report.number, 1, { action: 'note', text: '先打电话问一下' })
    const text = await (await api(`/reports/${report.number}`, resident)).text()
    expect(text).not.toContain('先打电话问一下')
    expect((JSON.parse(text) as ReportAnswer).report.version).toBe(2)
  })
})

async function bodyOfDemo(): Promise<string> {
  const answer = (await (await api('/session', body)).json()) as { account: { bodyCode: string } }
  return answer.account.bodyCode
}

describe('racing', () => {
  it('lets one of 50 actions on one version win and gives the others 409 with the present state', async () => {
    const { report } = await submitOpinion(resident, LAMP)
    const content = { action: 'ask', version: 1, text: '请问是哪一盏?' }
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        api(`/reports/${report.number}/actions`, { ...station, method: 'POST', body: content }),
      ),
    )
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1)
    const losers = answers.filter((answer) => answer.status === 409)
    expect(losers).toHaveLength(49)
    for (const loser of losers) {
      expect(await loser.json()).toMatchObject({
        error: { code: 'STALE_VERSION' },
        current: { state: 'needs_info', version: 2 },
      })
    }
    expect(
      await count(
        `SELECT count(*) AS n FROM report_event JOIN report ON report.id = report_id WHERE number = '${report.number}'`,
      ),
    ).toBe(2)
  })

  it('lets one win even among 50 that say the same in the same millisecond', async () => {
    const { report } = await submitOpinion(resident, LAMP)
    const ctx = await contextAt(station, Date.now())
    const step = { version: 1, command: { action: 'ask', text: '请问是哪一盏？' } } as const
    const outcomes = await Promise.allSettled(
      Array.from({ length: 50 }, (_, n) =>
        actOnReport(ctx, report.number, step, { key: `same-moment-${report.number}-${n}`, body: 'ask' }),
      ),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(outcomes.flatMap((outcome) => ('reason' in outcome ? [outcome.reason.code] : []))).toEqual(
      Array.from({ length: 49 }, () => 'STALE_VERSION'),
    )
  })

  it('answers 50 parallel repeats of one action with the same bytes', async () => {
    const { report } = await submitOpinion(resident, LAMP)
    const content = { action: 'withdraw', version: 1 }
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        api(`/reports/${report.number}/actions`, {
          ...resident,
          method: 'POST',
          key: `withdraw-${report.number}`,
          body: content,
        }),
      ),
    )
    expect(answers.map((answer) => answer.status)).toEqual(Array.from({ length: 50 }, () => 200))
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1)
  })

  it('attaches a photo once, however many ask for it at the same time', async () => {
    const photo = await uploadPhoto(resident)
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        api('/reports', {
          ...resident,
          method: 'POST',
          body: { channel: 'opinion', stationCode: 'K7Q2M9XA', ...LAMP, photoIds: [photo] },
        }),
      ),
    )
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1)
    expect(answers.filter((answer) => answer.status === 422)).toHaveLength(7)
  })
})

describe('the database itself', () => {
  it('holds in each row exactly what its events give, and a chain of hashes without a gap', async () => {
    const rows = await env.DB.prepare('SELECT * FROM report').all<Record<string, unknown>>()
    expect(rows.results.length).toBeGreaterThan(10)
    for (const row of rows.results) {
      const { results: events } = await env.DB.prepare(
        'SELECT * FROM report_event WHERE report_id = ? ORDER BY seq',
      )
        .bind(row.id)
        .all<{ seq: number; to_state: string; changes: string; prev_hash: string; hash: string }>()
      const folded: Record<string, unknown> = {}
      let previous = ''
      for (const [index, event] of events.entries()) {
        expect(event.seq).toBe(index + 1)
        expect(event.prev_hash).toBe(previous)
        previous = event.hash
        Object.assign(folded, JSON.parse(event.changes), {
          state: event.to_state,
          version: event.seq,
          head_hash: event.hash,
        })
      }
      if (Array.isArray(folded.co_body_codes)) folded.co_body_codes = JSON.stringify(folded.co_body_codes)
      expect(row).toMatchObject(folded)
    }
  })

  it('refuses to change or remove an event, and a step the table does not list', async () => {
    const { report } = await submitOpinion(resident, LAMP)
    const id = await count(`SELECT id AS n FROM report WHERE number = '${report.number}'`)
    await expect(
      env.DB.prepare('UPDATE report_event SET at = 0 WHERE report_id = ?').bind(id).run(),
    ).rejects.toThrow('changed')
    await expect(
      env.DB.prepare('DELETE FROM report_event WHERE report_id = ?').bind(id).run(),
    ).rejects.toThrow('removed')
    const insert = `INSERT INTO report_event (report_id, seq, id, action, from_state, to_state, at, actor_role, actor_name, prev_hash, hash)
      SELECT id, version + 1, 'made-up', 'archive', state, 'closed', 0, 'clock', '', head_hash, 'x' FROM report WHERE id = ?`
    await expect(env.DB.prepare(insert).bind(id).run()).rejects.toThrow('lifecycle')
  })
})

describe('lists', () => {
  it('shows each caller what is theirs', async () => {
    const { report } = await submitOpinion(resident, LAMP)
    const numbers = async (caller: Caller, query: string) => {
      const { items } = (await (await api(`/reports?${query}`, caller)).json()) as {
        items: { number: string }[]
      }
      return items.map((item) => item.number)
    }
    expect(await numbers(resident, 'scope=mine')).toContain(report.number)
    expect(await numbers(station, 'scope=inbox&sort=due&limit=100')).toContain(report.number)
    expect(await numbers(station, 'scope=visible')).toContain(report.number)
    expect(await numbers(body, 'scope=visible')).not.toContain(report.number)
    expect(await numbers({}, '')).not.toContain(report.number)
    expect(await numbers(await signIn('desk.demo'), 'scope=visible')).toContain(report.number)
    expect((await api('/reports?scope=mine', {})).status).toBe(401)
  })

  it('pages by key without repeats or gaps, in both orders', async () => {
    for (const sort of ['new', 'due']) {
      const seen: string[] = []
      let cursor: string | null = ''
      while (cursor !== null) {
        const page: { items: { number: string }[]; nextCursor: string | null } = await (
          await api(
            `/reports?scope=inbox&sort=${sort}&limit=3${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
            station,
          )
        ).json()
        seen.push(...page.items.map((item) => item.number))
        cursor = page.nextCursor
      }
      const all = (await (
        await api(`/reports?scope=inbox&sort=${sort}&limit=100`, station)
      ).json()) as typeof seen & {
        items: { number: string }[]
      }
      expect(seen).toEqual(all.items.map((item) => item.number))
      expect(seen.length).toBeGreaterThan(3)
    }
  })

  it('publishes no photo that nobody named', async () => {
    const photo = await uploadPhoto(resident)
    const { report } = await submitOpinion(resident, { ...LAMP, consentPublic: true, photoIds: [photo] })
    const assign = { action: 'assign', bodyCode: 'yuexiu-housing-construction', complexity: 'simple' }
    await actOn(station, report.number, 1, assign)
    await actOn(station, report.number, 2, { action: 'publish', text: '路口的灯坏了' })
    const shown = (await (await api(`/reports/${report.number}`)).json()) as ReportAnswer
    expect(shown.report).toMatchObject({ text: '路口的灯坏了', photos: [] })
    await actOn(station, report.number, 3, { action: 'redact', text: '灯坏了' })
    await actOn(station, report.number, 4, { action: 'unpublish' })
    expect((await api(`/reports/${report.number}`)).status).toBe(404)
    // Words that a person has corrected do not come back as they were written.
    await actOn(station, report.number, 5, { action: 'publish' })
    const again = (await (await api(`/reports/${report.number}`)).json()) as ReportAnswer
    expect(again.report.text).toBe('灯坏了')
    // Nobody has looked at what offices say to each other with the public in mind.
    await actOn(body, report.number, 6, { action: 'bounce', text: '302房张三的事不归我们' })
    const afterwards = await (await api(`/reports/${report.number}`)).text()
    expect(afterwards).toContain('bounce')
    expect(afterwards).not.toContain('张三')
  })

  it('refuses a body that is named twice', async () => {
    const { report } = await submitOpinion(resident, LAMP)
    const twice = ['yuexiu-urban-management', 'yuexiu-urban-management']
    const answer = await api(`/reports/${report.number}/actions`, {
      ...station,
      method: 'POST',
      body: {
        action: 'assign',
        version: 1,
        bodyCode: 'yuexiu-housing-construction',
        complexity: 'simple',
        coBodyCodes: twice,
      },
    })
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ error: { fields: { coBodyCodes: expect.any(String) } } })
  })

  it('shows corrected words only, and photos only as last chosen', async () => {
    const photo = await uploadPhoto(resident)
    const { report } = await submitOpinion(resident, { ...LAMP, consentPublic: true, photoIds: [photo] })
    const { number } = report
    await actOn(station, number, 1, {
      action: 'assign',
      bodyCode: 'yuexiu-housing-construction',
      complexity: 'simple',
    })
    const read = async () => (await (await api(`/reports/${number}`)).json()) as ReportAnswer
    expect((await api(`/reports/${number}`)).status).toBe(404)
    await actOn(station, number, 2, { action: 'publish', text: '陈伯门前的灯坏了', photoIds: [photo] })
    expect((await read()).report).toMatchObject({ text: '陈伯门前的灯坏了', photos: [{ id: photo }] })

    const refused = await api(`/reports/${number}/actions`, {
      ...station,
      method: 'POST',
      body: { action: 'redact', version: 3 },
    })
    expect(refused.status).toBe(422)
    await actOn(station, number, 3, { action: 'redact', text: '路口的灯坏了' })
    const corrected = await read()
    expect(corrected.report).toMatchObject({ text: '路口的灯坏了', photos: [{ id: photo }] })
    expect(JSON.stringify(corrected)).not.toContain('陈伯')

    await actOn(station, number, 4, { action: 'redact', photoIds: [] })
    const bare = await read()
    expect(bare.report).toMatchObject({ text: '路口的灯坏了', photos: [] })
    expect(JSON.stringify(bare)).not.toContain(photo)
    expect((await api(`/photos/${photo}?size=full`)).status).toBe(404)
  })

  it('finds by words and by place, and among public reports only in what is published', async () => {
    const place = { lat: 23.1291, lng: 113.2644, address: '暗巷七号' }
    const { report } = await submitOpinion(resident, {
      ...LAMP,
      text: '黄色的灯罩掉了',
      place,
      consentPublic: true,
    })
    const found = async (caller: Caller, query: string) => {
      const { items } = (await (await api(`/reports?limit=100&${query}`, caller)).json()) as {
        items: { number: string }[]
      }
      return items.some(({ number }) => number === report.number)
    }
    const words = (text: string) => `q=${encodeURIComponent(text)}`
    expect(await found(station, words('黄色的灯罩'))).toBe(true)
    expect(await found(station, words('暗巷七号'))).toBe(true)
    expect(await found(station, words('没有这几个字'))).toBe(false)
    expect(await found(station, 'near=23.1295,113.2650')).toBe(true)
    expect(await found(station, 'near=23.3,113.5')).toBe(false)
    await actOn(station, report.number, 1, { action: 'decline', reason: 'no_content' })
    await actOn(station, report.number, 2, { action: 'publish', text: '灯罩掉了', photoIds: [] })
    expect(await found({}, words('灯罩掉了'))).toBe(true)
    expect(await found({}, words('黄色的灯罩'))).toBe(false)
    expect(await found({}, words('暗巷七号'))).toBe(false)
  })

  it('refuses a cursor and a filter that are none', async () => {
    for (const query of [
      'cursor=rubbish',
      'state=lost',
      'limit=0',
      'limit=x',
      'from=yesterday',
      'near=here',
    ]) {
      expect((await api(`/reports?${query}`, station)).status).toBe(422)
    }
  })
})
