import fs from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { newPage, openBrowser } from '../support/browser.ts'

const DRAWINGS = path.resolve(import.meta.dirname, '../../worker/demo-city/photos')
const at = (place: string) => `${inject('baseUrl')}/api/v1${place}`

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})

afterAll(() => browser.close())

async function post(place: string, token: string, body: object) {
  const headers = {
    'Content-Type': 'application/json',
    'Idempotency-Key': crypto.randomUUID(),
    ...(token && { Authorization: `Bearer ${token}` }),
  }
  const answer = await fetch(at(place), { method: 'POST', headers, body: JSON.stringify(body) })
  expect(answer.status, await answer.clone().text()).toBeLessThan(300)
  return answer.json()
}

/** A report with one photo that the station may publish. */
async function fileReport(): Promise<{ number: string; photoId: string }> {
  const { token } = await post('/session/anonymous', '', {})
  const headers = { 'Content-Type': 'image/jpeg', Authorization: `Bearer ${token}` }
  const body = fs.readFileSync(path.join(DRAWINGS, 'lamp-broken.jpg'))
  const photo = await (await fetch(at('/photos'), { method: 'POST', headers, body })).json()
  const content = {
    text: `路灯下站着一个人 ${Date.now()}`,
    categoryCode: 'street-lighting',
    consentPublic: true,
  }
  const opinion = { channel: 'opinion', stationCode: 'K7Q2M9XA', ...content, photoIds: [photo.id] }
  const { report } = await post('/reports', token, opinion)
  const station = await post('/session', '', { username: 'station.demo', password: 'mashang-demo' })
  const assign = {
    action: 'assign',
    bodyCode: 'yuexiu-housing-construction',
    complexity: 'simple',
    version: 1,
  }
  await post(`/reports/${report.number}/actions`, station.token, assign)
  return { number: report.number, photoId: photo.id }
}

/** The colours at some places of a picture, as a browser decodes it. */
function coloursOf(page: Page, link: string, places: [number, number][]): Promise<number[][]> {
  return page.evaluate(
    async ({ link: address, places: wanted }) => {
      const bitmap = await createImageBitmap(await (await fetch(address)).blob())
      const canvas = document.createElement('canvas')
      canvas.width = bitmap.width
      canvas.height = bitmap.height
      const pen = canvas.getContext('2d')
      pen?.drawImage(bitmap, 0, 0)
      return wanted.map(([x, y]) => {
        const { data } = pen?.getImageData(x * bitmap.width, y * bitmap.height, 1, 1) ?? { data: [] }
        return [...data].slice(0, 3)
      })
    },
    { link, places },
  )
}

const isBlack = (colour: number[] = []) => colour.every((part) => part < 12)

it('a station blacks out a part of a photo, and the public sees nothing of it', async () => {
  const { number, photoId } = await fileReport()
  const { page, problems, picture, close } = await newPage(browser)
  await page.goto('/staff/sign-in')
  await page.getByLabel('用户名').fill('station.demo')
  await page.getByLabel('密码', { exact: true }).fill('mashang-demo')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('heading', { name: '工作台', level: 1 }).waitFor()
  await page.goto(`/staff/report?number=${number}`)
  await page.getByRole('button', { name: '其他操作' }).click()
  await page.getByRole('button', { name: '公开', exact: true }).click()
  await page.getByRole('button', { name: '打码 照片1' }).click()

  const board = page.getByRole('group', { name: '打码：照片1' })
  await board.locator('img').evaluate((image: HTMLImageElement) => image.decode())
  const box = await board.boundingBox()
  if (!box) throw new Error('the picture is not on the screen')
  await page.mouse.move(box.x + box.width * 0.25, box.y + box.height * 0.25)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.75, box.y + box.height * 0.75, { steps: 5 })
  await page.mouse.up()
  // A second one by keyboard alone, in the upper left corner.
  await page.getByRole('button', { name: '加一块' }).press('Enter')
  const second = page.getByRole('button', { name: '第 2 块' })
  for (let times = 0; times < 20; times += 1) {
    await second.press('ArrowLeft')
    await second.press('ArrowUp')
  }
  await picture('redaction/1-boxes')
  await page.getByRole('button', { name: '用打码后的照片' }).click()
  await page.getByText('已打码，公众只看到这一张').waitFor()
  await picture('redaction/2-form')
  await page.getByRole('dialog', { name: '公开' }).getByRole('button', { name: '公开', exact: true }).click()
  await page.getByText('已公开。').waitFor()

  const { report } = await (await fetch(at(`/reports/${number}`))).json()
  expect(report.photos).toHaveLength(1)
  expect(report.photos[0].id).not.toBe(photoId)
  const places: [number, number][] = [
    [0.5, 0.5],
    [0.28, 0.28],
    [0.72, 0.72],
    [0.1, 0.1],
    [0.9, 0.9],
    [0.1, 0.9],
  ]
  for (const link of [report.photos[0].full, report.photos[0].thumb]) {
    const colours = await coloursOf(page, link, places)
    expect(colours.map(isBlack)).toEqual([true, true, true, true, false, false])
  }
  expect((await fetch(at(`/photos/${photoId}`))).status).toBe(404)
  expect(problems).toEqual([])
  await close()
})
