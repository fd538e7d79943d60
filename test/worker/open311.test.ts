import { env, SELF } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import { geoErrors, geoRequests, geoServices } from '../../shared/contract/open311.ts'
import { STATES } from '../../shared/domain/report-state.ts'
import { actOn, api, signIn, type Caller } from '../support/api.ts'
import { endpointIn, GeoRefusal, open311Reader, readXml, type Format } from '../support/open311-reader.ts'
import { seedTestCity } from '../support/test-city.ts'

const ROOT = 'http://mashang.test/open311/v2'
const FORMATS: Format[] = ['xml', 'json']
const send = (url: string, init?: RequestInit) =>
  SELF.fetch(url, init as never) as unknown as Promise<Response>
const reader = (format: Format) => open311Reader(ROOT, format, send)
const KEY = { api_key: 'demo' }
const PLACE = { lat: '23.129163', long: '113.264435' }
const LAMP = { ...KEY, ...PLACE, service_code: 'street-lighting', description: '路灯坏了三天，请看一看。' }

let station: Caller
let body: Caller
let admin: Caller

beforeAll(async () => {
  await seedTestCity()
  station = await signIn('station.demo')
  body = await signIn('body.demo')
  admin = await signIn('admin.demo')
})

/** What a promise is refused with. */
async function refusalOf(promise: Promise<unknown>): Promise<GeoRefusal> {
  const error = await promise.then(
    () => new Error('was not refused'),
    (refusal: unknown) => refusal,
  )
  if (!(error instanceof GeoRefusal)) throw error
  return error
}

async function columnOf<T>(sql: string, ...values: unknown[]): Promise<T> {
  return (
    await env.DB.prepare(sql)
      .bind(...values)
      .first<{ value: T }>()
  )?.value as T
}

async function publish(number: string, text = '路灯坏了'): Promise<void> {
  const { report } = (await (await api(`/reports/${number}`, station)).json()) as never as {
    report: { version: number }
  }
  await actOn(station, number, report.version, { action: 'publish', text })
}

/** From pre-review to the rated answer. */
async function workOn(number: string): Promise<void> {
  const isStation = await columnOf<number>(
    "SELECT station_number = '0001' AS value FROM report WHERE number = ?1",
    number,
  )
  expect(isStation).toBe(1)
  await actOn(station, number, 1, {
    action: 'assign',
    bodyCode: 'yuexiu-housing-construction',
    complexity: 'simple',
  })
  await actOn(body, number, 2, { action: 'sign' })
}

