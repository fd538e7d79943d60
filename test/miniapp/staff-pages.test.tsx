import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import InboxPage from '@/staff/pages/inbox/index'
import SignInPage from '@/staff/pages/sign-in/index'
import { nextPage } from '@/staff/pages/sign-in/next-page'
import { dueGroup } from '@/staff/state/due'
import { useSession } from '@/state/session'
import { atTheDesk, showPage } from '../support/at-the-desk.tsx'
import { axeViolations } from '../support/axe'
import { accounts, answerOf, NOW, NUMBER, rowOf } from '../support/staff-answers.ts'
import { refusal, signInAs, type StaffCity } from '../support/staff-city.ts'
import { redirectTo, reLaunch, setQuery } from '../support/taro-stub'

let city: StaffCity

atTheDesk((fresh) => {
  redirectTo.mockClear()
  reLaunch.mockClear()
  city = fresh
})

const list = (...items: unknown[]) => ({ body: { items, nextCursor: null } })
const fill = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))

describe('signing in', () => {
  beforeEach(() => signInAs(null))

  it('has no axe violation, also with its errors', async () => {
    showPage(SignInPage)
    await screen.findByText('演示城市')
    press('登录')
    expect(screen.getByRole('link', { name: '请填写用户名' })).toBeTruthy()
    expect(city.posts()).toEqual([])
    expect(await axeViolations()).toEqual([])
  })

  it('says in the server’s words what was wrong, and keeps what was typed', async () => {
    city.on('POST /api/v1/session', () => refusal(401, 'BAD_CREDENTIALS', '用户名或密码不对。'))
    showPage(SignInPage)
    fill('用户名', 'station.demo')
    fill('密码', 'wrong')
    press('登录')
    expect(await screen.findByText('用户名或密码不对。')).toBeTruthy()
    expect(screen.getByLabelText<HTMLInputElement>('用户名').value).toBe('station.demo')
    expect(screen.getByLabelText<HTMLInputElement>('密码').value).toBe('wrong')
  })

  it('goes to the inbox, or back to where one came from', async () => {
    city.on('POST /api/v1/session', () => ({ status: 201, body: { token: 't', account: accounts.station } }))
    setQuery({ next: 'staff-report', number: NUMBER })
    showPage(SignInPage)
    fireEvent.click(await screen.findByRole('button', { name: /station\.demo/ }))
    press('登录')
    await waitFor(() =>
      expect(redirectTo).toHaveBeenCalledWith({ url: `/staff/pages/report/index?number=${NUMBER}` }),
    )
    expect(city.posts()[0]?.body).toEqual({ username: 'station.demo', password: 'mashang-demo' })
  })

  it('leads nowhere but to pages of the staff', () => {
    expect(nextPage({ next: 'https://evil.example' })).toEqual({ to: 'staff-inbox' })
    expect(nextPage({})).toEqual({ to: 'staff-inbox' })
    expect(nextPage({ next: 'staff-report', number: '1' })).toEqual({
      to: 'staff-report',
      query: { number: '1' },
    })
  })

  it('shows no demonstration accounts in a real city', async () => {
    city.on('GET /api/v1/health', () => ({
      body: { status: 'ok', version: '0', checks: { database: 'ok' }, demoCity: false },
    }))
    showPage(SignInPage)
    await waitFor(() => expect(city.sent.some(({ path }) => path === '/api/v1/health')).toBe(true))
    expect(screen.queryByText('演示城市')).toBeNull()
  })

  it('tells who is signed in already', async () => {
    signInAs(accounts.station)
    showPage(SignInPage)
    expect(await screen.findByText('何佩仪')).toBeTruthy()
    press('进入工作台')
    expect(redirectTo).toHaveBeenCalledWith({ url: '/staff/pages/inbox/index' })
  })
})

