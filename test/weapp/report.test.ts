import path from 'node:path'
import { expect, it } from 'vitest'
import type { Category } from '../../shared/contract/category.ts'
import type { SubmitAnswer } from '../../shared/contract/report.ts'
import type { Station } from '../../shared/contract/station.ts'
import { createMiniApp } from './mini-app.mjs'
import { fakeRequest } from './wx.mjs'

const dist = path.resolve(import.meta.dirname, '../../dist/weapp')

const district = { code: '440104', name: '越秀区' }
const station: Station = {
  number: '0001',
  code: 'K7Q2M9XA',
  name: '北京街联络站',
  district,
  street: { code: '440104003', name: '北京街道' },
  place: { lat: 23.1255, lng: 113.2695, address: '北京路 1 号' },
  hours: '工作日 9:00–17:00',
  deputies: [],
  onDuty: [],
  figures: { received: 0, open: 0, answered: 0, declined: 0, answeredInTime: 0, medianHours: null },
}
const lamps: Category = {
  code: 'street-lighting',
  name: '路灯不亮',
  icon: 'lamp',
  group: { code: 'light', name: '照明用电', icon: 'lamp' },
  questions: [],
  evidenceRequired: true,
  complexity: 'simple',
  keywords: ['路灯'],
  sounds: ['lu deng bu liang', 'lu deng'],
  traditional: '燈灯',
  limits: { pre_review: 1, sign: 1, handle: 3, review: 1, rating: 7, needs_info: 5 },
}
const filed: SubmitAnswer = {
  queryCode: 'AVBV0821',
  emergency: null,
  report: {
    number: '26112349705148',
    channel: 'opinion',
    state: 'submitted',
    round: 1,
    version: 1,
    category: { code: lamps.code, name: lamps.name },
    text: '',
    place: null,
    address: null,
    photos: [],
    answers: [],
    station: { number: station.number, name: station.name },
    district,
    holder: { type: 'station', code: station.number, name: station.name },
    body: null,
    coBodies: [],
    complexity: 'simple',
    dueAt: '2026-11-24T15:59:59.999Z',
    promisedAt: '2026-12-01T15:59:59.999Z',
    promisedProvisional: false,
    promises: [],
    steps: [],
    overdueLevel: 'none',
    lead: null,
    followers: [],
    bounces: 0,
    joins: 0,
    supervision: 'none',
    order: null,
    extension: 'none',
    rating: null,
    evidenceRequired: true,
    consentPublic: false,
    public: false,
    caseSlug: null,
    anonymised: false,
    createdAt: '2026-11-23T02:00:00.000Z',
    updatedAt: '2026-11-23T02:00:00.000Z',
  },
}

/** A function of wx that answers a moment later, as on a phone. */
function later(result: object) {
  return (options: { success?: (result: object) => void } = {}) => {
    if (!options.success) return Promise.resolve(result)
    setTimeout(() => options.success?.(result), 0)
    return undefined
  }
}

interface Sent {
  url: string
  filePath: string
  name: string
  header: Record<string, string>
  success: (result: { statusCode: number; data: string }) => void
}

/** A telephone with a camera and, when `online.yes`, with a network, in a city that asks WeChat who it is or does not. */
function phone(online: { yes: boolean }, { asksWechat = true } = {}) {
  const uploads: Sent[] = []
  const { request, calls } = fakeRequest((method: string, url: string) => {
    if (method === 'POST' && url.endsWith('/reports')) return online.yes ? { status: 201, body: filed } : null
    if (url.includes('/stations/')) return { status: 200, body: station }
    if (url.includes('/stations')) return { status: 200, body: { items: [station], nextCursor: null } }
    if (url.includes('/categories')) return { status: 200, body: { items: [lamps] } }
    if (url.endsWith('/session/wechat') && asksWechat) return { status: 201, body: { token: 'w'.repeat(43) } }
    if (url.endsWith('/session/anonymous')) return { status: 201, body: { token: 't'.repeat(43) } }
    return { status: 404, body: { error: { code: 'NOT_FOUND', message: '没有找到', requestId: 'r' } } }
  })
  const wx = {
    request,
    chooseMedia: later({ tempFiles: [{ tempFilePath: 'wxfile://camera/photo.jpg', size: 4_000_000 }] }),
    getImageInfo: later({ width: 4000, height: 3000 }),
    compressImage: later({ tempFilePath: 'wxfile://camera/small.jpg' }),
    saveFile: later({ savedFilePath: 'wxfile://store/small.jpg' }),
    removeSavedFile: later({}),
    uploadFile: (sent: Sent) => {
      uploads.push(sent)
      const data = JSON.stringify({ id: 'photo-id-0001', width: 1600, height: 1200 })
      setTimeout(() => sent.success({ statusCode: 201, data }), 0)
      return { onProgressUpdate() {}, abort() {} }
    },
  }
  const log: unknown[][] = []
  const app = createMiniApp(dist, { wx, log: (...words: unknown[]) => log.push(words) })
  const submissions = () =>
    calls.filter(({ method, url }) => method === 'POST' && url.endsWith('/reports')) as {
      data: string
      header: Record<string, string>
    }[]
  return { app, log, uploads, submissions }
}

