import type { Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import type { newPage, Visit } from '../support/browser.ts'
import { scansOfStation } from '../support/city-calls.ts'
import { fillWhat, next } from '../support/resident-steps.ts'
import { visitsOfFile } from '../support/visits.ts'

// The library of cases as people use it: found, wanted, sent on, and read without a network. Each leaves its pictures in
// test-results/cases.

const open = visitsOfFile()

const SCREENS = [
  [375, 812],
  [1280, 800],
] as const

const covers = (page: Page) => page.locator('.case-card:visible')
const TITLE = '创新长者饭堂，陪伴三餐四季'

async function signIn(page: Page, username: string): Promise<void> {
  await page.goto('/staff/sign-in')
  await page.getByLabel('用户名').fill(username)
  await page.getByLabel('密码', { exact: true }).fill('mashang-demo')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('heading', { name: '工作台', level: 1 }).waitFor()
}

/** The app itself is kept from now on. */
async function kept(page: Page): Promise<void> {
  const isKept = () =>
    page.evaluate(async () => {
      const { active } = await navigator.serviceWorker.ready
      return active?.state === 'activated' && navigator.serviceWorker.controller !== null
    })
  await expect.poll(isKept, { timeout: 30_000 }).toBe(true)
}

describe.each(SCREENS)('on a screen %i wide', (width, height) => {
  async function visit(options: Parameters<typeof newPage>[1] = {}): Promise<Visit> {
    const one = await open({ width, height, ...options })
    return { ...one, picture: (name, how) => one.picture(`cases/${width}-${name}`, how) }
  }

  it('a case is found by whatever people type, its title first', async () => {
    const { page, picture, problems } = await visit()
    await page.goto('/cases')
    await covers(page).nth(20).waitFor()
    for (const q of ['飯堂', 'zzft', 'zhang zhe fan tang', '长者范堂', '老人']) {
      await page.getByRole('searchbox', { name: '搜索' }).fill(q)
      await page.getByRole('heading', { name: '找到的案例' }).waitFor()
      await expect.poll(() => covers(page).first().innerText(), { message: q }).toContain(TITLE)
    }
    await picture('search')
    await page.getByRole('searchbox', { name: '搜索' }).fill('飞碟')
    await page.getByText('没有符合的案例').waitFor()
    expect(problems).toEqual([])
  })

  it('a person wants it in their district, once, and takes it back', async () => {
    const { page, picture, problems } = await visit()
    await page.goto('/case?slug=village-gala')
    const card = page.getByRole('region', { name: '希望我们区也有' })
    const map = card.getByRole('list', { name: '哪里在做，哪里想要' })
    const tile = map.getByRole('listitem').filter({ hasText: '从化' })
    await tile.waitFor()
    const number = async () => Number(/\d+/.exec(await tile.innerText())?.[0])
    const before = await number()
    await card.getByLabel('您住在哪个区').selectOption({ label: '从化区' })
    await card.getByRole('button', { name: '我想要' }).click()
    await card.getByText('已记下：您希望从化区也有。').last().waitFor()
    expect(await number()).toBe(before + 1)
    await card.scrollIntoViewIfNeeded()
    await picture('wish')
    await page.reload()
    await card.getByText('已记下：您希望从化区也有。').last().waitFor()
    await page.goto('/cases')
    await page.getByLabel('看哪里').selectOption({ label: '从化区' })
    await page.getByRole('list', { name: '大家最想要的改革' }).getByText('派潭“村晚”').waitFor()
    await picture('wanted')
    await page.goto('/case?slug=village-gala')
    await card.getByRole('button', { name: '收回' }).click()
    await card.getByRole('button', { name: '我想要' }).waitFor()
    expect(await number()).toBe(before)
    expect(problems).toEqual([])
  })

  it('what somebody says of a case names it, and they may let go of it', async () => {
    const { page } = await visit()
    await fillWhat(page, '我们街的长者饭堂很好，可以再多开一家。')
    await page.goto('/case?slug=elderly-canteens')
    await page.getByRole('link', { name: '说说这项改革' }).click()
    // Something is half written already: it is not made into something else without a word.
    await page.getByRole('button', { name: '内容不变，就说这项改革' }).click()
    const about = page.getByText('说的是这项改革')
    await about.waitFor()
    await page.getByLabel('您的话').waitFor()
    await page.getByRole('link', { name: TITLE }).last().waitFor()
    await page.getByRole('button', { name: '不是说它' }).click()
    await about.waitFor({ state: 'detached' })
  })

  it('what is said of a case reaches the office with the case, and its reporter reads it so', async () => {
    const { page, picture, problems } = await visit()
    const text = `长者饭堂的汤可以少放点盐，${Date.now()}`
    await page.goto('/case?slug=elderly-canteens')
    await page.getByRole('link', { name: '说说这项改革' }).click()
    const finder = page.getByRole('searchbox', { name: '您身边的人大代表联络站' })
    await finder.fill('0001')
    await finder.press('Enter')
    await page.getByText('说的是这项改革').waitFor()
    await page.getByLabel('您的话').fill(text)
    await page.getByText('其他意见建议', { exact: true }).click()
    await next(page)
    await page.getByText('不留，匿名反映').click()
    await next(page)
    await page.getByRole('heading', { name: '核对一下' }).waitFor()
    await page.locator('main:visible').getByText(TITLE).waitFor()
    await picture('feedback-check')
    await page.getByRole('button', { name: '提交', exact: true }).click()
    await page.getByRole('heading', { name: '谢谢，已收到' }).waitFor()
    const receipt = await page.locator('main:visible').innerText()
    const number = (/\d{6} \d{4} \d{4}/.exec(receipt)?.[0] ?? '').replaceAll(' ', '')
    await page.goto(`/report?number=${number}`)
    const link = () => page.getByRole('link', { name: TITLE })
    await link().waitFor()
    expect(problems).toEqual([])

    const desk = await visit()
    await signIn(desk.page, 'station.demo')
    await desk.page.goto(`/staff/report?number=${number}`)
    await desk.page.getByText(text).filter({ visible: true }).first().waitFor()
    await desk.picture('feedback-office')
    await desk.page.getByRole('link', { name: TITLE }).click()
    await desk.page.getByRole('heading', { level: 1, name: TITLE }).waitFor()
    expect(desk.problems).toEqual([])
  })

  it('leads to what others say of it in public, and from there to all', async () => {
    const { page, problems } = await visit()
    await page.goto('/case?slug=elderly-canteens')
    await page.getByRole('link', { name: /^看 \d+ 件公开的反映$/ }).click()
    await page.getByText(/青菜硬了点/).waitFor()
    const rows = () => page.locator('main:visible').getByText(/联络站/)
    const about = await rows().count()
    await page.locator('main:visible').getByRole('link', { name: TITLE }).waitFor()
    await page.getByRole('button', { name: '显示全部' }).click()
    await expect.poll(() => rows().count()).toBeGreaterThan(about)
    expect(problems).toEqual([])
  })

  it('becomes a picture with a code, to be sent on', async () => {
    const { page, picture, problems } = await visit()
    await page.goto('/case?slug=elderly-canteens')
    await page.getByRole('button', { name: '做成图片' }).click()
    const shown = page.getByRole('img', { name: `案例图片：${TITLE}` })
    await shown.waitFor()
    const size = await shown.evaluate((one) => [
      (one as HTMLImageElement).naturalWidth,
      (one as HTMLImageElement).naturalHeight,
    ])
    expect(size).toEqual([1080, 1620])
    await picture('share-card')
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: '保存图片' }).click()
    expect((await saved).suggestedFilename()).toBe('mashang-elderly-canteens.png')
    expect(problems).toEqual([])
  })

  it('list and case are read without a network after the first visit, with the age of the data', async () => {
    const { page, picture } = await visit()
    await page.goto('/cases')
    await covers(page).nth(20).waitFor()
    await kept(page)
    await page.goto('/case?slug=elderly-canteens')
    await page.getByRole('heading', { name: '怎么做到的' }).waitFor()
    await page.context().setOffline(true)
    await page.goto('/cases')
    await covers(page).nth(20).waitFor()
    await page.getByText(/数据取于 \d+月\d+日 \d+:\d+/).waitFor()
    await page.getByRole('searchbox', { name: '搜索' }).fill('飯堂')
    await expect.poll(() => covers(page).first().innerText()).toContain(TITLE)
    await picture('offline-list')
    await page.getByRole('link', { name: TITLE }).first().click()
    await page.getByRole('heading', { name: '怎么做到的' }).waitFor()
    await page
      .getByText(/数据取于 /)
      .last()
      .waitFor()
    await picture('offline-case')
    await page.goto('/case?slug=talent-group')
    await page.getByText('全文要有网络才能打开，下面先看要点。').waitFor()
    await page.context().setOffline(false)
    await page.reload()
    await page.getByRole('heading', { name: '怎么做到的' }).waitFor()
  })
})

