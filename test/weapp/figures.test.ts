import path from 'node:path'
import { expect, it } from 'vitest'
import { DISTRICTS } from '../../worker/demo-city/districts.ts'
import { openFigures, statisticsOf } from '../support/figures-city.ts'
import { createMiniApp } from './mini-app.mjs'
import { fakeRequest } from './wx.mjs'

const dist = path.resolve(import.meta.dirname, '../../dist/weapp')

function online(_method: string, url: string) {
  const { pathname, searchParams } = new URL(url, 'http://city.example')
  if (pathname.endsWith('/statistics')) return { status: 200, body: statisticsOf(searchParams) }
  if (pathname.endsWith('/figures.csv')) return { status: 200, body: openFigures() }
  if (pathname.endsWith('/districts')) return { status: 200, body: { items: DISTRICTS } }
  return { status: 200, body: { items: [] } }
}

it('the figures are read, narrowed and recomputed in the mini program, and read again without a network', async () => {
  const storage = new Map<string, string>()
  const copied: string[] = []
  const log: unknown[][] = []
  const open = (networkType: 'wifi' | 'none') => {
    const { request, calls } = fakeRequest(networkType === 'none' ? () => null : online)
    const wx = {
      request,
      getNetworkType: ({ success }: { success: (found: object) => void }) => success({ networkType }),
      setClipboardData: ({ data, success }: { data: string; success?: (done: object) => void }) => {
        copied.push(data)
        success?.({})
      },
      getStorageSync: (key: string) => storage.get(key) ?? '',
      setStorageSync: (key: string, value: string) => void storage.set(key, value),
      removeStorageSync: (key: string) => void storage.delete(key),
    }
    const app = createMiniApp(dist, { wx, log: (...words: unknown[]) => log.push(words) })
    return { app: app.launch('/library/pages/figures/index'), calls }
  }
  const { app, calls } = open('wifi')
  await app.shows('收到 8 件：办结 4 件，正在办 3 件，其余 1 件没有办下去。')
  await app.shows('各类：收到')
  expect(app.texts()).toEqual(expect.arrayContaining(['66.7%', '33.3%', '越秀', '路灯']))

  const said = () => app.texts().join('|')
  await app.tap('这些数怎么算')
  expect(said()).toContain('每件反映只在其中一处')
  await app.tap('现在重算一遍')
  await expect.poll(said, { timeout: 8000 }).toMatch(/用 2 行重算了 \d+ 个数，每一个都和这一页一样。/)
  // A mini program opens no file of a foreign address: it is copied, for a browser.
  await app.tap('公开的反映（CSV）')
  expect(copied.at(-1)).toMatch(/\/open-data\/reports\.csv$/)
  await app.tap('满意')
  await app.shows('各类：满意')
  await app.tap('越秀')
  await expect.poll(() => calls.some(({ url }) => url.includes('district=440104'))).toBe(true)
  expect(log.filter(([kind]) => kind === '[error]')).toEqual([])

  const later = open('none').app
  await later.shows('收到 8 件：办结 4 件，正在办 3 件，其余 1 件没有办下去。')
  await expect.poll(() => later.texts().join(''), { timeout: 8000 }).toMatch(/数据取于 \d+月\d+日 \d+:\d+/)
})