describe('the inbox', () => {
  it('sends residents and strangers to the sign-in', async () => {
    signInAs({ id: 'r', role: 'resident', name: '', office: null })
    showPage(InboxPage)
    await waitFor(() =>
      expect(redirectTo).toHaveBeenCalledWith({ url: '/staff/pages/sign-in/index?next=staff-inbox' }),
    )
    expect(city.sent.some(({ path }) => path === '/api/v1/reports')).toBe(false)
  })

  it('says what must be done next, with the overdue in words', async () => {
    signInAs(accounts.station)
    const rows = [
      rowOf({ number: '1', dueAt: '2026-11-20T15:59:59.999Z', bounces: 2, round: 2, state: 'disputed' }),
      rowOf({ number: '2', dueAt: '2026-11-23T15:59:59.999Z', supervision: 'ordered', state: 'in_review' }),
      rowOf({ number: '3' }),
    ]
    city.on('GET /api/v1/reports', () => list(...rows))
    showPage(InboxPage)
    expect(await screen.findByText('请裁定由谁办 · 路灯不亮')).toBeTruthy()
    const overdue = screen.getByRole('region', { name: '已超期' })
    for (const words of ['已超 2 天', '退单 2 次', /退单待裁 · 第2次办理/])
      expect(within(overdue).getByText(words)).toBeTruthy()
    expect(within(screen.getByRole('region', { name: '今天到期' })).getByText('督办')).toBeTruthy()
    expect(within(screen.getByRole('region', { name: '三天内到期' })).getByText('还剩 1 天')).toBeTruthy()
    expect(screen.getAllByRole('link', { name: /路灯不亮/ })[0]?.getAttribute('href')).toBe(
      '/staff/report?number=1',
    )
    const asked = city.sent.find(({ path }) => path === '/api/v1/reports')?.search
    expect(Object.fromEntries(asked ?? [])).toEqual({ scope: 'inbox', sort: 'due', limit: '50' })
    expect(await axeViolations()).toEqual([])
  })

  it('says of what others have to do that it should be looked into, and who has it', async () => {
    const holder = { type: 'body', code: 'yuexiu-housing-construction', name: '越秀区住房和建设局' } as const
    signInAs(accounts.station)
    city.on('GET /api/v1/reports', () => list(rowOf({ state: 'in_progress', holder })))
    showPage(InboxPage)
    expect(await screen.findByText('请过问 · 路灯不亮')).toBeTruthy()
    expect(screen.getByText(/在越秀区住房和建设局手上/)).toBeTruthy()
  })

  it('says so when nothing waits', async () => {
    signInAs(accounts.body)
    city.on('GET /api/v1/reports', () => list())
    showPage(InboxPage)
    expect(await screen.findByText('没有等您办的件')).toBeTruthy()
    expect(screen.queryByRole('link', { name: '随手拍' })).toBeNull()
  })

  it('loads more from where the page ended', async () => {
    signInAs(accounts.station)
    city.on('GET /api/v1/reports', ({ search }) =>
      search.get('cursor') === 'c1'
        ? list(rowOf({ number: '2', text: '第二件' }))
        : { body: { items: [rowOf({ number: '1' })], nextCursor: 'c1' } },
    )
    showPage(InboxPage)
    fireEvent.click(await screen.findByRole('button', { name: '查看更多' }))
    expect(await screen.findByText('第二件')).toBeTruthy()
    await waitFor(() => expect(screen.queryByRole('button', { name: '查看更多' })).toBeNull())
    expect(screen.getByText('又加载了 1 条')).toBeTruthy()
  })

  it('narrows everything by state and by what is late', async () => {
    signInAs(accounts.station)
    city.on('GET /api/v1/reports', () => list())
    showPage(InboxPage)
    fireEvent.click(await screen.findByRole('tab', { name: '全部' }))
    fireEvent.change(await screen.findByLabelText('办理状态'), { target: { value: 'answered' } })
    fireEvent.click(screen.getByLabelText('只看超期的'))
    await waitFor(() => {
      const last = city.sent.findLast(({ path }) => path === '/api/v1/reports')?.search
      expect(Object.fromEntries(last ?? [])).toEqual({
        scope: 'visible',
        sort: 'new',
        limit: '50',
        state: 'answered',
        overdue: 'true',
      })
    })
    expect(await screen.findByText('没有符合条件的件')).toBeTruthy()
    expect(await axeViolations()).toEqual([])
  })

  it('gives a deputy the camera and the own snapshots', async () => {
    signInAs(accounts.deputy)
    city.on('GET /api/v1/reports', ({ search }) =>
      search.get('scope') === 'mine' ? list(rowOf({ channel: 'snapshot', text: '我拍的' })) : list(),
    )
    showPage(InboxPage)
    expect((await screen.findByRole('link', { name: '随手拍' })).getAttribute('href')).toBe('/staff/snapshot')
    fireEvent.click(screen.getByRole('tab', { name: '我的随手拍' }))
    expect(await screen.findByText('我拍的')).toBeTruthy()
  })

  it('says what went wrong and tries again', async () => {
    signInAs(accounts.station)
    city.on('GET /api/v1/reports', () => refusal(500, 'INTERNAL', '系统出了点问题'))
    showPage(InboxPage)
    expect(await screen.findByText('系统出了点问题')).toBeTruthy()
    city.on('GET /api/v1/reports', () => list(rowOf()))
    press('再试一次')
    expect(await screen.findByText('请预审 · 路灯不亮')).toBeTruthy()
  })

  it('asks to sign in again when the session has run out', async () => {
    signInAs(accounts.station)
    city.on('GET /api/v1/reports', () => refusal(401, 'UNAUTHENTICATED', '登录已失效'))
    showPage(InboxPage)
    const url = '/staff/pages/sign-in/index?next=staff-inbox&again=true'
    await waitFor(() => expect(redirectTo).toHaveBeenCalledWith({ url }))
    cleanup()
    setQuery({ next: 'staff-inbox', again: 'true' })
    showPage(SignInPage)
    expect(screen.getByText('登录已过期，请再登录一次。您写下的内容都还在。')).toBeTruthy()
  })

  it('tells who I am and signs out', async () => {
    signInAs(accounts.body)
    city.on('GET /api/v1/reports', () => list())
    city.on('DELETE /api/v1/session', () => ({ body: null }))
    showPage(InboxPage)
    fireEvent.click(await screen.findByRole('button', { name: '我的账号 邓兆坚' }))
    const sheet = screen.getByRole('dialog', { name: '我的账号' })
    for (const words of ['邓兆坚', '越秀区住建局', '承办单位'])
      expect(within(sheet).getByText(words)).toBeTruthy()
    expect(await axeViolations()).toEqual([])
    press('退出登录')
    await waitFor(() => expect(reLaunch).toHaveBeenCalledWith({ url: '/staff/pages/sign-in/index' }))
    expect(useSession.getState().account).toBeNull()
  })
})

