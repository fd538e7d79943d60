import { act, cleanup, configure, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { queryClient } from '@/api/query-client'
import { speak } from '@/locale/translate'
import InboxPage from '@/staff/pages/inbox/index'
import { FIRST_PAGE, hasMore, pageOf, withPage } from '@/staff/state/page-chain'
import { showPage } from '../support/at-the-desk.tsx'
import { axeViolations } from '../support/axe'
import { accounts, NOW, rowOf } from '../support/staff-answers.ts'
import { mendJsdom, signInAs, staffCity, type Sent, type StaffCity } from '../support/staff-city.ts'

const PAGE = 50
const ALL = 100_000
const ROW_PX = 100
const VIEW_PX = 800

let city: StaffCity

const numberOf = (index: number) => String(26_000_000_000_000 + index)
/** A city with a hundred thousand reports: its cursor says how many have been read. */
function hundredThousand({ search }: Sent) {
  const from = Number(search.get('cursor') ?? 0)
  const size = Math.min(PAGE, ALL - from)
  const items = Array.from({ length: size }, (_, at) =>
    rowOf({ number: numberOf(from + at), text: `第 ${from + at} 件`, photo: null }),
  )
  return { body: { items, nextCursor: from + size < ALL ? String(from + size) : null } }
}

beforeAll(() => {
  mendJsdom()
  configure({ asyncUtilTimeout: 4000 })
})
beforeEach(async () => {
  await speak('zh-hans')
  localStorage.clear()
  queryClient.clear()
  city = staffCity()
  city.on('GET /api/v1/districts', () => ({ body: { items: [{ code: '440104', name: '越秀区' }] } }))
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  Reflect.deleteProperty(document, 'scrollingElement')
  document.title = ''
})

const showInbox = () => showPage(InboxPage)

/** Gives jsdom the layout of a list in a window: rows of one height, gaps as their style says, a page that scrolls. */
function layOut() {
  const scroll = { top: 0 }
  const html = document.documentElement
  Object.defineProperty(document, 'scrollingElement', { value: html, configurable: true })
  vi.spyOn(html, 'clientHeight', 'get').mockReturnValue(VIEW_PX)
  vi.spyOn(html, 'scrollTop', 'get').mockImplementation(() => scroll.top)
  vi.spyOn(html, 'scrollTop', 'set').mockImplementation((to) => void (scroll.top = to))
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function rect(this: Element) {
    const row = this.closest<HTMLElement>('[data-row]')
    const gap = document.querySelector<HTMLElement>('.k-window-gap')
    const before = Number.parseFloat(gap?.style.height ?? '0')
    const first = Number(document.querySelector<HTMLElement>('[data-row]')?.dataset.row ?? 0)
    const top = row ? before + (Number(row.dataset.row) - first) * ROW_PX : 0
    return new DOMRect(0, top - scroll.top, 300, row ? ROW_PX : 0)
  })
  return (to: number) =>
    act(async () => {
      scroll.top = to
      fireEvent.scroll(document)
    })
}

const drawn = () =>
  [...document.querySelectorAll<HTMLElement>('[data-row]')].map(({ dataset }) => Number(dataset.row))

describe('a list of a hundred thousand', () => {
  it('keeps the document small however far one scrolls, and names each place', async () => {
    const scrollTo = layOut()
    signInAs(accounts.station)
    city.on('GET /api/v1/reports', hundredThousand)
    showInbox()
    await screen.findByText('第 0 件')
    let most = 0
    for (let far = 0; far < 24; far += 1) {
      await scrollTo(far * 2400)
      await waitFor(() => expect(drawn().length).toBeGreaterThan(8))
      const rows = drawn()
      most = Math.max(most, document.querySelectorAll('main *').length)
      expect(rows.length).toBeLessThanOrEqual(48)
      expect(rows).toEqual(rows.map((_, at) => (rows[0] ?? 0) + at))
    }
    // Five thousand pixels a page: a dozen pages were read, and a window's worth of rows is there.
    expect(city.sent.filter(({ path }) => path === '/api/v1/reports').length).toBeGreaterThan(10)
    expect(most).toBeLessThan(2500)
    const row = document.querySelector('[data-row]')
    expect(row?.getAttribute('aria-posinset')).toBe(String(Number(row?.getAttribute('data-row')) + 1))
    expect(row?.getAttribute('aria-setsize')).toBe('-1')
    expect(await axeViolations()).toEqual([])
    await scrollTo(0)
    expect(await screen.findByText('第 0 件')).toBeTruthy()
  }, 60_000)
})

