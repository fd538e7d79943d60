import type { Page } from 'playwright-core'
import { encodeQR } from 'qr'
import { describe, expect, inject, it } from 'vitest'
import { wordsOver } from '../support/axe-in-browser.ts'
import type { newPage, Visit } from '../support/browser.ts'
import { officeActs, publishedReport } from '../support/city-calls.ts'
import { chooseFile, fillForm, fillWhat, next, phonePhoto } from '../support/resident-steps.ts'
import { visitsOfFile } from '../support/visits.ts'

// What a resident meets besides the straight way from code to answer, on a telephone and at a desk. Each leaves its
// pictures in test-results/residents.

/** Where somebody stands: near station 0001, at a place of each run's own, so that runs do not find each other. */
const HERE = { latitude: 23.1 + Math.random() / 50, longitude: 113.2 + Math.random() / 50 }
const PLACE = { lat: HERE.latitude, lng: HERE.longitude }
const located = { context: { geolocation: HERE, permissions: ['geolocation', 'clipboard-write'] } }

const open = visitsOfFile()

/** A photo of what is printed on a poster. */
const code = (text: string) => ({
  name: 'poster.gif',
  mimeType: 'image/gif',
  buffer: Buffer.from(encodeQR(text, 'gif', { scale: 8 })),
})

/** Until the app itself is kept by the browser. */
async function keptByBrowser(page: Page): Promise<void> {
  const isKept = () =>
    page.evaluate(async () => {
      await navigator.serviceWorker.ready
      return navigator.serviceWorker.controller !== null
    })
  await expect.poll(isKept, { timeout: 30_000 }).toBe(true)
}

const SCREENS = [
  [375, 812],
  [1280, 800],
] as const