describe('how soon something is due', () => {
  const now = Date.parse(NOW)
  it.each([
    ['2026-11-23T01:59:59.000Z', 'overdue'],
    ['2026-11-23T15:59:59.999Z', 'today'],
    ['2026-11-23T16:00:00.000Z', 'soon'],
    ['2026-11-26T15:59:59.999Z', 'soon'],
    ['2026-11-27T15:59:59.999Z', 'later'],
    [null, 'later'],
  ])('%s is %s', (dueAt, group) => expect(dueGroup(dueAt, now)).toBe(group))
})

describe('a wide window', () => {
  beforeEach(() => {
    const wide = { matches: true, addEventListener: () => undefined, removeEventListener: () => undefined }
    vi.stubGlobal('matchMedia', () => wide)
    signInAs(accounts.station)
    city.on('GET /api/v1/reports', () =>
      list(rowOf({ number: '11111111111111', text: '甲' }), rowOf({ text: '乙' })),
    )
    city.on(`GET /api/v1/reports/${NUMBER}`, () => ({ body: answerOf({}, ['assign', 'note']) }))
  })

  it('shows the list and the report beside each other; j, k, a and ? work', async () => {
    showPage(InboxPage)
    await screen.findByText('乙')
    expect(screen.getByText('从左边选一件，在这里办理。')).toBeTruthy()
    // The keys learn of the rows in an effect, which a busy machine runs later than the rows are seen.
    await act(async () => undefined)
    fireEvent.keyDown(document.body, { key: 'j' })
    fireEvent.keyDown(document.body, { key: 'j' })
    const detail = screen.getByRole('region', { name: '选中的件' })
    expect(await within(detail).findByRole('button', { name: '交办' })).toBeTruthy()
    expect(screen.getByRole('button', { name: /乙/ }).getAttribute('aria-pressed')).toBe('true')
    expect(await axeViolations()).toEqual([])
    fireEvent.keyDown(document.body, { key: 'Enter' })
    expect(document.activeElement).toBe(detail)
    fireEvent.keyDown(document.body, { key: 'a' })
    const form = screen.getByRole('dialog', { name: '交办' })
    // While a dialog is open the keys are the dialog's.
    fireEvent.keyDown(document.body, { key: '?' })
    expect(screen.queryByRole('dialog', { name: '键盘快捷键' })).toBeNull()
    fireEvent.click(within(form).getByRole('button', { name: '先不办' }))
    fireEvent.keyDown(document.body, { key: '?' })
    expect(screen.getByRole('dialog', { name: '键盘快捷键' })).toBeTruthy()
  })

  it('hears no keys while somebody types', async () => {
    showPage(InboxPage)
    fireEvent.click(await screen.findByRole('tab', { name: '全部' }))
    fireEvent.keyDown(await screen.findByLabelText('办理状态'), { key: 'j' })
    expect(screen.getByText('从左边选一件，在这里办理。')).toBeTruthy()
  })
})
