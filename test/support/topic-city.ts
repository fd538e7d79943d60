import { env } from 'cloudflare:test'
import { expect } from 'vitest'
import type { Failure } from '../../shared/contract/failure.ts'
import type { ReportAnswer } from '../../shared/contract/report.ts'
import { topicAnswer, type TopicAnswer, type TopicRequest } from '../../shared/contract/topic.ts'
import { api, signIn, submitOpinion, type Caller } from './api.ts'
import { seedTestCity } from './test-city.ts'

export const HOUSING = 'yuexiu-housing-construction'
export const LAMP = { categoryCode: 'street-lighting', text: '中山四路口的路灯坏了三天，晚上很黑。' }
export const ABOUT = { title: '中山四路一带路灯不亮', text: '三处路灯接在同一条线路上，要一起换。' }
export const ANSWER = { action: 'answer', text: '整条线路已经换新，三处今晚都亮了。' }
const WEEK_MS = 7 * 86_400_000

/** Everybody who has to do with topics; `otherDesk` is the desk of a district in which nothing is filed. */
export interface TopicCast {
  station: Caller
  body: Caller
  otherBody: Caller
  supervisor: Caller
  desk: Caller
  otherDesk: Caller
  resident: Caller
}

/** The demonstration city with one desk more, and everybody signed in. */
export async function topicCast(): Promise<TopicCast> {
  await seedTestCity()
  await env.DB.prepare(
    `INSERT INTO account (id, role, username, password_hash, name, district_code, created_at)
     SELECT 'acct-desk2-demo', role, 'desk2.demo', password_hash, name, '440106', created_at
     FROM account WHERE username = 'desk.demo'`,
  ).run()
  return {
    station: await signIn('station.demo'),
    body: await signIn('body.demo'),
    otherBody: await signIn('body2.demo'),
    supervisor: await signIn('supervisor.demo'),
    desk: await signIn('desk.demo'),
    otherDesk: await signIn('desk2.demo'),
    resident: (await (await api('/session/anonymous', { method: 'POST' })).json()) as Caller,
  }
}

/** A report that waits for its station. */
export async function file(resident: Caller, content: object = {}): Promise<string> {
  return (await submitOpinion(resident, { ...LAMP, ...content })).report.number
}

export async function report(number: string, caller: Caller): Promise<ReportAnswer> {
  return (await (await api(`/reports/${number}`, caller)).json()) as ReportAnswer
}

export function openTopic(caller: Caller, request: Partial<TopicRequest>, key?: string): Promise<Response> {
  return api('/topics', { ...caller, method: 'POST', body: { ...ABOUT, ...request }, ...(key && { key }) })
}

/** Opens a topic, which must succeed. */
export async function openedTopic(caller: Caller, request: Partial<TopicRequest>): Promise<TopicAnswer> {
  const answer = await openTopic(caller, request)
  expect(answer.status, await answer.clone().text()).toBe(201)
  return topicAnswer.parse(await answer.json())
}

export function actOnTopic(
  caller: Caller,
  { topic }: Pick<TopicAnswer, 'topic'>,
  command: object,
  key?: string,
): Promise<Response> {
  return api(`/topics/${topic.id}/actions`, {
    ...caller,
    method: 'POST',
    body: { version: topic.version, ...command },
    ...(key && { key }),
  })
}

/** Takes one action on a topic that must succeed. */
export async function actedOnTopic(
  caller: Caller,
  before: TopicAnswer,
  command: object,
): Promise<TopicAnswer> {
  const answer = await actOnTopic(caller, before, command)
  expect(answer.status, await answer.clone().text()).toBe(200)
  return topicAnswer.parse(await answer.json())
}

export async function failureOf(answer: Response): Promise<Failure & { status: number }> {
  return { status: answer.status, ...((await answer.json()) as Failure) }
}

export function inAWeek(): string {
  return new Date(Date.now() + WEEK_MS).toISOString()
}

export function topicOrder() {
  return { action: 'order', bodyCode: HOUSING, text: '请在一周内一并修好。', dueAt: inAWeek() }
}

/** How many events there are, of reports and topics. */
export async function eventCount(): Promise<number> {
  const sql = 'SELECT (SELECT count(*) FROM report_event) + (SELECT count(*) FROM topic_event) AS n'
  return (await env.DB.prepare(sql).first<number>('n')) ?? 0
}