describe.each(SCREENS)('on a screen %i wide', (width, height) => {
  async function visit(options: Parameters<typeof newPage>[1] = {}): Promise<Visit> {
    const one = await open({ width, height, ...options })
    return { ...one, picture: (name, how) => one.picture(`residents/${width}-${name}`, how) }
  }

  it('the code on a poster is read from a photo of it, and another code is told from it', async () => {
    const { page, picture, problems } = await visit()
    await page.goto('/')
    await page.getByRole('link', { name: '扫一扫门口的码' }).click()
    await chooseFile(page, code('https://example.com/menu'), '从相册选一张二维码')
    await page.getByText('这不是联络站的二维码').waitFor()
    await picture('scan-other-code')
    await chooseFile(page, code('https://mashang.example/s/K7Q2M9XA'), '从相册选一张二维码')
    await page.getByRole('link', { name: '我要反映' }).waitFor()
    expect(page.url()).toContain('/station?code=K7Q2M9XA')
    expect(problems).toEqual([])
  })

  it('a station is found by the sound of its street', async () => {
    const { page, picture } = await visit()
    await page.goto('/')
    await page.getByRole('searchbox', { name: '您身边的人大代表联络站' }).fill('beijing')
    await page.getByRole('button', { name: '我要反映' }).click()
    await page.getByRole('link', { name: /北京街道人大代表中心联络站/ }).waitFor()
    await picture('found-by-sound')
  })

  it('the form of a station that was open once begins without a network', async () => {
    const { page, picture } = await visit()
    const known = page.waitForResponse((answer) => answer.url().includes('/api/v1/categories'))
    await page.goto('/s/K7Q2M9XA')
    await known
    await page.getByRole('link', { name: '我要反映' }).waitFor()
    await keptByBrowser(page)
    await page.context().setOffline(true)
    await page.getByRole('link', { name: '我要反映' }).click()
    await page.getByLabel('把事情说清楚').fill('文明路的路灯不亮，已经三天')
    await page.getByLabel('用几个字说说').fill('路灯')
    await page.getByText('路灯不亮', { exact: true }).first().click()
    await picture('form-offline')
    await page.goto('/station?code=K7Q2M9XA')
    await page.getByRole('link', { name: '我要反映' }).waitFor()
    await picture('station-offline')
    // The poster's own link, as a telephone's camera opens it.
    await page.goto('/s/K7Q2M9XA')
    await page.getByRole('link', { name: '我要反映' }).waitFor()
    expect(page.url()).toContain('/station?code=K7Q2M9XA')
  })

  it('a code that is scanned without a network is kept, and opens when there is one', async () => {
    const { page, picture } = await visit()
    await page.goto('/')
    await keptByBrowser(page)
    const answer = await page.request.get('/api/v1/stations?q=0002')
    const { items } = (await answer.json()) as { items: { code: string; name: string }[] }
    const { code: other = '', name = '' } = items[0] ?? {}
    await page.context().setOffline(true)
    await page.goto(`/s/${other}`)
    await page.getByText('现在没有网络，联络站还打不开').waitFor()
    await page.getByText(`${other.slice(0, 4)} ${other.slice(4)}`).waitFor()
    await picture('station-waits')
    await page.goto('/')
    await page.getByRole('link', { name: '打开', exact: true }).click()
    await page.getByText('现在没有网络，联络站还打不开').waitFor()
    await page.context().setOffline(false)
    await page.getByRole('heading', { name }).waitFor()
    await page.goto('/')
    await page.getByRole('link', { name: '扫一扫门口的码' }).waitFor()
    expect(await page.getByText('您扫过的联络站还没打开').count()).toBe(0)
  })

  it('what somebody says of a reform keeps its case, through a scanned code and to the receipt', async () => {
    const { page, picture, problems } = await visit()
    await page.goto('/case?slug=elderly-canteens')
    await page.getByRole('link', { name: '说说这项改革' }).click()
    await page.getByRole('link', { name: '扫一扫门口的码' }).click()
    await chooseFile(page, code('https://mashang.example/s/K7Q2M9XA'), '从相册选一张二维码')
    await page.getByRole('heading', { name: '关于这项改革，您想说什么？' }).waitFor()
    await picture('case-words')
    await page.getByLabel('您的话').fill('饭堂很好，希望我们街也多开一家。')
    await page.reload()
    await page.getByText('其他意见建议').click()
    await next(page)
    await page.getByText('不留，匿名反映').click()
    await next(page)
    await page.getByRole('heading', { name: '核对一下' }).waitFor()
    await page.getByText('说的是这项改革').filter({ visible: true }).waitFor()
    await picture('case-check')
    // Another station, from the answers; nothing written is lost.
    await page.getByRole('button', { name: '修改 联络站' }).click()
    await page.getByRole('searchbox').fill('0002')
    await page.getByRole('button', { name: '查找联络站' }).click()
    await page.getByRole('heading', { name: '核对一下' }).waitFor()
    const seen = (words: string) => page.getByText(words).filter({ visible: true })
    await seen('饭堂很好，希望我们街也多开一家。').first().waitFor()
    expect(await seen('北京街道人大代表中心联络站').count()).toBe(0)
    await page.getByRole('button', { name: '提交' }).click()
    await page.getByRole('heading', { name: '谢谢，已收到' }).waitFor()
    await page.getByRole('link', { name: /长者饭堂/ }).waitFor()
    await picture('case-receipt')
    await page.getByRole('link', { name: '查看办理进度' }).click()
    await page.getByText('说的是这项改革').filter({ visible: true }).waitFor()
    expect(problems).toEqual([])
  })

  it('a hint tells what the words still lack, and goes when they say it', async () => {
    const { page, picture } = await visit()
    await fillWhat(page, '灯坏了')
    await page.getByText('再多写几个字会更好').first().waitFor()
    await picture('hint')
    await page.getByLabel('把事情说清楚').fill('文明路口的路灯从上周起就不亮，晚上老人看不见台阶。')
    await page.getByText('写得很清楚').first().waitFor()
  })

  it('what a neighbour reported already is joined instead of written again', async () => {
    const text = `榕树头前面的路灯坏了好几天，晚上看不见台阶 ${width}`
    const number = await publishedReport({ text, place: PLACE })
    const { page, picture, problems } = await visit(located)
    await fillWhat(page, '榕树头的路灯坏了，晚上走路看不见台阶。')
    await next(page)
    await page.getByRole('button', { name: '用我现在的位置' }).click()
    const similar = page.getByRole('region', { name: '附近有人反映过类似的事' })
    await similar.getByText(text).waitFor()
    await picture('similar')
    expect(await wordsOver(page)).toEqual([])
    const one = similar.locator('.similar', { hasText: text })
    await one.getByRole('button', { name: '我也遇到了' }).click()
    await one.getByText('还有 1 人也遇到了').waitFor()
    await picture('joined')
    await one.getByRole('button', { name: '不再写这一份' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '不再写这一份' }).click()
    // What others reported, with this one first, and with the one who joined.
    await page.getByRole('heading', { name: '大家的反映' }).waitFor()
    await page.getByRole('link', { name: new RegExp(text) }).click()
    await page.getByRole('button', { name: '已算上我' }).waitFor()
    await picture('public-report')

    await officeActs('station.demo', number, 4, { action: 'note', text: '加急' })
    expect(problems).toEqual([])
  })

  it('public reports are found by words, seen on a map, and handed on', async () => {
    const text = `凉亭旁边的路灯白天也亮着 ${width} ${Date.now()}`
    await publishedReport({ text, place: PLACE })
    const { page, picture, problems } = await visit(located)
    await page.goto('/public-reports')
    await page.getByLabel('搜索').fill(text)
    // It may stand in the list of all as well, a moment before that is narrowed down.
    await expect.poll(() => page.getByRole('link', { name: /·/ }).count()).toBe(1)
    await page.getByRole('link', { name: new RegExp(text) }).waitFor()
    await picture('public-list')
    await page.getByRole('tab', { name: '地图' }).click()
    await page.getByRole('button', { name: /^路灯不亮 · / }).click()
    await page.getByRole('link', { name: new RegExp(text) }).waitFor()
    await picture('public-map')
    expect(await wordsOver(page)).toEqual([])
    await page.getByRole('link', { name: new RegExp(text) }).click()
    await page.getByRole('button', { name: '分享' }).click()
    await page.getByText('链接已复制').waitFor()
    // A reload and the way back find the list as it was left.
    await page.goBack()
    await expect(page.getByLabel('搜索').inputValue()).resolves.toBe(text)
    expect(problems).toEqual([])
  })

  it('a photo that is none, and one that the server refuses, lose nothing', async () => {
    const { page, picture } = await visit()
    await fillWhat(page, '文明路 12 号门口的路灯坏了三天。')
    await next(page)
    await page.getByLabel('用文字说明位置').fill('文明路 12 号对面')
    await next(page)
    await chooseFile(page, { name: 'notes.txt', mimeType: 'image/jpeg', buffer: Buffer.from('no picture') })
    await page.getByText('这张照片打不开，请换一张。').waitFor()
    await picture('photo-unreadable')

    const message = '照片太大了，请换一张。'
    const error = { code: 'PHOTO_TOO_LARGE', message, requestId: 'r' }
    await page.route('**/api/v1/photos*', (route) => route.fulfill({ status: 413, json: { error } }))
    await chooseFile(page, phonePhoto('lamp-broken'))
    await page.getByText('没有传上去').waitFor()
    await page.getByText(message).waitFor()
    await picture('photo-refused')
    await page.unroute('**/api/v1/photos*')
    await page.getByRole('button', { name: /再试一次/ }).click()
    await page.getByText('已传好').waitFor()
    await page.goBack()
    await expect(page.getByLabel('用文字说明位置').inputValue()).resolves.toBe('文明路 12 号对面')
  })

  it('a tab that is killed in the middle loses neither words nor photo', async () => {
    const { page } = await visit()
    const text = '文明路 12 号门口的路灯坏了，写到一半手机没电了。'
    await fillWhat(page, text)
    await next(page)
    await page.getByLabel('用文字说明位置').fill('文明路 12 号对面')
    await next(page)
    await chooseFile(page, phonePhoto('lamp-broken'))
    await page.getByText('已传好').waitFor()
    // No page hears of its end: the process behind it is gone.
    const session = await page.context().newCDPSession(page)
    const crashed = page.waitForEvent('crash')
    session.send('Page.crash').catch(() => undefined)
    await crashed

    const again = await page.context().newPage()
    await again.goto('/report/new/photos')
    await again.getByText('已传好').waitFor()
    await again.goto('/report/new?station=K7Q2M9XA')
    const goOn = again.getByRole('button', { name: '接着写' })
    const words = again.getByLabel('把事情说清楚')
    await goOn.or(words).first().waitFor()
    if (await goOn.isVisible()) await goOn.click()
    await expect(words.inputValue()).resolves.toBe(text)
    await again.close()
  })

  it('a server that fails in the middle gets the report later, once, with the same key', async () => {
    const { page, picture } = await visit()
    const text = `服务器出错时提交的一件 ${width} ${Date.now()}`
    await fillForm(page, text, { photo: false })
    const keys: string[] = []
    await page.route('**/api/v1/reports', async (route) => {
      if (route.request().method() !== 'POST') return route.fallback()
      keys.push(route.request().headers()['idempotency-key'] ?? '')
      // The first is written, and its answer is lost; the second meets a broken server.
      if (keys.length === 1) await route.fetch()
      if (keys.length > 2) return route.fallback()
      const error = { code: 'INTERNAL', message: '服务暂时没接住', requestId: 'r' }
      return route.fulfill({ status: 500, json: { error } })
    })
    await page.getByRole('button', { name: '提交', exact: true }).click()
    await page.getByRole('heading', { name: '还没有送达' }).waitFor()
    await picture('server-failed')
    await page.getByRole('button', { name: '现在发送' }).click()
    await expect.poll(() => keys.length).toBe(2)
    await page.getByRole('button', { name: '现在发送' }).click()
    await page.getByRole('heading', { name: '谢谢，已收到' }).waitFor()
    await picture('server-recovered')
    expect(new Set(keys).size).toBe(1)
    const mine = await (await page.request.get('/api/v1/reports?scope=mine')).json()
    expect(mine.items.filter((item: { text: string }) => item.text === text)).toHaveLength(1)
  })

  it('a receipt is kept as a picture, opens on another device by its code, and brings messages', async () => {
    const { page, picture } = await visit()
    const text = `凭回执跟进的一件 ${width} ${Date.now()}`
    await fillForm(page, text, { photo: false })
    await page.getByRole('button', { name: '提交', exact: true }).click()
    await page.getByRole('heading', { name: '谢谢，已收到' }).waitFor()
    await page.getByRole('button', { name: '存成图片' }).click()
    const drawn = page.getByRole('dialog').getByRole('img', { name: /回执图片/ })
    await drawn.waitFor()
    expect(await drawn.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1080)
    await picture('receipt-picture', { fullPage: false })
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: '保存到设备' }).click()
    expect((await download).suggestedFilename()).toMatch(/^mashang-\d{14}\.png$/)
    await page.getByRole('button', { name: '关闭' }).click()
    await page.getByText('在另一台设备上查看').click()
    await page.getByRole('img', { name: '扫一扫，看办理进度' }).waitFor()
    await picture('receipt')

    const { number, queryCode } = await page.evaluate(
      () => JSON.parse(localStorage.getItem('mashang.receipts') ?? '{}').receipts[0],
    )
    const other = await visit()
    await other.page.goto(`${inject('baseUrl')}/report?number=${number}#${queryCode}`)
    await other.page.getByText(text).filter({ visible: true }).first().waitFor()
    expect(other.page.url()).not.toContain(queryCode)
    // It stays on this device: a reload needs no code.
    await other.page.reload()
    await other.page.getByText(text).filter({ visible: true }).first().waitFor()

    // Somebody works on it while both look on: the report changes by itself, and a message comes.
    await officeActs('station.demo', number, 1, {
      action: 'assign',
      bodyCode: 'yuexiu-housing-construction',
      complexity: 'simple',
    })
    // Waiting for it once is enough: the screen makes no difference.
    if (width === SCREENS[0][0]) {
      const now = other.page
        .getByText('已交给越秀区住房和建设局', { exact: false })
        .filter({ visible: true })
        .first()
      await now.waitFor({ timeout: 40_000 })
      await other.picture('refreshed-by-itself')
    }
    // The queue brings it a moment later; an open page asks once a minute.
    const unread = async () => (await (await page.request.get('/api/v1/notifications')).json()).unread
    await expect.poll(unread, { timeout: 20_000 }).toBe(1)
    await page.goto('/')
    await page.getByRole('link', { name: '1 条未读消息' }).click()
    await picture('notices')
    await page.getByRole('button', { name: /已交给负责的单位/ }).click()
    await page.getByRole('heading', { name: '办理经过' }).waitFor()
    await page.goBack()
    await page.getByText('1 条未读消息').waitFor({ state: 'detached' })
  })
})