describe('pages that follow each other', () => {
  const page = (from: number, to: number, nextCursor: string | null) => ({
    items: Array.from({ length: to - from }, (_, at) => rowOf({ number: numberOf(from + at) })),
    nextCursor,
  })

  it('are found by row, also when a page is short', () => {
    let chain = withPage(FIRST_PAGE, 0, page(0, 3, 'c1'))
    expect(hasMore(chain)).toBe(true)
    chain = withPage(chain, 1, page(3, 4, null))
    expect(hasMore(chain)).toBe(false)
    expect([0, 2, 3, 4, 99].map((row) => pageOf(chain, row))).toEqual([0, 0, 1, 1, 1])
    expect(chain.numbers).toEqual([0, 1, 2, 3].map(numberOf))
  })

  it('stay as they are when nothing has changed, and let go what no longer follows', () => {
    const chain = withPage(withPage(FIRST_PAGE, 0, page(0, 3, 'c1')), 1, page(3, 6, 'c2'))
    expect(withPage(chain, 0, page(0, 3, 'c1'))).toBe(chain)
    // A report has left the first page: the first of the second has moved up, and the second begins elsewhere.
    const after = withPage(chain, 0, page(1, 4, 'c1b'))
    expect(after.numbers).toEqual([1, 2, 3].map(numberOf))
    expect(after.cursors).toEqual(['', 'c1b'])
    expect(hasMore(after)).toBe(true)
  })
})

describe('what has come while the list is open', () => {
  it('is told in the page and in the title, and shown when asked for', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true })
    signInAs(accounts.station)
    let rows = [rowOf({ number: numberOf(1), text: '早来的一件' })]
    city.on('GET /api/v1/reports', () => ({ body: { items: rows, nextCursor: null } }))
    city.on('POST /api/v1/reports/counts', ({ body }) => {
      const [{ since }] = (body?.lists ?? [{}]) as [{ since?: string }]
      return { body: { at: NOW, counts: [{ value: since === NOW ? 2 : 1, capped: false }] } }
    })
    showInbox()
    await screen.findByText('早来的一件')
    expect(screen.queryByRole('button', { name: /新到/ })).toBeNull()
    await act(() => vi.advanceTimersByTimeAsync(31_000))
    const button = await screen.findByRole('button', { name: '有 2 件新到，点按显示' })
    expect(document.title).toMatch(/^\(2\) /)
    expect(await axeViolations()).toEqual([])
    rows = [rowOf({ number: numberOf(2), text: '新来的一件' }), ...rows]
    fireEvent.click(button)
    expect(await screen.findByText('新来的一件')).toBeTruthy()
    await waitFor(() => expect(screen.queryByRole('button', { name: /新到/ })).toBeNull())
    expect(document.title).not.toMatch(/^\(/)
  })
})

describe('keys', () => {
  beforeEach(() => {
    const wide = { matches: true, addEventListener: () => undefined, removeEventListener: () => undefined }
    vi.stubGlobal('matchMedia', () => wide)
    signInAs(accounts.station)
    city.on('GET /api/v1/reports', () => ({
      body: {
        items: [1, 2, 3].map((n) => rowOf({ number: numberOf(n), text: `第 ${n} 件` })),
        nextCursor: null,
      },
    }))
  })

  it('j and k take the focus along, Enter goes from the row into the report', async () => {
    showInbox()
    await screen.findByText('第 3 件')
    await act(async () => undefined)
    const rowNamed = (n: number) => screen.getByRole('button', { name: new RegExp(`第 ${n} 件`) })
    fireEvent.keyDown(document.body, { key: 'j' })
    await waitFor(() => expect(document.activeElement).toBe(rowNamed(1)))
    fireEvent.keyDown(rowNamed(1), { key: 'j' })
    await waitFor(() => expect(document.activeElement).toBe(rowNamed(2)))
    fireEvent.keyDown(rowNamed(2), { key: 'k' })
    await waitFor(() => expect(document.activeElement).toBe(rowNamed(1)))
    fireEvent.click(rowNamed(1))
    expect(document.activeElement).toBe(screen.getByRole('region', { name: '选中的件' }))
  })

  it('/ goes to the field for words, from wherever one is, and types nothing there', async () => {
    showInbox()
    await screen.findByText('第 3 件')
    fireEvent.keyDown(document.body, { key: '/' })
    const field = await screen.findByRole<HTMLInputElement>('searchbox', { name: '搜索' })
    await waitFor(() => expect(document.activeElement).toBe(field))
    expect(field.value).toBe('')
    fireEvent.keyDown(field, { key: 'j' })
    expect(screen.getByText('从左边选一件，在这里办理。')).toBeTruthy()
  })
})
