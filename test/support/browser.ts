import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { inject } from 'vitest'

const ROOT = path.resolve(import.meta.dirname, '../..')
const PICTURES = path.join(ROOT, 'test-results')

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--force-color-profile=srgb',
]

export interface Visit {
  page: Page
  /** Everything that went wrong on this page so far: console errors, exceptions, failed requests, 5xx. */
  problems: string[]
  /** Saves `test-results/<name>.png` and gives its path. */
  picture(name: string, options?: { fullPage?: boolean }): Promise<string>
  close(): Promise<void>
}

interface VisitOptions {
  width?: number
  height?: number
  colorScheme?: 'light' | 'dark'
  locale?: string
  /** More for the browser's context: geolocation, permissions, offline, … */
  context?: BrowserContextOptions
}

/** Starts Chromium with a profile that is empty and thrown away. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), headless: true, args: FLAGS })
}

/** A page of its own: own cookies, own storage, and a record of what goes wrong. */
export async function newPage(browser: Browser, options: VisitOptions = {}): Promise<Visit> {
  const { width = 375, height = 812, colorScheme = 'light', locale = 'zh-CN' } = options
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    locale,
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    baseURL: inject('baseUrl'),
    ...options.context,
  })
  // Long enough for two loaded cores; what is not there after it is not there.
  context.setDefaultTimeout(20_000)
  const page = await context.newPage()
  return {
    page,
    problems: recordProblems(page),
    async picture(name, { fullPage = true } = {}) {
      const file = path.join(PICTURES, `${name}.png`)
      fs.mkdirSync(path.dirname(file), { recursive: true })
      await page.screenshot({ path: file, fullPage })
      return file
    },
    close: () => context.close(),
  }
}

function recordProblems(page: Page): string[] {
  const problems: string[] = []
  page.on('console', (message) => {
    // Chromium reports every 4xx as a console error; an expected refusal is an answer, not a problem.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      problems.push(`console: ${message.text()}`)
    }
  })
  page.on('pageerror', (error) => problems.push(`exception: ${error.stack ?? error.message}`))
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? ''
    // A navigation away aborts what is still loading.
    if (reason !== 'net::ERR_ABORTED') problems.push(`request: ${request.url()} ${reason}`)
  })
  page.on('response', (response) => {
    const file = !/\/(api|s)\//.test(new URL(response.url()).pathname)
    if (response.status() >= (file ? 400 : 500))
      problems.push(`answer: ${response.status()} ${response.url()}`)
  })
  return problems
}

function chromiumPath(): string {
  const { CHROMIUM_PATH } = process.env
  if (CHROMIUM_PATH) return CHROMIUM_PATH
  return execFileSync(process.execPath, [path.join(ROOT, 'scripts/chromium.mjs')], {
    encoding: 'utf8',
  }).trim()
}
