import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes } from '../../miniapp/config/routes.ts'
import { placesOf } from '../../miniapp/src/staff/state/staff-places.ts'
import { ROLES } from '../../shared/domain/actor.ts'
import { settled, tooWide, violations } from '../support/axe-in-browser.ts'
import { newPage, openBrowser } from '../support/browser.ts'
import { fullDevice, reportsToShow } from '../support/full-device.ts'
import { brokenMeasures, ELDER, NORMAL } from '../support/measures.ts'
import { signInAt } from '../support/staff-steps.ts'

// Every place that the menu of somebody's role offers, so that no page can be forgotten here.

let browser: Browser
let reports: Awaited<ReturnType<typeof reportsToShow>>

beforeAll(async () => {
  browser = await openBrowser()
  reports = await reportsToShow()
})

afterAll(() => browser.close())

const OF_STAFF = ROLES.filter((role) => placesOf(role).length > 0)

describe.each(['light', 'dark', 'elder'] as const)('staff pages in %s mode', (mode) => {
  it.each(OF_STAFF)('of a %s have no violation, fit the screen, and are large enough', async (role) => {
    const elder = mode === 'elder'
    const { storage } = fullDevice(reports, { locale: 'zh-hans', elder })
    const { page, close } = await newPage(browser, {
      colorScheme: mode === 'dark' ? 'dark' : 'light',
      // The page's own policy would keep axe out; nothing else of it is changed.
      context: { bypassCSP: true, storageState: storage },
    })
    await signInAt(page, `${role}.demo`)
    const wrong: string[] = []
    for (const { path } of [...placesOf(role).map(({ to }) => routes[to]), routes['staff-account']]) {
      await page.goto(path)
      await settled(page)
      const found = [
        ...(await violations(page)),
        ...(await tooWide(page)),
        ...(await page.evaluate(brokenMeasures, elder ? ELDER : NORMAL)),
      ]
      wrong.push(...found.map((what) => `${path}: ${what}`))
    }
    expect(wrong).toEqual([])
    await close()
  })
})
