import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { settled, tooWide, violations, wordsOver } from '../support/axe-in-browser.ts'
import { newPage, openBrowser } from '../support/browser.ts'
import { fullDevice, reportsToShow, type Locale } from '../support/full-device.ts'
import { brokenMeasures, ELDER, NORMAL } from '../support/measures.ts'

let browser: Browser
let reports: Awaited<ReturnType<typeof reportsToShow>>

beforeAll(async () => {
  browser = await openBrowser()
  reports = await reportsToShow()
})

afterAll(() => browser.close())

const MODES = ['light', 'dark', 'elder'] as const
const LOCALES: readonly Locale[] = ['zh-hans', 'zh-hant', 'en']

describe.each(MODES)('%s mode', (mode) => {
  it.each(LOCALES)(
    'in %s: no page has a violation, all fit the screen, and text and targets are large enough',
    async (locale) => {
      const elder = mode === 'elder'
      const { pages, storage } = fullDevice(reports, { locale, elder })
      const { page, close } = await newPage(browser, {
        colorScheme: mode === 'dark' ? 'dark' : 'light',
        // The page's own policy would keep axe out; nothing else of it is changed.
        context: { bypassCSP: true, storageState: storage },
      })
      const wrong: string[] = []
      for (const place of [...pages, '/staff/sign-in']) {
        await page.goto(place)
        await settled(page)
        const found = [
          ...(await violations(page)),
          ...(await tooWide(page)),
          ...(await wordsOver(page)),
          ...(await page.evaluate(brokenMeasures, elder ? ELDER : NORMAL)),
        ]
        wrong.push(...found.map((what) => `${place}: ${what}`))
      }
      expect(wrong).toEqual([])
      await close()
    },
  )
})

it('has no violation on a page that another page led to', async () => {
  const { page, close } = await newPage(browser, { context: { bypassCSP: true } })
  await page.goto('/station?code=K7Q2M9XA')
  await page.getByRole('link', { name: '我要反映' }).click()
  await page.getByLabel('把事情说清楚').waitFor()
  expect(await violations(page)).toEqual([])
  await close()
})

it('measures what it says it measures', async () => {
  const { page, close } = await newPage(browser)
  await page.setContent(
    '<p style="font-size:17px;line-height:1.2">small</p><button style="width:50px;height:50px">x</button>',
  )
  expect(await page.evaluate(brokenMeasures, ELDER)).toEqual([
    'text of 17 px: small',
    'lines 1.2 high: small',
    'text of 13.33 px: x',
    'target of 50 × 50 px: x',
  ])
  expect(await page.evaluate(brokenMeasures, { text: 13, line: 1, target: 44 })).toEqual([])
  await close()
})
