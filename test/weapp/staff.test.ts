import path from 'node:path'
import { expect, it } from 'vitest'
import { accounts, answerOf, bodies, categories, NUMBER, rowOf, station } from '../support/staff-answers.ts'
import { createMiniApp } from './mini-app.mjs'
import { fakeRequest } from './wx.mjs'

const dist = path.resolve(import.meta.dirname, '../../dist/weapp')

const assigned = answerOf(
  { state: 'assigned', version: 2, holder: { type: 'body', code: 'lamps', name: '越秀区住建局' } },
  ['note'],
)

/** What the server answers, by the beginning of method and path. */
const ANSWERS: [string, unknown][] = [
  ['POST /session', { token: 't', account: accounts.station }],
  [`POST /reports/${NUMBER}/actions`, assigned],
  [`GET /reports/${NUMBER}/contact`, { contact: { name: '陈**' }, masked: true }],
  [`GET /reports/${NUMBER}`, answerOf({}, ['assign', 'ask', 'note'])],
  ['GET /reports?', { items: [rowOf()], nextCursor: null }],
  ['GET /stations/', station],
  ['GET /bodies', { items: bodies }],
  ['GET /categories', { items: categories }],
  ['GET /health', { status: 'ok', version: '0', demoCity: true }],
]

/** A telephone of the station's officer. */
function phone() {
  const { request, calls } = fakeRequest((method: string, url: string) => {
    const call = `${method} ${url.slice(url.indexOf('/api/v1') + '/api/v1'.length)}`
    const known = ANSWERS.find(([beginning]) => call.startsWith(beginning))
    if (known) return { status: 200, body: known[1] }
    return { status: 404, body: { error: { code: 'NOT_FOUND', message: '没有找到', requestId: 'r' } } }
  })
  const log: unknown[][] = []
  const app = createMiniApp(dist, { wx: { request }, log: (...words: unknown[]) => log.push(words) })
  return { app, calls, log }
}

it('signs in, shows what waits, and assigns a report', async () => {
  const { app, calls, log } = phone()
  app.launch('/staff/pages/inbox/index')
  await app.shows('工作人员登录')
  await app.shows('station.demo')
  await app.tap('station.demo')
  await app.tap('登录')
  await app.shows('请预审 · 路灯不亮')
  await app.tap('请预审 · 路灯不亮')
  await app.shows('文明路十二号门口的路灯坏了一个星期。')
  await app.tap('交办')
  await app.shows('按派单规则推荐：路灯不亮，越秀区')
  await app.tap('交办')
  await app.shows('已交办给越秀区住建局。')
  const acts = calls.filter(({ url }) => url.endsWith('/actions')) as {
    data: string
    header: Record<string, string>
  }[]
  expect(acts).toHaveLength(1)
  expect(JSON.parse(acts[0]?.data ?? '')).toEqual({
    action: 'assign',
    bodyCode: 'lamps',
    complexity: 'simple',
    version: 1,
  })
  expect(acts[0]?.header.Authorization).toBe('Bearer t')
  expect(acts[0]?.header['Idempotency-Key']).toMatch(/^[\w-]{16,64}$/)
  expect(log.filter(([kind]) => kind === '[error]')).toEqual([])
  expect([...app.missing]).toEqual([])
})