describe.each(FORMATS)('a reader who knows the specification alone, in %s', (format) => {
  it('finds the endpoint, reads the services and their questions', async () => {
    const answer = await send(`${ROOT}/discovery.${format}`)
    const { url, formats } = endpointIn(format, await answer.text())
    expect(url).toBe(ROOT)
    expect(formats).toEqual(['text/xml', 'application/json'])
    const services = await reader(format).services()
    expect(services.length).toBeGreaterThan(10)
    for (const service of services) {
      expect(service.type).toBe('realtime')
      expect(service.group).toBeTruthy()
      const attributes = await reader(format).define(service.service_code ?? '')
      expect(attributes.length > 0).toBe(service.metadata === 'true')
      for (const [index, attribute] of attributes.entries()) {
        expect(attribute).toMatchObject({ variable: 'true', order: String(index + 1) })
        expect(attribute.description).toBeTruthy()
        const isList = attribute.datatype === 'singlevaluelist'
        expect([attribute.datatype, attribute.values.length > 1]).toEqual([
          isList ? 'singlevaluelist' : 'text',
          isList,
        ])
      }
    }
  })

  it('files a report, finds it with its key alone, and follows it to its end', async () => {
    const { lat, long } = { lat: '23.1265', long: '113.2675' }
    const filed = await reader(format).file({ ...LAMP, lat, long, address_id: '0001', first_name: '小明' })
    const id = filed.service_request_id ?? ''
    expect(filed.service_notice).toContain(id)

    // Private: for everybody else it does not exist.
    expect((await refusalOf(reader(format).follow(id))).status).toBe(404)
    expect(await reader(format).list({ service_request_id: id })).toEqual([])
    expect((await reader(format).list(KEY)).map((one) => one.service_request_id)).toContain(id)
    const own = await reader(format).follow(id, KEY)
    expect(own).toMatchObject({ status: 'open', description: LAMP.description, lat, long })

    await workOn(id)
    await publish(id, '公园门口的路灯坏了')
    const shown = await reader(format).follow(id)
    expect(shown).toMatchObject({
      status: 'open',
      description: '公园门口的路灯坏了',
      service_code: 'street-lighting',
      lat: '23.127',
      long: '113.268',
    })
    expect(shown.agency_responsible).toContain('越秀')
    expect(Date.parse(shown.expected_datetime ?? '')).toBeGreaterThan(Date.now())

    await actOn(station, id, 4, { action: 'note', text: '内部备注' })
    const steps = await reader(format).updates({ service_request_id: id })
    expect(steps.map(({ update_id: step }) => step)).toEqual([`${id}.4`, `${id}.3`, `${id}.2`, `${id}.1`])
    expect(steps.every(({ status }) => status === 'open')).toBe(true)
    expect(JSON.stringify(steps)).not.toContain('备注')
    expect((await reader(format).updates()).map((step) => step.service_request_id)).toContain(id)
  })

  it('is told in the specification’s own words what is wrong', async () => {
    const { file, list, follow, define, token } = reader(format)
    expect((await refusalOf(define('no-such-service'))).status).toBe(404)
    expect((await refusalOf(follow('26112900000000'))).status).toBe(404)
    expect((await refusalOf(token('123'))).status).toBe(404)
    const { api_key: _, ...keyless } = LAMP
    expect((await refusalOf(file(keyless))).status).toBe(403)
    expect((await refusalOf(file({ ...LAMP, api_key: 'forged' }))).status).toBe(403)
    expect((await refusalOf(list({ api_key: 'forged' }))).status).toBe(403)
    expect((await refusalOf(file({ ...LAMP, service_code: '' }))).status).toBe(400)
    expect((await refusalOf(file({ ...LAMP, service_code: 'no-such' }))).status).toBe(404)
    expect((await refusalOf(file({ ...LAMP, lat: '', long: '' }))).status).toBe(400)
    expect((await refusalOf(file({ ...LAMP, long: '' }))).errors[0]?.description).toContain('long')
    expect((await refusalOf(file({ ...LAMP, lat: '91' }))).status).toBe(400)
    expect((await refusalOf(file({ ...LAMP, 'attribute[unknown]': '1' }))).errors[0]?.description).toContain(
      'attribute[unknown]',
    )
    const queries: Record<string, string>[] = [
      { status: 'pending' },
      { start_date: 'yesterday' },
      { start_date: '2026-02-30T00:00:00Z' },
      { end_date: '2026-01-01T00:00:00' },
      { start_date: '2026-01-01T00:00:00Z', end_date: '2026-04-02T00:00:00Z' },
      { start_date: '2026-02-01T00:00:00Z', end_date: '2026-01-01T00:00:00Z' },
    ]
    for (const query of queries) {
      const refusal = await refusalOf(list(query))
      expect([refusal.status, refusal.errors[0]?.code], JSON.stringify(query)).toEqual([400, '400'])
    }
    const both = await refusalOf(file({ ...LAMP, phone: 'none', media_url: 'javascript:1' }))
    expect(both.errors).toHaveLength(2)
  })
})

