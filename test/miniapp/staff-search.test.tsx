import { cleanup, configure, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { queryClient } from '@/api/query-client'
import { speak } from '@/locale/translate'
import InboxPage from '@/staff/pages/inbox/index'
import { choiceOf, NO_FILTER, phoneIn } from '@/staff/state/report-filter'
import { showPage } from '../support/at-the-desk.tsx'
import { axeViolations } from '../support/axe'
import { accounts, NOW, rowOf } from '../support/staff-answers.ts'
import { mendJsdom, signInAs, staffCity, type StaffCity } from '../support/staff-city.ts'

let city: StaffCity

beforeAll(() => {
  mendJsdom()
  configure({ asyncUtilTimeout: 4000 })
})
beforeEach(async () => {
  await speak('zh-hans')
  localStorage.clear()
  queryClient.clear()
  city = staffCity()
  city.on('GET /api/v1/reports', () => ({ body: { items: [rowOf()], nextCursor: null } }))
  city.on('GET /api/v1/districts', () => ({ body: { items: [{ code: '440104', name: '越秀区' }] } }))
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

async function openAll(account: Parameters<typeof signInAs>[0]): Promise<void> {
  signInAs(account)
  showPage(InboxPage)
  fireEvent.click(await screen.findByRole('tab', { name: /^(全部|本站的件)/ }))
  await screen.findByRole('searchbox', { name: '搜索' })
}

const search = (words: string) =>
  fireEvent.change(screen.getByRole('searchbox', { name: '搜索' }), { target: { value: words } })
const asked = () => {
  const last = city.sent.findLast(({ path }) => path === '/api/v1/reports')
  return Object.fromEntries(last?.search ?? [])
}

it('everything is searched by words, by place and by day', async () => {
  await openAll(accounts.station)
  search('路灯')
  fireEvent.change(screen.getByLabelText('区'), { target: { value: '440104' } })
  fireEvent.change(screen.getByLabelText(/从哪一天提交/), { target: { value: '2026-11-01' } })
  fireEvent.change(screen.getByLabelText(/到哪一天/), { target: { value: '2026-11-23' } })
  await waitFor(() =>
    expect(asked()).toEqual({
      scope: 'visible',
      sort: 'new',
      limit: '50',
      q: '路灯',
      district: '440104',
      from: '2026-11-01T00:00:00+08:00',
      to: '2026-11-23T23:59:59.999+08:00',
    }),
  )
  expect(await axeViolations()).toEqual([])
  fireEvent.click(screen.getByRole('button', { name: '清除条件' }))
  expect(screen.getByRole<HTMLInputElement>('searchbox', { name: '搜索' }).value).toBe('')
  await waitFor(() => expect(screen.queryByRole('button', { name: '清除条件' })).toBeNull())
})

it('conditions that are asked for every day are kept, chosen by one press, and thrown away', async () => {
  city.on('POST /api/v1/reports/counts', () => ({
    body: { at: NOW, counts: [{ value: 12, capped: false }] },
  }))
  await openAll(accounts.station)
  search('路灯')
  fireEvent.change(screen.getByLabelText('区'), { target: { value: '440104' } })
  fireEvent.click(screen.getByLabelText('只看超期的'))
  fireEvent.click(await screen.findByRole('button', { name: '存下这个条件' }))
  cleanup()
  await openAll(accounts.station)
  const name = '路灯 · 越秀区 · 只看超期的'
  fireEvent.click(await screen.findByRole('button', { name: `${name}（12）` }))
  await waitFor(() => expect(asked()).toMatchObject({ q: '路灯', district: '440104', overdue: 'true' }))
  expect(city.sent.filter(({ path }) => path.endsWith('/counts')).map(({ body }) => body)).toContainEqual({
    lists: [{ scope: 'visible', q: '路灯', district: '440104', overdue: 'true' }],
  })
  fireEvent.click(screen.getByRole('button', { name: '整理' }))
  fireEvent.click(screen.getByRole('button', { name: `删除“${name}”` }))
  expect(screen.queryByRole('button', { name: new RegExp(name) })).toBeNull()
})

it('a caller’s number is looked for on purpose only, and once', async () => {
  city.on('POST /api/v1/reports/by-contact', () => ({
    body: { items: [rowOf({ number: '26112300000001', text: '来电人的一件' })], nextCursor: null },
  }))
  await openAll(accounts.station)
  search('138 0013 8000')
  expect(await screen.findByText('按反映人的手机号找')).toBeTruthy()
  expect(city.posts()).toEqual([])
  fireEvent.click(screen.getByRole('button', { name: '找一找' }))
  expect(await screen.findByText('来电人的一件')).toBeTruthy()
  expect(screen.getByText('这个号码的反映有 1 件。')).toBeTruthy()
  expect(city.posts().map(({ body }) => body)).toEqual([{ phone: '13800138000' }])
})

it('a deputy is not offered what only offices may do', async () => {
  await openAll(accounts.deputy)
  search('13800138000')
  await waitFor(() => expect(asked()).toMatchObject({ q: '13800138000' }))
  expect(screen.queryByText('按反映人的手机号找')).toBeNull()
})

it('knows a mobile number from a report’s number, and counts the last day whole', () => {
  expect(phoneIn('+86 138-0013-8000')).toBe('13800138000')
  expect(phoneIn('26112348291753')).toBeNull()
  expect(choiceOf({ ...NO_FILTER, to: '2026-11-23' })).toMatchObject({
    from: '',
    to: '2026-11-23T23:59:59.999+08:00',
  })
})
