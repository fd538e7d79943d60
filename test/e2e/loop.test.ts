import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newPage, openBrowser, type Visit } from '../support/browser.ts'
import { ascii, contains, LATITUDE, SECRETS } from '../support/image-files.ts'
import { addPhoto, fillForm, next, track } from '../support/resident-steps.ts'
import { openFromInbox, signInAt } from '../support/staff-steps.ts'

let browser: Browser
const visits: Visit[] = []

async function visit(options?: Parameters<typeof newPage>[1]): Promise<Visit> {
  const opened = await newPage(browser, options)
  visits.push(opened)
  return opened
}

beforeAll(async () => {
  browser = await openBrowser()
})

afterAll(async () => {
  await browser.close()
})

describe('a report from a scanned code to closed', () => {
  const text = `文明路 12 号门口的路灯不亮，${Date.now()}`
  let number = ''
  let queryCode = ''

  it('is filed by a resident in four steps, checked, and answered with a receipt', async () => {
    const { page, picture } = await visit()
    await fillForm(page, text)
    await picture('loop/1-check')
    await page.getByRole('button', { name: '提交', exact: true }).click()
    await page.getByRole('heading', { name: '谢谢，已收到' }).waitFor()
    await picture('loop/2-receipt')
    const receipt = await page.locator('main').innerText()
    number = (/\d{6} \d{4} \d{4}/.exec(receipt)?.[0] ?? '').replaceAll(' ', '')
    queryCode = /[0-9A-Z]{4} [0-9A-Z]{4}(?=\s|$)/.exec(receipt.replace(/\d{6} \d{4} \d{4}/, ''))?.[0] ?? ''
    expect(number).toHaveLength(14)
    expect(queryCode).toHaveLength(9)
  })

  it('keeps a copy of the photo in which nothing tells where it was taken', async () => {
    const { page } = await visit()
    const answer = await page.request.get(`/api/v1/reports/${number}`, {
      headers: { 'X-Query-Code': queryCode },
    })
    const { report } = await answer.json()
    expect(report.photos).toHaveLength(1)
    const stored = await (await page.request.get(report.photos[0].full)).body()
    expect(stored.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]))
    expect(contains(stored, LATITUDE)).toBe(false)
    for (const secret of [...SECRETS, 'Exif', 'GPS']) expect(contains(stored, ascii(secret))).toBe(false)
  })

  it('is followed on another device by number and query code', async () => {
    const { page, picture } = await visit()
    await track(page, number, queryCode)
    await page.getByText(text).filter({ visible: true }).first().waitFor()
    await picture('loop/3-tracking')
  })

  it('is pre-reviewed and assigned by the station', async () => {
    const { page, picture } = await visit()
    await signInAt(page, 'station.demo')
    await picture('loop/4-inbox')
    await openFromInbox(page, text)
    await picture('loop/5-station')
    await page.getByRole('button', { name: '交办', exact: true }).click()
    await page.getByRole('dialog').getByText('按派单规则推荐').waitFor()
    await picture('loop/6-assign')
    await page.getByRole('dialog').getByRole('button', { name: '交办', exact: true }).click()
    await page.getByText(/已交办给越秀区/).waitFor()
  })

  it('is signed and finished by the body, with an after-photo', async () => {
    const { page, picture } = await visit()
    await signInAt(page, 'body.demo')
    await openFromInbox(page, text)
    await page.getByRole('button', { name: '签收', exact: true }).click()
    await page.getByText(/已签收.请在/).waitFor()
    await page.getByRole('button', { name: '办结答复' }).click()
    const form = page.getByRole('dialog')
    await form.getByRole('textbox', { name: '答复' }).fill('已更换灯泡，晚上看过，亮了。')
    await form.getByRole('button', { name: '办结答复' }).click()
    await form.getByText('请附上办理后的照片').first().waitFor()
    await expect(form.getByRole('textbox', { name: '答复' }).inputValue()).resolves.toContain('已更换灯泡')
    await addPhoto(page, 'lamp-mended')
    await picture('loop/7-finish')
    await form.getByRole('button', { name: '办结答复' }).click()
    await page.getByText(/已办结.由/).waitFor()
  })

  it('is approved by the station', async () => {
    const { page, picture } = await visit()
    await signInAt(page, 'station.demo')
    await openFromInbox(page, text)
    await picture('loop/8-review')
    await page.getByRole('button', { name: '通过并答复' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '通过并答复' }).click()
    await page.getByText(/已通过.答复已发给反映人/).waitFor()
  })

  it('is rated by the reporter and closed', async () => {
    const { page, picture } = await visit()
    await track(page, number, queryCode)
    for (const question of ['单位答复您的问题了吗？', '问题解决了吗？', '您满意吗？']) {
      await page
        .getByRole('group', { name: question })
        .getByRole('radio', { name: '是', exact: true })
        .check()
    }
    await picture('loop/9-rate')
    await page.getByRole('button', { name: '提交评价' }).click()
    await page.getByText('已办结。谢谢您说出来。').waitFor()
    await picture('loop/10-closed')
  })

  it('went without a console error or a failed request on any of these screens', () => {
    expect(visits.flatMap(({ problems }) => problems)).toEqual([])
  })
})

