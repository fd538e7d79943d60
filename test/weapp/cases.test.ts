import path from 'node:path'
import { expect, it } from 'vitest'
import { formerPages } from '../../miniapp/config/routes.ts'
import { CaseCity } from '../support/case-answers.ts'
import { createMiniApp } from './mini-app.mjs'
import { fakeRequest } from './wx.mjs'

const dist = path.resolve(import.meta.dirname, '../../dist/weapp')
const SLUG = 'elderly-canteens'
const TITLE = '创新长者饭堂，陪伴三餐四季'
const city = new CaseCity()

const NOTHING = { status: 404, body: { error: { code: 'NOT_FOUND', message: '没有找到', requestId: 'r' } } }

function online(_method: string, url: string) {
  const { pathname } = new URL(url, 'http://city.example')
  const [, slug] = /\/cases\/([^/]+)$/.exec(pathname) ?? []
  if (slug === 'demand') return { status: 200, body: { items: [] } }
  if (slug) return { status: 200, body: city.shown(slug, 'zh-hans') }
  return pathname.endsWith('/cases') ? { status: 200, body: city.list('zh-hans') } : NOTHING
}

/** One phone: what it stores is there the next time the app is opened. */
function phone() {
  const storage = new Map<string, string>()
  const kept = {
    getStorageSync: (key: string) => storage.get(key) ?? '',
    setStorageSync: (key: string, value: string) => void storage.set(key, value),
    removeStorageSync: (key: string) => void storage.delete(key),
  }
  return (url: string, networkType: 'wifi' | 'none' = 'wifi') => {
    const log: unknown[][] = []
    const { request } = fakeRequest(networkType === 'none' ? () => null : online)
    const getNetworkType = ({ success }: { success: (found: object) => void }) => success({ networkType })
    const app = createMiniApp(dist, {
      wx: { request, getNetworkType, ...kept },
      log: (...words: unknown[]) => log.push(words),
    }).launch(url)
    return { app, errors: () => log.filter(([kind]) => kind === '[error]') }
  }
}

const ageOf = (texts: string[]) => texts.join('').match(/数据取于 \d+月\d+日 \d+:\d+/)?.[0]

it('the cases are read in the mini program, and again without a network, with their age', async () => {
  const open = phone()
  const first = open('/library/pages/cases/index')
  await first.app.shows(TITLE)
  expect(ageOf(first.app.texts())).toBeUndefined()
  const story = open(`/library/pages/case/index?slug=${SLUG}`)
  await story.app.shows('怎么做到的')
  expect([...first.errors(), ...story.errors()]).toEqual([])

  const list = open('/library/pages/cases/index', 'none').app
  await list.shows(TITLE)
  await expect.poll(() => ageOf(list.texts()), { timeout: 8000 }).toBeDefined()
  const again = open(`/library/pages/case/index?slug=${SLUG}`, 'none').app
  await again.shows('怎么做到的')
  await expect.poll(() => ageOf(again.texts()), { timeout: 8000 }).toBeDefined()
})

it('a case is found in the mini program by its initials', async () => {
  const { app } = phone()('/library/pages/cases/index')
  await app.shows(TITLE)
  await app.shows('历史文化街区活化提升')
  await app.fire('input', app.byClass('k-input'), { value: 'zzft' })
  await expect.poll(() => app.texts().includes('历史文化街区活化提升')).toBe(false)
  expect(app.texts()).toContain(TITLE)
})

it.each([
  ['/pages/case/index?slug=elderly-canteens', 'library/pages/case/index', '怎么做到的'],
  ['/pages/cases/index', 'library/pages/cases/index', TITLE],
  ['/pages/never/index', 'pages/not-found/index', '找不到这个页面'],
])('a card that was sent with %s opens %s', async (card, page, words) => {
  const { app } = phone()(card)
  await app.shows(words)
  expect(app.stack.at(-1)?.route).toBe(page)
  expect(app.stack).toHaveLength(1)
})

it('a case that is sent on carries the path at which it is', async () => {
  const { app } = phone()(`/library/pages/case/index?slug=${SLUG}`)
  await app.shows('怎么做到的')
  await app.shows('分享')
  const card = app.stack.at(-1)?.onShareAppMessage({ from: 'button' })
  expect(card).toEqual({
    title: `${TITLE}——广州改革案例`,
    path: `/library/pages/case/index?slug=${SLUG}`,
  })
})

it('a former page leads to one that is there', () => {
  const pages: string[] = createMiniApp(dist).appJson.pages
  expect(Object.keys(formerPages).filter((page) => pages.includes(page))).toEqual([])
})
