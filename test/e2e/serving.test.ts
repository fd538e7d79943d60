import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import type { Browser } from 'playwright-core'
import { newPage, openBrowser } from '../support/browser.ts'

const at = (place: string) => `${inject('baseUrl')}${place}`
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})

afterAll(() => browser.close())

it('answers its health check', async () => {
  expect(await (await fetch(at('/api/v1/health'))).json()).toMatchObject({ status: 'ok' })
})

it('gives the application at every address of it, and files as themselves', async () => {
  const home = await (await fetch(at('/'))).text()
  const script = /src="(\/js\/[^"]+\.js)"/.exec(home)?.[1] ?? 'no script in the page'
  expect((await fetch(at(script))).headers.get('content-type')).toContain('javascript')
  const inside = await fetch(at('/cases?q=1'), { headers: { Accept: 'text/html' } })
  expect(inside.status).toBe(200)
  expect(await inside.text()).toContain('<div id="app">')
})

it('answers 404 for a script that is not there, not the page', async () => {
  const answer = await fetch(at('/js/no-such-file.js'), { headers: { Accept: '*/*' } })
  expect(answer.status).toBe(404)
  expect(await answer.text()).not.toContain('<html')
})

it('opens the home page without a console error or a failed request', async () => {
  const { page, problems, picture, close } = await newPage(browser)
  await page.goto('/', { waitUntil: 'networkidle' })
  await picture('home')
  expect((await page.locator('body').innerText()).trim()).not.toBe('')
  expect(problems).toEqual([])
  await close()
})