describe('what is listed', () => {
  async function filedAt(at: string): Promise<string> {
    const { service_request_id: id } = await reader('json').file({ ...LAMP, address_id: '0001' })
    await workOn(id ?? '')
    await publish(id ?? '')
    await env.DB.prepare('UPDATE report SET created_at = ?2 WHERE number = ?1').bind(id, Date.parse(at)).run()
    return id ?? ''
  }
  const idsOf = async (query: Record<string, string>) =>
    (await reader('json').list(query)).map((one) => one.service_request_id)

  it('lies between the two dates, both included, with 90 days where one is missing', async () => {
    const early = await filedAt('2026-01-10T00:00:00.500Z')
    const late = await filedAt('2026-03-10T00:00:00Z')
    const between = { start_date: '2026-01-10T00:00:00Z', end_date: '2026-03-10T00:00:00Z' }
    expect(await idsOf(between)).toEqual([late, early])
    expect(await idsOf({ ...between, end_date: '2026-01-10T00:00:00Z' })).toEqual([early])
    expect(await idsOf({ start_date: '2026-01-10T08:00:01 08:00' })).toEqual([late])
    expect(await idsOf({ end_date: '2026-02-01T00:00:00Z' })).toEqual([early])
    const recent = await idsOf({})
    expect(recent).not.toContain(early)
    // Numbers override everything else.
    expect(await idsOf({ service_request_id: `${early}, ${late},nonsense`, status: 'closed' })).toEqual([
      late,
      early,
    ])
    expect(await idsOf({ ...between, status: 'closed' })).toEqual([])
    expect(await idsOf({ ...between, status: 'open,closed' })).toHaveLength(2)
    expect(await idsOf({ ...between, service_code: 'street-lighting,nonsense' })).toContain(early)
    expect(await idsOf({ ...between, service_code: 'nonsense' })).toEqual([])
  })

  it('says closed of nothing that is not over', async () => {
    const over = new Set(['closed', 'declined', 'merged', 'withdrawn'])
    const id = await filedAt(new Date().toISOString())
    // No report was ever in all of them: the guard goes, so that each can be looked at.
    await env.DB.prepare('DROP TRIGGER report_follows_its_events').run()
    for (const state of STATES) {
      await env.DB.prepare('UPDATE report SET state = ?2 WHERE number = ?1').bind(id, state).run()
      const { status } = await reader('xml').follow(id)
      expect(status, state).toBe(over.has(state) ? 'closed' : 'open')
      expect(await idsOf({ status: status ?? '' })).toContain(id)
      expect(await idsOf({ status: status === 'open' ? 'closed' : 'open' })).not.toContain(id)
    }
    await env.DB.prepare("UPDATE report SET state = 'submitted' WHERE number = ?1").bind(id).run()
  })

  it('is no more than 1,000', async () => {
    await env.DB.prepare('DROP TRIGGER report_begins_empty').run()
    const columns =
      'channel, district_code, category_code, text, answers, consent_public, created_at, station_number'
    await env.DB.prepare(
      `INSERT INTO report (number, is_public, version, state, head_hash, ${columns})
       SELECT 'many-' || value, 1, 1, 'submitted', 'h', 'opinion', '440104', 'street-lighting', '许多', '{}', 1,
         ?2 + value, '0001'
       FROM json_each(?1)`,
    )
      .bind(JSON.stringify(Array.from({ length: 1100 }, (_, n) => n)), Date.UTC(2025, 5, 1))
      .run()
    const found = await idsOf({ start_date: '2025-06-01T00:00:00Z', end_date: '2025-06-02T00:00:00Z' })
    expect(found).toHaveLength(1000)
    expect(found[0]).toBe('many-1099')
  })
})

