import { act, cleanup, configure, fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { ComponentType } from 'react'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { queryClient } from '@/api/query-client'
import { speak } from '@/locale/translate'
import InboxPage from '@/staff/pages/inbox/index'
import PrintPage from '@/staff/pages/print/index'
import ReportPage from '@/staff/pages/report/index'
import { dropExport, useExportJob } from '@/staff/state/export-job'
import { useSession } from '@/state/session'
import { showPage } from '../support/at-the-desk.tsx'
import { axeViolations } from '../support/axe'
import { accounts, answerOf, NUMBER, rowOf } from '../support/staff-answers.ts'
import { mendJsdom, signInAs, staffCity, type StaffCity } from '../support/staff-city.ts'
import { navigateTo, setQuery } from '../support/taro-stub'

let city: StaffCity
let saved: string[]

beforeAll(() => {
  mendJsdom()
  configure({ asyncUtilTimeout: 4000 })
})
beforeEach(async () => {
  await speak('zh-hans')
  localStorage.clear()
  queryClient.clear()
  setQuery({})
  saved = []
  city = staffCity()
  city.on('GET /api/v1/districts', () => ({ body: { items: [{ code: '440104', name: '越秀区' }] } }))
  city.on('GET /api/v1/reports', () => ({ body: { items: rows, nextCursor: null } }))
  city.on(`GET /api/v1/reports/${NUMBER}`, () => ({ body: answerOf({}, ['note']) }))
  vi.stubGlobal('Blob', function keep(parts: string[]) {
    saved.push(parts.join(''))
  })
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
  Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => undefined })
})
afterEach(() => {
  act(dropExport)
  cleanup()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const place = { lat: 23.1255, lng: 113.2695 }
const rows = [
  rowOf({ number: NUMBER, text: '甲', place }),
  rowOf({ number: '26112348291754', text: '乙', place: { lat: 23.1455, lng: 113.2995 } }),
  rowOf({ number: '26112348291755', text: '丙', place: { lat: 23.1455, lng: 113.2995 } }),
]

function show(Page: ComponentType): void {
  showPage(Page)
}
function atADesk(): void {
  const wide = { matches: true, addEventListener: () => undefined, removeEventListener: () => undefined }
  vi.stubGlobal('matchMedia', () => wide)
}
/** What a test before has turned on stays on: it is kept for the account. */
function turnOn(name: string): void {
  const button = screen.getByRole('button', { name })
  if (button.getAttribute('aria-pressed') !== 'true') fireEvent.click(button)
}
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))

describe('taking a list out', () => {
  const pass = 'reports-export.1.x.y'
  const pieces: Record<string, object> = {
    '': { csv: '\uFEFF编号\r\n1\r\n', rows: 1, nextCursor: 'c1' },
    c1: { csv: '2\r\n', rows: 1, nextCursor: null },
  }
  const offline = new Set<string>()
  beforeEach(() => {
    offline.clear()
    signInAs(accounts.station)
    city.on('POST /api/v1/reports/exports', () => ({
      status: 201,
      body: { export: pass, total: 2, expiresAt: '2026-11-24T00:00:00.000Z' },
    }))
    city.on(`GET /api/v1/reports/exports/${pass}`, ({ search }) => {
      const after = search.get('after') ?? ''
      return offline.has(after) ? 'offline' : { body: pieces[after] }
    })
  })

  it('goes on while one works on another page, and is saved whole', async () => {
    show(InboxPage)
    await screen.findByText(/甲/)
    offline.add('c1')
    press('导出 CSV')
    expect(await screen.findByText('导出停在 1 / 2 件')).toBeTruthy()
    expect(city.posts().map(({ body }) => body)).toEqual([{ scope: 'inbox' }])
    expect(await axeViolations()).toEqual([])
    cleanup()
    offline.clear()
    setQuery({ number: NUMBER })
    show(ReportPage)
    fireEvent.click(await screen.findByRole('button', { name: '接着导出' }))
    expect(await screen.findByText('导出好了，共 2 件，文件在“下载”里')).toBeTruthy()
    expect(saved).toEqual(['\uFEFF编号\r\n1\r\n2\r\n'])
    press('再存一次')
    expect(saved).toHaveLength(2)
    press('关闭')
    expect(screen.queryByText(/导出好了/)).toBeNull()
  })

  it('can be paused and given up; a reload says that it did not finish', async () => {
    offline.add('c1')
    show(InboxPage)
    await screen.findByText(/甲/)
    press('导出 CSV')
    await screen.findByText('导出停在 1 / 2 件')
    // As after a reload: the memory is empty, what was begun is known.
    act(() => useExportJob.setState({ phase: 'idle' }))
    cleanup()
    show(InboxPage)
    expect(await screen.findByText('上次的导出没有完成')).toBeTruthy()
    press('取消')
    cleanup()
    show(InboxPage)
    await screen.findByText(/甲/)
    expect(screen.queryByText('上次的导出没有完成')).toBeNull()
  })

  it('leaves nothing to who signs in next at the same computer', async () => {
    show(InboxPage)
    await screen.findByText(/甲/)
    press('导出 CSV')
    await screen.findByText(/导出好了/)
    act(() => useSession.setState({ account: accounts.body }))
    expect(useExportJob.getState().phase).toBe('idle')
    expect(screen.queryByText(/导出好了/)).toBeNull()
  })
})

