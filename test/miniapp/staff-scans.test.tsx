import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, configure, render, screen, within } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import type { StationScans } from '../../shared/contract/station-code.ts'
import { queryClient } from '@/api/query-client'
import { speak } from '@/locale/translate'
import { Scans } from '@/staff/pages/station/scans'
import { axeViolations } from '../support/axe'
import { accounts, NOW } from '../support/staff-answers.ts'
import { mendJsdom, signInAs, staffCity } from '../support/staff-city.ts'

beforeAll(() => {
  mendJsdom()
  configure({ asyncUtilTimeout: 4000 })
})
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(NOW) })
  await speak('zh-hans')
  signInAs(accounts.station)
})
afterEach(() => {
  cleanup()
  queryClient.clear()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

function show(scans: StationScans): void {
  staffCity().on('GET /api/v1/stations/0001/scans', () => ({ body: scans }))
  render(
    <QueryClientProvider client={queryClient}>
      <Scans number="0001" />
    </QueryClientProvider>,
  )
}

it('shows every day of the month, also those on which nobody came, and says what the reports count', async () => {
  const days = [
    { date: '2026-11-22', scans: 0, reports: 3 },
    { date: '2026-11-20', scans: 9, reports: 1 },
  ]
  show({ scans: 9, reports: 4, days })
  expect(await screen.findByText('扫海报 9 次；本站收到反映 4 件')).toBeTruthy()
  expect(screen.getByText(/没有扫海报、从别的入口写来的也算在内/)).toBeTruthy()
  const table = within(screen.getByRole('table', { name: /每天的扫码和反映/, hidden: true }))
  const rows = table
    .getAllByRole('row', { hidden: true })
    .map((row) => [...row.children].map((cell) => cell.textContent))
  expect(rows[0]).toEqual(['日期', '扫海报（次）', '收到反映（件）'])
  expect(rows).toHaveLength(31)
  expect(rows.slice(-4).map(([, ...numbers]) => numbers)).toEqual([
    ['9', '1'],
    ['0', '0'],
    ['0', '3'],
    ['0', '0'],
  ])
  expect(await axeViolations()).toEqual([])
})

it('asks where the poster hangs when nobody scanned it', async () => {
  show({ scans: 0, reports: 0, days: [] })
  expect(await screen.findByText(/海报是不是贴在看不见的地方/)).toBeTruthy()
  expect(screen.queryByRole('table')).toBeNull()
})