describe('what is filed', () => {
  const file = (fields: Record<string, string>) => reader('json').file({ ...LAMP, ...fields })
  const rowOf = async (id: string | null | undefined) =>
    env.DB.prepare('SELECT * FROM report WHERE number = ?1').bind(id).first<Record<string, unknown>>()

  it('comes to the nearest station, to the one that is named, or to one of the address', async () => {
    const near = await rowOf((await file({})).service_request_id)
    expect(near).toMatchObject({ channel: 'opinion', lat_e6: 23129163, lng_e6: 113264435, consent_public: 1 })
    const { lat, long, ...placeless } = LAMP
    const named = await rowOf(
      (await reader('json').file({ ...placeless, address_id: '0007' })).service_request_id,
    )
    expect(named).toMatchObject({ station_number: '0007', lat_e6: null })
    const byCode = await reader('json').file({ ...placeless, address_id: 'k7q2 m9xa' })
    expect(await rowOf(byCode.service_request_id)).toMatchObject({ station_number: '0001' })
    const address = '广州市天河区某某路 3 号'
    const told = await rowOf(
      (await reader('json').file({ ...placeless, address_string: address })).service_request_id,
    )
    expect(told).toMatchObject({ district_code: '440106', address })
    const unknown = await reader('json').file({ ...placeless, address_string: 'somewhere else' })
    expect(await rowOf(unknown.service_request_id)).toMatchObject({ station_number: '0001' })
    expect((await refusalOf(reader('json').file({ ...placeless, address_id: '9999' }))).status).toBe(400)
    expect([lat, long]).toEqual(Object.values(PLACE))
  })

  it('keeps its words, says what it is about when there are none, and tells where a picture is', async () => {
    const textOf = async (fields: Record<string, string>) =>
      (await rowOf((await file(fields)).service_request_id))?.text
    expect(await textOf({ description: '' })).toMatch(/.{5,}/)
    expect(await textOf({ description: '坏了' })).toMatch(/.+：坏了$/)
    expect(await textOf({ media_url: 'https://photos.example/1.jpg' })).toContain(
      'https://photos.example/1.jpg',
    )
    expect(await textOf({ description: '字'.repeat(4000) })).toHaveLength(4000)
    expect((await refusalOf(file({ description: '字'.repeat(4001) }))).status).toBe(400)
  })

  it('asks the questions of its service, and takes a yes as a yes', async () => {
    const question = await env.DB.prepare(
      `SELECT category.code, question.value AS question FROM category, json_each(category.questions) AS question
       WHERE question.value ->> '$.type' = 'yesno' LIMIT 1`,
    ).first<{ code: string; question: string }>()
    if (!question) throw new Error('no category asks for a yes')
    const { code } = JSON.parse(question.question) as { code: string }
    const others = await reader('json').define(question.code)
    const needed = Object.fromEntries(
      others
        .filter(({ required, code: own }) => required === 'true' && own !== code)
        .map(({ code: own, values }) => [`attribute[${own}]`, values[0]?.key ?? '甲']),
    )
    const filed = await file({
      service_code: question.code,
      ...needed,
      [`attribute[${code}]`]: 'true',
    })
    expect(JSON.parse(String((await rowOf(filed.service_request_id))?.answers))).toMatchObject({
      [code]: true,
    })
    const wrong = await refusalOf(
      file({ service_code: question.code, ...needed, [`attribute[${code}]`]: 'perhaps' }),
    )
    expect(wrong.errors[0]?.description).toContain(`attribute[${code}]`)
  })

  it('keeps the contact sealed, and neither address, device nor account of whoever filed', async () => {
    const filed = await file({
      first_name: 'Ming',
      last_name: 'Chan',
      phone: '+86 139 1234 5678',
      email: 'ming@example.org',
      device_id: 'device-4711',
      account_id: 'account-4711',
    })
    const row = JSON.stringify(await rowOf(filed.service_request_id))
    for (const word of ['ming@example', '4711', '13912345678', 'Chan']) expect(row).not.toContain(word)
    const contact = await api(`/reports/${filed.service_request_id}/contact`, {
      queryCode: /\b([0-9A-Z]{4} [0-9A-Z]{4})\b/.exec(filed.service_notice ?? '')?.[1] ?? '',
    })
    expect(await contact.json()).toMatchObject({ contact: { name: 'Ming Chan', phone: '+86 139 1234 5678' } })
  })

  it('is filed once under one Idempotency-Key, as a form of either kind', async () => {
    const key = crypto.randomUUID()
    const post = (form: URLSearchParams | FormData, own = key) =>
      send(`${ROOT}/requests.json`, { method: 'POST', headers: { 'Idempotency-Key': own }, body: form })
    const ids = await Promise.all(
      [1, 2, 3].map(
        async () =>
          (await (await post(new URLSearchParams(LAMP))).json()) as [{ service_request_id: string }],
      ),
    )
    expect(new Set(ids.map(([one]) => one.service_request_id)).size).toBe(1)
    const other = await post(new URLSearchParams({ ...LAMP, description: '另一件事，也请看一看。' }))
    expect(other.status).toBe(400)
    const form = new FormData()
    for (const [name, value] of Object.entries(LAMP)) form.set(name, value)
    expect((await post(form, crypto.randomUUID())).status).toBe(200)
    form.set('media', new Blob(['x']), 'x.jpg')
    expect((await post(form, crypto.randomUUID())).status).toBe(400)
    const json = await send(`${ROOT}/requests.json`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(LAMP),
    })
    expect(json.status).toBe(400)
  })

  it('is escaped so that every reader of XML can read it', async () => {
    const description = 'a < b & "c" \u0007\u000b\uFFFE ]]> <script>alert(1)</script> 👍\r\n第二行'
    const filed = await reader('xml').file({ ...LAMP, description })
    const answer = await send(`${ROOT}/requests/${filed.service_request_id}.xml?api_key=demo`)
    const source = await answer.text()
    expect(source).not.toContain('<script>')
    expect(readXml(source).name).toBe('service_requests')
    const own = await reader('xml').follow(filed.service_request_id ?? '', KEY)
    expect(own.description).toBe(description.replace(/\p{Cc}(?<![\r\n])|\uFFFE/gu, ''))
  })
})

