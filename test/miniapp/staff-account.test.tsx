import { fireEvent, screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import AccountPage from '@/staff/pages/account/index'
import InvitationPage from '@/staff/pages/invitation/index'
import SignInPage from '@/staff/pages/sign-in/index'
import { useSession } from '@/state/session'
import { atTheDesk, showPage } from '../support/at-the-desk.tsx'
import { axeViolations } from '../support/axe'
import { accounts, NOW } from '../support/staff-answers.ts'
import { refusal, signInAs, type StaffCity } from '../support/staff-city.ts'
import { redirectTo } from '../support/taro-stub'

const GOOD = 'three kapok trees by the ferry'
const OFFER = { secret: 'MZXW6YTBOIMZXW6Y', uri: 'otpauth://totp/x', qr: '<svg/>', enrolment: 'sealed' }
const CODES = Array.from({ length: 10 }, (_, n) => `7KQ2-M9XA-0B3C-000${n}`)
const SESSION = '/api/v1/session'

let city: StaffCity

atTheDesk((fresh) => {
  redirectTo.mockClear()
  city = fresh
})

const fill = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const account = accounts.supervisor
const entered = { status: 201, body: { token: 't', account } }

describe('signing in with a second factor', () => {
  beforeEach(() => signInAs(null))

  const signIn = () => {
    showPage(SignInPage)
    fill('用户名', 'supervisor')
    fill('密码', GOOD)
    press('登录')
  }

  it('asks for a code after the password, and sends both', async () => {
    city.on(`POST ${SESSION}`, ({ body }) =>
      body?.totp === '287082'
        ? entered
        : refusal(401, body?.totp ? 'BAD_CREDENTIALS' : 'TOTP_REQUIRED', '不对'),
    )
    signIn()
    await screen.findByLabelText('动态验证码')
    expect(screen.queryByText('没有登录成功')).toBeNull()
    press('登录')
    expect(screen.getByRole('link', { name: '请填写验证码' })).toBeTruthy()
    expect(city.posts()).toHaveLength(1)
    expect(await axeViolations()).toEqual([])
    fill('动态验证码', '000000')
    press('登录')
    expect(await screen.findByText('没有登录成功')).toBeTruthy()
    fill('动态验证码', ' 287082 ')
    press('登录')
    await waitFor(() => expect(redirectTo).toHaveBeenCalled())
    expect(city.posts().at(-1)?.body).toEqual({ username: 'supervisor', password: GOOD, totp: '287082' })
    expect(useSession.getState().account).toEqual(account)
  })

  it('sets one up where the role must have it, and shows the recovery codes before it goes on', async () => {
    city.on(`POST ${SESSION}`, ({ body }) =>
      body?.totp
        ? { status: 201, body: { token: 't', account, recoveryCodes: CODES } }
        : { body: { totp: OFFER } },
    )
    signIn()
    expect(await screen.findByText('MZXW 6YTB OIMZ XW6Y')).toBeTruthy()
    expect(await axeViolations()).toEqual([])
    fill('第一个验证码', '287082')
    press('完成设置')
    expect(await screen.findByText(CODES[9] ?? '')).toBeTruthy()
    expect(city.posts().at(-1)?.body).toMatchObject({ totp: '287082', enrolment: 'sealed' })
    expect(redirectTo).not.toHaveBeenCalled()
    expect(await axeViolations()).toEqual([])
    press('我已收好，继续')
    await waitFor(() => expect(redirectTo).toHaveBeenCalled())
    expect(useSession.getState().account).toEqual(account)
  })
})

describe('an invitation', () => {
  const PATH = '/api/v1/invitations'
  const invited = {
    role: 'station',
    username: 'peiyi.ho',
    name: '何佩仪',
    office: '北京街联络站',
    needsTotp: false,
    expiresAt: NOW,
  }
  beforeEach(() => {
    signInAs(null)
    window.location.hash = 'secret-token'
    city.on(`POST ${PATH}/read`, () => ({ body: invited }))
  })

  it('shows whom it is for, judges the password while it is typed, and signs in', async () => {
    city.on(`POST ${PATH}`, () => ({ status: 201, body: { token: 't', account: accounts.station } }))
    showPage(InvitationPage)
    expect(await screen.findByText('peiyi.ho')).toBeTruthy()
    fill('新密码', 'guangzhou2026')
    expect(screen.getAllByText('不要用本市的地名').length).toBeGreaterThan(0)
    fill('新密码', 'peiyi.ho.1990')
    expect(screen.getAllByText('不要用自己的用户名、姓名或单位名').length).toBeGreaterThan(0)
    fill('新密码', GOOD)
    expect(screen.getAllByText('这个密码可以用').length).toBeGreaterThan(0)
    expect(await axeViolations()).toEqual([])
    press('启用并登录')
    await waitFor(() => expect(redirectTo).toHaveBeenCalledWith({ url: '/staff/pages/inbox/index' }))
    expect(city.posts().at(-1)?.body).toEqual({ token: 'secret-token', password: GOOD })
    expect(useSession.getState().account).toEqual(accounts.station)
  })

  it('says beside the field what the server refuses', async () => {
    city.on(`POST ${PATH}`, () =>
      refusal(422, 'VALIDATION_FAILED', '有几处要改', {
        fields: { password: '这个密码太常见了，容易被猜到' },
      }),
    )
    showPage(InvitationPage)
    await screen.findByText('peiyi.ho')
    press('启用并登录')
    expect(city.posts().map(({ path }) => path)).toEqual([`${PATH}/read`])
    fill('新密码', GOOD)
    press('启用并登录')
    expect(await screen.findByRole('link', { name: '这个密码太常见了，容易被猜到' })).toBeTruthy()
  })

  it.each(['secret-token', ''])('that is void says so and leads to the sign-in (%o)', async (token) => {
    window.location.hash = token
    city.on(`POST ${PATH}/read`, () => refusal(404, 'NOT_FOUND', '没有找到'))
    showPage(InvitationPage)
    expect(await screen.findByText('这个链接不能用了')).toBeTruthy()
    expect(screen.getByRole('link', { name: '去登录' }).getAttribute('href')).toBe('/staff/sign-in')
    expect(await axeViolations()).toEqual([])
  })
})

describe('my account', () => {
  const phone = { id: 's2', label: 'WeChat · Android', createdAt: NOW, lastSeenAt: NOW, current: false }
  let on: boolean
  beforeEach(() => {
    signInAs(accounts.station)
    on = false
    city.on(`GET ${SESSION}/totp`, () => ({ body: { on, required: false, recoveryCodesLeft: on ? 10 : 0 } }))
    const own = { ...phone, id: 's1', label: 'Chrome · Windows', current: true }
    city.on(`GET ${SESSION}/list`, () => ({ body: { items: [own, phone] } }))
  })
  const page = async () => {
    showPage(AccountPage)
    await screen.findByText('Chrome · Windows')
    await screen.findByText('没有开启')
  }

  it('has no axe violation, also with its errors', async () => {
    await page()
    expect(await axeViolations()).toEqual([])
    press('修改密码')
    expect(await screen.findByRole('link', { name: '请填写现在的密码' })).toBeTruthy()
    expect(city.posts()).toEqual([])
    expect(await axeViolations()).toEqual([])
  })

  it('changes the password, and says when the present one was wrong', async () => {
    let right = false
    city.on(`POST ${SESSION}/password`, () =>
      right ? { body: null } : refusal(401, 'BAD_CREDENTIALS', '用户名或密码不对。'),
    )
    await page()
    fill('现在的密码', 'mashang-demo')
    fill('新密码', GOOD)
    press('修改密码')
    expect(await screen.findByText('用户名或密码不对。')).toBeTruthy()
    expect(useSession.getState().account).toEqual(accounts.station)
    right = true
    press('修改密码')
    expect((await screen.findAllByText('密码已修改，其他设备都已退出登录。')).length).toBeGreaterThan(0)
    expect(city.posts().at(-1)?.body).toEqual({ current: 'mashang-demo', new: GOOD })
    expect(screen.getByLabelText<HTMLInputElement>('新密码').value).toBe('')
  })

  it('signs another device out, and all of them', async () => {
    city.on(`DELETE ${SESSION}/s2`, () => ({ body: null }))
    city.on(`DELETE ${SESSION}`, () => ({ body: null }))
    await page()
    expect(screen.queryByRole('button', { name: '退出 Chrome · Windows' })).toBeNull()
    press('退出 WeChat · Android')
    expect((await screen.findAllByText('已退出。')).length).toBeGreaterThan(0)
    press('退出其他所有设备')
    await waitFor(() => {
      const deletes = city.sent.filter(({ method }) => method === 'DELETE')
      expect(deletes.map(({ path, search }) => `${path}?${search}`)).toEqual([
        `${SESSION}/s2?`,
        `${SESSION}?all=others`,
      ])
    })
  })

  it('turns the second step on with the password and a code, and off again', async () => {
    city.on(`POST ${SESSION}/totp`, () => ({ body: { totp: OFFER } }))
    city.on(`PUT ${SESSION}/totp`, () => {
      on = true
      return { body: { recoveryCodes: CODES } }
    })
    city.on(`DELETE ${SESSION}/totp`, ({ body }) => {
      if (body?.totp !== CODES[0]) return refusal(401, 'BAD_CREDENTIALS', '用户名或密码不对。')
      on = false
      return { body: null }
    })
    await page()
    press('开启两步验证')
    const [present] = screen.getAllByLabelText('现在的密码').toReversed()
    fireEvent.change(present!, { target: { value: GOOD } })
    press('设置两步验证')
    await screen.findByText('MZXW 6YTB OIMZ XW6Y')
    fill('第一个验证码', '287082')
    press('完成设置')
    expect(await screen.findByText(CODES[0] ?? '')).toBeTruthy()
    const sent = city.sent.findLast(({ method }) => method === 'PUT')
    expect(sent?.body).toEqual({ enrolment: 'sealed', totp: '287082' })
    press('我已收好，继续')
    expect(await screen.findByText('已开启，还有 10 个恢复码')).toBeTruthy()
    press('关闭两步验证')
    fireEvent.change(screen.getAllByLabelText('现在的密码').at(-1)!, { target: { value: GOOD } })
    fill('动态验证码', CODES[0] ?? '')
    press('关闭两步验证')
    expect(await screen.findByText('没有开启')).toBeTruthy()
  })
})
