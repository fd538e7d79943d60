import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ReactNode } from 'react'
import { queryClient } from '@/api/query-client'
import { speak } from '@/locale/translate'
import InboxPage from '@/staff/pages/inbox/index'
import MyRecordPage from '@/staff/pages/my-record/index'
import ProblemsPage from '@/staff/pages/problems/index'
import type { DeputyRecord } from '../../shared/contract/deputy-record.ts'
import type { ProblemNote } from '../../shared/contract/problem-note.ts'
import { axeViolations } from '../support/axe'
import { accounts, answerOf, NOW, NUMBER, rowOf } from '../support/staff-answers.ts'
import { mendJsdom, refusal, signInAs, staffCity, type StaffCity } from '../support/staff-city.ts'
import { setQuery } from '../support/taro-stub'

let city: StaffCity
const list = (...items: object[]) => ({ body: { items, nextCursor: null } })

const note = (changes: Partial<ProblemNote> = {}): ProblemNote => ({
  id: 'ABCD2345',
  text: '这一带路灯反复坏。',
  category: { code: 'street-lighting', name: '路灯不亮' },
  district: { code: '440104', name: '越秀区' },
  reports: [{ number: NUMBER, text: '路灯坏了。' }],
  createdAt: NOW,
  outcome: 'waiting',
  topic: null,
  ...changes,
})