describe('the key', () => {
  interface Issued {
    key: string
    apiKey: { id: string; prefix: string; usedToday: number; revokedAt: string | null }
  }
  const issue = async (fields: object) => {
    const sent = { name: '随手报 App', contact: '020-12345678', ...fields }
    const answer = await api('/admin/api-keys', { ...admin, method: 'POST', body: sent })
    expect(answer.status, await answer.clone().text()).toBe(201)
    return (await answer.json()) as Issued
  }
  const change = (id: string, fields: object) =>
    api(`/admin/api-keys/${id}`, { ...admin, method: 'PATCH', body: fields })

  it('is shown once, and only its hash is kept', async () => {
    const { key, apiKey } = await issue({})
    expect(key).toMatch(/^mk_[\w-]{43}$/)
    expect(key.startsWith(apiKey.prefix)).toBe(true)
    const stored = JSON.stringify((await env.DB.prepare('SELECT * FROM api_key').all()).results)
    expect(stored).not.toContain(key)
    const list = await (await api('/admin/api-keys', admin)).text()
    expect(list).toContain(apiKey.id)
    expect(list).not.toContain(key)
    const log = await (await api('/admin/audit-log', admin)).text()
    expect(log).toContain('api-key.issued')
    expect(log).not.toContain(key)
    expect(log).not.toContain('020-12345678')
  })

  it('files as many reports a day as it may, however many are sent at once', async () => {
    const { key, apiKey } = await issue({ perDay: 3 })
    const tries = await Promise.allSettled(
      Array.from({ length: 10 }, () => reader('json').file({ ...LAMP, api_key: key })),
    )
    const refused = tries.flatMap((one) => (one.status === 'rejected' ? [one.reason as GeoRefusal] : []))
    expect(refused.map(({ status }) => status)).toEqual(Array.from({ length: 7 }, () => 429))
    const { items } = (await (await api('/admin/api-keys', admin)).json()) as { items: Issued['apiKey'][] }
    expect(items.find(({ id }) => id === apiKey.id)).toMatchObject({ usedToday: 3 })
    expect((await change(apiKey.id, { perDay: 4 })).status).toBe(200)
    await reader('json').file({ ...LAMP, api_key: key })
    expect((await refusalOf(reader('json').file({ ...LAMP, api_key: key }))).status).toBe(429)
  })

  it('opens nothing once it is revoked, and never again', async () => {
    const { key, apiKey } = await issue({})
    const filed = await reader('json').file({ ...LAMP, api_key: key })
    await reader('json').follow(filed.service_request_id ?? '', { api_key: key })
    expect((await change(apiKey.id, { revoked: true })).status).toBe(200)
    expect((await refusalOf(reader('json').file({ ...LAMP, api_key: key }))).status).toBe(403)
    expect((await refusalOf(reader('json').list({ api_key: key }))).status).toBe(403)
    expect((await change(apiKey.id, { perDay: 5 })).status).toBe(200)
    expect((await refusalOf(reader('json').list({ api_key: key }))).status).toBe(403)
  })

  it('reads its own reports and those of nobody else; a session opens nothing here, and the key nothing elsewhere', async () => {
    const [one, other] = [await issue({}), await issue({})]
    const filed = await reader('json').file({ ...LAMP, api_key: one.key })
    const id = filed.service_request_id ?? ''
    expect((await refusalOf(reader('json').follow(id, { api_key: other.key }))).status).toBe(404)
    const asStation = await send(`${ROOT}/requests/${id}.json`, {
      headers: { Authorization: `Bearer ${station.token}` },
    })
    expect(asStation.status).toBe(404)
    expect((await api('/reports?scope=mine', { token: one.key })).status).toBe(401)
  })

  it('decides about publication where the app asked, and the request where it says so', async () => {
    const consentOf = async (fields: Record<string, string>) => {
      const { service_request_id: id } = await reader('json').file({ ...LAMP, ...fields })
      return columnOf<number>('SELECT consent_public AS value FROM report WHERE number = ?1', id)
    }
    const silent = await issue({})
    const asking = await issue({ asksConsent: true })
    expect(await consentOf({ api_key: silent.key })).toBe(0)
    expect(await consentOf({ api_key: silent.key, consent_public: 'true' })).toBe(1)
    expect(await consentOf({ api_key: asking.key })).toBe(1)
    expect(await consentOf({ api_key: asking.key, consent_public: 'false' })).toBe(0)
  })
})

