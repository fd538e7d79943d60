// @ts-check
import http from 'node:http'
import { brotliCompressSync, constants } from 'node:zlib'
import { chromium } from 'playwright-core'
import { ensureChromium } from '../toolchain/chromium.mjs'
import { quantile } from './requests.mjs'

const ROUNDS = 5
/** A cheap telephone of some years ago beside this machine. */
const CPU_SLOWDOWN = 4
/** Slow 4G as Lighthouse has it: bits a second become bytes. */
const SLOW_4G = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_638_400 / 8,
  uploadThroughput: 768_000 / 8,
}

/** What residents open first. */
const PAGES = {
  home: '/',
  station: '/station?code=K7Q2M9XA',
  'report form': '/report/new?station=K7Q2M9XA',
  'public reports': '/public-reports',
  cases: '/cases',
}

/**
 * Stands before the city and compresses, as the network in front of a real one does.
 * @param {string} url of the city
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
async function compressing(url) {
  const server = http.createServer((request, answer) => {
    void forward(url, request, answer).catch(() => answer.destroy())
  })
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(null)))
  const address = /** @type {import('node:net').AddressInfo} */ (server.address())
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () => new Promise((done) => server.close(() => done())),
  }
}

/**
 * @param {string} url
 * @param {http.IncomingMessage} request
 * @param {http.ServerResponse} answer
 */
async function forward(url, request, answer) {
  const from = await fetch(url + request.url, {
    headers: { 'Accept-Language': 'zh-Hans' },
    redirect: 'manual',
  })
  const bytes = Buffer.from(await from.arrayBuffer())
  const type = from.headers.get('content-type') ?? ''
  const isText = /text|json|javascript|svg/.test(type)
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }
  const body = isText ? brotliCompressSync(bytes, quality) : bytes
  const location = from.headers.get('location')
  answer.writeHead(from.status, {
    'Content-Type': type,
    ...(isText && { 'Content-Encoding': 'br' }),
    ...(location && { Location: location }),
    'Content-Length': body.length,
  })
  answer.end(body)
}

/**
 * Opens a page for the first time and waits until nothing comes any more.
 * @param {import('playwright-core').Browser} browser
 * @param {string} url
 */
async function firstVisit(browser, url) {
  const context = await browser.newContext({ viewport: { width: 375, height: 812 }, locale: 'zh-CN' })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', SLOW_4G)
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN })
  let script = 0
  /** @type {Map<string, boolean>} */
  const isScript = new Map()
  session.on(
    'Network.responseReceived',
    ({ requestId, type }) => void isScript.set(requestId, type === 'Script'),
  )
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (isScript.get(requestId)) script += encodedDataLength
  })
  await page.addInitScript(() => {
    const seen = { lcp: 0, shift: 0 }
    Object.assign(window, { seen })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.lcp = entry.startTime
    }).observe({ type: 'largest-contentful-paint', buffered: true })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, hadRecentInput } = /** @type {any} */ (entry)
        if (!hadRecentInput) seen.shift += value
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await page.goto(url)
  await page.waitForLoadState('networkidle')
  const seen = await page.evaluate(() => /** @type {any} */ (window).seen)
  await context.close()
  return { .../** @type {{ lcp: number, shift: number }} */ (seen), script }
}

/**
 * Prints when a resident's pages show what they are about (LCP) and how far things jump (CLS), on a slow telephone in
 * a slow network, at the first visit.
 * @param {string} url of the city
 */
export async function measurePages(url) {
  const proxy = await compressing(url)
  const browser = await chromium.launch({
    executablePath: await ensureChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
  })
  console.log(`\n${ROUNDS} first visits, ${CPU_SLOWDOWN}× slower CPU, slow 4G (1.6 Mbit/s, 150 ms), brotli\n`)
  console.log('| page | LCP ms | layout shift | script KB | × home |\n|---|---:|---:|---:|---:|')
  /** @type {number | undefined} */
  let home
  for (const [name, path] of Object.entries(PAGES)) {
    const visits = []
    for (let round = 0; round < ROUNDS; round += 1) visits.push(await firstVisit(browser, proxy.url + path))
    const lcp = quantile(
      visits.map((visit) => visit.lcp),
      0.5,
    )
    const shift = Math.max(...visits.map((visit) => visit.shift))
    const script = quantile(
      visits.map((visit) => visit.script),
      0.5,
    )
    home ??= lcp
    const cells = [
      name,
      lcp.toFixed(0),
      shift.toFixed(3),
      (script / 1024).toFixed(0),
      (lcp / home).toFixed(2),
    ]
    console.log(`| ${cells.join(' | ')} |`)
  }
  await browser.close()
  await proxy.close()
}
