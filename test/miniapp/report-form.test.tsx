import { QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { type ReactNode, StrictMode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { queryClient } from '@/api/query-client'
import { speak } from '@/locale/translate'
import ChangeStationPage from '@/pages/report-new/change-station/index'
import CheckPage from '@/pages/report-new/check/index'
import ContactPage from '@/pages/report-new/contact/index'
import DonePage from '@/pages/report-new/done/index'
import ReportNewPage from '@/pages/report-new/index'
import WherePage from '@/pages/report-new/where/index'
import ScanPage from '@/pages/scan/index'
import { emptyDraft, useDraft } from '@/state/draft'
import { useOutbox } from '@/state/outbox'
import { useReceipts } from '@/state/receipts'
import { useSession } from '@/state/session'
import { axeViolations } from '../support/axe'
import { asksMore, playCity, refusal } from '../support/resident-city.ts'
import { lamp, NUMBER } from '../support/staff-answers.ts'
import {
  getCurrentPages,
  navigateBack,
  navigateTo,
  redirectTo,
  reLaunch,
  setQuery,
} from '../support/taro-stub'

const station = { code: 'K7Q2M9XA', number: '0001', name: '北京街联络站', place: { lat: 23.1, lng: 113.2 } }
const whole = () => ({
  ...emptyDraft(station),
  categoryCode: 'street-lighting',
  text: '路灯坏了一个星期。',
  placeless: true,
  contactWay: 'anonymous' as const,
})
const began = (part = {}) => useDraft.setState({ draft: { ...emptyDraft(station), ...part }, refused: {} })
const draftNow = () => useDraft.getState().draft

function show(page: ReactNode, query: Record<string, string> = {}) {
  setQuery(query)
  return render(<QueryClientProvider client={queryClient}>{page}</QueryClientProvider>)
}
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const type = (label: RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })
const goneTo = () => navigateTo.mock.calls.at(-1)?.[0].url

beforeEach(async () => {
  // jsdom scrolls nothing.
  Element.prototype.scrollIntoView = () => undefined
  await speak('zh-hans')
  localStorage.clear()
  queryClient.clear()
  useOutbox.setState({ entries: [] })
  useReceipts.setState({ receipts: [] })
  useSession.getState().end()
  for (const mock of [navigateTo, navigateBack, reLaunch]) mock.mockClear()
  getCurrentPages.mockReturnValue([{}])
  playCity()
  began()
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('what it is about', () => {
  const open = async () => {
    show(<ReportNewPage />, { station: station.code })
    await screen.findByRole('button', { name: '市政' })
  }

  it('says before anything else what is too urgent and what belongs elsewhere', async () => {
    await open()
    expect(screen.getByRole('link', { name: /119/ }).getAttribute('href')).toBe('tel:119')
    expect(screen.getByText(/法律援助 12348/)).toBeTruthy()
    expect(await axeViolations()).toEqual([])
  })

  it('does not go on without a kind and words; the summary takes the focus and leads to each field', async () => {
    await open()
    press('下一步')
    expect(document.activeElement?.textContent).toContain('还有 2 处')
    expect(screen.getByLabelText(/把事情说清楚/).getAttribute('aria-describedby')).toContain('text-error')
    fireEvent.click(screen.getByRole('link', { name: '请选一个类别' }))
    expect(document.activeElement?.id).toBe('category')
    expect(navigateTo).not.toHaveBeenCalled()
    expect(await axeViolations()).toEqual([])
  })

  it('finds the kind from a sentence, asks its own questions, and goes on', async () => {
    await open()
    type(/用几个字说说/, '我们楼的电梯坏了好几天')
    press('电梯故障')
    await waitFor(() => expect(document.activeElement?.id).toBe('category'))
    type(/把事情说清楚/, '三号楼的电梯停了三天。')
    press('下一步')
    expect(screen.getAllByText('请回答：有人被困吗')).not.toHaveLength(0)
    fireEvent.click(screen.getByRole('radio', { name: '否' }))
    fireEvent.click(screen.getByRole('radio', { name: '停运' }))
    expect(await axeViolations()).toEqual([])
    press('下一步')
    expect(goneTo()).toBe('/pages/report-new/where/index')
    expect(draftNow()).toMatchObject({
      categoryCode: 'lift-fault',
      answers: { trapped: false, kind: 'stop' },
    })
  })

  it('keeps every keystroke on the device', async () => {
    await open()
    type(/把事情说清楚/, '写了一半')
    expect(JSON.parse(localStorage.getItem('mashang.draft') ?? '')).toMatchObject({
      text: '写了一半',
      key: draftNow().key,
    })
  })

  it('shows the emergency numbers at once when the words sound like danger', async () => {
    await open()
    type(/把事情说清楚/, '楼下着火了')
    expect(screen.getByRole('alert').textContent).toContain('请先打电话')
    const calls = [...screen.getByRole('alert').querySelectorAll('a')].map((link) =>
      link.getAttribute('href'),
    )
    expect(calls).toEqual(['tel:119'])
  })

  it.each(['k7q2m9xa', 'K7Q2 M9XA'])('takes a link that somebody typed: %s', async (typed) => {
    useDraft.setState({ draft: emptyDraft(), refused: {} })
    show(<ReportNewPage />, { station: typed })
    await screen.findByRole('button', { name: '市政' })
    expect(draftNow().station?.code).toBe(station.code)
  })

  it('asks what to do with a draft for another station', async () => {
    began({
      station: { ...station, code: 'OTHER234', number: '0009', name: '另一个站' },
      text: '已经写了的话',
    })
    show(<ReportNewPage />, { station: station.code })
    await screen.findByText('已经写了的话')
    press('内容不变，改为反映给北京街联络站')
    expect(draftNow()).toMatchObject({ station: { code: station.code }, text: '已经写了的话' })
  })

  it('offers other stations when the code is revoked, and keeps the words', async () => {
    playCity(({ path }) =>
      path.startsWith('/api/v1/stations/') ? { status: 410, body: refusal('STATION_REVOKED', 'x') } : null,
    )
    began({ station: null, text: '写好的' })
    show(<ReportNewPage />, { station: 'ZZZZZZZZ' })
    expect(await screen.findByText('这个码已经停用了')).toBeTruthy()
    expect(draftNow().text).toBe('写好的')
  })
})

describe('where it is', () => {
  beforeEach(() => began({ text: '路灯坏了', categoryCode: 'street-lighting' }))

  it('wants a place, or to be told that there is none', async () => {
    show(<WherePage />)
    press('下一步')
    expect(document.activeElement?.textContent).toContain('请标出或写出地点')
    fireEvent.click(screen.getByRole('checkbox', { name: '这件事没有具体的地点' }))
    press('下一步')
    expect(goneTo()).toBe('/pages/report-new/photos/index')
    expect(await axeViolations()).toEqual([])
  })

  it('takes the position of the device, and moves the pin with the arrow keys', async () => {
    const coords = { latitude: 23.2, longitude: 113.3, accuracy: 10 }
    vi.stubGlobal('navigator', {
      geolocation: { getCurrentPosition: (done: (at: unknown) => void) => done({ coords }) },
      onLine: true,
    })
    show(<WherePage />)
    press('用我现在的位置')
    await waitFor(() => expect(draftNow().place.position).toEqual({ lat: 23.2, lng: 113.3 }))
    fireEvent.keyDown(screen.getByRole('button', { name: /方格地图/ }), { key: 'ArrowUp' })
    expect(draftNow().place.position?.lat).toBeGreaterThan(23.2)
    expect(await axeViolations()).toEqual([])
  })
})

describe('what somebody has to say of a reform', () => {
  const idea = (code: string, name: string) => ({
    ...asksMore,
    code,
    name,
    group: { code: 'idea', name: '意见建议', icon: 'idea' },
    questions: [],
  })
  const withIdeas = () =>
    playCity(({ method, path }) => {
      if (path.startsWith('/api/v1/categories'))
        return {
          body: { items: [asksMore, idea('idea-law', '立法与政策建议'), idea('idea-other', '其他意见建议')] },
        }
      if (path.startsWith('/api/v1/cases'))
        return { body: { items: [{ slug: 'elderly-canteens', title: '长者饭堂', titleHant: '長者飯堂' }] } }
      return method === 'POST' && path === '/api/v1/reports'
        ? {
            status: 201,
            body: { report: { ...lamp(), caseSlug: 'elderly-canteens' }, queryCode: 'ABCD2345' },
          }
        : null
    })
  const say = async () => {
    type(/您的话/, '饭堂很好，希望多开一家。')
    fireEvent.click(await screen.findByRole('radio', { name: '其他意见建议' }))
  }

  beforeEach(() => {
    useDraft.setState({ draft: emptyDraft(), refused: {} })
    withIdeas()
  })

  it('asks for the words and the kind of idea, for nothing that is broken, and for no place', async () => {
    began()
    show(<ReportNewPage />, { case: 'elderly-canteens' })
    expect(await screen.findByText('长者饭堂')).toBeTruthy()
    await screen.findByRole('radio', { name: '立法与政策建议' })
    expect(screen.queryByText('电梯故障')).toBeNull()
    expect(screen.queryByLabelText(/用几个字说说/)).toBeNull()
    expect(screen.queryByRole('link', { name: /119/ })).toBeNull()
    expect(screen.getByText(/第 ?1 ?步/).textContent).toMatch(/2/)
    press('下一步')
    expect(document.activeElement?.textContent).toContain('还有 2 处')
    expect(await axeViolations()).toEqual([])
    await say()
    press('下一步')
    expect(goneTo()).toBe('/pages/report-new/contact/index')
  })

  it('is kept while a station is chosen by its code, by the list, and when the page is opened anew', async () => {
    show(<ReportNewPage />, { case: 'elderly-canteens' })
    expect(await screen.findByText('反映给哪个联络站？')).toBeTruthy()
    expect(await screen.findByRole('link', { name: '长者饭堂' })).toBeTruthy()
    expect(await axeViolations()).toEqual([])
    expect(screen.getByRole('link', { name: /扫/ }).getAttribute('href')).toContain('for=report')
    expect(JSON.parse(localStorage.getItem('mashang.draft') ?? '')).toMatchObject({
      caseSlug: 'elderly-canteens',
    })
    cleanup()
    // The code at the door opens the station's page, and that the form.
    show(<ReportNewPage />, { station: station.code })
    await screen.findByLabelText(/您的话/)
    expect(draftNow()).toMatchObject({
      caseSlug: 'elderly-canteens',
      station: { code: station.code },
      placeless: true,
    })
  })

  it('is not what a report begun days later is about', async () => {
    useDraft.setState({
      draft: {
        ...emptyDraft(),
        caseSlug: 'elderly-canteens',
        placeless: true,
        savedAt: Date.now() - 3 * 86_400_000,
      },
    })
    show(<ReportNewPage />, { station: station.code })
    await screen.findByLabelText(/用几个字说说/)
    expect(draftNow()).toMatchObject({ caseSlug: null, placeless: false })
  })

  it('is not what a report begun days later at the same station is about', async () => {
    const savedAt = Date.now() - 3 * 86_400_000
    began({ caseSlug: 'elderly-canteens', placeless: true, savedAt })
    show(<ReportNewPage />, { station: station.code })
    await screen.findByLabelText(/用几个字说说/)
    expect(draftNow()).toMatchObject({ caseSlug: null, placeless: false, station: { code: station.code } })
    cleanup()
    // Words are never taken for something else.
    began({ caseSlug: 'elderly-canteens', placeless: true, text: '多开一家。', savedAt })
    show(<ReportNewPage />, { station: station.code })
    await screen.findByLabelText(/您的话/)
    expect(draftNow().caseSlug).toBe('elderly-canteens')
  })

  it('can turn out to be about something in the street; the words stay', async () => {
    began()
    show(<ReportNewPage />, { case: 'elderly-canteens' })
    await screen.findByLabelText(/您的话/)
    await say()
    press('不是说它')
    expect(await screen.findByLabelText(/把事情说清楚/)).toHaveProperty('value', '饭堂很好，希望多开一家。')
    expect(draftNow()).toMatchObject({ caseSlug: null, placeless: false, categoryCode: '' })
  })

  it('does not take over something else that is half written without asking', async () => {
    began({ text: '路灯坏了', categoryCode: 'street-lighting' })
    const { unmount } = show(<ReportNewPage />, { case: 'elderly-canteens' })
    await screen.findByText('您还有一份没写完的反映')
    expect(draftNow().caseSlug).toBeNull()
    expect(await axeViolations()).toEqual([])
    press('接着写那一份')
    await screen.findByLabelText(/把事情说清楚/)
    expect(draftNow()).toMatchObject({ caseSlug: null, text: '路灯坏了' })
    unmount()
    show(<ReportNewPage />, { case: 'elderly-canteens' })
    await screen.findByText('您还有一份没写完的反映')
    press('内容不变，就说这项改革')
    await screen.findByLabelText(/您的话/)
    expect(draftNow()).toMatchObject({ caseSlug: 'elderly-canteens', text: '路灯坏了', categoryCode: '' })
  })

  it('goes out with the case, and the receipt names it', async () => {
    began({
      caseSlug: 'elderly-canteens',
      placeless: true,
      categoryCode: 'idea-other',
      text: '饭堂很好，希望多开一家。',
      contactWay: 'anonymous',
    })
    const asked = withIdeas()
    show(<CheckPage />)
    expect(await screen.findByText('长者饭堂')).toBeTruthy()
    await screen.findByText('其他意见建议')
    press('提交')
    await waitFor(() => expect(reLaunch).toHaveBeenCalled())
    const sent = asked.find(({ method, path }) => method === 'POST' && path === '/api/v1/reports')
    expect(JSON.parse(sent?.body ?? '')).toMatchObject({ caseSlug: 'elderly-canteens', place: null })
    cleanup()
    show(<DonePage />, { number: NUMBER })
    expect(await screen.findByRole('link', { name: '长者饭堂' })).toBeTruthy()
    expect(await axeViolations()).toEqual([])
  })

  it('waits in the outbox with the case while there is no network', async () => {
    began({
      caseSlug: 'elderly-canteens',
      placeless: true,
      categoryCode: 'idea-other',
      text: '希望多开一家。',
      contactWay: 'anonymous',
    })
    playCity(({ method }) => (method === 'POST' ? new Error('offline') : null))
    show(<CheckPage />)
    press('提交')
    await waitFor(() => expect(useOutbox.getState().entries[0]?.status).toBe('waiting'))
    expect(JSON.parse(localStorage.getItem('mashang.outbox') ?? '').entries[0].draft.caseSlug).toBe(
      'elderly-canteens',
    )
  })
})

describe('another station for what is written', () => {
  beforeEach(() =>
    began({
      ...whole(),
      station: { ...station, code: 'OTHER234', number: '0009', name: '另一个站' },
      checked: true,
    }),
  )

  it('is chosen from the answers; nothing written is lost', async () => {
    show(<CheckPage />)
    await screen.findByText('另一个站')
    press('修改 联络站')
    expect(goneTo()).toBe('/pages/report-new/change-station/index')
    cleanup()
    getCurrentPages.mockReturnValue([{ route: '/report/new/check' }, { route: '/report/new/station' }])
    show(<ChangeStationPage />)
    expect(screen.getByText('现在写给：另一个站')).toBeTruthy()
    const before = draftNow()
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: '北京街' } })
    press('查找联络站')
    fireEvent.click(await screen.findByRole('button', { name: /北京街/ }))
    expect(draftNow()).toEqual({
      ...before,
      station: expect.objectContaining({ number: '0001' }),
      savedAt: expect.any(Number),
    })
    expect(navigateBack).toHaveBeenCalledWith({ delta: 1 })
    expect(await axeViolations()).toEqual([])
  })

  it('stays the chosen one on the first page too, which a link opened for another', async () => {
    began(whole())
    show(<ReportNewPage />, { station: station.code })
    await screen.findByLabelText(/把事情说清楚/)
    const chosen = { ...station, code: 'OTHER234', number: '0009', name: '另一个站' }
    act(() => useDraft.getState().change({ station: chosen }))
    expect(await screen.findByText(/另一个站/)).toBeTruthy()
    expect(screen.getByLabelText(/把事情说清楚/)).toBeTruthy()
    expect(screen.queryByText('您还有一份没写完的反映')).toBeNull()
    // Without any, because the server refused it, the link does not bring it back.
    act(() => useDraft.getState().change({ station: null }))
    expect(await screen.findByText('反映给哪个联络站？')).toBeTruthy()
    expect(draftNow().station).toBeNull()
  })

  it('can be typed where the code is scanned, and goes to the form as well', async () => {
    show(<ScanPage />, { for: 'report' })
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: '北京街' } })
    press('查找联络站')
    fireEvent.click(await screen.findByRole('button', { name: /北京街/ }))
    expect(redirectTo.mock.calls.at(-1)?.[0].url).toBe(
      `/pages/report-new/change-station/index?code=${station.code}`,
    )
  })

  it('is taken from a scanned code, and a code that leads nowhere changes nothing', async () => {
    show(<ChangeStationPage />, { code: station.code })
    await waitFor(() => expect(draftNow().station?.code).toBe(station.code))
    expect(draftNow()).toMatchObject({ text: '路灯坏了一个星期。', checked: true })
    cleanup()
    playCity(({ path }) =>
      path.startsWith('/api/v1/stations/') ? { status: 410, body: refusal('STATION_REVOKED', 'x') } : null,
    )
    show(<ChangeStationPage />, { code: 'ZZZZZZZZ' })
    expect(await screen.findByText('这个码已经停用了')).toBeTruthy()
    expect(draftNow().station?.code).toBe(station.code)
  })
})

