import { act, cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { queryClient } from '@/api/query-client'
import { speak } from '@/locale/translate'
import CasePage from '@/library/pages/case'
import CasesPage from '@/library/pages/cases'
import { useSession } from '@/state/session'
import { showPage } from '../support/at-the-desk.tsx'
import { axeViolations } from '../support/axe'
import { CaseCity } from '../support/case-answers.ts'
import { forgetDevice } from '../support/forget-device.ts'
import { setQuery } from '../support/taro-stub.ts'

let city: CaseCity

async function open(Screen: typeof CasePage, query: Record<string, string> = {}) {
  setQuery(query)
  const view = showPage(Screen)
  await act(() => Promise.resolve())
  return view
}

const CANTEENS = { slug: 'elderly-canteens' }

beforeEach(async () => {
  city = new CaseCity()
  vi.stubGlobal('fetch', city.answer)
  await speak('zh-hans')
})

afterEach(async () => {
  cleanup()
  useSession.getState().end()
  forgetDevice()
  queryClient.clear()
  vi.unstubAllGlobals()
  await speak('zh-hans')
})

const card = async () => within(await screen.findByRole('region', { name: '希望我们区也有' }))

describe('a wish', () => {
  it('asks for the district once, counts, can be moved and taken back', async () => {
    city.wishes.set('elderly-canteens 440106', 2)
    await open(CasePage, CANTEENS)
    const wish = await card()
    expect(wish.getByText('已经有 2 人说，想在自己的区见到它。')).toBeTruthy()
    fireEvent.click(wish.getByRole('button', { name: '我想要' }))
    expect(wish.getByText('请先选您住的区')).toBeTruthy()
    expect(city.calls.some((call) => call.startsWith('POST'))).toBe(false)
    fireEvent.change(wish.getByLabelText('您住在哪个区'), { target: { value: '440106' } })
    fireEvent.click(wish.getByRole('button', { name: '我想要' }))
    expect((await wish.findAllByText('已记下：您希望天河区也有。')).length).toBeGreaterThan(0)
    expect(wish.getByText('已经有 3 人说，想在自己的区见到它。')).toBeTruthy()
    expect(wish.queryByRole('button', { name: '我想要' })).toBeNull()
    fireEvent.change(wish.getByLabelText('您住在哪个区'), { target: { value: '440105' } })
    fireEvent.click(wish.getByRole('button', { name: '换成这个区' }))
    expect((await wish.findAllByText('已记下：您希望海珠区也有。')).length).toBeGreaterThan(0)
    expect(city.mine.get('elderly-canteens')).toBe('440105')
    expect(await axeViolations()).toEqual([])
    fireEvent.click(wish.getByRole('button', { name: '收回' }))
    expect(await wish.findByText('已经有 2 人说，想在自己的区见到它。')).toBeTruthy()
    expect(city.mine.size).toBe(0)
    cleanup()
    await open(CasePage, { slug: 'one-yuan-clinic' })
    expect(((await card()).getByLabelText('您住在哪个区') as HTMLSelectElement).value).toBe('440105')
  })

  it('is remembered by the server, and not lost when it cannot be sent', async () => {
    useSession.getState().begin({ token: null, account: null })
    city.mine.set('elderly-canteens', '440103')
    await open(CasePage, CANTEENS)
    const wish = await card()
    expect((await wish.findAllByText('已记下：您希望荔湾区也有。')).length).toBeGreaterThan(0)
    fireEvent.change(wish.getByLabelText('您住在哪个区'), { target: { value: '440118' } })
    city.broken = true
    fireEvent.click(wish.getByRole('button', { name: '换成这个区' }))
    expect(await wish.findByText('出了点问题')).toBeTruthy()
    expect((wish.getByLabelText('您住在哪个区') as HTMLSelectElement).value).toBe('440118')
  })

  it('is drawn on a map that says where the case is, with its table', async () => {
    city.wishes.set('elderly-canteens 440106', 12)
    await open(CasePage, CANTEENS)
    const wish = await card()
    expect(wish.getByText(/越秀区已经在做/)).toBeTruthy()
    const rows = wish.getAllByRole('row', { hidden: true }).map(({ textContent }) => textContent)
    expect(rows).toHaveLength(12)
    expect(rows).toContain('越秀区0已经在做')
    expect(rows).toContain('天河区12–')
    cleanup()
    await open(CasePage, { slug: 'people-voice-by-code' })
    expect((await card()).getByText(/全市都在做/)).toBeTruthy()
  })
})

describe('the demand of the city', () => {
  it('lists the cases that are wanted most, in all or in one district', async () => {
    city.wishes.set('elderly-canteens 440106', 1)
    city.wishes.set('one-yuan-clinic 440105', 3)
    await open(CasesPage)
    await screen.findByRole('list', { name: '大家最想要的改革' })
    const titles = () =>
      within(screen.getByRole('list', { name: '大家最想要的改革' }))
        .getAllByRole('link')
        .map(({ textContent }) => textContent)
    expect(titles()).toEqual(['农村“一元钱看病”', '创新长者饭堂，陪伴三餐四季'])
    fireEvent.change(screen.getByLabelText('看哪里'), { target: { value: '440106' } })
    expect(titles()).toEqual(['创新长者饭堂，陪伴三餐四季'])
    fireEvent.change(screen.getByLabelText('看哪里'), { target: { value: '440118' } })
    expect(screen.getByText('这个区还没有人说过想要哪一项。')).toBeTruthy()
    expect(await axeViolations()).toEqual([])
  })

  it('is nothing where nobody has wished', async () => {
    await open(CasesPage)
    await screen.findAllByRole('heading', { level: 3 })
    expect(screen.queryByText('大家最想要的改革')).toBeNull()
  })
})

describe('what people say of a case', () => {
  it('is a report that is linked to it, and a list of the public ones', async () => {
    city.reports = 7
    await open(CasePage, CANTEENS)
    const link = await screen.findByRole('link', { name: '说说这项改革' })
    expect(link.getAttribute('href')).toBe('/report/new?case=elderly-canteens')
    expect(screen.getByRole('link', { name: '看 7 件公开的反映' }).getAttribute('href')).toBe(
      '/public-reports?case=elderly-canteens',
    )
  })
})

describe('without a network', () => {
  it('list and case are those of the last visit, with their age', async () => {
    await open(CasesPage)
    await screen.findAllByRole('heading', { level: 3 })
    cleanup()
    await open(CasePage, CANTEENS)
    await screen.findByRole('heading', { level: 1, name: '创新长者饭堂，陪伴三餐四季' })
    cleanup()
    queryClient.clear()
    city.offline = true
    vi.useFakeTimers({ now: Date.now() + 3 * 3_600_000, toFake: ['Date'] })
    try {
      await open(CasesPage)
      expect(screen.getAllByRole('heading', { level: 3 })).toHaveLength(21)
      expect(await screen.findByText(/数据取于 .*3 小时前/, undefined, { timeout: 5000 })).toBeTruthy()
      fireEvent.change(screen.getByLabelText('搜索'), { target: { value: 'zzft' } })
      expect(screen.getAllByRole('heading', { level: 3 })).toHaveLength(1)
      cleanup()
      await open(CasePage, CANTEENS)
      expect(screen.getByText('怎么做到的', { selector: 'h2' })).toBeTruthy()
      expect(await screen.findByText(/数据取于 .*3 小时前/, undefined, { timeout: 5000 })).toBeTruthy()
    } finally {
      vi.useRealTimers()
    }
  })

  it('a case that was never opened is shown as far as the list tells of it', async () => {
    await open(CasesPage)
    await screen.findAllByRole('heading', { level: 3 })
    cleanup()
    city.offline = true
    await open(CasePage, CANTEENS)
    expect(
      await screen.findByText('全文要有网络才能打开，下面先看要点。', undefined, { timeout: 5000 }),
    ).toBeTruthy()
    expect(screen.getAllByText('78.60万').length).toBeGreaterThan(0)
    expect(screen.queryByText('怎么做到的')).toBeNull()
    expect(await axeViolations()).toEqual([])
  })

  it('nothing of a person is kept on the device: neither what they wished nor what they wrote', async () => {
    useSession.getState().begin({ token: null, account: null })
    city.mine.set('elderly-canteens', '440103')
    await open(CasePage, CANTEENS)
    await screen.findAllByText('已记下：您希望荔湾区也有。')
    const kept = Object.keys(localStorage).filter((key) => key.startsWith('kept.'))
    expect(kept).toContain('kept.1.case.zh-hans.elderly-canteens')
    expect(kept.map((key) => localStorage.getItem(key)).join('')).not.toContain('"mine"')
  })
})
