import fs from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { DRAWINGS } from './city-calls.ts'
import { ascii, contains, exifWithPlace, join, LATITUDE, segment } from './image-files.ts'

/** A photo as a telephone takes it: a real picture with the camera's name and the place in its EXIF. */
export function phonePhoto(drawing: string) {
  const picture = fs.readFileSync(path.join(DRAWINGS, `${drawing}.jpg`))
  const exif = segment(0xe1, join(ascii('Exif\0\0'), exifWithPlace()))
  const buffer = Buffer.from(join(picture.subarray(0, 2), exif, picture.subarray(2)))
  expect(contains(buffer, LATITUDE)).toBe(true)
  return { name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer }
}

export const next = (page: Page) => page.getByRole('button', { name: '下一步' }).click()

/** Chooses a file with the button of that name. */
export async function chooseFile(
  page: Page,
  file: { name: string; mimeType: string; buffer: Buffer },
  button = '从相册选',
): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: button }).first().click()
  await (await chooser).setFiles(file)
}

/** Takes a photo with the button of that name, and waits until it is up. */
export async function addPhoto(page: Page, drawing: string, button?: string): Promise<void> {
  await chooseFile(page, phonePhoto(drawing), button)
  await page.getByText('已传好').first().waitFor()
}

/** Opens the form at station 0001 and answers its first question. */
export async function fillWhat(page: Page, text: string): Promise<void> {
  await page.goto('/s/K7Q2M9XA')
  await page.getByRole('link', { name: '我要反映' }).click()
  await page.getByLabel('用几个字说说').fill('路灯')
  await page.getByText('路灯不亮', { exact: true }).first().click()
  await page.getByLabel('把事情说清楚').fill(text)
}

/** Fills the four steps at station 0001 and stops at the check-answers page. */
export async function fillForm(page: Page, text: string, { photo = true } = {}): Promise<void> {
  await fillWhat(page, text)
  await next(page)
  await page.getByLabel('用文字说明位置').fill('文明路 12 号对面')
  await next(page)
  if (photo) await addPhoto(page, 'lamp-broken')
  else await page.getByRole('heading', { name: '有照片吗？' }).waitFor()
  await next(page)
  await page.getByText('不留，匿名反映').click()
  await next(page)
  await page.getByRole('heading', { name: '核对一下' }).waitFor()
}

/** Opens a report as on a device that never saw it: by number and query code. */
export async function track(page: Page, number: string, queryCode: string): Promise<void> {
  await page.goto('/my-reports')
  await page.getByText('凭编号查').click()
  await page.getByLabel('编号').fill(number)
  await page.getByLabel('查询码').fill(queryCode)
  await page.getByRole('button', { name: '查看', exact: true }).click()
}
