import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { queryClient } from '@/api/query-client'
import { speak } from '@/locale/translate'
import HomePage from '@/pages/home/index'
import NotFoundPage from '@/pages/not-found/index'
import { usePreferences } from '@/state/preferences'
import { useSession } from '@/state/session'
import { showPage } from '../support/at-the-desk.tsx'
import { axeViolations } from '../support/axe'
import { forgetDevice } from '../support/forget-device'
import { navigateTo } from '../support/taro-stub'

const named = (name: string) => ({ code: '1', name })
const station = {
  number: '0001',
  code: 'K7Q2M9XA',
  name: '北京街联络站',
  district: named('越秀区'),
  street: named('北京街'),
  distance: 182,
}
const reformCase = {
  slug: 'scan',
  title: '民意码上说',
  titleHant: '民意碼上說',
  figures: [{ text: '604个', label: '代表联络站' }],
}

const answers = vi.fn<(path: string) => unknown>()
const list = (...items: unknown[]) => ({ items, nextCursor: null })

beforeEach(async () => {
  await speak('zh-hans')
  usePreferences.setState({ locale: 'zh-hans', elder: false })
  useSession.getState().end()
  queryClient.clear()
  navigateTo.mockClear()
  answers
    .mockReset()
    .mockImplementation((path) => (path.includes('/cases') ? list(reformCase) : list(station)))
  vi.stubGlobal('fetch', async (url: string) => {
    const body = answers(url)
    if (body instanceof Error) throw body
    return new Response(JSON.stringify(body), { status: 200 })
  })
})
afterEach(() => {
  cleanup()
  forgetDevice()
  vi.unstubAllGlobals()
})

const renderHome = () => showPage(HomePage)
const search = (words: string) => {
  fireEvent.change(screen.getByRole('searchbox'), { target: { value: words } })
  fireEvent.click(screen.getByRole('button', { name: '我要反映' }))
}

describe('the home page', () => {
  it('shows the ways in and has no axe violation', async () => {
    renderHome()
    await screen.findByText('民意码上说')
    for (const name of [/查我的反映/, /代表随手拍/, /看全部案例/, /工作人员入口/])
      expect(screen.getByRole('link', { name })).toBeTruthy()
    expect(await axeViolations()).toEqual([])
  })

  it('finds stations by words', async () => {
    renderHome()
    search(' 北京街 ')
    const found = await screen.findByRole('link', { name: /北京街联络站/ })
    expect(found.getAttribute('href')).toBe('/station?code=K7Q2M9XA')
    expect(answers.mock.calls.flat()).toContain('/api/v1/stations?q=%E5%8C%97%E4%BA%AC%E8%A1%97&limit=6')
  })

  it('takes a typed code straight to its station, misread letters mended', () => {
    renderHome()
    search('k7q2 m9xa')
    expect(navigateTo).toHaveBeenCalledWith({ url: '/pages/station/index?code=K7Q2M9XA' })
  })

  it('says what is missing when nothing was typed', () => {
    renderHome()
    search('  ')
    expect(screen.getByRole('searchbox').getAttribute('aria-invalid')).toBe('true')
  })

  it('says that there is no such station, and what to do', async () => {
    answers.mockImplementation((path) => (path.includes('/cases') ? list(reformCase) : list()))
    renderHome()
    search('没有的街')
    expect(await screen.findByText('没有找到这样的联络站')).toBeTruthy()
  })

  it('finds the nearest stations only when asked, and says how far they are', async () => {
    const locate =
      vi.fn<
        (
          found: (position: { coords: { latitude: number; longitude: number; accuracy: number } }) => void,
        ) => void
      >()
    locate.mockImplementation((found) =>
      found({ coords: { latitude: 23.1291, longitude: 113.2644, accuracy: 8 } }),
    )
    vi.stubGlobal('navigator', { ...navigator, onLine: true, geolocation: { getCurrentPosition: locate } })
    renderHome()
    expect(locate).not.toHaveBeenCalled()
    fireEvent.click(screen.getByRole('button', { name: '找离我最近的站' }))
    expect(await screen.findByText('180 米')).toBeTruthy()
    expect(answers.mock.calls.flat()).toContain('/api/v1/stations?limit=6&near=23.12910%2C113.26440')
  })

  it('keeps working when the cases do not load, and tries again', async () => {
    answers.mockImplementation(() => new TypeError('Failed to fetch'))
    renderHome()
    const banner = await screen.findByRole('alert', undefined, { timeout: 4000 })
    expect(banner.textContent).toContain('连不上网络')
    answers.mockImplementation(() => list(reformCase))
    fireEvent.click(within(banner).getByRole('button', { name: '再试一次' }))
    expect(await screen.findByText('民意码上说')).toBeTruthy()
  })

  it('remembers elder mode and the language', async () => {
    const { container } = renderHome()
    fireEvent.click(screen.getByRole('button', { name: '长辈版' }))
    expect(container.querySelector('.k-root.elder')).toBeTruthy()
    fireEvent.click(screen.getByRole('radio', { name: '特大' }))
    expect(container.querySelector('.k-size-30')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '繁體' }))
    expect(JSON.parse(localStorage.getItem('mashang.preferences') ?? '')).toEqual({
      locale: 'zh-hant',
      elder: true,
      elderSize: 30,
    })
    expect(screen.getByRole('button', { name: '长辈版' }).getAttribute('aria-pressed')).toBe('true')
  })
})

describe('an unknown address', () => {
  it('says so and leads on', async () => {
    render(<NotFoundPage />)
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('找不到这个页面')
    expect(screen.getByRole('link', { name: '回到首页' }).getAttribute('href')).toBe('/')
    await waitFor(() => expect(document.title).toBe('找不到这个页面 · 码上'))
  })
})