describe('the answers', () => {
  it('are what our description says of them', async () => {
    const services = await (await send(`${ROOT}/services.json`)).json()
    expect(geoServices.safeParse(services).success).toBe(true)
    const requests = await (await send(`${ROOT}/requests.json?api_key=demo`)).json()
    expect(geoRequests.safeParse(requests).success).toBe(true)
    const errors = await (await send(`${ROOT}/nothing.json`)).json()
    expect(geoErrors.safeParse(errors).success).toBe(true)
  })

  it('speak the language that is asked for', async () => {
    const read = async (language: string) =>
      (await send(`${ROOT}/services.json`, { headers: { 'Accept-Language': language } })).text()
    expect(await read('en')).toContain('street-lighting')
    expect(await read('en')).not.toBe(await read('zh-Hans'))
  })

  it('are errors of GeoReport’s own, as XML, wherever nothing is', async () => {
    for (const path of ['', '/', '/services', '/requests/1', '/services/x.yaml', '/nothing.xml']) {
      const answer = await send(`${ROOT}${path}`)
      expect([path, answer.status, answer.headers.get('content-type')]).toEqual([
        path,
        404,
        'text/xml; charset=utf-8',
      ])
      expect(readXml(await answer.text()).name).toBe('errors')
    }
  })
})
