import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { newPage, openBrowser, type Visit } from '../support/browser.ts'
import { officeActs } from '../support/city-calls.ts'
import { compileWeapp } from '../support/weapp-screen/compile.mts'

// The build for WeChat, drawn by WeChat's own open renderer over the real server: what the bare VM cannot show is
// whether the screens look as they should. Pictures in test-results/weapp.

const DIST = path.resolve(import.meta.dirname, '../../dist/weapp')

let browser: Browser
let script: string

beforeAll(async () => {
  browser = await openBrowser()
  script = await compileWeapp(DIST)
}, 120_000)
afterAll(() => browser.close())

async function launch(options: Parameters<typeof newPage>[1] = {}): Promise<Visit> {
  const visit = await newPage(browser, options)
  // An empty page of the server's own address, so that requests need no permission.
  await visit.page.route('**/weapp-screen', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><html lang="zh"><body></body></html>' }),
  )
  await visit.page.goto(`${inject('baseUrl')}/weapp-screen`)
  await visit.page.addScriptTag({ content: script })
  return visit
}

/** The last page of the stack is the one in front. */
const front = (page: Page) => page.locator('body > div').last()
const shows = (page: Page, text: string) => front(page).getByText(text).first().waitFor()
const tap = (page: Page, text: string) => front(page).getByText(text, { exact: true }).first().click()

it('files a report in four steps and follows it to the body, in WeChat’s renderer', async () => {
  const { page, picture, problems, close } = await launch()
  const text = `微信里写的一件：文明路口的路灯从上周起就不亮 ${Date.now()}`
  await shows(page, '身边的事，码上说')
  await picture('weapp/1-home')
  await front(page).locator('wx-input input').first().fill('0001')
  await tap(page, '我要反映')
  await shows(page, '北京街道人大代表中心联络站')
  await picture('weapp/2-station')
  await tap(page, '我要反映')
  await shows(page, '把事情说清楚')
  await front(page).locator('wx-input input').first().fill('路灯')
  await tap(page, '路灯不亮')
  await front(page).locator('wx-textarea textarea').first().fill(text)
  await shows(page, '写得很清楚')
  await picture('weapp/3-what')
  await tap(page, '下一步')
  await shows(page, '用文字说明位置')
  await front(page).locator('wx-input input').first().fill('文明路 12 号对面')
  await picture('weapp/4-where')
  await tap(page, '下一步')
  await shows(page, '照片（最多 9 张）')
  await picture('weapp/5-photos')
  await tap(page, '下一步')
  await tap(page, '不留，匿名反映')
  await picture('weapp/6-contact')
  await tap(page, '下一步')
  await shows(page, '看看有没有要改的')
  await picture('weapp/7-check')
  await tap(page, '提交')
  await shows(page, '最晚给您答复的日期')
  await picture('weapp/8-receipt')

  const { number } = await page.evaluate(
    () => JSON.parse(localStorage.getItem('mashang.receipts') ?? '{}').receipts[0],
  )
  await officeActs('station.demo', number, 1, {
    action: 'assign',
    bodyCode: 'yuexiu-housing-construction',
    complexity: 'simple',
  })
  await tap(page, '查看办理进度')
  await shows(page, '交给越秀区住房和建设局办理')
  await picture('weapp/9-timeline')
  expect(problems).toEqual([])
  await close()
})

it('shows the library, finds a case and draws its figures and its map', async () => {
  const { page, picture, problems, close } = await launch()
  await shows(page, '身边的事，码上说')
  await tap(page, '看全部案例')
  await shows(page, '办完以后，市民和企业感受最深的改革')
  await picture('weapp/cases-list')
  await front(page).locator('wx-input input').first().fill('zzft')
  await shows(page, '找到的案例')
  await tap(page, '创新长者饭堂，陪伴三餐四季')
  await shows(page, '怎么做到的')
  await shows(page, '哪里在做，哪里想要')
  await picture('weapp/cases-case')
  expect(problems).toEqual([])
  await close()
})

it('keeps to the dark and to large text', async () => {
  const dark = await launch({ colorScheme: 'dark' })
  await shows(dark.page, '身边的事，码上说')
  await dark.picture('weapp/home-dark')
  await dark.close()
  const elder = await launch()
  await shows(elder.page, '身边的事，码上说')
  await tap(elder.page, '长辈版')
  await shows(elder.page, '特大')
  const size = await front(elder.page)
    .locator('.k-root')
    .evaluate((root) => getComputedStyle(root).fontSize)
  expect(size).toBe('22px')
  await elder.picture('weapp/home-elder')
  await elder.close()
})

it('draws the public figures in WeChat’s renderer', async () => {
  for (const mode of ['light', 'dark'] as const) {
    const { page, picture, problems, close } = await launch({ colorScheme: mode, height: 6500 })
    await shows(page, '身边的事，码上说')
    await tap(page, '公开的数字')
    await shows(page, '收到的，现在到哪一步')
    await shows(page, '各类：收到')
    await tap(page, '这些数怎么算')
    await shows(page, '分母是已办结并且有人评价的反映')
    await tap(page, '现在重算一遍')
    await shows(page, '每一个都和这一页一样。')
    await picture(`weapp/figures-${mode}`)
    expect(problems).toEqual([])
    await close()
  }
})
