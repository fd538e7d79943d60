import { execFile } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { publishedReport } from '../support/city-calls.ts'
import { visitsOfFile } from '../support/visits.ts'

// The public figures, as somebody looks at them on a telephone and at a desk, and as programs read them. Each leaves its
// pictures in test-results/figures.

const ROOT = path.resolve(import.meta.dirname, '../..')
const run = promisify(execFile)

let number: string

const visit = visitsOfFile()

beforeAll(async () => {
  number = await publishedReport({ text: '路灯 <b>坏了</b> & 三天没亮。' })
})

async function shown(page: Page): Promise<void> {
  await page.getByRole('heading', { name: /^各类：/ }).waitFor()
  await page.waitForFunction(() => !document.querySelector('.k-skeleton'))
}

const excess = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

describe.each([
  [375, 812],
  [1280, 800],
])('on a screen %i wide', (width, height) => {
  it('the figures are found from home, and narrowed by a tile of the city', async () => {
    const { page, picture, problems } = await visit({ width, height })
    await page.goto('/')
    await page.getByRole('link', { name: '公开的数字' }).click()
    await shown(page)
    await picture(`figures/${width}-light`, { fullPage: true })
    const tile = page.getByRole('button', { name: /^越秀 \d/ })
    await tile.click()
    await page.waitForURL(/district=440104/)
    expect(await tile.getAttribute('aria-pressed')).toBe('true')
    expect(await page.getByRole('combobox', { name: '区' }).inputValue()).toBe('440104')
    await page.getByRole('radio', { name: '满意' }).check()
    await page.getByRole('heading', { name: '每月：满意' }).waitFor()
    await shown(page)
    await picture(`figures/${width}-satisfied`, { fullPage: true })
    // What is looked at can be handed on: the address says it.
    await page.goto(page.url())
    await page.getByRole('heading', { name: '每月：满意' }).waitFor()
    expect(await excess(page)).toBeLessThanOrEqual(0)
    expect(problems).toEqual([])
  })

  it('every chart has its table, and the table is saved as CSV', async () => {
    const { page } = await visit({ width, height })
    await page.goto('/figures?period=all')
    await shown(page)
    const charts = page.locator('.chart')
    const tables = page.getByText('看数据表')
    expect(await charts.count()).toBe(6)
    expect(await tables.count()).toBe(6)
    for (const table of await tables.all()) await table.click()
    expect(await excess(page)).toBeLessThanOrEqual(0)
    const file = page.waitForEvent('download')
    await charts.first().getByRole('button', { name: '下载这张表（CSV）' }).click()
    const saved = await file
    expect(saved.suggestedFilename()).toBe('rates.csv')
    const text = fs.readFileSync(await saved.path(), 'utf8')
    expect(text).toMatch(/^\uFEFF群众怎么评价,分子,分母,比率\r\n有回应,\d+,\d+,/)
  })

  it('nothing jumps while the numbers come', async () => {
    const { page } = await visit({ width, height })
    await page.addInitScript(() => {
      const seen = window as unknown as { shifted: number }
      seen.shifted = 0
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) seen.shifted += (entry as unknown as { value: number }).value
      }).observe({ type: 'layout-shift', buffered: true })
    })
    await page.goto('/figures')
    await shown(page)
    expect(await page.evaluate(() => (window as unknown as { shifted: number }).shifted)).toBeLessThan(0.1)
  })
})

it.each(['dark', 'elder', 'print'] as const)('can be read in %s', async (mode) => {
  const { page, picture } = await visit({ colorScheme: mode === 'dark' ? 'dark' : 'light' })
  if (mode === 'elder') {
    await page.addInitScript(() =>
      localStorage.setItem('mashang.preferences', '{"locale":"zh-hans","elder":true,"elderSize":30}'),
    )
  }
  await page.goto('/figures?period=all')
  await shown(page)
  if (mode === 'print') await page.emulateMedia({ media: 'print' })
  expect(await excess(page)).toBeLessThanOrEqual(0)
  // What is printed cannot be opened any more.
  expect(await page.getByRole('table').first().isVisible()).toBe(mode === 'print')
  // In large type standing bars have no room for their labels: they lie down.
  expect(await page.getByText(/^\d+ \+ \d+ \+ \d+$/).count()).toBe(mode === 'elder' ? await months(page) : 0)
  await picture(`figures/${mode}`, { fullPage: true })
})

