import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import MonthlyPage from '@/staff/pages/monthly/index'
import { lastDay, monthAfter, monthsUpTo } from '@/staff/state/months'
import { addCounts, figuresOf, type Counts } from '../../shared/domain/figures.ts'
import { atTheDesk, showPage } from '../support/at-the-desk.tsx'
import { axeViolations } from '../support/axe'
import { accounts } from '../support/staff-answers.ts'
import { refusal, signInAs, type StaffCity } from '../support/staff-city.ts'

let city: StaffCity
const figures = (counts: Partial<Counts>) => figuresOf({ ...addCounts([]), ...counts })
const NOVEMBER = figures({
  received: 20,
  open: 9,
  overdue: 2,
  rated: 8,
  answeredYes: 8,
  solvedYes: 6,
  satisfiedYes: 5,
  notRated: 1,
  declined: 2,
  preReviewDone: 20,
  preReviewOnTime: 19,
  bounces: 3,
})

atTheDesk((fresh) => {
  city = fresh
  city.on('GET /api/v1/districts', () => ({ body: { items: [{ code: '440104', name: '越秀区' }] } }))
  city.on('GET /api/v1/statistics', ({ search }) => {
    const whole = { period: { from: null, to: null }, ...NOVEMBER }
    const months = [
      { month: '2025-11', ...figures({ received: 12, rated: 4, satisfiedYes: 4 }) },
      { month: '2026-11', ...NOVEMBER },
    ]
    const kinds = [{ code: 'street-lighting', name: '路灯不亮', ...NOVEMBER }]
    return { body: { ...whole, series: search.get('by') === 'month' ? months : kinds } }
  })
})

function open(account: Parameters<typeof signInAs>[0] = accounts.supervisor): void {
  signInAs(account)
  showPage(MonthlyPage)
}

/** The rows of a table, cell by cell. */
function rowsOf(name: string | RegExp): string[][] {
  const table = within(screen.getByRole('table', { name }))
  return table
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map((cell) => cell.textContent ?? ''))
}

it('gives every rate with both of its numbers, and what is in none', async () => {
  open()
  await screen.findByRole('region', { name: '全市民意办理月报（2026年11月）' })
  expect(rowsOf('二、三率：答复、解决、满意')).toEqual([
    ['答复率', '8', '8', '100%'],
    ['解决率', '6', '8', '75%'],
    ['满意率', '5', '8', '62.5%'],
  ])
  expect(rowsOf('没有算进三率的')).toEqual([
    ['不予受理', '2'],
    ['反映人撤回', '0'],
    ['已并案', '0'],
    ['到期未评价', '1'],
    ['已答复、等评价', '0'],
  ])
  expect(rowsOf('三、各步是否按时')[0]).toEqual(['预审', '19', '20', '95%'])
  expect(screen.getByText(/还没走完的 9 件不在里面，其中 2 件已经逾期/)).toBeTruthy()
  expect(rowsOf('没有算进按时率的：还没走完的')).toEqual([
    ['还在期限内', '7'],
    ['已经逾期', '2'],
  ])
  expect(screen.getByText(/收到反映 20 件。到现在还有 9 件没有办结，其中 2 件已过/)).toBeTruthy()
  expect(await axeViolations()).toEqual([])
})

it('stands beside its own past alone: the month before, the year before', async () => {
  open()
  await screen.findByRole('region', { name: /民意办理月报/ })
  const past = rowsOf('五、和自己的过去比')
  expect(past[0]).toEqual(['收到（件）', '20', '0', '12'])
  expect(past[3]).toEqual(['满意率', '62.5% (5/8)', '– (0/0)', '100% (4/4)'])
  expect(rowsOf('近 13 个月收到的件数')).toHaveLength(13)
  // A month in which nobody rated is empty, not nought.
  expect(rowsOf('满意率').at(-1)).toEqual(['2026年11月', '62.5%', '100%'])
  expect(rowsOf('满意率').at(-2)).toEqual(['2026年10月', '–', '–'])
})

it('asks for the chosen month and district, two years back', async () => {
  open()
  await screen.findByRole('option', { name: '越秀区' })
  fireEvent.change(screen.getByLabelText('月份'), { target: { value: '2026-02' } })
  fireEvent.change(screen.getByLabelText('区'), { target: { value: '440104' } })
  await screen.findByRole('region', { name: '越秀区民意办理月报（2026年2月）' })
  const asked = city.sent.filter(({ path }) => path === '/api/v1/statistics').slice(-2)
  expect(asked.map(({ search }) => Object.fromEntries(search))).toEqual([
    { by: 'month', from: '2024-02-01', to: '2026-02-28', district: '440104' },
    { by: 'category', from: '2026-02-01', to: '2026-02-28', district: '440104' },
  ])
})

it('is a desk’s own district, and says what to do when the figures do not come', async () => {
  city.on('GET /api/v1/statistics', () => refusal(500, 'INTERNAL', '出了点问题'))
  open({ ...accounts.supervisor, district: { code: '440104', name: '越秀区' } })
  expect(await screen.findByRole('button', { name: '再试一次' }, { timeout: 8000 })).toBeTruthy()
  expect(screen.queryByLabelText('区')).toBeNull()
  await waitFor(() =>
    expect(city.sent.findLast(({ path }) => path === '/api/v1/statistics')?.search.get('district')).toBe(
      '440104',
    ),
  )
}, 15_000)

it('counts months over the turn of a year', () => {
  expect(monthAfter('2026-01', -1)).toBe('2025-12')
  expect(monthAfter('2025-12', 1)).toBe('2026-01')
  expect(monthsUpTo('2026-02', 4)).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
  expect([lastDay('2024-02'), lastDay('2026-02'), lastDay('2026-12')]).toEqual([
    '2024-02-29',
    '2026-02-28',
    '2026-12-31',
  ])
})
