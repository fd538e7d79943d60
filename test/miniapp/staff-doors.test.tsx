import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { ComponentType } from 'react'
import { describe, expect, it } from 'vitest'
import { formatReportNumber } from '@shared/domain/receipt.ts'
import ApiKeysPage from '@/staff/pages/api-keys/index'
import WebhooksPage from '@/staff/pages/webhooks/index'
import { atTheDesk, showPage } from '../support/at-the-desk.tsx'
import { axeViolations } from '../support/axe'
import { NOW } from '../support/staff-answers.ts'
import { refusal, signInAs, type StaffCity } from '../support/staff-city.ts'

const KEYS = '/api/v1/admin/api-keys'
const HOOKS = '/api/v1/admin/webhooks'
const apiKey = {
  id: 'k1',
  prefix: 'mk_Ab3dE',
  name: '随手报',
  contact: '020-12345678',
  perDay: 200,
  asksConsent: false,
  usedToday: 3,
  lastUsedOn: '2026-11-22',
  createdAt: NOW,
  revokedAt: null,
}
const webhook = {
  id: 'w1',
  name: '12345 热线',
  url: 'https://12345.example.gov.cn/mashang',
  events: ['submit', 'assign'],
  districtCode: null,
  bodyCode: null,
  districtName: null,
  bodyName: null,
  paused: false,
  createdAt: NOW,
  waiting: 2,
  dead: 1,
  lastDeliveredAt: null,
  lastError: 'http 503',
}

let city: StaffCity

atTheDesk((fresh) => {
  city = fresh
  city.on(`GET ${KEYS}`, () => ({ body: { items: [apiKey] } }))
  city.on(`GET ${HOOKS}`, () => ({ body: { items: [webhook] } }))
  city.on('GET /api/v1/admin/references/bodies', () => ({
    body: { items: [{ code: 'yx-lamps', name: '越秀区照明所', within: '越秀区' }] },
  }))
  city.on('GET /api/v1/districts', () => ({ body: { items: [{ code: '440104', name: '越秀区' }] } }))
  signInAs({ id: 'a1', role: 'admin', name: '关锦添', office: null })
})

function show(Page: ComponentType) {
  showPage(Page)
}
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })
const sentTo = (call: string) =>
  city.sent.filter(({ method, path }) => `${method} ${path}` === call).map(({ body }) => body)

describe('API keys', () => {
  it('are issued, and shown this once to be copied', async () => {
    const copied: string[] = []
    const clipboard = { writeText: async (text: string) => void copied.push(text) }
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true })
    city.on(`POST ${KEYS}`, () => ({ status: 201, body: { apiKey, key: 'mk_Ab3dE-the-whole-key' } }))
    show(ApiKeysPage)
    await screen.findByText('随手报')
    press('发放密钥')
    type('名称', '随手报')
    type('联系人', '020-12345678')
    type('每天最多几件', '50')
    fireEvent.click(screen.getByLabelText('这个应用会询问市民是否同意公开'))
    expect(await axeViolations()).toEqual([])
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '发放密钥' }))
    expect(await screen.findByText('mk_Ab3dE-the-whole-key')).toBeTruthy()
    expect(sentTo(`POST ${KEYS}`)).toEqual([
      { name: '随手报', contact: '020-12345678', perDay: 50, asksConsent: true },
    ])
    press('复制')
    expect(await screen.findByRole('button', { name: '已复制' })).toBeTruthy()
    expect(copied).toEqual(['mk_Ab3dE-the-whole-key'])
    // Closed and opened again, it is nowhere any more.
    press('关闭')
    fireEvent.click(screen.getByRole('button', { name: /随手报/ }))
    await screen.findByRole('dialog', { name: '随手报' })
    expect(screen.queryByText('mk_Ab3dE-the-whole-key')).toBeNull()
  })

  it('keep what was typed when something is wrong with it', async () => {
    const wrong = { fields: { perDay: '不能小于 1' } }
    city.on(`POST ${KEYS}`, () => refusal(422, 'VALIDATION_FAILED', '有几处需要改一下', wrong))
    show(ApiKeysPage)
    await screen.findByText('随手报')
    press('发放密钥')
    type('名称', '新的应用')
    type('每天最多几件', '0')
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '发放密钥' }))
    expect((await screen.findAllByText('不能小于 1')).length).toBeGreaterThan(0)
    expect(screen.getByLabelText<HTMLInputElement>('名称').value).toBe('新的应用')
  })

  it('are revoked after one more question', async () => {
    const revoked = { ...apiKey, revokedAt: NOW }
    city.on(`PATCH ${KEYS}/k1`, () => ({ body: revoked }))
    show(ApiKeysPage)
    fireEvent.click(await screen.findByRole('button', { name: /随手报.*今天 3 \/ 200 件/ }))
    press('停用密钥')
    expect(sentTo(`PATCH ${KEYS}/k1`)).toEqual([])
    expect(screen.getByText(/停用“随手报”的密钥？/)).toBeTruthy()
    city.on(`GET ${KEYS}`, () => ({ body: { items: [revoked] } }))
    press('停用密钥')
    expect(await screen.findByText('已停用')).toBeTruthy()
    expect(sentTo(`PATCH ${KEYS}/k1`)).toEqual([{ revoked: true }])
    expect(screen.queryByRole('button', { name: '停用密钥' })).toBeNull()
  })
})