type App = ReturnType<typeof createMiniApp>

/** Types into the field with that label. */
async function type(app: App, label: string, value: string): Promise<void> {
  const field = app
    .nodes()
    .find((node) => Object.values(node).includes(label) && node.cl?.includes('k-input'))
  expect(field, label).toBeDefined()
  await app.fire('input', field, { value })
}

async function fillForm(app: App): Promise<void> {
  // What a scanned poster opens: the printed link, encoded, as WeChat hands it over.
  app.launch(`/pages/station/index?q=${encodeURIComponent('https://mashang.test/s/K7Q2M9XA')}`)
  await app.shows('我要反映')
  await app.tap('我要反映')
  await app.shows('用几个字说说，马上找到类别')
  await type(app, '用几个字说说，马上找到类别', '路灯')
  await app.shows('路灯不亮')
  await app.tap('路灯不亮')
  await app.shows('已选：路灯不亮')
  await type(app, '把事情说清楚', '文明路 12 号门口的路灯不亮')
  await app.tap('下一步')
  await app.shows('在什么地方？')
  await type(app, '用文字说明位置', '文明路 12 号对面')
  await app.tap('下一步')
  await app.shows('有照片吗？')
  await app.tap('从相册选')
  await app.shows('已传好')
  await app.tap('下一步')
  await app.shows('怎么联系您？')
  await app.tap('不留，匿名反映')
  await app.tap('下一步')
  await app.shows('核对一下')
}

it('files a report from a scanned code, with a photo, to the receipt', async () => {
  const { app, log, uploads, submissions } = phone({ yes: true })
  await fillForm(app)
  await app.tap('提交')
  await app.shows('261123 4970 5148')
  await app.shows('AVBV 0821')
  expect(uploads).toHaveLength(1)
  expect(uploads[0]).toMatchObject({ name: 'file', filePath: 'wxfile://store/small.jpg' })
  // Known by WeChat: the reports are found on the next telephone too.
  expect(uploads[0]?.header.Authorization).toBe(`Bearer ${'w'.repeat(43)}`)
  expect(submissions()).toHaveLength(1)
  expect(JSON.parse(submissions()[0]?.data ?? '')).toMatchObject({
    channel: 'opinion',
    stationCode: 'K7Q2M9XA',
    categoryCode: 'street-lighting',
    text: '文明路 12 号门口的路灯不亮',
    address: '文明路 12 号对面',
    photoIds: ['photo-id-0001'],
    contact: null,
  })
  expect(log.filter(([kind]) => kind === '[error]')).toEqual([])
  expect([...app.missing]).toEqual([])
})

it('keeps a report for which there is no network, and sends it with the same key', async () => {
  const online = { yes: false }
  const { app, uploads, submissions } = phone(online, { asksWechat: false })
  await fillForm(app)
  await app.tap('提交')
  await app.shows('写好了，等着发出')
  online.yes = true
  await app.tap('现在发送')
  await app.shows('261123 4970 5148')
  const keys = submissions().map(({ header }) => header['Idempotency-Key'])
  expect(keys.length).toBeGreaterThan(1)
  expect(new Set(keys).size).toBe(1)
  expect(uploads[0]?.header.Authorization).toBe(`Bearer ${'t'.repeat(43)}`)
})

it('hands a report on where everybody may read it, and never with the query code', async () => {
  const address = `/pages/report/index?number=${filed.report.number}&code=${filed.queryCode}`
  const handedOn = async (view: 'public' | 'reporter') => {
    const answer = { report: filed.report, view, timeline: [], actions: [], joined: false }
    const { request } = fakeRequest((_method: string, url: string) =>
      url.includes(filed.report.number)
        ? { status: 200, body: answer }
        : { status: 404, body: { error: { code: 'NOT_FOUND', message: '没有找到', requestId: 'r' } } },
    )
    const app = createMiniApp(dist, { wx: { request } }).launch(address)
    await app.shows('办理经过')
    return app.stack.at(-1).onShareAppMessage({ from: 'menu' })
  }
  expect(await handedOn('public')).toMatchObject({
    path: `/pages/report/index?number=${filed.report.number}`,
  })
  expect(await handedOn('reporter')).toEqual({ title: '码上', path: '/pages/home/index' })
})
