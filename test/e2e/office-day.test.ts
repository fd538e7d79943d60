import { randomUUID } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { newPage, openBrowser, type Visit } from '../support/browser.ts'
import { addPhoto } from '../support/resident-steps.ts'
import { lookDownFor, signInAt } from '../support/staff-steps.ts'

// A working day of a station and of a body, on a telephone and at a desk; and two people on one report at once.

let browser: Browser
const visits: Visit[] = []

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
})

async function signedIn(username: string, width = 375): Promise<Page> {
  const visit = await newPage(browser, { width, height: width > 1000 ? 800 : 812 })
  visits.push(visit)
  const { page } = visit
  page.setDefaultTimeout(30_000)
  await signInAt(page, username)
  return page
}

let filed = 0

/** A resident's report at station 0001; each at a place of its own unless told otherwise. */
async function file(text: string, more: object = {}): Promise<string> {
  filed += 1
  const answer = await fetch(`${inject('baseUrl')}/api/v1/reports`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
    body: JSON.stringify({
      channel: 'opinion',
      stationCode: 'K7Q2M9XA',
      categoryCode: 'street-lighting',
      text,
      place: { lat: 23.3 + filed / 100, lng: 113.27, address: `试验路 ${filed} 号` },
      ...more,
    }),
  })
  expect(answer.status).toBe(201)
  const { report } = (await answer.json()) as { report: { number: string } }
  return report.number
}

const open = async (page: Page, number: string) => {
  await page.goto(`/staff/report?number=${number}`)
  await page.getByRole('heading', { name: '办理过程' }).waitFor()
}
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name, exact: true })
const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name }).click()
/** What does not stand under the thumb is behind one more tap. */
async function pressOther(page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name, exact: true })
  await page.getByRole('region', { name: '现在可以做的' }).waitFor()
  if (!(await button.isVisible())) await press(page, '其他操作')
  await button.click()
}

/** Ticks a report. */
async function mark(page: Page, text: string): Promise<void> {
  const box = page.getByLabel(new RegExp(`^选中：${text.slice(0, 20)}`))
  await lookDownFor(page, box)
  await box.check()
}

