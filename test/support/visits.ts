import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { newPage, openBrowser, type Visit } from './browser.ts'

/** One browser for the tests of a file; what a test opens in it is closed after the test. */
export function visitsOfFile(): (options?: Parameters<typeof newPage>[1]) => Promise<Visit> {
  let browser: Browser
  let opened: Visit[] = []
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterEach(async () => {
    await Promise.all(opened.map(({ close }) => close()))
    opened = []
  })
  afterAll(() => browser.close())
  return async (options) => {
    const one = await newPage(browser, options)
    opened.push(one)
    return one
  }
}
