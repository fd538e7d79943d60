import fs from 'node:fs'
import path from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

const PAPERS = path.resolve(import.meta.dirname, '../../test-results')

/** The page in front: those left behind stay in the document. */
export const inFront = (page: Page) => page.locator('.taro_page:visible').last()

/** Signs in as a demonstration account and waits for the page that was asked for, by its heading. */
export async function signInAt(page: Page, username: string, next = '', heading = '工作台'): Promise<void> {
  await page.goto(`/staff/sign-in${next && `?next=${next}`}`)
  await page.getByLabel('用户名').fill(username)
  await page.getByLabel('密码', { exact: true }).fill('mashang-demo')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('heading', { name: heading, level: 1 }).waitFor()
}

/** Goes to another place of the staff by the menu, as somebody with a telephone does. */
export async function goTo(page: Page, place: string): Promise<void> {
  await inFront(page).getByRole('button', { name: '菜单' }).click()
  const name = new RegExp(`^${place}`)
  const menu = page.getByRole('dialog')
  await menu.getByRole('link', { name }).or(menu.getByRole('button', { name })).click()
  await inFront(page).getByRole('heading', { name: place, level: 1 }).waitFor()
}

/** Goes down the list in front until that is there: a full inbox draws only what is near, and what came last stands far down. */
export async function lookDownFor(page: Page, wanted: Locator): Promise<void> {
  const rows = inFront(page).locator('.staff-row')
  const more = inFront(page).getByRole('button', { name: '查看更多' })
  await rows.first().waitFor()
  for (let look = 0; look < 100 && (await wanted.count()) === 0; look += 1) {
    await rows.last().scrollIntoViewIfNeeded()
    if (await more.isVisible()) await more.click()
    await page.waitForTimeout(100)
  }
}

/** Opens the report from the list in front. */
export async function openFromInbox(page: Page, text: string): Promise<void> {
  const row = inFront(page).locator('.staff-row').filter({ hasText: text }).first()
  await lookDownFor(page, row)
  await row.click()
  await page.getByRole('heading', { name: '办理过程' }).filter({ visible: true }).waitFor()
}

/** On paper nothing is to be pressed; leaves `test-results/<name>.pdf`. */
export async function printed(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ media: 'print' })
  expect(await inFront(page).locator('button:visible, select:visible, textarea:visible').count()).toBe(0)
  const file = path.join(PAPERS, `${name}.pdf`)
  fs.mkdirSync(path.dirname(file), { recursive: true })
  await page.pdf({ path: file, preferCSSPageSize: true })
  expect(fs.statSync(file).size).toBeGreaterThan(10_000)
  await page.emulateMedia({ media: 'screen' })
}