describe.each([
  ['a telephone', 375],
  ['a desk', 1280],
] as const)('a day on %s', (_name, width) => {
  const tag = `${width}-${Date.now()}`

  it('at a station: accept and assign, compare and merge, take back, ask and decline with ready words, several at once', async () => {
    const page = await signedIn('station.demo', width)

    const lamp = await file(`路灯不亮 ${tag}`)
    await open(page, lamp)
    await page.getByText(/按派单规则推荐：路灯不亮，越秀区/).waitFor()
    await press(page, /^交办给越秀区/)
    await page.getByText(/^已交办给越秀区/).waitFor()

    const place = { lat: 23.5 + width / 100_000, lng: 113.5, address: '同一个路口' }
    const lead = await file(`路口信号灯旁的路灯一闪一闪，晚上看不清 ${tag}`, { place })
    const again = await file(`路口信号灯旁的路灯一闪一闪，晚上看不清人 ${tag}`, { place })
    await open(page, again)
    const beside = page.getByRole('region', { name: '可能是同一件事' })
    await beside.getByRole('button', { name: '对比' }).first().click()
    await dialog(page, '对比').getByRole('heading', { name: '另一件' }).waitFor()
    await dialog(page, '对比').getByText('两处相距').waitFor()
    await dialog(page, '对比').getByRole('button', { name: '并到这一件' }).click()
    await page.getByText('已并案，和主件一起答复。').waitFor()
    await press(page, '撤销')
    await page.getByText(/^已解除并案/).waitFor()
    await beside.getByRole('button', { name: '并到这一件' }).first().click()
    await page.getByText('已并案，和主件一起答复。').waitFor()

    await open(page, lead)
    await press(page, '请反映人补充')
    const form = dialog(page, '请反映人补充')
    await form.getByRole('button', { name: '请补充灯杆编号' }).click()
    const words = await form.getByLabel('请反映人补充什么').inputValue()
    expect(words).toMatch(/最晚\d+月\d+日.*前答复您/)
    await form.getByRole('button', { name: '请反映人补充', exact: true }).click()
    await page.getByText('已请反映人补充。').waitFor()

    await open(page, await file(`想咨询自己的劳动仲裁 ${tag}`))
    await pressOther(page, '不予受理')
    const decline = dialog(page, '不予受理')
    await decline.getByRole('radio', { name: /诉讼|仲裁/ }).check()
    await decline.getByRole('button', { name: '请到别处办' }).click()
    await decline.getByRole('button', { name: '不予受理', exact: true }).click()
    await page.getByText('已告知反映人不予受理。').waitFor()

    const texts = [1, 2, 3].map((n) => `一起交办 ${n} ${tag}`)
    for (const text of texts) await file(text)
    await page.goto('/staff')
    await press(page, '选择多件')
    for (const text of texts) await mark(page, text)
    await page.getByText('已选 3 件').waitFor()
    await press(page, '交办给推荐单位（3 件）')
    const together = dialog(page, '一起交办')
    await together
      .getByText(/→ 越秀区/)
      .first()
      .waitFor()
    // What is obvious needs no more than Enter.
    await together.locator('#bulk-submit:focus').waitFor()
    await page.keyboard.press('Enter')
    await together.getByText('办好 3 件，没有办成 0 件，不确定 0 件').first().waitFor()
    await together.getByRole('button', { name: '好了' }).click()
    await page.getByText('已选').waitFor({ state: 'detached' })
  })

  it('at a body: sign, note, ask for time, finish with ready words and a photo taken there; bounce with whose duty it is', async () => {
    const station = await signedIn('station.demo', width)
    const [done, bounced] = [await file(`修好的灯 ${tag}`), await file(`不归我们的灯 ${tag}`)]
    for (const number of [done, bounced]) {
      await open(station, number)
      await press(station, /^交办给越秀区/)
      await station.getByText(/^已交办给越秀区/).waitFor()
    }
    const page = await signedIn('body.demo', width)
    const own = `等吊车 ${tag}`
    await page.goto('/staff/templates')
    await press(page, '写一个新模板')
    const template = dialog(page, '写一个新模板')
    await template.getByLabel('用在哪一步').selectOption({ label: '申请延期' })
    await template.getByRole('textbox', { name: '名称' }).fill(own)
    await template.getByRole('button', { name: '地点', exact: true }).click()
    await template.getByRole('textbox', { name: '内容' }).press('End')
    await page.keyboard.type('要用吊车，已经约好。')
    await template.getByText('文明路 12 号要用吊车，已经约好。').waitFor()
    await template.getByRole('button', { name: '保存' }).click()
    await page.getByText('模板已保存，填表时可以用了。').waitFor()

    await open(page, done)
    await press(page, '签收')
    await page.getByText(/^已签收/).waitFor()
    await pressOther(page, '记一条内部备注')
    await dialog(page, '记一条内部备注').getByRole('textbox', { name: '备注' }).fill('今晚去看。')
    await dialog(page, '记一条内部备注').getByRole('button', { name: '记一条内部备注' }).click()
    await page.getByText('备注已记下。').waitFor()
    await pressOther(page, '申请延期')
    const extend = dialog(page, '申请延期')
    await extend.getByLabel('延期多久').selectOption({ label: '3 个工作日' })
    await extend.getByRole('button', { name: own }).click()
    await extend.getByRole('button', { name: '申请延期' }).click()
    await page.getByText('延期申请已提交。').waitFor()
    await open(station, done)
    await press(station, '同意延期')
    const grant = dialog(station, '同意延期')
    await grant.getByText(/^试验路 \d+ 号要用吊车，已经约好。$/).waitFor()
    await grant.getByRole('button', { name: '同意延期' }).click()
    await station.getByText(/^已同意延期，新的日期/).waitFor()
    await open(page, done)
    await press(page, '办结答复')
    const form = dialog(page, '办结答复')
    await form.getByRole('button', { name: '路灯修好' }).click()
    expect(await form.getByRole('textbox', { name: '答复' }).inputValue()).toContain('试验路')
    await addPhoto(page, 'lamp-mended')
    await form.getByRole('button', { name: '办结答复' }).click()
    await page.getByText(/^已办结/).waitFor()

    await open(page, bounced)
    await press(page, '退单')
    const bounce = dialog(page, '退单')
    await bounce.getByRole('button', { name: '不属本单位管养' }).click()
    await bounce.getByLabel(/您认为属于谁的职责/).selectOption({ label: '越秀区城市管理和综合执法局' })
    await bounce.getByRole('button', { name: '退单', exact: true }).click()
    await page.getByText(/^已退单/).waitFor()

    await open(station, bounced)
    await press(station, '交办')
    const assign = dialog(station, '交办')
    await assign.getByText('退单单位认为属于他们的职责').waitFor()
    await assign.getByText('不由越秀区').waitFor()
    await assign.getByRole('radio', { name: /^越秀区城市管理和综合执法局/ }).check()
    await assign.getByLabel('协办单位').selectOption({ label: '北京街道办事处' })
    await assign.getByRole('button', { name: '交办', exact: true }).click()
    await station.getByText(/^已交办给越秀区城市管理和综合执法局/).waitFor()
    await station.getByText('协办').first().waitFor()

    await open(station, done)
    await press(station, '通过并答复')
    await dialog(station, '通过并答复').getByRole('button', { name: '通过并答复' }).click()
    await station.getByText(/^已通过/).waitFor()

    await page.goto('/staff/templates')
    await page.getByRole('button', { name: own }).click()
    await press(page, '不再用这个模板')
    await page.getByText('这个模板不再出现了。').waitFor()
  })
})

