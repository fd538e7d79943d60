import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { newPage, openBrowser, type Visit } from '../support/browser.ts'

const at = (place: string) => `${inject('baseUrl')}${place}`
const json = { 'Content-Type': 'application/json' }

/** What a browser would run if any screen took it for more than text. */
const WORDS = `<img src="x" onerror="window.ran=1"><script>window.ran=1</script><svg onload=window.ran=1> ${Date.now()}`

const PLACES = [
  '/',
  '/station?code=K7Q2M9XA',
  '/station?code=%3Cscript%3E',
  '/report/new?station=K7Q2M9XA',
  '/my-reports',
  '/cases',
  '/cases?q=%3Cimg%20src%3Dx%20onerror%3Dwindow.ran%3D1%3E',
  '/case?slug=people-voice-by-code',
  '/staff/sign-in',
  '/no-such-page',
]

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})

afterAll(() => browser.close())

/** A page that also records what its policy kept it from doing. */
async function watched(options?: Parameters<typeof newPage>[1]): Promise<Visit> {
  const visit = await newPage(browser, options)
  await visit.page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`)
    })
  })
  return visit
}

async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' })
}

async function post(path: string, body: object, headers: Record<string, string> = {}) {
  const answer = await fetch(at(`/api/v1${path}`), {
    method: 'POST',
    headers: { ...json, 'Idempotency-Key': crypto.randomUUID(), ...headers },
    body: JSON.stringify(body),
  })
  expect(answer.status, await answer.clone().text()).toBeLessThan(300)
  return answer.json()
}

async function tokenOf(username: string): Promise<string> {
  return (await post('/session', { username, password: 'mashang-demo' })).token
}

describe('the server', () => {
  async function built(kind: RegExp): Promise<string> {
    return kind.exec(await (await fetch(at('/'))).text())?.[1] ?? 'nothing of the kind in the page'
  }

  const KINDS: Record<string, [status: number, place: () => Promise<string> | string]> = {
    'the first page': [200, () => '/'],
    'its other name': [307, () => '/index.html'],
    'a page inside': [200, () => '/staff/report?number=1'],
    'no page': [404, () => '/no-such-page'],
    'a script': [200, () => built(/src="(\/js\/[^"]+\.js)"/)],
    'a style sheet': [200, () => built(/href="(\/css\/[^"]+\.css)"/)],
    'a drawing': [200, () => '/mark.svg'],
    'no script': [404, () => '/js/no-such-file.js'],
    'the printed link': [302, () => '/s/K7Q2M9XA'],
    'public data': [200, () => '/api/v1/categories'],
    'a refusal': [401, () => '/api/v1/notifications'],
    'no photo': [404, () => '/api/v1/photos/AAAAAAAAAAAAAAAAAAAAAA'],
    'no call': [404, () => '/api/v1/no-such-thing'],
  }

  it.each(Object.entries(KINDS))('protects %s', async (_, [status, place]) => {
    const { headers, status: given, body } = await fetch(at(await place()), { redirect: 'manual' })
    await body?.cancel()
    expect(given).toBe(status)
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src '(self|none)';.* frame-ancestors 'none'/,
    )
    expect(headers.get('content-security-policy')).not.toMatch(/script-src[^;]*unsafe/)
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'strict-transport-security': 'max-age=63072000; includeSubDomains',
      'referrer-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=(self), geolocation=(self)'),
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    })
  })
})

describe('the pages live within their policy', () => {
  it.each(PLACES)('%s', async (place) => {
    const { page, problems, close } = await watched()
    await page.goto(place)
    await settled(page)
    expect(problems.filter((problem) => !problem.includes('no-such-page'))).toEqual([])
    await close()
  })

  it('which keeps out a script that somebody slips in', async () => {
    const { page, problems, close } = await watched()
    await page.goto('/cases')
    await page.evaluate(() => {
      document.body.insertAdjacentHTML('beforeend', '<img src="x" onerror="window.ran = 1">')
      const script = document.createElement('script')
      script.textContent = 'window.ran = 1'
      document.body.append(script)
    })
    await expect.poll(() => problems.some((problem) => problem.includes('policy: script-src'))).toBe(true)
    expect(await page.evaluate('window.ran')).toBeUndefined()
    await close()
  })
})

describe('what people write is only ever text', () => {
  let number = ''
  let queryCode = ''

  async function showsWords({ page, problems, close }: Visit): Promise<void> {
    // Taro keeps the page before this one in the document, hidden.
    await page.getByText(WORDS).filter({ visible: true }).first().waitFor()
    await settled(page)
    expect(await page.evaluate('window.ran')).toBeUndefined()
    expect(await page.locator('[onerror], [onload], img[src="x"]').count()).toBe(0)
    expect(problems).toEqual([])
    await close()
  }

  beforeAll(async () => {
    const session = { Authorization: `Bearer ${(await post('/session/anonymous', {})).token}` }
    const filed = await post(
      '/reports',
      {
        channel: 'opinion',
        stationCode: 'K7Q2M9XA',
        categoryCode: 'street-lighting',
        text: WORDS,
        place: { lat: 23.1255, lng: 113.2695, address: WORDS.slice(0, 60) },
        contact: { name: '<b onclick="window.ran=1">陈</b>' },
        consentPublic: true,
      },
      session,
    )
    number = filed.report.number
    queryCode = filed.queryCode
    const station = { Authorization: `Bearer ${await tokenOf('station.demo')}` }
    const act = (version: number, command: object) =>
      post(`/reports/${number}/actions`, { version, ...command }, station)
    await act(1, { action: 'ask', text: WORDS })
    const text = WORDS
    await post(`/reports/${number}/actions`, { version: 2, action: 'supplement', text }, session)
    await act(3, { action: 'assign', bodyCode: 'yuexiu-housing-construction', complexity: 'simple', text })
    await act(4, { action: 'publish', text })
  })

  it('to the reporter', async () => {
    const visit = await watched()
    await visit.page.goto('/my-reports')
    await visit.page.getByText('凭编号查').click()
    await visit.page.getByLabel('编号').fill(number)
    await visit.page.getByLabel('查询码').fill(queryCode)
    await visit.page.getByRole('button', { name: '查看', exact: true }).click()
    await showsWords(visit)
  })

  it('to the office', async () => {
    const visit = await watched()
    const { page } = visit
    await page.goto('/staff/sign-in')
    await page.getByLabel('用户名').fill('station.demo')
    await page.getByLabel('密码', { exact: true }).fill('mashang-demo')
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await page.getByRole('heading', { name: '工作台', level: 1 }).waitFor()
    await page.goto(`/staff/report?number=${number}`)
    await showsWords(visit)
  })

  it('to everybody', async () => {
    const visit = await watched()
    await visit.page.goto(`/report?number=${number}`)
    await showsWords(visit)
    const list = await fetch(at('/api/v1/reports?limit=5'))
    expect(list.headers.get('content-type')).toMatch(/^application\/json/)
    expect(list.headers.get('x-content-type-options')).toBe('nosniff')
    expect(JSON.stringify(await list.json())).toContain(number)
  })
})
