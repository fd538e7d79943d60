import fs from 'node:fs'
import path from 'node:path'
import { expect, inject } from 'vitest'
import type { PhotoUploaded } from '../../shared/contract/photo.ts'
import type { ReportAnswer, SubmitAnswer } from '../../shared/contract/report.ts'
import type { StationScans } from '../../shared/contract/station-code.ts'
import type { TopicAnswer } from '../../shared/contract/topic.ts'

/** Drawings that stand for photos. */
export const DRAWINGS = path.resolve(import.meta.dirname, '../../worker/demo-city/photos')

/** Calls the API of the browser tests' city, past the screens: what others do while a test looks at one screen. */
async function call<T>(path: string, body: object, headers: Record<string, string> = {}): Promise<T> {
  const answer = await fetch(`${inject('baseUrl')}/api/v1${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID(), ...headers },
    body: JSON.stringify(body),
  })
  expect(answer.ok, await answer.clone().text()).toBe(true)
  return (await answer.json()) as T
}

const tokens = new Map<string, Promise<string>>()

/** The session of a demonstration account, opened once. */
function tokenOf(username: string): Promise<string> {
  const known = tokens.get(username)
  if (known) return known
  const opened = call<{ token: string }>('/session', { username, password: 'mashang-demo' }).then(
    ({ token }) => token,
  )
  tokens.set(username, opened)
  return opened
}

/** Files an opinion at station 0001 as nobody in particular. */
export function fileOpinion(content: object): Promise<SubmitAnswer> {
  return call('/reports', { channel: 'opinion', stationCode: 'K7Q2M9XA', ...content })
}

/** How often the poster of station 0001 was scanned lately. */
export async function scansOfStation(): Promise<number> {
  const headers = { Authorization: `Bearer ${await tokenOf('station.demo')}` }
  const answer = await fetch(`${inject('baseUrl')}/api/v1/stations/0001/scans`, { headers })
  return ((await answer.json()) as StationScans).scans
}

/** One step of an office. */
export async function officeActs(
  username: string,
  number: string,
  version: number,
  command: object,
): Promise<ReportAnswer> {
  const headers = { Authorization: `Bearer ${await tokenOf(username)}` }
  return call(`/reports/${number}/actions`, { ...command, version }, headers)
}

/** A report that everybody can read and on which a body works: its number. Version 4. */
export async function publishedReport(content: object): Promise<string> {
  const { report } = await fileOpinion({
    categoryCode: 'street-lighting',
    consentPublic: true,
    ...content,
  })
  const { number } = report
  await officeActs('station.demo', number, 1, {
    action: 'assign',
    bodyCode: 'yuexiu-housing-construction',
    complexity: 'simple',
  })
  await officeActs('body.demo', number, 2, { action: 'sign' })
  await officeActs('station.demo', number, 3, { action: 'publish' })
  return number
}

/** A photo that an office has taken: its id. */
export async function officePhoto(username: string, drawing: string): Promise<string> {
  const answer = await fetch(`${inject('baseUrl')}/api/v1/photos`, {
    method: 'POST',
    headers: { 'Content-Type': 'image/jpeg', Authorization: `Bearer ${await tokenOf(username)}` },
    body: fs.readFileSync(path.join(DRAWINGS, `${drawing}.jpg`)),
  })
  expect(answer.status).toBe(201)
  return ((await answer.json()) as PhotoUploaded).id
}

/** One step of an office on a common problem. */
export async function topicActs(username: string, id: string, command: object): Promise<void> {
  const headers = { Authorization: `Bearer ${await tokenOf(username)}` }
  const answer = await fetch(`${inject('baseUrl')}/api/v1/topics/${id}`, { headers })
  const { topic } = (await answer.json()) as TopicAnswer
  await call(`/topics/${id}/actions`, { ...command, version: topic.version }, headers)
}

/** Lets the clock of the city look at once: it is due every five minutes. */
export async function runClock(): Promise<void> {
  const cron = encodeURIComponent('*/5 * * * *')
  const answer = await fetch(`${inject('baseUrl')}/cdn-cgi/local/scheduled?cron=${cron}`)
  expect(answer.ok, await answer.text()).toBe(true)
}
