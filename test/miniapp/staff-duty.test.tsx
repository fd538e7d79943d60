import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { queryClient } from '@/api/query-client'
import StationPage from '@/pages/station/index'
import DutyPage from '@/staff/pages/duty/index'
import { atTheDesk, showPage } from '../support/at-the-desk.tsx'
import { axeViolations } from '../support/axe'
import { accounts, station } from '../support/staff-answers.ts'
import { signInAs, type StaffCity } from '../support/staff-city.ts'
import { setQuery } from '../support/taro-stub'

const PATH = '/api/v1/stations/0001/duty'
const MONDAY = Date.parse('2026-11-16T00:00:00Z')
let city: StaffCity
let duty: Record<string, string[]>

const roster = () => ({
  from: '2026-11-16',
  days: Array.from({ length: 14 }, (_, index) => {
    const date = new Date(MONDAY + index * 86_400_000).toISOString().slice(0, 10)
    return { date, deputyIds: duty[date] ?? [] }
  }),
})

atTheDesk((fresh) => {
  signInAs(accounts.station)
  city = fresh
  duty = { '2026-11-16': ['d-0001-01'] }
  city.on(`GET ${PATH}`, () => ({ body: roster() }))
})
const show = (Page: typeof DutyPage) => showPage(Page)

describe('the roster of a station', () => {
  it('shows two weeks; a day to come is filled in as a week before', async () => {
    city.on(`PUT ${PATH}`, ({ body }) => {
      duty[String(body?.date)] = body?.deputyIds as string[]
      return { body: roster() }
    })
    show(DutyPage)
    const today = await screen.findByRole('button', { name: /11月23日/ })
    expect(today.textContent).toContain('没有安排')
    // What is past is no button.
    expect(screen.queryByRole('button', { name: /11月16日/ })).toBeNull()
    expect(await axeViolations()).toEqual([])
    fireEvent.click(today)
    const sheet = within(screen.getByRole('dialog', { name: /11月23日/ }))
    expect(sheet.getByLabelText<HTMLInputElement>('石彩盈 · 社区医生').checked).toBe(false)
    fireEvent.click(sheet.getByRole('button', { name: '照上周同一天' }))
    expect(sheet.getByLabelText<HTMLInputElement>('石彩盈 · 社区医生').checked).toBe(true)
    expect(await axeViolations()).toEqual([])
    fireEvent.click(sheet.getByRole('button', { name: '保存' }))
    expect(await screen.findByText('值班表已保存。')).toBeTruthy()
    expect(city.sent.find(({ method }) => method === 'PUT')?.body).toEqual({
      date: '2026-11-23',
      deputyIds: ['d-0001-01'],
    })
    expect(await screen.findByRole('button', { name: /11月23日.*石彩盈/ })).toBeTruthy()
  })

  it('is the stations’ own', async () => {
    signInAs(accounts.body)
    show(DutyPage)
    expect(await screen.findByText('这一页给联络站用')).toBeTruthy()
  })
})

describe('the station’s page', () => {
  it('says who can be met today, and nothing where nobody is', async () => {
    setQuery({ code: '0001' })
    city.on('GET /api/v1/stations/0001', () => ({ body: { ...station, onDuty: ['d-0001-01'] } }))
    show(StationPage)
    const today = await screen.findByRole('region', { name: '今天值班的代表' })
    expect(within(today).getByText('石彩盈')).toBeTruthy()
    cleanup()
    queryClient.clear()
    city.on('GET /api/v1/stations/0001', () => ({ body: station }))
    show(StationPage)
    await screen.findByText('石彩盈')
    expect(screen.queryByRole('region', { name: '今天值班的代表' })).toBeNull()
  })
})
