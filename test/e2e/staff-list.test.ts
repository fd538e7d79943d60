import fs from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Visit } from '../support/browser.ts'
import { fileOpinion } from '../support/city-calls.ts'
import { inFront, printed, signInAt } from '../support/staff-steps.ts'
import { visitsOfFile } from '../support/visits.ts'

// Long lists of reports, on a telephone and at a desk: found, kept, on a map, as a table, taken out, printed, by keys;
// and what comes while one looks. Leaves its pictures in test-results/lists.

const open = visitsOfFile()

async function officer(width: number, height: number): Promise<Visit> {
  const one = await open({ width, height })
  // What is looked at every half minute need not be waited for.
  await one.page.clock.install()
  await signInAt(one.page, 'station.demo')
  return one
}

const rowsOf = (page: Page) => inFront(page).locator('.staff-row')

/** How many reports the list says it has. */
async function total(page: Page): Promise<number> {
  const words = await inFront(page)
    .getByText(/^共 [\d,+]+ 件$/)
    .first()
    .textContent()
  return Number((words ?? '').replaceAll(/\D/g, ''))
}

describe.each([
  [375, 812],
  [1280, 800],
] as const)('on a screen %i wide', (width, height) => {
  it(
    'is searched, kept with its count, put on a map, taken out and printed',
    { timeout: 90_000 },
    async () => {
      const mark = `${width}${String(Date.now()).slice(-6)}`
      for (const place of ['榕树头', '码头', '菜场'])
        await fileOpinion({
          categoryCode: 'street-lighting',
          text: `=${place}的路灯晚上不亮 ${mark}`,
          place: { lat: 23.1255, lng: 113.2695, address: place },
        })
      const one = await officer(width, height)
      const { page, problems } = one
      const picture = (name: string) => one.picture(`lists/${width}-${name}`, { fullPage: false })
      await inFront(page).getByRole('tab', { name: '全部' }).click()
      const all = await total(page)
      await inFront(page).getByRole('searchbox', { name: '搜索' }).fill(mark)
      await expect.poll(() => total(page)).toBe(3)
      expect(all).toBeGreaterThan(3)
      expect(await rowsOf(page).count()).toBe(3)

      await inFront(page).getByRole('button', { name: '存下这个条件' }).click()
      const kept = inFront(page).getByRole('button', { name: /（3）/ })
      await kept.waitFor()
      await picture('kept')

      await inFront(page).getByRole('button', { name: '地图', exact: true }).click()
      await inFront(page)
        .getByRole('button', { name: /3 件|路灯晚上不亮/ })
        .first()
        .waitFor()
      await picture('map')
      await inFront(page).getByRole('button', { name: '地图', exact: true }).click()

      // Nothing that a spreadsheet would run, nothing of who reported.
      const file = page.waitForEvent('download')
      await inFront(page).getByRole('button', { name: '导出 CSV' }).click()
      await page.getByText('导出好了，共 3 件，文件在“下载”里').waitFor()
      const csv = fs.readFileSync(await (await file).path(), 'utf8')
      expect(csv.trimEnd().split('\r\n')).toHaveLength(4)
      expect(csv).toContain(`'=榕树头的路灯晚上不亮 ${mark}`)
      await picture('taken-out')
      await page.getByRole('button', { name: '关闭' }).filter({ visible: true }).first().click()

      await inFront(page).getByRole('button', { name: '打印', exact: true }).click()
      await inFront(page).getByRole('heading', { name: '打印清单', level: 1 }).waitFor()
      await inFront(page).getByText(`榕树头的路灯晚上不亮 ${mark}`).first().waitFor()
      await printed(page, `lists/${width}-print`)
      expect(problems).toEqual([])
    },
  )

  it('tells what has come, and moves nothing until asked', { timeout: 90_000 }, async () => {
    const one = await officer(width, height)
    const { page } = one
    await inFront(page).getByRole('tab', { name: '全部' }).click()
    await rowsOf(page).first().waitFor()
    const first = await rowsOf(page).first().textContent()
    const text = `刚刚写下的一件 ${width}${Date.now()}`
    await fileOpinion({ categoryCode: 'street-lighting', text })
    const badge = page.getByRole('button', { name: /件新到，点按显示/ }).filter({ visible: true })
    const comes = async () => {
      await page.clock.fastForward(31_000)
      return badge.isVisible()
    }
    await expect.poll(comes, { timeout: 30_000, interval: 1000 }).toBe(true)
    expect(await rowsOf(page).first().textContent()).toBe(first)
    await badge.click()
    await inFront(page).getByText(text).first().waitFor()
    await one.picture(`lists/${width}-news`)
  })
})

it('at a desk is a table with the columns one wants, walked through by keys', async () => {
  const one = await officer(1280, 800)
  const { page, problems } = one
  await inFront(page).getByRole('tab', { name: '全部' }).click()
  await rowsOf(page).first().waitFor()
  await page.locator('body').press('?')
  await page.getByRole('dialog', { name: '键盘快捷键' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await page.keyboard.press('/')
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search')
  await page.keyboard.press('Escape')
  await page.evaluate(() => (document.activeElement as HTMLElement).blur())
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')
  await expect.poll(focused).toContain(await rowsOf(page).nth(1).textContent())
  await page.keyboard.press('k')
  await expect.poll(focused).toContain(await rowsOf(page).first().textContent())

  await inFront(page).getByRole('button', { name: '表格', exact: true }).click()
  const header = (name: string) => inFront(page).getByRole('columnheader', { name, exact: true })
  await header('内容').waitFor()
  await inFront(page).getByRole('button', { name: '选列' }).click()
  await page.getByRole('dialog').getByLabel('内容').click()
  await page.keyboard.press('Escape')
  await header('内容').waitFor({ state: 'detached' })
  await one.picture('lists/1280-table', { fullPage: false })
  await page.reload()
  await header('编号').waitFor()
  expect(await header('内容').count()).toBe(0)
  expect(problems).toEqual([])
})
