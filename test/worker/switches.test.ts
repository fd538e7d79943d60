import { env, SELF } from 'cloudflare:test'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { AuditList } from '../../shared/contract/audit.ts'
import type { Failure } from '../../shared/contract/failure.ts'
import { SWITCHES, type Switch } from '../../shared/domain/switches.ts'
import { actOn, api, signIn, submitOpinion, uploadPhoto, type Caller } from '../support/api.ts'
import { seedTestCity } from '../support/test-city.ts'

let admin: Caller
let station: Caller
let deputy: Caller

beforeAll(async () => {
  await seedTestCity()
  admin = await signIn('admin.demo')
  station = await signIn('station.demo')
  deputy = await signIn('deputy.demo')
})
afterEach(async () => {
  await env.DB.prepare(`DELETE FROM setting WHERE key LIKE 'switch:%'`).run()
})

const turn = (name: string, on: boolean, caller = admin) =>
  api(`/admin/switches/${name}`, { ...caller, method: 'PATCH', body: { on } })
async function turnOff(name: Switch) {
  const answer = await turn(name, false)
  expect(await answer.json()).toEqual({ name, on: false })
}
const codeOf = async (answer: Response) =>
  answer.status < 400 ? answer.status : ((await answer.json()) as Failure).error.code

const LAMP = { categoryCode: 'street-lighting', text: '路灯坏了三天，晚上很黑。' }
const PLACE = { lat: 23.1255, lng: 113.2695 }
const opinion = (more: object = {}, key?: string) =>
  api('/reports', {
    method: 'POST',
    body: { channel: 'opinion', stationCode: 'K7Q2M9XA', ...LAMP, ...more },
    key,
  })
async function published(): Promise<string> {
  const { report } = await submitOpinion({}, { ...LAMP, consentPublic: true })
  const bodyCode = 'yuexiu-housing-construction'
  await actOn(station, report.number, 1, { action: 'assign', bodyCode, complexity: 'simple' })
  await actOn(station, report.number, 2, { action: 'publish', text: '路灯坏了', photoIds: [] })
  return report.number
}
const fetched = (path: string) => SELF.fetch(`http://mashang.test${path}`)

describe('a switch', () => {
  it('is on until somebody turns it off, and tells the screens', async () => {
    const list = async () => (await api('/admin/switches', admin)).json()
    expect(await list()).toEqual({ items: SWITCHES.map((name) => ({ name, on: true })) })
    await turnOff('joins')
    expect(await list()).toEqual({ items: SWITCHES.map((name) => ({ name, on: name !== 'joins' })) })
    expect((await (await api('/health')).json()) as object).toMatchObject({ status: 'ok', off: ['joins'] })
  })

  it('is turned by administrators alone, and by name', async () => {
    expect((await turn('joins', false, station)).status).toBe(403)
    expect((await turn('joins', false, {})).status).toBe(401)
    expect((await turn('everything', false)).status).toBe(404)
    const nonsense = await api('/admin/switches/joins', { ...admin, method: 'PATCH', body: { on: 'no' } })
    expect(nonsense.status).toBe(422)
  })

  it('is told in the audit log when it changes, and only then', async () => {
    const told = async () => {
      const log = (await (await api('/admin/audit-log?limit=100', admin)).json()) as AuditList
      return log.items.filter(({ subject }) => subject === 'switch:wishes').map(({ detail }) => detail)
    }
    await turnOff('wishes')
    await turnOff('wishes')
    expect(await told()).toEqual([{ on: false }])
    await turn('wishes', true)
    expect(await told()).toHaveLength(2)
  })
})

describe('what is turned off', () => {
  it('opinions: nothing is filed, but what was filed before is answered again', async () => {
    const key = crypto.randomUUID()
    const first = await (await opinion({}, key)).text()
    await turnOff('opinions')
    expect(await codeOf(await opinion())).toBe('SWITCHED_OFF')
    const again = await opinion({}, key)
    expect(again.status).toBe(200)
    expect(await again.text()).toBe(first)
  })

  it('snapshots: deputies’ alone', async () => {
    const snapshot = async () => {
      const photoIds = [await uploadPhoto(deputy)]
      const body = { channel: 'snapshot', ...LAMP, place: PLACE, photoIds }
      return api('/reports', { ...deputy, method: 'POST', body })
    }
    expect(await codeOf(await snapshot())).toBe(201)
    await turnOff('snapshots')
    expect(await codeOf(await snapshot())).toBe('SWITCHED_OFF')
    expect(await codeOf(await opinion())).toBe(201)
  })

  it('contact: none is taken, and the field is named', async () => {
    const contact = { phone: '13912345678' }
    expect(await codeOf(await opinion({ contact }))).toBe(201)
    await turnOff('contact')
    const refused = await opinion({ contact })
    expect(refused.status).toBe(422)
    expect(((await refused.json()) as Failure).error.fields).toHaveProperty('contact')
    expect(await codeOf(await opinion({ contact: null }))).toBe(201)
  })

  it('the public list: with what is offered beside the form; whoever has a link still reads', async () => {
    const number = await published()
    const lists = [
      '/reports?scope=public',
      '/reports',
      '/reports/similar?category=street-lighting&text=路灯坏了',
    ]
    for (const path of lists) expect(await codeOf(await api(path)), path).toBe(200)
    await turnOff('public-list')
    for (const path of lists) expect(await codeOf(await api(path)), path).toBe('SWITCHED_OFF')
    expect(await codeOf(await api('/reports?scope=visible', station))).toBe(200)
    expect(await codeOf(await api(`/reports/${number}`))).toBe(200)
  })

  it('open data: every file of reports', async () => {
    const files = [
      '/open-data/reports.csv',
      '/open-data/reports.geojson',
      '/open-data/figures.csv',
      '/feeds/reports.atom',
    ]
    for (const path of files) expect((await fetched(path)).status, path).toBe(200)
    await turnOff('open-data')
    for (const path of files) expect(await codeOf(await fetched(path)), path).toBe('SWITCHED_OFF')
  })

  it('joins and wishes: nobody is counted any more, but may take theirs back', async () => {
    const number = await published()
    const me = (await (await api('/session/anonymous', { method: 'POST' })).json()) as Caller
    const join = (method: string) => api(`/reports/${number}/join`, { ...me, method })
    const wish = (method: string) =>
      api('/cases/people-voice-by-code/wishes', {
        ...me,
        method,
        ...(method === 'POST' && { body: { district: '440104' } }),
      })
    expect([await codeOf(await join('POST')), await codeOf(await wish('POST'))]).toEqual([200, 201])
    await turnOff('joins')
    await turnOff('wishes')
    expect([await codeOf(await join('POST')), await codeOf(await wish('POST'))]).toEqual([
      'SWITCHED_OFF',
      'SWITCHED_OFF',
    ])
    expect([await codeOf(await join('DELETE')), await codeOf(await wish('DELETE'))]).toEqual([200, 200])
  })
})
