import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ReportPersonalData } from '../../shared/contract/personal-data.ts'
import { queryClient } from '@/api/query-client'
import { speak } from '@/locale/translate'
import ReportPage from '@/pages/report/index'
import StaffReportPage from '@/staff/pages/report/index'
import { useActionDrafts } from '@/staff/state/action-drafts'
import { useReceipts } from '@/state/receipts'
import { useSession } from '@/state/session'
import { showPage } from '../support/at-the-desk.tsx'
import { axeViolations } from '../support/axe'
import { type Asked, playCity } from '../support/resident-city.ts'
import { accounts, answerOf, NOW, NUMBER } from '../support/staff-answers.ts'
import { mendJsdom, signInAs, staffCity, type StaffCity } from '../support/staff-city.ts'
import { setQuery } from '../support/taro-stub'

const press = (name: string | RegExp, inside: HTMLElement = document.body) =>
  fireEvent.click(within(inside).getByRole('button', { name }))

beforeEach(async () => {
  mendJsdom()
  await speak('zh-hans')
  localStorage.clear()
  queryClient.clear()
  setQuery({ number: NUMBER })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('what is kept of a reporter', () => {
  const kept: ReportPersonalData = {
    number: NUMBER,
    state: 'submitted',
    createdAt: NOW,
    anonymised: false,
    contact: { name: '陈大文', phone: '13800138000' },
    text: '文明路十二号门口的路灯坏了',
    address: '文明路十二号',
    place: null,
    answers: [],
    photos: [],
    own: [],
    public: false,
    erasureAskedAt: null,
    keptDays: { contact: 180, words: 1095 },
  }
  let now: ReportPersonalData
  let asked: Asked[]

  beforeEach(() => {
    now = kept
    useSession.getState().end()
    useReceipts.setState({
      receipts: [
        {
          number: NUMBER,
          queryCode: 'ABCD2345',
          promisedAt: NOW,
          provisional: false,
          category: '路灯不亮',
          station: '北京街联络站',
          text: '路灯坏了',
          createdAt: NOW,
        },
      ],
    })
    asked = playCity(({ method, path, body }) => {
      if (path.endsWith('/personal-data')) return { body: now }
      if (path.endsWith('/erasure')) {
        const { scope } = JSON.parse(body ?? '{}')
        now = { ...now, contact: null, ...(scope === 'all' && { erasureAskedAt: NOW }) }
        return { body: { contact: 'erased', words: scope === 'all' ? 'waiting' : 'kept' } }
      }
      return method === 'GET' && path.includes(NUMBER)
        ? { body: { ...answerOf({}, []), view: 'reporter' } }
        : null
    })
  })

  async function open(): Promise<HTMLElement> {
    showPage(ReportPage)
    const card = await screen.findByRole('region', { name: '我的个人信息' })
    press('查看留存了什么', card)
    await within(card).findByText('陈大文 13800138000')
    return card
  }

  it('is shown to whoever holds the query code, with how long it is kept', async () => {
    const card = await open()
    expect(within(card).getByText(/联系方式保存 180 天/)).toBeTruthy()
    const call = asked.find(({ path }) => path.endsWith('/personal-data'))
    expect(call?.headers['X-Query-Code']).toBe('ABCD2345')
    expect(await axeViolations()).toEqual([])
  })

  it('is erased after a second question only: the contact at once, the rest when the report is over', async () => {
    const card = await open()
    press('删除联系方式', card)
    expect(asked.some(({ path }) => path.endsWith('/erasure'))).toBe(false)
    press('确认删除')
    expect(await within(card).findByText('联系方式已删除。')).toBeTruthy()
    expect(within(card).queryByText(/13800138000/)).toBeNull()
    press('删除全部个人信息', card)
    press('确认删除')
    expect(await within(card).findByText('联系方式已删除，其余的办结后马上删除。')).toBeTruthy()
    expect(within(card).getByText(/要求全部删除，办结后马上删除/)).toBeTruthy()
    expect(within(card).queryByRole('button', { name: '删除全部个人信息' })).toBeNull()
    const scopes = asked
      .filter(({ path }) => path.endsWith('/erasure'))
      .map(({ body }) => JSON.parse(body ?? ''))
    expect(scopes).toEqual([{ scope: 'contact' }, { scope: 'all' }])
  })
})

describe('words that are about to be published', () => {
  let city: StaffCity

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(NOW) })
    useActionDrafts.setState({}, true)
    signInAs(accounts.station)
    city = staffCity()
    const text = '路灯坏了，请打 13800138000，车牌粤A12345 挡着。'
    const answer = answerOf({ state: 'assigned', version: 2, consentPublic: true, photos: [], text }, [
      'publish',
    ])
    city.on(`GET /api/v1/reports/${NUMBER}`, () => ({ body: answer }))
    city.on(`POST /api/v1/reports/${NUMBER}/actions`, () => ({ body: answer }))
  })

  async function openForm(): Promise<HTMLElement> {
    showPage(StaffReportPage)
    fireEvent.click(await screen.findByRole('button', { name: '其他操作' }))
    press('公开', screen.getByRole('dialog', { name: '其他操作' }))
    return screen.getByRole('dialog', { name: '公开' })
  }

  const words = (form: HTMLElement) => within(form).getByRole<HTMLTextAreaElement>('textbox').value

  it('lose a number by a press, and get it back by another', async () => {
    const form = await openForm()
    expect(words(form)).not.toContain('13800138000')
    press('恢复原文', form)
    expect(words(form)).toContain('13800138000')
    press('遮住手机号“13800138000”', form)
    expect(words(form)).not.toContain('13800138000')
    expect(words(form)).toContain('粤A12345')
    expect(await axeViolations()).toEqual([])
  })

  it('keep one only when a person says so, and that is sent along', async () => {
    const form = await openForm()
    press('恢复原文', form)
    fireEvent.click(within(form).getByRole('checkbox', { name: '我看过了，这些可以公开' }))
    press('公开', form)
    await waitFor(() =>
      expect(city.posts().at(-1)?.body).toMatchObject({
        action: 'publish',
        keepPersonal: true,
        text: expect.stringContaining('13800138000'),
      }),
    )
  })

  it('are asked again after they were changed', async () => {
    const form = await openForm()
    press('恢复原文', form)
    const keep = () =>
      within(form).getByRole<HTMLInputElement>('checkbox', { name: '我看过了，这些可以公开' })
    fireEvent.click(keep())
    expect(keep().checked).toBe(true)
    fireEvent.change(within(form).getByRole('textbox'), { target: { value: '请打 13900139000' } })
    expect(keep().checked).toBe(false)
  })
})