describe('how to reach the reporter', () => {
  beforeEach(() => began({ text: '路灯坏了', categoryCode: 'street-lighting' }))

  it('takes anonymous for an answer', async () => {
    show(<ContactPage />)
    press('下一步')
    expect(document.activeElement?.textContent).toContain('请选择要不要留联系方式')
    fireEvent.click(screen.getByRole('radio', { name: /匿名反映/ }))
    press('下一步')
    expect(goneTo()).toBe('/pages/report-new/check/index')
    expect(await axeViolations()).toEqual([])
  })

  it('checks a telephone number without losing it', () => {
    began({ ...whole(), contactWay: 'contact' })
    show(<ContactPage />)
    type(/电话/, '12')
    press('下一步')
    expect(screen.getAllByText('电话好像不对，请核对一下')).toHaveLength(2)
    expect(draftNow().contact.phone).toBe('12')
  })
})

describe('checking and sending', () => {
  beforeEach(() => began(whole()))
  const submit = async () => {
    await screen.findByText('路灯不亮')
    press('提交')
  }

  it('shows every answer with a way to change it, and says how long it takes', async () => {
    show(<CheckPage />)
    await screen.findByText('路灯不亮')
    expect(screen.getByText(/6 个工作日/)).toBeTruthy()
    expect(await axeViolations()).toEqual([])
    press('修改 地点')
    expect(goneTo()).toBe('/pages/report-new/where/index')
  })

  it('goes back to a step that is open already instead of opening it twice', async () => {
    getCurrentPages.mockReturnValue([
      { route: '/report/new' },
      { route: '/report/new/where' },
      { route: '/report/new/check' },
    ])
    show(<CheckPage />)
    await screen.findByText('路灯不亮')
    press('修改 地点')
    expect(navigateBack).toHaveBeenCalledWith({ delta: 1 })
  })

  it('files it and leads to the receipt', async () => {
    playCity(({ method, path }) =>
      method === 'POST' && path === '/api/v1/reports'
        ? { status: 201, body: { report: lamp(), queryCode: 'ABCD2345' } }
        : null,
    )
    show(<CheckPage />)
    await submit()
    await waitFor(() =>
      expect(reLaunch).toHaveBeenCalledWith({ url: `/pages/report-new/done/index?number=${NUMBER}` }),
    )
    expect(draftNow().text).toBe('')
    cleanup()
    show(<DonePage />, { number: NUMBER })
    expect(screen.getByText('261123 4829 1753')).toBeTruthy()
    expect(screen.getByText('ABCD 2345')).toBeTruthy()
    expect(await axeViolations()).toEqual([])
  })

  it('returns to the first wrong step with the words of the server', async () => {
    const fields = { 'contact.phone': '格式不对', 'place.address': '太长了' }
    playCity(({ method, path }) =>
      method === 'POST' && path === '/api/v1/reports'
        ? { status: 422, body: refusal('VALIDATION_FAILED', 'x', fields) }
        : null,
    )
    show(<CheckPage />)
    await submit()
    await waitFor(() => expect(goneTo()).toBe('/pages/report-new/where/index'))
    expect(useOutbox.getState().entries).toEqual([])
    expect(draftNow().text).toBe('路灯坏了一个星期。')
    cleanup()
    began(whole())
    useDraft.getState().refuse(fields)
    show(<ContactPage />)
    expect(document.activeElement?.textContent).toContain('格式不对')
  })

  it('waits in the outbox without a network, and shows the receipt once it is out', async () => {
    let isDown = true
    playCity(({ method, path }) => {
      if (method !== 'POST' || path !== '/api/v1/reports') return null
      return isDown
        ? new TypeError('Failed to fetch')
        : { status: 201, body: { report: lamp(), queryCode: 'ABCD2345' } }
    })
    show(<CheckPage />)
    await submit()
    await waitFor(() => expect(useOutbox.getState().entries[0]?.status).toBe('waiting'))
    const key = useOutbox.getState().entries[0]?.key ?? ''
    cleanup()
    show(<DonePage />, { key })
    expect(screen.getByRole('heading', { name: '写好了，等着发出' })).toBeTruthy()
    expect(await axeViolations()).toEqual([])
    isDown = false
    press('现在发送')
    await waitFor(() => expect(useReceipts.getState().receipts).toHaveLength(1))
  })

  it('opened without a draft it is no dead end', () => {
    began()
    show(<StrictMode>{<CheckPage />}</StrictMode>)
    expect(screen.getByRole('link', { name: '写一份反映' })).toBeTruthy()
  })
})
