import { createExecutionContext, env } from 'cloudflare:test'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { app } from '../../worker/app.ts'
import { sha256 } from '../../worker/adapters/secrets.ts'
import { api, signIn, submitOpinion, type Caller } from '../support/api.ts'
import { seedTestCity } from '../support/test-city.ts'

let device: Caller
let station: Caller

beforeAll(async () => {
  await seedTestCity()
  device = (await (await api('/session/anonymous', { method: 'POST' })).json()) as Caller
  station = await signIn('station2.demo')
})

afterEach(() => vi.restoreAllMocks())

async function logOf(path: string, init: RequestInit): Promise<{ status: number; lines: string[] }> {
  const told = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const answer = await app.fetch(
    new Request(`http://mashang.test/api/v1${path}`, init),
    env,
    createExecutionContext(),
  )
  return { status: answer.status, lines: told.mock.calls.map(([line]) => String(line)) }
}

it('who is turned away is seen in the log: at what, and which session it was', async () => {
  const { status, lines } = await logOf('/admin/accounts?q=13912345678', {
    headers: { Authorization: `Bearer ${device.token}` },
  })
  expect(status).toBe(403)
  expect(lines).toHaveLength(1)
  const line = JSON.parse(lines[0] ?? '')
  expect(line).toEqual({
    refused: 'NOT_ALLOWED',
    requestId: expect.any(String),
    method: 'GET',
    route: '/api/v1/admin/accounts',
    session: (await sha256(device.token ?? '')).slice(0, 12),
  })
})

it('what was named in the address or sent along is not in it', async () => {
  const { report } = await submitOpinion(device, { categoryCode: 'street-lighting', text: '路灯坏了三天。' })
  const { status, lines } = await logOf(`/reports/${report.number}/actions`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${device.token}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': crypto.randomUUID(),
    },
    body: JSON.stringify({ action: 'note', version: 1, text: '电话 13912345678' }),
  })
  expect(status).toBe(403)
  expect(lines).toHaveLength(1)
  for (const word of [report.number, '13912345678', device.token ?? '?']) expect(lines[0]).not.toContain(word)
  expect(lines[0]).toContain('/api/v1/reports/:number/actions')
})

it('a foreign page is seen too; what is merely not there, or wrong, is not', async () => {
  const headers = {
    Origin: 'https://evil.example',
    Cookie: '__Host-mashang=x',
    'Content-Type': 'application/json',
  }
  const foreign = await logOf('/session', { method: 'POST', headers, body: '{}' })
  expect(foreign.lines.map((line) => JSON.parse(line).refused)).toEqual(['FOREIGN_ORIGIN'])
  vi.restoreAllMocks()
  const missing = await logOf('/reports/26010100000007', {
    headers: { Authorization: `Bearer ${station.token}` },
  })
  expect([missing.status, missing.lines]).toEqual([404, []])
})
