import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { fileOpinion, officeActs, officePhoto, publishedReport } from '../support/city-calls.ts'
import { addPhoto } from '../support/resident-steps.ts'
import { goTo, inFront, openFromInbox, printed, signInAt } from '../support/staff-steps.ts'
import { visitsOfFile } from '../support/visits.ts'

// A deputy's working day, on a telephone and at a desk: a snapshot without a network, what became of it, an answer in
// person, what is watched, a common problem, and the record of the year. Leaves its pictures in test-results/deputy.

const DEPUTY = 'd-0001-01'
const HERE = { latitude: 23.1255, longitude: 113.2695 }

const open = visitsOfFile()

/** The tab of that name, and the list under it. */
async function openTab(page: Page, name: string): Promise<void> {
  await inFront(page).getByRole('tab', { name }).click()
  await inFront(page).getByRole('tabpanel', { name }).waitFor()
}

/** A step of the report in front: beside it, or behind "其他操作" where there is no room. */
async function act(page: Page, deed: string): Promise<void> {
  const button = page.getByRole('button', { name: deed, exact: true }).filter({ visible: true })
  const more = page.getByRole('button', { name: '其他操作' }).filter({ visible: true })
  await button.or(more).first().waitFor()
  if ((await button.count()) === 0) await more.click()
  await button.first().click()
}

/** The body signs and says it is done, with a photo. */
async function bodyFinishes(number: string, version: number): Promise<void> {
  await officeActs('body.demo', number, version, { action: 'sign' })
  await officeActs('body.demo', number, version + 1, {
    action: 'finish',
    text: '灯泡和线路都换了，晚上看过，亮了。',
    photoIds: [await officePhoto('body.demo', 'lamp-mended')],
  })
}

describe.each([
  [375, 812],
  [1280, 800],
] as const)('on a screen %i wide', (width, height) => {
  it('a deputy goes from a photo to the record of the year', { timeout: 120_000 }, async () => {
    const mark = `${width}${String(Date.now()).slice(-6)}`
    const context = { geolocation: HERE, permissions: ['geolocation'], hasTouch: width === 375 }
    const one = await open({ width, height, context })
    const { page, problems } = one
    const picture = (name: string) => one.picture(`deputy/${width}-${name}`, { fullPage: true })
    await signInAt(page, 'deputy.demo')

    // A photo, a line, a kind: kept without a network, and gone out by itself once there is one.
    const shot = `惠福东路的路灯不亮 ${mark}`
    await goTo(page, '随手拍')
    await addPhoto(page, 'lamp-broken', '拍照')
    await page.getByLabel('一句话说清楚').fill(shot)
    await page.getByText('路灯不亮', { exact: true }).first().click()
    await picture('snapshot')
    await page.context().setOffline(true)
    await page.getByRole('button', { name: '送出' }).click()
    await page.getByText('已存好').first().waitFor()
    await picture('kept')
    // Listened for before: it goes out at once.
    const mine = page.waitForResponse(
      (answer) => answer.request().method() === 'POST' && answer.url().endsWith('/api/v1/reports'),
    )
    await page.context().setOffline(false)
    const { report } = (await (await mine).json()) as { report: { number: string; version: number } }
    await goTo(page, '工作台')
    await openTab(page, '我的随手拍')
    await inFront(page).getByText(shot).first().waitFor()

    // What was done, against the deputy's own photo.
    await bodyFinishes(report.number, report.version)
    await page.reload()
    await openTab(page, '待我复核')
    await openFromInbox(page, shot)
    await page.getByRole('slider').filter({ visible: true }).first().waitFor()
    await picture('review')
    await page.getByRole('button', { name: '通过并答复' }).filter({ visible: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: '通过并答复' }).click()
    await page
      .getByText(/已通过.答复已发给反映人/)
      .filter({ visible: true })
      .first()
      .waitFor()

    // Answering in person.
    const asked = `想请代表看看老人过马路的问题 ${mark}`
    const { report: own } = await fileOpinion({ categoryCode: 'idea-other', text: asked })
    await officeActs('station.demo', own.number, 1, {
      action: 'assign',
      deputyId: DEPUTY,
      complexity: 'simple',
    })
    await page.goto('/staff')
    await openTab(page, '待我答复')
    await openFromInbox(page, asked)
    await page.getByRole('button', { name: '签收', exact: true }).filter({ visible: true }).click()
    await page
      .getByText(/已签收.请在/)
      .filter({ visible: true })
      .first()
      .waitFor()
    await page.getByRole('button', { name: '办结答复' }).filter({ visible: true }).click()
    const form = page.getByRole('dialog')
    await form.getByRole('textbox', { name: '答复' }).fill('已和交警一起看过，绿灯延长十秒，本周内改好。')
    await form.getByRole('button', { name: '办结答复' }).click()
    await page
      .getByText(/已办结.由/)
      .filter({ visible: true })
      .first()
      .waitFor()
    await picture('answered')

    // What is watched stays in a list of its own.
    const watched = `文明路的路灯一闪一闪 ${mark}`
    const number = await publishedReport({ text: watched })
    await page.goto('/staff')
    await openTab(page, '本站的件')
    await openFromInbox(page, watched)
    await act(page, '关注')
    await page.getByText('已关注。').filter({ visible: true }).first().waitFor()
    await page.goto('/staff')
    await openTab(page, '我关注的')
    await inFront(page).getByText(watched).first().waitFor()
    await picture('watched')

    // A common problem, beginning with the report that shows it.
    await page.goto(`/staff/problems?report=${number}`)
    const words = `文明路一带的路灯修好又坏，像是线路老化 ${mark}`
    await page.getByLabel('是什么共性问题').fill(words)
    await page.reload()
    await expect(page.getByLabel('是什么共性问题').inputValue()).resolves.toBe(words)
    // The kind comes with the report that led here, unless somebody chose one.
    await expect.poll(() => page.getByLabel('是哪一类').inputValue()).not.toBe('')
    await page.getByRole('button', { name: '写给人大督办' }).click()
    await page.getByText('已写给人大督办').first().waitFor()
    await page
      .getByRole('article')
      .filter({ hasText: words })
      .filter({ hasText: '等人大督办看' })
      .getByText(watched)
      .waitFor()
    await picture('problem')

    // The year: what the deputy filed, watched, reviewed and answered.
    await goTo(page, '我的履职记录')
    await inFront(page).getByText('我拍的问题，改变了什么').first().waitFor()
    for (const text of [shot, asked, watched]) await inFront(page).getByText(text).first().waitFor()
    await picture('record')
    await printed(page, `deputy/${width}-record`)
    expect(problems.filter((problem) => !problem.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([])
  })
})
