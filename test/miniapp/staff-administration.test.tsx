import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import AccountsPage from '@/staff/pages/accounts/index'
import AuditLogPage from '@/staff/pages/audit-log/index'
import InboxPage from '@/staff/pages/inbox/index'
import { atTheDesk, showPage } from '../support/at-the-desk.tsx'
import { axeViolations } from '../support/axe'
import { accounts, NOW } from '../support/staff-answers.ts'
import { signInAs, type StaffCity } from '../support/staff-city.ts'

const PATH = '/api/v1/admin/accounts'
const admin = { id: 'a1', role: 'admin', name: '关锦添', office: null } as const
const officer = {
  id: 's1',
  role: 'station',
  username: 'he.peiyi',
  name: '何佩仪',
  office: '北京街联络站',
  stationNumber: '0001',
  disabled: false,
  invitedUntil: null,
  totp: true,
  createdAt: NOW,
}
const invitation = {
  link: 'https://city.example/staff/invitation#abc',
  qr: '<svg xmlns="http://www.w3.org/2000/svg"/>',
  expiresAt: '2026-11-30T02:00:00.000Z',
}

let city: StaffCity

atTheDesk((fresh) => {
  city = fresh
  city.on(`GET ${PATH}`, ({ search }) => ({
    body: { items: '何佩仪'.includes(search.get('q') ?? '') ? [officer] : [], nextCursor: null },
  }))
  signInAs(admin)
})

const fill = (label: string, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value } })
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))

it('an administrator begins with what they keep, not with reports', async () => {
  showPage(InboxPage)
  const tasks = await screen.findByRole('list', { name: '管理' })
  expect(
    within(tasks)
      .getAllByRole('link')
      .map((link) => link.getAttribute('href')),
  ).toEqual([
    '/staff/accounts',
    '/staff/city',
    '/staff/calendar',
    '/staff/switches',
    '/staff/retention',
    '/staff/api-keys',
    '/staff/webhooks',
    '/staff/dead-letters',
    '/staff/audit-log',
  ])
  expect(city.sent.some(({ path }) => path === '/api/v1/reports')).toBe(false)
})

it.each([
  ['accounts', AccountsPage],
  ['audit log', AuditLogPage],
])('the page of the %s is closed to everybody else, and says so', async (_, Page) => {
  signInAs(accounts.supervisor)
  showPage(Page)
  await screen.findByText('这一页只给系统管理员用')
  expect(city.sent.filter(({ path }) => path.includes('/admin/'))).toEqual([])
})

describe('accounts', () => {
  it('are found by name', async () => {
    showPage(AccountsPage)
    await screen.findByText('何佩仪')
    expect(await axeViolations()).toEqual([])
    fireEvent.change(screen.getByRole('searchbox', { name: '用户名或姓名' }), { target: { value: '无此人' } })
    await screen.findByText('没有找到账号')
    expect(city.sent.at(-1)?.search.get('q')).toBe('无此人')
  })

  it('are opened with what the role needs, and answer with a link and its code', async () => {
    city.on('GET /api/v1/admin/references/stations', () => ({
      body: { items: [{ code: '0012', name: '福源社区联络站', within: '越秀区' }] },
    }))
    city.on(`POST ${PATH}`, ({ body }) => ({
      status: 201,
      body: { account: { ...officer, ...body, id: 'n1' }, invitation },
    }))
    showPage(AccountsPage)
    press('开新账号')
    press('开账号')
    const summary = await screen.findByRole('alert')
    expect(
      within(summary)
        .getAllByRole('link')
        .map((link) => link.textContent),
    ).toEqual(['请选择身份', '请填写姓名', '请填写用户名'])
    expect(city.posts()).toEqual([])
    fireEvent.click(screen.getByRole('radio', { name: '联络站' }))
    fireEvent.change(screen.getByRole('searchbox', { name: '联络站' }), { target: { value: '福源' } })
    await waitFor(() => expect(city.sent.some(({ search }) => search.get('q') === '福源')).toBe(true))
    fireEvent.click(await screen.findByRole('button', { name: /福源社区联络站/ }))
    fill('姓名', ' 何佩仪 ')
    fill('用户名', 'He.Peiyi')
    press('开账号')
    const code = await screen.findByRole('img', { name: '启用链接的二维码' })
    expect(code.getAttribute('src')).toMatch(/^data:image\/svg\+xml,/)
    expect(screen.getByText(invitation.link)).toBeTruthy()
    expect(city.posts().at(-1)?.body).toEqual({
      role: 'station',
      username: 'he.peiyi',
      name: '何佩仪',
      stationNumber: '0012',
    })
  })

  it('lose nothing that was filled in when they are refused', async () => {
    city.on(`POST ${PATH}`, () => ({
      status: 422,
      body: {
        error: {
          code: 'VALIDATION_FAILED',
          message: '请检查',
          fields: { username: '这个用户名已经有人用了' },
          requestId: 'r',
        },
      },
    }))
    showPage(AccountsPage)
    press('开新账号')
    fireEvent.click(screen.getByRole('radio', { name: '系统管理员' }))
    fill('姓名', '关锦添')
    fill('用户名', 'admin.demo')
    press('开账号')
    expect((await screen.findAllByText('这个用户名已经有人用了')).length).toBeGreaterThan(0)
    expect(screen.getByRole('textbox', { name: '姓名' })).toHaveProperty('value', '关锦添')
  })

  it('are closed only after a second look', async () => {
    city.on(`PATCH ${PATH}/s1`, ({ body }) => ({ body: { account: { ...officer, ...body } } }))
    showPage(AccountsPage)
    fireEvent.click(await screen.findByText('何佩仪'))
    press('停用账号')
    expect(screen.getByText(/马上退出登录/)).toBeTruthy()
    press('取消')
    expect(city.sent.some(({ method }) => method === 'PATCH')).toBe(false)
    press('停用账号')
    press('停用账号')
    await screen.findByRole('button', { name: '重新启用' })
    expect(city.sent.find(({ method }) => method === 'PATCH')?.body).toEqual({ disabled: true })
  })

  it('give a new link when the password is reset', async () => {
    city.on(`PATCH ${PATH}/s1`, () => ({ body: { account: officer, invitation } }))
    showPage(AccountsPage)
    fireEvent.click(await screen.findByText('何佩仪'))
    press('重设密码')
    press('重设密码')
    await screen.findByRole('img', { name: '启用链接的二维码' })
    expect(city.sent.find(({ method }) => method === 'PATCH')?.body).toEqual({ resetPassword: true })
  })

  it('of one’s own offer nothing that would shut one out', async () => {
    city.on(`GET ${PATH}`, () => ({
      body: { items: [{ ...officer, id: 'a1', role: 'admin', office: null }], nextCursor: null },
    }))
    showPage(AccountsPage)
    fireEvent.click(await screen.findByText('何佩仪'))
    await screen.findByText(/这是您自己的账号/)
    expect(screen.queryByRole('button', { name: '停用账号' })).toBeNull()
  })
})
