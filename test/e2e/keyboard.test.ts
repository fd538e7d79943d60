import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newPage, openBrowser } from '../support/browser.ts'
import { officeActs, officePhoto } from '../support/city-calls.ts'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** More stops than any page has. */
const MOST_STOPS = 150

/** What the keyboard stands on, as a screen reader names it: its role and its name. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement as (HTMLElement & { labels?: NodeListOf<HTMLElement> }) | null
    const words = [
      element?.getAttribute('aria-label'),
      ...[...(element?.labels ?? [])].map((label) => label.textContent),
      element?.textContent,
    ]
    const type = element instanceof HTMLInputElement ? element.type : (element?.tagName.toLowerCase() ?? '')
    return `${type} ${words.find((one) => one?.trim())?.trim() ?? ''}`
  })
}

/** How the focus is drawn; a box is drawn by its label. '' where nobody would see it. */
function drawnFocus(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement as Element
    const shown = [element, element.closest('label')].filter((one) => one !== null)
    const styles = shown.map((one) => getComputedStyle(one))
    return styles
      .map(({ outlineStyle, boxShadow }) => `${outlineStyle} ${boxShadow}`.replaceAll('none', '').trim())
      .join('')
  })
}

/** Presses Tab until that control has the focus, and proves that the focus can be seen. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const met: string[] = []
  while (met.length < MOST_STOPS && !name.test(met.at(-1) ?? '')) {
    await page.keyboard.press('Tab')
    met.push(await focused(page))
  }
  expect(met.at(-1), `Tab met ${met.join(' | ')}`).toMatch(name)
  expect(await drawnFocus(page), `the focus on ${met.at(-1)} is seen`).not.toBe('')
}

async function press(page: Page, name: RegExp, key = 'Enter'): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press(key)
}

async function type(page: Page, name: RegExp, text: string): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.type(text)
}

const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 1 }).waitFor()

it('a report is filed, followed, answered and rated without a mouse', async () => {
  const { page, problems, picture, close } = await newPage(browser, { width: 1280, height: 800 })
  const text = `只用键盘写的一件：文明路口的路灯从上周起就不亮 ${Date.now()}`

  await page.goto('/')
  await heading(page, '码上')
  await type(page, /^search 您身边的人大代表联络站/, '0001')
  await page.keyboard.press('Enter')
  await press(page, /^a 我要反映/)
  await heading(page, '是什么事？')
  await type(page, /^search 用几个字说说/, '路灯')
  await page.getByText('路灯不亮', { exact: true }).first().waitFor()
  await press(page, /^(radio|button) 路灯不亮/, 'Space')
  await type(page, /^textarea 把事情说清楚/, text)
  await press(page, /^button 下一步/)

  await heading(page, '在什么地方？')
  // The map is one stop: arrow keys move the pin.
  await tabTo(page, /^button 方格地图/)
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowRight')
  await page
    .getByText(/图钉在/)
    .first()
    .waitFor()
  await type(page, /^text 用文字说明位置/, '文明路 12 号对面')
  await picture('keyboard/where')
  await press(page, /^button 下一步/)

  await heading(page, '有照片吗？')
  await press(page, /^button 下一步/)
  await heading(page, '怎么联系您？')
  // Refused first: the summary takes the focus and leads to what is missing.
  await press(page, /^button 下一步/)
  await page.getByText('请选择要不要留联系方式').first().waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  expect(await focused(page)).toMatch(/^radio 不留，匿名反映/)
  await page.keyboard.press('Space')
  await press(page, /^button 下一步/)

  await heading(page, '核对一下')
  await press(page, /^button 提交/)
  await heading(page, '谢谢，已收到')
  const { number } = await page.evaluate(
    () => JSON.parse(localStorage.getItem('mashang.receipts') ?? '{}').receipts[0],
  )
  await press(page, /^button 存成图片/)
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Escape')
  expect(await focused(page)).toMatch(/^button 存成图片/)
  await press(page, /^a 查看办理进度/)
  await heading(page, '反映进度')

  await press(page, /^summary 补充情况/)
  await type(page, /^textarea 想补充的话/, '补充：是第三根灯杆。')
  await press(page, /^button 发送/)
  await page.getByText('已收到您的补充。').waitFor()

  await officeActs('station.demo', number, 2, {
    action: 'assign',
    bodyCode: 'yuexiu-housing-construction',
    complexity: 'simple',
  })
  await officeActs('body.demo', number, 3, { action: 'sign' })
  const photoIds = [await officePhoto('body.demo', 'lamp-mended')]
  await officeActs('body.demo', number, 4, { action: 'finish', text: '灯泡已更换。', photoIds })
  await officeActs('station.demo', number, 5, { action: 'approve' })
  await page.reload()
  await page.getByRole('heading', { name: '请您评价' }).waitFor()
  for (let question = 0; question < 3; question += 1) await press(page, /^radio 是/, 'Space')
  await press(page, /^button 提交评价/)
  await page.getByText('谢谢您的评价。').waitFor()
  await picture('keyboard/report')
  expect(problems).toEqual([])
  await close()
})
