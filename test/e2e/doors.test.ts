import { describe, expect, inject, it } from 'vitest'
import { formatReportNumber } from '../../shared/domain/receipt.ts'
import { tooWide, violations } from '../support/axe-in-browser.ts'
import type { Visit } from '../support/browser.ts'
import { signInAt } from '../support/staff-steps.ts'
import { visitsOfFile } from '../support/visits.ts'

// The doors for other systems, as an administrator opens them and a system comes in. Leaves its pictures in
// test-results/doors.

const open = visitsOfFile()

const SCREENS = [
  [375, 812],
  [1280, 800],
] as const

/** What another system sends, knowing nothing but the specification. */
async function file(key: string): Promise<Response> {
  const form = new URLSearchParams({
    api_key: key,
    service_code: 'street-lighting',
    lat: '23.1292',
    long: '113.2644',
    description: '巷口的路灯不亮，晚上看不见台阶。',
  })
  return fetch(`${inject('baseUrl')}/open311/v2/requests.json`, { method: 'POST', body: form })
}

describe.each(SCREENS)('on a screen %i wide', (width, height) => {
  async function visit(): Promise<Visit> {
    const one = await open({ width, height })
    return { ...one, picture: (name, how) => one.picture(`doors/${width}-${name}`, how) }
  }

  it('an administrator lets an app in by a key and has a system told of what it files', async () => {
    const { page, picture, problems } = await visit()
    const mark = `${width}-${Date.now() % 1_000_000}`
    const sheet = page.getByRole('dialog')
    await signInAt(page, 'admin.demo')

    // Where the city's own system is told.
    await page.goto('/staff/webhooks')
    await page.getByRole('button', { name: '添加地址' }).click()
    await sheet.getByRole('textbox', { name: '名称' }).fill(`热线 ${mark}`)
    await sheet.getByRole('textbox', { name: '地址' }).fill('https://12345.example.gov.cn/mashang')
    await sheet.getByLabel('收到反映、补充、申诉').check()
    await sheet.getByRole('button', { name: '添加地址' }).click()
    await sheet.getByText(/^whsec_[\w-]{43}$/).waitFor()
    await picture('secret')
    await sheet.getByRole('button', { name: '关闭' }).click()

    // What the app comes in by: shown this once.
    await page.goto('/staff/api-keys')
    await page.getByRole('button', { name: '发放密钥' }).click()
    await sheet.getByRole('textbox', { name: '名称' }).fill(`随手报 ${mark}`)
    await sheet.getByLabel('联系人').fill('020-12345678')
    await sheet.getByLabel('每天最多几件').fill('1')
    await sheet.getByRole('button', { name: '发放密钥' }).click()
    const key = (await sheet.getByText(/^mk_[\w-]{43}$/).textContent()) ?? ''
    await picture('key')
    await sheet.getByRole('button', { name: '关闭' }).click()
    expect(await page.getByText(key).count()).toBe(0)

    const filed = await file(key)
    expect(filed.status).toBe(200)
    const [{ service_request_id: number }] = (await filed.json()) as [{ service_request_id: string }]
    const own = await fetch(`${inject('baseUrl')}/open311/v2/requests/${number}.json?api_key=${key}`)
    expect(await own.json()).toMatchObject([{ service_request_id: number, status: 'open' }])
    expect((await file(key)).status).toBe(429)

    await page.reload()
    const row = page.getByRole('button', { name: new RegExp(`随手报 ${mark}.*今天 1 / 1 件`) })
    await row.getByText('今天已用完').waitFor()
    await picture('keys', { fullPage: true })
    await row.click()
    await sheet.getByRole('button', { name: '停用密钥' }).click()
    await sheet.getByText(/停用“随手报 .+”的密钥？/).waitFor()
    await sheet.getByRole('button', { name: '停用密钥' }).click()
    await sheet.getByRole('button', { name: '停用密钥' }).waitFor({ state: 'detached' })
    await sheet.getByRole('button', { name: '关闭' }).click()
    expect((await file(key)).status).toBe(403)

    // What was sent there, and that nobody is at home: the address is none of this world.
    await page.goto('/staff/webhooks')
    await page.getByRole('button', { name: new RegExp(`热线 ${mark}`) }).click()
    const delivery = sheet.getByRole('listitem').filter({ hasText: formatReportNumber(number) })
    await delivery.getByText('收到反映').waitFor()
    await delivery.getByText('待发').waitFor()
    await sheet.getByRole('button', { name: '发一条测试' }).click()
    await sheet
      .getByText(/测试没有送到：/)
      .first()
      .waitFor()
    await picture('deliveries')
    await sheet.getByText('设置', { exact: true }).click()
    await sheet.getByRole('button', { name: '暂停推送' }).click()
    await sheet.getByText(/暂停向“热线 .+”推送？/).waitFor()
    await sheet.getByRole('button', { name: '暂停推送' }).click()
    await sheet.getByRole('button', { name: '恢复推送' }).waitFor()
    await picture('settings')
    expect(problems).toEqual([])
  })

  it('the description of the API is read and searched without a network, once it was opened', async () => {
    const { page, picture, problems } = await visit()
    await page.goto('/api/docs')
    const kept = () => page.evaluate(async () => (await (await caches.open('docs')).keys()).length)
    await expect.poll(kept, { timeout: 20_000 }).toBe(4)
    await page.context().setOffline(true)
    await page.reload()
    await page.getByLabel('Find a call').fill('webhooks')
    await page.getByText('/api/v1/admin/webhooks', { exact: true }).first().click()
    await page.locator('.call[open]').getByText('For: admin').waitFor()
    expect(await page.locator('.call:visible').count()).toBeLessThan(10)
    // With its style: one that did not come would leave the page bare.
    expect(await page.locator('body').evaluate((body) => getComputedStyle(body).margin)).toBe('0px')
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    )
    await picture('docs-offline')
    const described = await page.evaluate(async () => {
      const found = await caches.match('/api/openapi.json', { cacheName: 'docs', ignoreVary: true })
      return found?.text()
    })
    expect(described).toContain('"openapi":"3.1.0"')
    expect(problems).toEqual([])
  })

  it.each(['light', 'dark'] as const)('that page has no violation and fits, %s', async (colorScheme) => {
    const one = await open({ width, height, colorScheme, context: { bypassCSP: true } })
    const { page } = one
    await page.goto('/api/docs#submitReport')
    await page.locator('.call[open]').getByText('Refuses with').waitFor()
    expect(await violations(page)).toEqual([])
    expect(await tooWide(page)).toEqual([])
    await one.picture(`doors/${width}-docs-${colorScheme}`)
  })
})