beforeAll(() => {
  mendJsdom()
  configure({ asyncUtilTimeout: 4000 })
})
beforeEach(async () => {
  await speak('zh-hans')
  localStorage.clear()
  setQuery({})
  signInAs(accounts.deputy)
  city = staffCity()
  city.on('GET /api/v1/problem-notes', () => list())
  city.on('GET /api/v1/reports', () => list(rowOf({ text: '巷口路灯不亮。' })))
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const show = (page: ReactNode) =>
  render(<QueryClientProvider client={queryClient}>{page}</QueryClientProvider>)

describe('a deputy’s desk', () => {
  it('asks for each list as it is named', async () => {
    show(<InboxPage />)
    const asked = async (tab: string) => {
      fireEvent.click(await screen.findByRole('tab', { name: tab }))
      await screen.findByText('巷口路灯不亮。')
      const last = city.sent.findLast(({ path }) => path === '/api/v1/reports')
      return Object.fromEntries(last?.search ?? [])
    }
    expect(await asked('待我复核')).toMatchObject({ scope: 'inbox', state: 'in_review' })
    expect(await asked('待我答复')).toMatchObject({ scope: 'inbox', state: 'assigned,in_progress' })
    expect(await asked('我的随手拍')).toMatchObject({ scope: 'mine' })
    expect(await asked('本站的件')).toMatchObject({ scope: 'visible' })
    expect(await asked('我关注的')).toMatchObject({ scope: 'watched' })
    expect(await axeViolations()).toEqual([])
  })

  it('says of an empty list what would be in it', async () => {
    city.on('GET /api/v1/reports', () => list())
    show(<InboxPage />)
    expect(await screen.findByText('没有等您复核的件')).toBeTruthy()
    fireEvent.click(screen.getByRole('tab', { name: '我关注的' }))
    expect(await screen.findByText('您还没有关注的件')).toBeTruthy()
  })
})

describe('common problems', () => {
  it('sends words, kind and reports, once, and shows what became of each', async () => {
    city.on('GET /api/v1/problem-notes', () =>
      list(
        note({
          outcome: 'topic',
          topic: { title: '文明路照明', state: 'closed', answer: '线路已全部更换。' },
        }),
        note({ id: 'EFGH2345', outcome: 'dismissed', reports: [] }),
      ),
    )
    let network: 'lost' | 'there' = 'lost'
    city.on('POST /api/v1/problem-notes', () =>
      network === 'lost' ? 'offline' : { status: 201, body: { id: 'JKLM2345', createdAt: NOW } },
    )
    setQuery({ report: NUMBER })
    city.on(`GET /api/v1/reports/${NUMBER}`, () => ({ body: answerOf({}, []) }))
    show(<ProblemsPage />)
    expect(await screen.findByText('已立为专题“文明路照明”，一起督办。')).toBeTruthy()
    expect(screen.getByText('专题的答复：线路已全部更换。')).toBeTruthy()
    expect(screen.getByText('暂不立题')).toBeTruthy()
    // The report that led here is ticked, and its kind is chosen.
    const ticked = await screen.findByRole<HTMLInputElement>('checkbox', { name: /巷口路灯不亮/ })
    expect(ticked.checked).toBe(true)
    const kind = screen.getByLabelText<HTMLSelectElement>('是哪一类')
    await waitFor(() => expect(kind.value).toBe('street-lighting'))
    expect(await axeViolations()).toEqual([])
    fireEvent.click(screen.getByRole('button', { name: '写给人大督办' }))
    expect(await screen.findByRole('link', { name: '请写一句，至少 5 个字' })).toBeTruthy()
    expect(city.posts()).toEqual([])
    fireEvent.change(screen.getByLabelText('是什么共性问题'), { target: { value: '这一带路灯反复坏。' } })
    fireEvent.click(screen.getByRole('button', { name: '写给人大督办' }))
    await waitFor(() => expect(city.posts()).toHaveLength(1))
    expect(localStorage.getItem('mashang.staff.problem')).toContain('路灯反复坏')
    network = 'there'
    await waitFor(() =>
      expect(screen.getByRole('button', { name: '写给人大督办' }).getAttribute('aria-busy')).not.toBe('true'),
    )
    fireEvent.click(screen.getByRole('button', { name: '写给人大督办' }))
    expect(await screen.findByText('已写给人大督办')).toBeTruthy()
    const [first, second] = city.posts()
    expect(second).toMatchObject({ key: first?.key, body: first?.body })
    expect(second?.body).toEqual({
      text: '这一带路灯反复坏。',
      categoryCode: 'street-lighting',
      reportNumbers: [NUMBER],
    })
    expect(localStorage.getItem('mashang.staff.problem')).toBeNull()
  })

  it('shows the server’s words at the field they are about', async () => {
    city.on('POST /api/v1/problem-notes', () =>
      refusal(422, 'VALIDATION_FAILED', '有几处需要改', { fields: { reportNumbers: '没有这一件' } }),
    )
    show(<ProblemsPage />)
    fireEvent.change(await screen.findByLabelText('是什么共性问题'), {
      target: { value: '这一带路灯反复坏。' },
    })
    fireEvent.click(await screen.findByRole('checkbox', { name: /巷口路灯不亮/ }))
    fireEvent.click(screen.getByRole('button', { name: '写给人大督办' }))
    expect(await screen.findByRole('link', { name: '没有这一件' })).toBeTruthy()
  })

  it('is for deputies', async () => {
    signInAs(accounts.supervisor)
    show(<ProblemsPage />)
    expect(await screen.findByText('这一页是人大代表用的')).toBeTruthy()
  })
})

const months = (filed: number) =>
  Array.from({ length: 12 }, (_, index) => ({
    month: `2026-${String(index + 1).padStart(2, '0')}`,
    filed: index === 10 ? filed : 0,
    watched: 0,
    reviewed: 0,
    answered: 0,
  }))

const record = (changes: Partial<DeputyRecord> = {}): DeputyRecord => ({
  year: 2026,
  years: [2026, 2025],
  name: '石彩盈',
  station: { number: '0001', name: '北京街联络站' },
  total: { filed: 1, watched: 0, reviewed: 1, answered: 0 },
  months: months(1),
  outcomes: { answered: 1, underWay: 0, ended: 0 },
  reports: [
    {
      number: NUMBER,
      text: '惠福东路路灯不亮。',
      category: { code: 'street-lighting', name: '路灯不亮' },
      state: 'answered',
      round: 1,
      did: ['filed', 'reviewed'],
      at: NOW,
      answer: '已换灯泡。',
      solved: true,
    },
  ],
  notes: [note()],
  madeAt: NOW,
  ...changes,
})

describe('the record of the year', () => {
  it('is a document: who, what by month with its table, and what changed', async () => {
    city.on('GET /api/v1/my-record', ({ search }) => ({
      body: search.get('year') === '2025' ? record({ year: 2025, reports: [], notes: [] }) : record(),
    }))
    const print = vi.spyOn(window, 'print').mockImplementation(() => undefined)
    show(<MyRecordPage />)
    expect(await screen.findByText('石彩盈代表 2026年履职记录')).toBeTruthy()
    expect(screen.getByText('结果：已换灯泡。')).toBeTruthy()
    expect(screen.getByText('反映人说：解决了')).toBeTruthy()
    const table = within(screen.getByRole('table', { name: '每个月' }))
    expect(table.getAllByRole('row')).toHaveLength(13)
    expect(await axeViolations()).toEqual([])
    fireEvent.click(screen.getByRole('button', { name: '打印，或存为 PDF' }))
    expect(print).toHaveBeenCalledOnce()
    fireEvent.change(screen.getByLabelText('哪一年'), { target: { value: '2025' } })
    expect(await screen.findByText('这一年还没有记录')).toBeTruthy()
    expect(await axeViolations()).toEqual([])
  })
})
