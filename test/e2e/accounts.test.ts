import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import type { AccountAnswer } from '../../shared/contract/account.ts'
import { appCode } from '../support/authenticator.ts'
import { newPage, openBrowser } from '../support/browser.ts'

const PASSWORD = 'three kapok trees by the ferry'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

async function call<T>(path: string, body: object, token?: string): Promise<T> {
  const answer = await fetch(`${inject('baseUrl')}/api/v1${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  })
  expect(answer.status).toBe(201)
  return (await answer.json()) as T
}

const inbox = (page: Page) => page.getByRole('heading', { name: '工作台', level: 1 }).waitFor()

it('a new officer comes in by the link, turns the second step on, and signs in with it', async () => {
  const { token } = await call<{ token: string }>('/session', {
    username: 'admin.demo',
    password: 'mashang-demo',
  })
  const username = `peiyi.ho${Date.now() % 100_000}`
  const account = { role: 'station', username, name: '何佩仪', stationNumber: '0001' }
  const { invitation } = await call<AccountAnswer>('/admin/accounts', account, token)
  const { page, problems, picture, close } = await newPage(browser)

  await page.goto(invitation?.link ?? '')
  await page.getByLabel('新密码').fill('guangzhou2026')
  await page.getByText('不要用本市的地名').first().waitFor()
  await page.getByLabel('新密码').fill(PASSWORD)
  await page.getByText('这个密码可以用').first().waitFor()
  await picture('invitation', { fullPage: true })
  await page.getByRole('button', { name: '启用并登录' }).click()
  await inbox(page)

  await page.goto('/staff/account')
  await page.getByText('Chrome · Linux').waitFor()
  await page.getByRole('button', { name: '开启两步验证' }).click()
  await page.getByLabel('现在的密码').last().fill(PASSWORD)
  await page.getByRole('button', { name: '设置两步验证' }).click()
  const secret = await page.getByText(/^(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).textContent()
  const codeNow = () => appCode((secret ?? '').replaceAll(' ', ''), Date.now())
  await page.getByLabel('第一个验证码').fill(codeNow())
  await page.getByRole('button', { name: '完成设置' }).click()
  const codes = page.getByText(/^(?:[0-9A-Z]{4}-){5}[0-9A-Z]{4}$/)
  await codes.first().waitFor() // reading all of them waits for none
  const recovery = await codes.allTextContents()
  expect(recovery).toHaveLength(10)
  await page.getByRole('button', { name: '我已收好，继续' }).click()
  await page.getByText('已开启，还有 10 个恢复码').waitFor()
  await picture('account', { fullPage: true })

  await page.getByRole('button', { name: '我的账号 何佩仪' }).click()
  await page.getByRole('button', { name: '退出登录' }).click()
  await page.getByLabel('用户名').fill(username)
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  // Its code of this half minute is used: a recovery code does what the telephone cannot.
  await page.getByLabel('动态验证码').fill(recovery[0] ?? '')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await inbox(page)
  // The right password alone is answered with 401, which a browser notes.
  expect(problems.filter((problem) => !problem.includes('401'))).toEqual([])

  await page.goto(invitation?.link ?? '')
  await page.getByText('这个链接不能用了').waitFor()
  await close()
})
