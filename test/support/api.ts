import { SELF } from 'cloudflare:test'
import { expect } from 'vitest'
import type { ReportAnswer, SubmitAnswer } from '../../shared/contract/report.ts'
import type { PhotoUploaded } from '../../shared/contract/photo.ts'
import { smallJpeg } from './small-jpeg.ts'

/** How a caller shows who they are. */
export interface Caller {
  token?: string
  queryCode?: string
}

interface Call extends Caller {
  method?: string
  body?: unknown
  /** A body that is sent as it is. */
  raw?: string
  /** A fresh one when not given; null for none. */
  key?: string | null
  language?: string
}

function headersOf(
  { token, queryCode, language, key, method }: Call,
  hasBody: boolean,
): Record<string, string> {
  const headers: [string, string | null | undefined][] = [
    ['Authorization', token && `Bearer ${token}`],
    ['X-Query-Code', queryCode],
    ['Accept-Language', language],
    ['Idempotency-Key', method === 'POST' && key === undefined ? crypto.randomUUID() : key],
    ['Content-Type', hasBody ? 'application/json' : null],
  ]
  return Object.fromEntries(headers.filter((header): header is [string, string] => Boolean(header[1])))
}

/** Calls the Worker as an API client does: no cookies, no origin. */
export function api(path: string, call: Call = {}): Promise<Response> {
  const payload = call.raw ?? (call.body === undefined ? undefined : JSON.stringify(call.body))
  return SELF.fetch(`http://mashang.test/api/v1${path}`, {
    method: call.method ?? 'GET',
    headers: headersOf(call, payload !== undefined),
    ...(payload !== undefined && { body: payload }),
  })
}

/** Signs a demonstration account in. */
export async function signIn(username: string): Promise<Caller> {
  const answer = await api('/session', { method: 'POST', body: { username, password: 'mashang-demo' } })
  expect(answer.status).toBe(201)
  return { token: ((await answer.json()) as { token: string }).token }
}

/** Uploads a small photo and gives its id. */
export async function uploadPhoto(caller: Caller): Promise<string> {
  const answer = await SELF.fetch('http://mashang.test/api/v1/photos', {
    method: 'POST',
    headers: {
      'Content-Type': 'image/jpeg',
      ...(caller.token && { Authorization: `Bearer ${caller.token}` }),
    },
    body: smallJpeg(),
  })
  expect(answer.status).toBe(201)
  return ((await answer.json()) as PhotoUploaded).id
}

/** Files an opinion at station 0001. */
export async function submitOpinion(caller: Caller, content: object): Promise<SubmitAnswer> {
  const body = { channel: 'opinion', stationCode: 'K7Q2M9XA', ...content }
  const answer = await api('/reports', { ...caller, method: 'POST', body })
  expect(answer.status).toBe(201)
  return (await answer.json()) as SubmitAnswer
}

/** Takes one action that must succeed. */
export async function actOn(
  caller: Caller,
  number: string,
  version: number,
  command: object,
): Promise<ReportAnswer> {
  const answer = await api(`/reports/${number}/actions`, {
    ...caller,
    method: 'POST',
    body: { ...command, version },
  })
  expect(answer.status, await answer.clone().text()).toBe(200)
  return (await answer.json()) as ReportAnswer
}