describe('webhooks', () => {
  it('are added with what they are told, and their secret is shown this once', async () => {
    city.on(`POST ${HOOKS}`, () => ({ status: 201, body: { webhook, secret: 'whsec_secret' } }))
    show(WebhooksPage)
    expect(await screen.findByText('1 条未送达 · 2 条待发')).toBeTruthy()
    press('添加地址')
    type('名称', '12345 热线')
    type('地址', webhook.url)
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '添加地址' }))
    expect((await screen.findAllByText('请至少选一项')).length).toBeGreaterThan(0)
    fireEvent.click(screen.getByLabelText('关注、督办、解除'))
    await screen.findByRole('option', { name: '越秀区' })
    type('哪个区', '440104')
    // A body is found by its name; nobody types its code.
    press('修改 哪个承办单位')
    type('哪个承办单位 (选填)', '照明')
    await waitFor(() => expect(city.sent.some(({ search }) => search.get('q') === '照明')).toBe(true))
    fireEvent.click(await screen.findByRole('button', { name: /越秀区照明所/ }))
    await waitFor(() => expect(document.activeElement?.id).toBe('hook-bodyCode'))
    expect(await axeViolations()).toEqual([])
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '添加地址' }))
    expect(await screen.findByText('whsec_secret')).toBeTruthy()
    expect(sentTo(`POST ${HOOKS}`)).toEqual([
      {
        name: '12345 热线',
        url: webhook.url,
        events: ['watch', 'order', 'lift'],
        districtCode: '440104',
        bodyCode: 'yx-lamps',
      },
    ])
  })

  it('say what goes wrong, are paused after a question, and keep events that make no whole group', async () => {
    const whose = { districtCode: '440104', districtName: '越秀区' }
    let now: object = { ...webhook, ...whose, bodyCode: 'yx-lamps', bodyName: '越秀区照明所' }
    city.on(`GET ${HOOKS}`, () => ({ body: { items: [now] } }))
    city.on(`PATCH ${HOOKS}/w1`, ({ body }) => {
      now = { ...now, ...(body as object) }
      return { body: { webhook: now } }
    })
    show(WebhooksPage)
    fireEvent.click(await screen.findByRole('button', { name: /12345 热线/ }))
    expect(await screen.findByText('对方应答 503')).toBeTruthy()
    expect(screen.getByText('收到反映 · 交办')).toBeTruthy()
    expect(screen.getByText('越秀区 · 越秀区照明所')).toBeTruthy()
    expect(screen.getAllByText('目前只选了其中 1 项')).toHaveLength(2)
    fireEvent.click(screen.getByLabelText('公开和撤下'))
    press('保存')
    await screen.findAllByText('已保存，马上生效。')
    expect(sentTo(`PATCH ${HOOKS}/w1`)[0]).toMatchObject({
      events: ['submit', 'assign', 'publish', 'unpublish', 'redact'],
    })
    press('暂停推送')
    expect(screen.getByText(/暂停向“12345 热线”推送？/)).toBeTruthy()
    press('暂停推送')
    await screen.findAllByText('已暂停。')
    expect(sentTo(`PATCH ${HOOKS}/w1`)[1]).toEqual({ paused: true })
    expect(await screen.findByRole('button', { name: '恢复推送' })).toBeTruthy()
  })

  it('show what was sent, and send again what never arrived: one, or all of them', async () => {
    const delivery = {
      id: 'webhook-7',
      reportNumber: '26112904829175',
      action: 'assign',
      seq: 2,
      state: 'dead',
      attempts: 7,
      createdAt: NOW,
      deliveredAt: null,
      nextAttemptAt: null,
      lastError: 'timeout',
    }
    const title = `交办 ${formatReportNumber(delivery.reportNumber)}`
    const waiting = { ...delivery, id: 'webhook-8', action: 'sign', state: 'waiting', attempts: 1 }
    let items = [{ ...waiting, nextAttemptAt: NOW }, delivery]
    let now = webhook
    city.on(`GET ${HOOKS}`, () => ({ body: { items: [now] } }))
    city.on(`GET ${HOOKS}/w1/deliveries`, () => ({ body: { items, nextCursor: null } }))
    const revive = () => {
      items = items.map((one) => ({ ...one, state: 'waiting' }))
      now = { ...now, dead: 0 }
    }
    city.on('PATCH /api/v1/admin/dead-letters/webhook-7', () => {
      revive()
      return { body: { id: 'webhook-7' } }
    })
    show(WebhooksPage)
    fireEvent.click(await screen.findByRole('button', { name: /12345 热线/ }))
    expect(await screen.findByText(title)).toBeTruthy()
    expect(screen.getByText(/试了 7 次 · 对方五秒内没有应答/)).toBeTruthy()
    expect(screen.getByText(/再试$/)).toBeTruthy()
    expect(screen.getByText(/有 1 条试了多次没有送到/)).toBeTruthy()
    expect(await axeViolations()).toEqual([])
    press(`重新推送 ${title}`)
    await screen.findAllByText('已放回队列，马上重新推送。')
    expect(sentTo('PATCH /api/v1/admin/dead-letters/webhook-7')).toEqual([{ retry: true }])
    await waitFor(() => expect(screen.queryByRole('button', { name: '全部重新推送' })).toBeNull())
    expect(screen.queryByRole('button', { name: /^重新推送/ })).toBeNull()

    now = webhook
    items = [delivery]
    city.on(`PATCH ${HOOKS}/w1`, () => {
      revive()
      return { body: { webhook: now } }
    })
    press('关闭')
    fireEvent.click(screen.getByRole('button', { name: /12345 热线/ }))
    fireEvent.click(await screen.findByRole('button', { name: '全部重新推送' }))
    await screen.findAllByText('已放回队列，马上重新推送。')
    expect(sentTo(`PATCH ${HOOKS}/w1`)).toEqual([{ replay: true }])
    await waitFor(() => expect(screen.queryByRole('button', { name: '全部重新推送' })).toBeNull())
  })

  it('are tried, and say how the other side took it', async () => {
    city.on(`GET ${HOOKS}/w1/deliveries`, () => ({ body: { items: [], nextCursor: null } }))
    const answers = [
      { delivered: false, problem: 'http 401' },
      { delivered: true, problem: null },
    ]
    city.on(`POST ${HOOKS}/w1/test`, () => ({ body: answers.shift() }))
    show(WebhooksPage)
    fireEvent.click(await screen.findByRole('button', { name: /12345 热线/ }))
    expect(await screen.findByText('还没有推送过')).toBeTruthy()
    press('发一条测试')
    expect((await screen.findAllByText('测试没有送到：对方应答 401')).length).toBeGreaterThan(0)
    press('发一条测试')
    expect((await screen.findAllByText('测试已送到，对方收下了。')).length).toBeGreaterThan(0)
    expect(screen.queryByText(/没有送到：/)).toBeNull()
  })
})

it('neither page is for anybody but administrators', async () => {
  signInAs({ id: 's1', role: 'station', name: '何佩仪', office: '北京街联络站' })
  show(ApiKeysPage)
  expect(await screen.findByText('这一页只给系统管理员用')).toBeTruthy()
  expect(sentTo(`GET ${KEYS}`)).toEqual([])
})