it.each([0, 22, 30])('a rate is read whole on its tile, with type of %i', async (elderSize) => {
  const { page } = await visit()
  await page.addInitScript(
    (size) =>
      localStorage.setItem(
        'mashang.preferences',
        JSON.stringify({ locale: 'zh-hans', elder: size > 0, elderSize: size || 22 }),
      ),
    elderSize,
  )
  await page.goto('/figures?period=all&measure=answered')
  await shown(page)
  const tiles = page.locator('.chart-tile')
  expect(await tiles.count()).toBe(11)
  const cut = await tiles.evaluateAll((all) =>
    all.filter((tile) => tile.scrollWidth > tile.clientWidth).map((tile) => tile.textContent),
  )
  expect(cut).toEqual([])
  expect(await excess(page)).toBeLessThanOrEqual(0)
})

/** How many months the table tells of. */
async function months(page: Page): Promise<number> {
  await page.getByText('看数据表').nth(3).click()
  return (await page.getByRole('table', { name: '每月：收到' }).getByRole('row').count()) - 1
}

it('a station leads to the figures of its district', async () => {
  const { page } = await visit()
  await page.goto('/station?code=K7Q2M9XA')
  await page.getByRole('link', { name: '看越秀区的数字' }).click()
  await page.waitForURL(/\/figures\?.*district=440104/)
  await shown(page)
})

describe('as programs read them', () => {
  it('the feed is well-formed and has the report that was just published', async () => {
    const { page } = await visit()
    await page.goto('/cases')
    const feed = await page.evaluate(async () => {
      const answer = await fetch('/feeds/reports.atom')
      const parsed = new DOMParser().parseFromString(await answer.text(), 'application/xml')
      const entries = [...parsed.querySelectorAll('entry')]
      const textOf = (of: Element, tag: string) => of.querySelector(tag)?.textContent ?? ''
      return {
        error: parsed.querySelector('parsererror')?.textContent ?? null,
        root: `${parsed.documentElement.namespaceURI} ${parsed.documentElement.localName}`,
        ids: entries.map((entry) => textOf(entry, 'id')),
        texts: entries.map((entry) => textOf(entry, 'content')),
        complete: entries.every((entry) =>
          ['id', 'title', 'updated', 'content'].every((tag) => textOf(entry, tag) !== ''),
        ),
      }
    })
    expect(feed.error).toBeNull()
    expect(feed.root).toBe('http://www.w3.org/2005/Atom feed')
    expect(feed.complete).toBe(true)
    expect(feed.ids[0]).toBe(`${inject('baseUrl')}/report?number=${number}`)
    expect(feed.texts[0]).toBe('路灯 <b>坏了</b> & 三天没亮。')
    expect(new Set(feed.ids).size).toBe(feed.ids.length)
  })

  it('npm run figures:verify recomputes every number of the running city', async () => {
    const script = ['--experimental-strip-types', '--no-warnings', 'scripts/figures-verify.ts']
    const { stdout } = await run(process.execPath, [...script, '--url', inject('baseUrl')], { cwd: ROOT })
    expect(stdout).toMatch(/figures\.csv: \d+ lines, \d+ reports/)
    expect(Number(/(\d+) numbers recomputed: every one is as published/.exec(stdout)?.[1])).toBeGreaterThan(
      1000,
    )
  })

  it('and says so, with another end, when there is no city', async () => {
    const script = ['--experimental-strip-types', '--no-warnings', 'scripts/figures-verify.ts']
    const ended = run(process.execPath, [...script, '--url', 'http://127.0.0.1:9'], { cwd: ROOT })
    await expect(ended).rejects.toMatchObject({ code: 1 })
  })
})
