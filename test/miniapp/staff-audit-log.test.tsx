import { fireEvent, screen, waitFor } from '@testing-library/react'
import type { ComponentType } from 'react'
import { describe, expect, it } from 'vitest'
import { queryClient } from '@/api/query-client'
import AuditLogPage from '@/staff/pages/audit-log/index'
import DeadLettersPage from '@/staff/pages/dead-letters/index'
import { atTheDesk, showPage } from '../support/at-the-desk.tsx'
import { axeViolations } from '../support/axe'
import { NOW } from '../support/staff-answers.ts'
import { signInAs, type StaffCity } from '../support/staff-city.ts'

let city: StaffCity

atTheDesk((fresh) => {
  queryClient.clear()
  city = fresh
  signInAs({ id: 'a1', role: 'admin', name: '关锦添', office: null })
})

function show(Page: ComponentType) {
  showPage(Page)
}
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))

describe('the audit log', () => {
  const entry = {
    seq: 7,
    id: 'e7',
    at: NOW,
    actor: { id: 's1', role: 'station', name: '北京街联络站 何佩仪' },
    address: '203.0.113.7',
    device: 'Chrome · Windows',
    action: 'session.opened',
    subject: 'account:s1',
    detail: { factor: 'code' },
    prevHash: 'p'.repeat(64),
    hash: 'h'.repeat(64),
  }

  it('says who did what, when and from where, page by page', async () => {
    city.on('GET /api/v1/admin/audit-log', ({ search }) => ({
      body: search.get('cursor')
        ? { items: [{ ...entry, seq: 6, action: 'password.changed' }], nextCursor: null, names: {} }
        : { items: [entry], nextCursor: 'more', names: {} },
    }))
    show(AuditLogPage)
    await screen.findByText('北京街联络站 何佩仪（联络站）登录了')
    expect(screen.getByText('11月23日 10:00')).toBeTruthy()
    expect(screen.getByText('来自：203.0.113.7 · Chrome · Windows')).toBeTruthy()
    expect(await axeViolations()).toEqual([])
    press('查看更多')
    await screen.findByText('第 6 条的详情')
    expect(screen.getByText('北京街联络站 何佩仪（联络站）改了自己的密码')).toBeTruthy()
    await waitFor(() => expect(screen.queryByRole('button', { name: '查看更多' })).toBeNull())
  })

  const admin = { id: 'a1', role: 'admin', name: '关锦添' }
  const names = {
    accounts: { s1: '何佩仪' },
    stations: { '0001': '北京街联络站' },
    categories: { 'street-lighting': '路灯不亮' },
    districts: { '440104': '越秀区' },
    bodies: { 'yx-lamps': '越秀区照明所' },
    deputies: { d1: '张伟', d2: '李芳' },
    webhooks: { w1: '12345 热线' },
  }
  it.each([
    ['account.changed', 'account:s1', { disabled: true }, '关锦添（系统管理员）停用了何佩仪的账号', '停用是'],
    [
      'account.changed',
      'account:s1',
      { renamed: true },
      '关锦添（系统管理员）改了何佩仪的账号',
      '改了姓名是',
    ],
    [
      'city.changed',
      'city:routing-rules:street-lighting~440104~',
      { added: 0, changed: 1 },
      '关锦添（系统管理员）改了派单规则“路灯不亮 · 越秀区”',
      '修改几条1',
    ],
    [
      'city.changed',
      'city:limits:*~*~sign',
      { added: 0, changed: 1 },
      '关锦添（系统管理员）改了办理时限“所有类别 · 签收”',
      '新增几条0',
    ],
    ['city.changed', 'city:stations:0001', {}, '关锦添（系统管理员）改了联络站“北京街联络站”', ''],
    [
      'city.changed',
      'city:categories:street-lighting',
      { added: 0, changed: 1, before: { complexity: 'simple' }, after: { complexity: 'complex' } },
      '关锦添（系统管理员）改了类别“路灯不亮”',
      '改前 · 难易程度简单改后 · 难易程度复杂',
    ],
    ['city.exported', 'city:bodies', {}, '关锦添（系统管理员）导出了“承办单位”表', ''],
    [
      'retention.changed',
      'category:street-lighting',
      { before: { category: 'street-lighting', contactDays: 180, wordsDays: 1095 }, contactDays: 90 },
      '关锦添（系统管理员）改了类别“路灯不亮”的保存期限',
      '改前 · 联系方式保存天数180',
    ],
    [
      'station.duty-changed',
      'station:0001',
      { date: '2026-11-23', deputies: 'd1 d2' },
      '关锦添（系统管理员）改了联络站 0001 北京街联络站的代表值班表',
      '值班代表张伟、李芳',
    ],
    [
      'webhook.added',
      'webhook:w1',
      { name: '12345 热线', events: ['submit', 'assign'], districtCode: '440104', bodyCode: 'yx-lamps' },
      '关锦添（系统管理员）添加了推送地址“12345 热线”',
      '通知哪些事收到反映、交办',
    ],
    ['switch.changed', 'switch:joins', { on: false }, '关锦添（系统管理员）关闭了功能“我也遇到了”', '打开否'],
    [
      'calendar.changed',
      'calendar:2027',
      { source: '通知' },
      '关锦添（系统管理员）改了工作日历（2027 年）',
      '依据的通知通知',
    ],
    [
      'webhook.tried',
      'webhook:w1',
      { problem: 'http 503' },
      '关锦添（系统管理员）测试了推送地址“12345 热线”',
      '结果对方应答 503',
    ],
  ])('tells %s of %s as a sentence, and its details by name', async (action, subject, detail, said, fact) => {
    const one = { ...entry, actor: admin, action, subject, detail }
    city.on('GET /api/v1/admin/audit-log', () => ({ body: { items: [one], nextCursor: null, names } }))
    show(AuditLogPage)
    const row = (await screen.findByText(said)).closest('li')
    expect(row?.querySelector('dl')?.textContent ?? '').toContain(fact)
    // Codes stand in the small print alone.
    row?.querySelector('.staff-code')?.remove()
    expect(row?.textContent).not.toMatch(/street-lighting|440104|yx-lamps|[{}]|routing|[*~]/)
  })

  it('says why somebody looked at a contact, and that nobody was signed in where nobody was', async () => {
    const looked = {
      ...entry,
      action: 'contact.revealed',
      subject: 'report:26112904829175',
      detail: { reason: '约时间上门' },
    }
    const nobody = { id: null, role: 'anonymous', name: '' }
    const refused = {
      ...entry,
      seq: 6,
      actor: nobody,
      action: 'session.refused',
      subject: 'account:',
      detail: {},
    }
    city.on('GET /api/v1/admin/audit-log', () => ({
      body: { items: [looked, refused], nextCursor: null, names },
    }))
    show(AuditLogPage)
    await screen.findByText(/^北京街联络站 何佩仪（联络站）查看了反映 .*的完整联系方式$/)
    expect(screen.getByText('理由：约时间上门')).toBeTruthy()
    expect(screen.getByText('有人用不存在的用户名登录，没有成功')).toBeTruthy()
  })

  it('is narrowed to one kind of thing', async () => {
    city.on('GET /api/v1/admin/audit-log', () => ({
      body: { items: [], nextCursor: null, names: {} },
    }))
    show(AuditLogPage)
    await screen.findByText('没有这样的记录')
    const kinds = screen.getByRole('combobox', { name: '做了什么' })
    fireEvent.change(kinds, { target: { value: 'contact.revealed' } })
    await waitFor(() => expect(city.sent.at(-1)?.search.get('action')).toBe('contact.revealed'))
  })
})