describe('the service worker', () => {
  it('keeps the app and no answer, and a release still arrives', async () => {
    const one = await open()
    const { page, problems } = one
    await page.goto('/cases')
    await covers(page).nth(20).waitFor()
    await kept(page)
    await page.goto('/my-reports')
    await page.goto('/public-reports')
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    const files = await page.evaluate(async () => {
      const names = await caches.keys()
      const shells = await Promise.all(
        names.map(async (name) =>
          (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname),
        ),
      )
      return shells.flat()
    })
    expect(files).toContain('/')
    expect(files.filter((file) => !/^\/$|^\/(js|css)\/[^/]+\.(js|css)$/.test(file))).toEqual([])
    expect(files.length).toBeGreaterThan(20)
    // As if a release had come: what is kept is not shown while there is a network.
    await page.evaluate(async () => {
      const [name = ''] = await caches.keys()
      const old = new Response('<h1>old</h1>', { headers: { 'Content-Type': 'text/html' } })
      await (await caches.open(name)).put('/', old)
    })
    await page.goto('/cases')
    await covers(page).nth(20).waitFor()
    await page.context().setOffline(true)
    await page.goto('/cases')
    await page.getByRole('heading', { name: 'old' }).waitFor()
    expect(problems.filter((problem) => !problem.includes('Failed to fetch'))).toEqual([])
  })

  it('is itself asked for each time, and a printed link is still counted by the server', async () => {
    const answer = await fetch(`${inject('baseUrl')}/sw.js`)
    expect(answer.headers.get('cache-control')).toBe('no-cache')
    expect(answer.headers.get('content-type')).toContain('javascript')
    const text = await answer.text()
    expect(text).not.toMatch(/__VERSION__|__FILES__|staff\//)
    const one = await open()
    await one.page.goto('/cases')
    await kept(one.page)
    await one.page.goto('/cases/village-gala')
    await one.page.getByRole('heading', { level: 1, name: '派潭“村晚”' }).waitFor()
    expect(new URL(one.page.url()).pathname).toBe('/case')
    const before = await scansOfStation()
    await one.page.goto('/s/K7Q2M9XA')
    await one.page.getByRole('link', { name: '我要反映' }).waitFor()
    expect(new URL(one.page.url()).pathname).toBe('/station')
    await expect.poll(scansOfStation).toBeGreaterThan(before)
  })
})