describe('two people on one report', () => {
  it('the second of two officers sees who was first, and loses nothing they typed', async () => {
    const number = await file(`两位工作人员 ${Date.now()}`)
    const [one, two] = [await signedIn('station.demo', 1280), await signedIn('station.demo')]
    await open(one, number)
    await open(two, number)
    await press(two, '请反映人补充')
    const form = dialog(two, '请反映人补充')
    await form.getByLabel('请反映人补充什么').fill('请补充是哪一盏灯，谢谢您。')
    await press(one, /^交办给越秀区/)
    await one.getByText(/^已交办给越秀区/).waitFor()
    await form.getByRole('button', { name: '请反映人补充', exact: true }).click()
    await form.getByText('有人先处理了').waitFor()
    await form.getByText(/何佩仪在.+做了“交给越秀区.+办理”，现在是“待签收”/).waitFor()
    await form.getByText('现在不能再做“请反映人补充”了').waitFor()
    expect(await form.getByLabel('请反映人补充什么').inputValue()).toBe('请补充是哪一盏灯，谢谢您。')
  })

  it('one press that came second goes back, says why, and the page shows what is true', async () => {
    const number = await file(`两个人都想签收 ${Date.now()}`)
    const station = await signedIn('station.demo')
    await open(station, number)
    await press(station, /^交办给越秀区/)
    await station.getByText(/^已交办给越秀区/).waitFor()
    const [one, two] = [await signedIn('body.demo'), await signedIn('body.demo')]
    await open(one, number)
    await open(two, number)
    await press(one, '签收')
    await one.getByText(/^已签收/).waitFor()
    await press(two, '签收')
    await two.getByText(/邓兆坚在.+做了“.*签收.*”，现在是“办理中”/).waitFor()
    await two.getByText('您的这一步没有办成，页面已经恢复成现在的样子。').waitFor()
    await two.getByRole('button', { name: '办结答复' }).waitFor()
  })

  it('went without a console error or a failed request on any of these screens', () => {
    expect(visits.flatMap(({ problems }) => problems)).toEqual([])
  })
})