describe('a notice that could not be delivered', () => {
  const letter = {
    id: 'inbox-1',
    channel: 'inbox',
    reportNumber: '26112904829175',
    recipient: 'station:0001',
    attempts: 5,
    lastError: 'timeout',
    createdAt: NOW,
    deadAt: NOW,
  }

  it('says in words how and to whom it should have gone, and why it did not', async () => {
    const hook = {
      ...letter,
      id: 'webhook-1',
      channel: 'webhook',
      recipient: 'webhook:w1',
      lastError: 'http 503',
    }
    const desk = { ...letter, id: 'inbox-2', recipient: 'desk:440104', lastError: null }
    const names = {
      stations: { '0001': '北京街联络站' },
      webhooks: { w1: '12345 热线' },
      districts: { '440104': '越秀区' },
    }
    city.on('GET /api/v1/admin/dead-letters', () => ({
      body: { items: [letter, hook, desk], nextCursor: null, names },
    }))
    show(DeadLettersPage)
    expect(await screen.findByText(/渠道：站内消息；收件：联络站 0001 北京街联络站；/)).toBeTruthy()
    expect(screen.getByText(/渠道：推送到本市系统；收件：推送地址“12345 热线”；/)).toBeTruthy()
    expect(screen.getByText(/收件：越秀区人大督办；/)).toBeTruthy()
    expect(screen.getByText('最后一次的原因：对方应答 503')).toBeTruthy()
    expect(await axeViolations()).toEqual([])
  })
})
