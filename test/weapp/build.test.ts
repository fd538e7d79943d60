import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { createMiniApp } from './mini-app.mjs'
import { fakeRequest } from './wx.mjs'

const dist = path.resolve(import.meta.dirname, '../../dist/weapp')
const KB = 1024
const named = (name: string) => ({ code: '1', name })
const station = {
  number: '0001',
  code: 'K7Q2M9XA',
  name: '北京街联络站',
  district: named('越秀区'),
  street: named('北京街'),
}
const reformCase = {
  slug: 'scan',
  title: '民意码上说',
  titleHant: '民意碼上說',
  figures: [{ text: '604个', label: '代表联络站' }],
}
const list = (...items: unknown[]) => ({ items, nextCursor: null })

function answer(_method: string, url: string) {
  if (url.includes('/cases')) return { status: 200, body: list(reformCase) }
  if (url.includes('/stations')) return { status: 200, body: list(station) }
  return { status: 404, body: { error: { code: 'NOT_FOUND', message: '没有找到', requestId: 'r' } } }
}

function launch(respond: (method: string, url: string) => unknown = answer) {
  const { request, calls } = fakeRequest(respond)
  const log: unknown[][] = []
  const app = createMiniApp(dist, { wx: { request }, log: (...words: unknown[]) => log.push(words) }).launch()
  return { app, calls, log }
}

beforeAll(() => {
  if (!existsSync(path.join(dist, 'app.json'))) throw new Error('build first: npm run build:weapp')
})

describe('the mini program in a bare VM', () => {
  it('shows its home, with what the API answers', async () => {
    const { app, calls, log } = launch()
    for (const words of ['身边的事，码上说', '我要反映', '查我的反映', '改革案例', '民意码上说', '604个'])
      await app.shows(words)
    expect(calls[0]).toMatchObject({ header: { 'Accept-Language': 'zh-Hans' } })
    expect(log.filter(([kind]) => kind === '[error]')).toEqual([])
  })

  it('calls nothing that WeChat may not have', async () => {
    const { app } = launch()
    await app.shows('民意码上说')
    expect([...app.missing]).toEqual([])
  })

  it('spends little script on its first page', () => {
    const { app } = launch()
    expect(app.scriptMs.get('pages/home/index')).toBeLessThan(200)
  })

  it('turns elder mode on and remembers it', async () => {
    const { app } = launch()
    await app.shows('长辈版')
    await app.tap('长辈版')
    await app.shows('特大')
    expect(app.byClass('elder')).toBeTruthy()
    expect(JSON.parse(app.storage.get('mashang.preferences') ?? '')).toMatchObject({ elder: true })
  })

  it('changes the language, loaded with the package', async () => {
    const { app } = launch()
    await app.shows('English')
    await app.tap('English')
    await app.shows('See a problem? Say so.')
  })

  it('finds stations', async () => {
    const { app, calls } = launch()
    await app.shows('我要反映')
    await app.fire('input', app.byClass('k-input'), { value: '北京街' })
    await app.tap('我要反映')
    await app.shows('北京街联络站')
    expect(calls.at(-1)?.url).toContain('q=%E5%8C%97%E4%BA%AC%E8%A1%97')
  })

  it('says that there is no network, and recovers', async () => {
    let online = false
    const { app } = launch((method, url) => (online ? answer(method, url) : null))
    await app.shows('连不上网络。请检查网络后再试，您写下的内容还在。')
    online = true
    await app.tap('再试一次')
    await app.shows('民意码上说')
  })
})

describe('the package', () => {
  const filesOf = (folder: string, skip: string[] = []): string[] =>
    readdirSync(folder, { withFileTypes: true })
      .map((entry) => ({ entry, file: path.join(folder, entry.name) }))
      .filter(({ file }) => !skip.includes(path.relative(dist, file)))
      .flatMap(({ entry, file }) => (entry.isDirectory() ? filesOf(file) : [file]))
  const { subPackages = [] } = JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8')) as {
    subPackages?: { root: string }[]
  }
  const apart = subPackages.map(({ root }) => root)
  const main = filesOf(dist, apart)

  it('keeps the main package well under 1 MB', () => {
    const sizeOf = (files: string[]) => files.reduce((sum, file) => sum + statSync(file).size, 0)
    for (const root of apart)
      console.log(`package ${root}: ${Math.round(sizeOf(filesOf(path.join(dist, root))) / KB)} KB`)
    console.log(`main package: ${Math.round(sizeOf(main) / KB)} KB`)
    expect(sizeOf(main)).toBeLessThan(1000 * KB)
  })

  it('keeps the words and the code of the staff out of the main package', () => {
    const speaksToStaff = (file: string) =>
      file.endsWith('.js') && readFileSync(file, 'utf8').includes('staff.sign-in.lead')
    expect(main.filter(speaksToStaff)).toEqual([])
    expect(filesOf(path.join(dist, 'staff')).some(speaksToStaff)).toBe(true)
  })

  it('gives screen readers what the browser gives them', () => {
    const templates = readFileSync(path.join(dist, 'base.wxml'), 'utf8')
    for (const attribute of ['aria-label', 'aria-role', 'aria-checked', 'aria-expanded'])
      expect(templates).toContain(attribute)
  })
})
