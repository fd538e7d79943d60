import { env } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import type { AuditList } from '../../shared/contract/audit.ts'
import { contactAnswer } from '../../shared/contract/contact.ts'
import type { ReportList } from '../../shared/contract/report.ts'
import { actOn, api, signIn, submitOpinion, type Caller } from '../support/api.ts'
import { seedTestCity } from '../support/test-city.ts'

const CONTACT = { name: '陈大文', phone: '138 0013 8000' }
const HIDDEN = { contact: { name: '陈**', phone: '138****8000' }, masked: true }
const LAMP = { categoryCode: 'street-lighting', text: '文明路的路灯坏了三天。', contact: CONTACT }
const REASON = { reason: '约时间上门' }

const callers: Record<string, Caller> = {}
let number: string
let code: string

beforeAll(async () => {
  await seedTestCity()
  for (const name of ['station', 'station2', 'body', 'body2', 'deputy', 'supervisor', 'admin'])
    callers[name] = await signIn(`${name}.demo`)
  callers.owner = (await (await api('/session/anonymous', { method: 'POST' })).json()) as Caller
  callers.other = (await (await api('/session/anonymous', { method: 'POST' })).json()) as Caller
  const filed = await submitOpinion(callers.owner, LAMP)
  number = filed.report.number
  code = filed.queryCode
})

const path = () => `/reports/${number}/contact`
const read = (caller: Caller = {}) => api(path(), caller)
const reveal = (caller: Caller = {}, body: object = REASON) =>
  api(path(), { ...caller, method: 'POST', body })

async function revealed(): Promise<unknown[]> {
  const list = await api('/admin/audit-log?action=contact.revealed', callers.admin)
  return ((await list.json()) as AuditList).items.map(({ actor, subject, detail }) => [
    actor.role,
    subject,
    detail,
  ])
}

it('is masked for the station and the supervisor, and whole for who left it', async () => {
  for (const name of ['station', 'supervisor']) {
    const answer = await (await read(callers[name])).json()
    expect(contactAnswer.parse(answer)).toEqual(HIDDEN)
  }
  for (const caller of [callers.owner, { queryCode: code }])
    expect(await (await read(caller)).json()).toEqual({ contact: CONTACT, masked: false })
})

it('is shown whole for a reason, which stands in the audit log', async () => {
  expect(await revealed()).toEqual([])
  expect((await reveal(callers.station, {})).status).toBe(422)
  expect((await reveal(callers.station, { reason: ' ' })).status).toBe(422)
  expect(await revealed()).toEqual([])
  expect(await (await reveal(callers.station)).json()).toEqual({ contact: CONTACT, masked: false })
  expect(await revealed()).toEqual([['station', `report:${number}`, REASON]])
  const entries = JSON.stringify((await env.DB.prepare('SELECT * FROM audit_entry').all()).results)
  expect(entries).not.toContain('8000')
})

it('is nobody else’s', async () => {
  for (const name of ['other', 'station2', 'body', 'body2', 'admin', undefined] as const) {
    expect((await read(name && callers[name])).status).toBe(404)
  }
  for (const name of ['station2', 'body', 'body2']) expect((await reveal(callers[name])).status).toBe(404)
  // Who works in no office asks for nobody's number, of whatever report.
  for (const name of ['other', 'owner', 'admin']) expect((await reveal(callers[name])).status).toBe(403)
  expect((await reveal()).status).toBe(401)
  expect((await read({ queryCode: 'AAAAAAAA' })).status).toBe(404)
  // A deputy of the station reads the report, but neither holds nor oversees it.
  expect((await read(callers.deputy)).status).toBe(403)
  expect((await reveal(callers.deputy)).status).toBe(403)
})

it('is the body’s as long as it is the body’s turn', async () => {
  const body = { action: 'assign', bodyCode: 'yuexiu-housing-construction', complexity: 'simple' }
  await actOn(callers.station ?? {}, number, 1, body)
  expect(await (await read(callers.body)).json()).toEqual(HIDDEN)
  await actOn(callers.body ?? {}, number, 2, { action: 'bounce', text: '不归我们管' })
  expect((await read(callers.body)).status).toBe(403)
  expect((await reveal(callers.body)).status).toBe(403)
})

it('of a report anybody may read is still nobody’s', async () => {
  const filed = await submitOpinion(callers.owner ?? {}, { ...LAMP, consentPublic: true })
  const { station = {} } = callers
  const assigned = await actOn(station, filed.report.number, 1, {
    action: 'assign',
    bodyCode: 'yuexiu-housing-construction',
    complexity: 'simple',
  })
  await actOn(station, filed.report.number, assigned.report.version, { action: 'publish' })
  expect((await api(`/reports/${filed.report.number}`)).status).toBe(200)
  expect((await api(`/reports/${filed.report.number}/contact`)).status).toBe(404)
  expect((await api(`/reports/${filed.report.number}/contact`, callers.station2)).status).toBe(404)
})

describe('a telephone number', () => {
  const find = (caller: Caller = {}, phone = '+86 138-0013-8000') =>
    api('/reports/by-contact', { ...caller, method: 'POST', body: { phone } })
  const numbers = async (answer: Response) =>
    ((await answer.json()) as ReportList).items.map((row) => row.number)

  it('finds the reports of whoever left it, however it is written, where the office may read them', async () => {
    for (const name of ['station', 'supervisor'])
      expect(await numbers(await find(callers[name]))).toContain(number)
    expect(await numbers(await find(callers.station, '13800138000'))).toContain(number)
    expect(await numbers(await find(callers.station2))).toEqual([])
    expect(await numbers(await find(callers.station, '13800138001'))).toEqual([])
  })

  it('is looked for by offices alone, and in the right shape', async () => {
    expect((await find()).status).toBe(401)
    for (const name of ['owner', 'deputy', 'admin']) expect((await find(callers[name])).status).toBe(403)
    expect((await find(callers.station, '陈大文')).status).toBe(422)
  })

  it('leaves a line in the audit log, and itself nowhere', async () => {
    const list = await api('/admin/audit-log?action=contact.searched', callers.admin)
    const { items } = (await list.json()) as AuditList
    expect(items.map(({ subject, detail }) => [subject, detail])).toContainEqual([
      'phone:138****8000',
      { found: 2 },
    ])
    const stored = await env.DB.prepare('SELECT phone_hash FROM report WHERE number = ?1')
      .bind(number)
      .first()
    expect(stored?.phone_hash).toMatch(/^1\.[0-9a-f]{64}$/)
  })
})
