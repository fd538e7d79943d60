import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import OwnFiguresPage from '@/staff/pages/own-figures/index'
import { addCounts, figuresOf, type Counts } from '../../shared/domain/figures.ts'
import { atTheDesk, showPage } from '../support/at-the-desk.tsx'
import { axeViolations } from '../support/axe'
import { accounts, NOW } from '../support/staff-answers.ts'
import { signInAs, type StaffCity } from '../support/staff-city.ts'

let city: StaffCity
let overdue: number
const figures = (counts: Partial<Counts>) => figuresOf({ ...addCounts([]), ...counts })

atTheDesk((fresh) => {
  city = fresh
  overdue = 3
  city.on('POST /api/v1/reports/counts', ({ body }) => {
    const lists = (body?.lists ?? []) as { overdue?: string }[]
    const counts = lists.map((list) => ({ value: list.overdue ? overdue : 17, capped: false }))
    return { body: { at: NOW, counts } }
  })
  city.on('GET /api/v1/statistics', () => ({
    body: {
      period: { from: null, to: null },
      ...figures({}),
      series: [
        { month: '2025-10', ...figures({ received: 4, signDone: 4, signOnTime: 2 }) },
        { month: '2026-10', ...figures({ received: 9, bounces: 2, signDone: 8, signOnTime: 7 }) },
        { month: '2026-11', ...figures({ received: 5 }) },
      ],
    },
  }))
})

function open(account: Parameters<typeof signInAs>[0]): void {
  signInAs(account)
  showPage(OwnFiguresPage)
}

/** The rows of a table, cell by cell. */
function rowsOf(name: string): string[][] {
  const rows = within(screen.getByRole('table', { name, hidden: true })).getAllByRole('row', { hidden: true })
  return rows.slice(1).map((row) => [...row.children].map((cell) => cell.textContent ?? ''))
}

it('shows a body what waits, the last whole month against the limits, and each month beside the year before', async () => {
  open(accounts.body)
  const lately = within(await screen.findByRole('region', { name: '2026年10月收到的件，到今天' }))
  expect(lately.getByText('共 9 件，退单 2 次。')).toBeTruthy()
  expect(lately.getByText('7 / 8')).toBeTruthy()
  const now = within(screen.getByRole('region', { name: '现在' }))
  expect(await now.findByText('17 件在等本单位办')).toBeTruthy()
  expect(now.getByText('其中 3 件已超期，排在最前')).toBeTruthy()
  expect(rowsOf('每月收到多少件').slice(-2)).toEqual([
    ['2026年10月', '9'],
    ['2026年11月', '5'],
  ])
  // A month in which nothing was due is empty, not nought.
  expect(rowsOf('按时签收').slice(-2)).toEqual([
    ['2026年10月', '87.5%', '50%'],
    ['2026年11月', '–', '–'],
  ])
  expect(screen.queryByRole('heading', { name: '按时预审' })).toBeNull()
  expect(await axeViolations()).toEqual([])
})

it('asks for the office’s own months of two years, and for nobody else’s', async () => {
  open(accounts.body)
  await screen.findByRole('heading', { name: '按时签收' })
  const asked = city.sent.filter(({ path }) => path === '/api/v1/statistics')
  expect(asked.map(({ search }) => Object.fromEntries(search))).toEqual([
    { by: 'month', from: '2024-11-01', body: 'lamps' },
  ])
})

it('shows a station its own steps, and says when nothing is overdue', async () => {
  overdue = 0
  open(accounts.station)
  await screen.findByRole('heading', { name: '按时预审' })
  expect(await screen.findByText('没有超期的')).toBeTruthy()
  expect(screen.queryByRole('heading', { name: '按时签收' })).toBeNull()
  const asked = city.sent.find(({ path }) => path === '/api/v1/statistics')
  expect(asked?.search.get('station')).toBe('0001')
})

it('sends whoever has no office to the public figures, and asks nothing', async () => {
  open(accounts.supervisor)
  expect(await screen.findByText('这一页给联络站和承办单位用')).toBeTruthy()
  expect(city.sent.filter(({ path }) => path === '/api/v1/statistics')).toEqual([])
})