describe('a deputy’s snapshot', () => {
  it('is routed by rule, finished by the body and approved by the deputy who filed it', async () => {
    const text = `惠福东路的路灯不亮 ${Date.now()}`
    const place = { geolocation: { latitude: 23.1255, longitude: 113.2695 }, permissions: ['geolocation'] }
    const deputy = await visit({ context: place })
    await signInAt(deputy.page, 'deputy.demo')
    await deputy.page.getByRole('link', { name: '随手拍' }).first().click()
    await addPhoto(deputy.page, 'lamp-broken', '拍照')
    await deputy.page.getByLabel('一句话说清楚').fill(text)
    await deputy.page.getByText('路灯不亮', { exact: true }).first().click()
    await deputy.picture('snapshot/1-form')
    await deputy.page.getByRole('button', { name: '送出' }).click()
    await deputy.page.getByText(/已直接交给越秀区/).waitFor()
    await deputy.picture('snapshot/2-sent')

    const body = await visit({ width: 1280, height: 800 })
    await signInAt(body.page, 'body.demo')
    await openFromInbox(body.page, text)
    await body.page.getByRole('button', { name: '签收', exact: true }).click()
    await body.page.getByText(/已签收.请在/).waitFor()
    await body.page.getByRole('button', { name: '办结答复' }).click()
    const form = body.page.getByRole('dialog')
    await form.getByRole('textbox', { name: '答复' }).fill('线路已经修好，灯亮了。')
    await addPhoto(body.page, 'lamp-mended')
    await form.getByRole('button', { name: '办结答复' }).click()
    await body.page.getByText(/已办结.由/).waitFor()
    await body.picture('snapshot/3-body')

    await deputy.page.goto('/staff')
    await openFromInbox(deputy.page, text)
    await deputy.picture('snapshot/4-review')
    await deputy.page.getByRole('button', { name: '通过并答复' }).click()
    await deputy.page.getByRole('dialog').getByRole('button', { name: '通过并答复' }).click()
    await deputy.page.getByText(/已通过.答复已发给反映人/).waitFor()
    expect([...deputy.problems, ...body.problems]).toEqual([])
  })
})

describe('what is typed', () => {
  it('stays when the form is refused and when the page is closed', async () => {
    const { page, picture } = await visit()
    await page.goto('/report/new?station=K7Q2M9XA')
    await page.getByLabel('把事情说清楚').fill('灯坏')
    await next(page)
    await page.getByRole('alert').first().waitFor()
    await picture('kept/1-refused')
    await expect(page.getByLabel('把事情说清楚').inputValue()).resolves.toBe('灯坏')

    await page.getByLabel('把事情说清楚').fill('灯坏了三天没人修')
    await page.close()
    const again = await page.context().newPage()
    await again.goto('/report/new?station=K7Q2M9XA')
    const goOn = again.getByRole('button', { name: '接着写' })
    const text = again.getByLabel('把事情说清楚')
    await goOn.or(text).first().waitFor()
    if (await goOn.isVisible()) await goOn.click()
    await expect(text.inputValue()).resolves.toBe('灯坏了三天没人修')
  })

  it('waits in the outbox while there is no network, and goes out by itself, once', async () => {
    const text = `没有网络时写的一件 ${Date.now()}`
    const { page, picture } = await visit()
    const sent: string[] = []
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/reports')) {
        sent.push(request.headers()['idempotency-key'] ?? '')
      }
    })
    await fillForm(page, text)
    await page.context().setOffline(true)
    await page.getByRole('button', { name: '提交', exact: true }).click()
    await page.getByRole('heading', { name: '写好了，等着发出' }).waitFor()
    await picture('kept/2-outbox')
    await page.context().setOffline(false)
    await page.getByRole('heading', { name: '谢谢，已收到' }).waitFor()
    expect(new Set(sent).size).toBe(1)
    const mine = await (await page.request.get('/api/v1/reports?scope=mine')).json()
    expect(mine.items.filter((item: { text: string }) => item.text === text)).toHaveLength(1)
  })

  it('stays in the look-up form, with a word a person understands, when the code is wrong', async () => {
    const { page, picture } = await visit()
    await track(page, '26112300000006', '00000000')
    await page
      .getByText(/没有查到|编号好像抄错/)
      .first()
      .waitFor()
    await picture('kept/3-wrong-code')
    await expect(page.getByLabel('查询码').inputValue()).resolves.toBe('00000000')
  })
})

describe('a code that leads nowhere', () => {
  it('explains itself and offers other stations', async () => {
    const { page, picture, problems } = await visit()
    await page.goto('/s/ZZZZZZZZ')
    await page.getByText('没有找到这个联络站').waitFor()
    await picture('kept/4-unknown-station')
    expect(problems).toEqual([])
  })
})