describe('the map', () => {
  it('stands beside the list at a desk; a pin chooses its report, pressed again the next one there', async () => {
    atADesk()
    signInAs(accounts.station)
    show(InboxPage)
    await screen.findByText(/甲/)
    turnOn('地图')
    const map = await screen.findByRole('figure', { name: '这些件在哪里' })
    fireEvent.click(within(map).getByRole('button', { name: '这里有 2 件' }))
    const rowNamed = (name: RegExp) => screen.getByRole('button', { name, pressed: true })
    expect(rowNamed(/乙/)).toBeTruthy()
    fireEvent.click(within(map).getByRole('button', { name: '这里有 2 件' }))
    expect(rowNamed(/丙/)).toBeTruthy()
    // And the other way round.
    fireEvent.click(screen.getByRole('button', { name: /甲/ }))
    await waitFor(() =>
      expect(within(map).getByRole('button', { pressed: true }).getAttribute('aria-label')).toBe(
        '路灯不亮 · 越秀区',
      ),
    )
    expect(await axeViolations()).toEqual([])
  })

  it('on a phone shows under itself what stands at a pin', async () => {
    signInAs(accounts.station)
    show(InboxPage)
    await screen.findByText(/甲/)
    turnOn('地图')
    fireEvent.click(await screen.findByRole('button', { name: '这里有 2 件' }))
    const here = screen.getByRole('list', { name: '这里的反映' })
    expect(within(here).getAllByRole('listitem')).toHaveLength(2)
    expect(await axeViolations()).toEqual([])
  })
})

describe('the table', () => {
  beforeEach(() => {
    atADesk()
    signInAs(accounts.station)
  })

  it('has the columns that were chosen, by account, and can be put into order', async () => {
    show(InboxPage)
    fireEvent.click(await screen.findByRole('tab', { name: '全部' }))
    await screen.findByText(/甲/)
    turnOn('表格')
    const heads = () => screen.getAllByRole('columnheader').map(({ textContent }) => textContent)
    expect(heads()).toEqual(['编号', '办理状态', '类别', '内容', '地点', '现在该谁办', '本步期限'])
    expect(screen.getByRole('rowheader', { name: '261123 4829 1753' })).toBeTruthy()
    expect(await axeViolations()).toEqual([])
    press('选列')
    const sheet = screen.getByRole('dialog', { name: '选列' })
    fireEvent.click(within(sheet).getByLabelText('地点'))
    fireEvent.click(within(sheet).getByLabelText('提交时间'))
    fireEvent.click(within(sheet).getByRole('button', { name: '关闭' }))
    expect(heads()).toEqual(['编号', '办理状态', '类别', '内容', '现在该谁办', '本步期限', '提交时间'])
    expect(screen.getByRole('columnheader', { name: '提交时间' }).getAttribute('aria-sort')).toBe(
      'descending',
    )
    press('本步期限')
    await waitFor(() =>
      expect(city.sent.findLast(({ path }) => path === '/api/v1/reports')?.search.get('sort')).toBe('due'),
    )
    const due = await screen.findByRole('columnheader', { name: '本步期限' })
    expect(due.getAttribute('aria-sort')).toBe('ascending')
    cleanup()
    // A colleague at the same computer has the usual ones, in cards.
    signInAs(accounts.body)
    show(InboxPage)
    fireEvent.click(await screen.findByRole('tab', { name: '全部' }))
    await screen.findByText(/甲/)
    expect(screen.queryByRole('table')).toBeNull()
  })

  it('shows the report that is pressed beside it, and takes the whole width back', async () => {
    show(InboxPage)
    await screen.findByText(/甲/)
    turnOn('表格')
    press('261123 4829 1753')
    const detail = screen.getByRole('region', { name: '选中的件' })
    expect(await within(detail).findByText('现在的情况')).toBeTruthy()
    press('关上这一件')
    await waitFor(() => expect(document.activeElement?.textContent).toBe('261123 4829 1753'))
    expect(within(detail).queryByText('现在的情况')).toBeNull()
  })
})

describe('on paper', () => {
  it('the list is what was looked at, up to 500', async () => {
    signInAs(accounts.station)
    show(InboxPage)
    fireEvent.click(await screen.findByRole('tab', { name: '全部' }))
    await screen.findByText(/甲/)
    fireEvent.click(screen.getByLabelText('只看超期的'))
    await waitFor(() => expect(city.sent.some(({ search }) => search.get('overdue') === 'true')).toBe(true))
    press('打印')
    const { url } = navigateTo.mock.lastCall?.[0] ?? {}
    expect(url).toBe('/staff/pages/print/index?scope=visible&overdue=true')
    cleanup()
    setQuery({ scope: 'visible', overdue: 'true', district: '440104' })
    city.on('GET /api/v1/reports', ({ search }) => {
      const page = Number(search.get('cursor') ?? 0)
      const items = Array.from({ length: 100 }, (_, at) => rowOf({ number: String(1e13 + page * 100 + at) }))
      return { body: { items, nextCursor: String(page + 1) } }
    })
    show(PrintPage)
    expect(await screen.findByText('全部 · 越秀区 · 只看超期的')).toBeTruthy()
    expect(screen.getByText(/只印最前面的 500 件/)).toBeTruthy()
    expect(document.querySelectorAll('[data-row]')).toHaveLength(500)
    const last = city.sent.findLast(({ path }) => path === '/api/v1/reports')?.search
    expect(Object.fromEntries(last ?? [])).toMatchObject({
      scope: 'visible',
      overdue: 'true',
      district: '440104',
    })
    const print = vi.fn<() => void>()
    vi.stubGlobal('print', print)
    press('打印')
    expect(print).toHaveBeenCalledOnce()
  })
})
