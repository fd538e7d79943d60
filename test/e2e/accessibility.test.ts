import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newPage, openBrowser } from '../support/browser.ts'

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

const PAGES = [
  '/',
  '/station?code=K7Q2M9XA',
  '/station?code=ZZZZZZZZ',
  '/report/new?station=K7Q2M9XA',
  '/my-reports',
  '/cases',
  '/case?slug=people-voice-by-code',
  '/staff/sign-in',
  '/no-such-page',
]

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})

afterAll(() => browser.close())

/** What axe-core finds wrong, one line a rule and element. */
async function violations(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: AXE })
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    const found = await axe.run()
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`),
    )
  })
}

async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' })
}

describe.each(['light', 'dark', 'elder'] as const)('%s mode', (mode) => {
  it.each(PAGES)('%s has no violation and fits the screen', async (place) => {
    const { page, close } = await newPage(browser, {
      colorScheme: mode === 'dark' ? 'dark' : 'light',
      // The page's own policy would keep axe out; nothing else of it is changed.
      context: { bypassCSP: true },
    })
    if (mode === 'elder') {
      await page.goto('/')
      await page.getByRole('button', { name: '长辈版' }).click()
    }
    await page.goto(place)
    await settled(page)
    expect(await violations(page)).toEqual([])
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    ).toBeLessThanOrEqual(0)
    await close()
  })
})

it('has no violation on a page that another page led to', async () => {
  const { page, close } = await newPage(browser, { context: { bypassCSP: true } })
  await page.goto('/station?code=K7Q2M9XA')
  await page.getByRole('link', { name: '我要反映' }).click()
  await page.getByLabel('把事情说清楚').waitFor()
  expect(await violations(page)).toEqual([])
  await close()
})
