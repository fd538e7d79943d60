import { act, cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { queryClient } from '@/api/query-client'
import FiguresPage from '@/library/pages/figures'
import { beginningOf, filterFrom, monthsOf } from '@/library/pages/figures/figures-filter'
import { percentOf } from '@shared/domain/percent.ts'
import { SUMS } from '@/library/pages/figures/sums'
import { figuresOf } from '../../shared/domain/figures.ts'
import { LICENCE } from '../../shared/domain/open-data.ts'
import { SUM_OF } from '../../shared/domain/recomputed-figures.ts'
import { DISTRICTS } from '../../worker/demo-city/districts.ts'
import { usePreferences } from '@/state/preferences'
import { showPage } from '../support/at-the-desk.tsx'
import { axeViolations } from '../support/axe'
import { NONE, openFigures, SEPTEMBER, statisticsOf } from '../support/figures-city.ts'
import { forgetDevice } from '../support/forget-device.ts'
import { setQuery } from '../support/taro-stub.ts'

const NOW = Date.parse('2026-11-20T02:00:00Z')

let asked: URLSearchParams[]
let broken: boolean
let empty: boolean
/** the file of the open data, as it is asked for one time after the other; the last stays */
let files: string[]

function answer(url: string): Response {
  const { pathname, searchParams } = new URL(url, 'http://city.example')
  if (pathname === '/api/v1/districts') return Response.json({ items: DISTRICTS })
  if (pathname === '/api/v1/categories')
    return Response.json({
      items: [
        { code: 'noise', name: '噪音' },
        { code: 'street-lighting', name: '路灯' },
      ],
    })
  if (pathname === '/open-data/figures.csv') return new Response(files.length > 1 ? files.shift() : files[0])
  if (pathname !== '/api/v1/statistics') throw new Error(`nothing at ${pathname}`)
  if (broken) return Response.json({ error: { code: 'INTERNAL', message: '出了点问题' } }, { status: 500 })
  asked.push(searchParams)
  const answered = statisticsOf(searchParams)
  return Response.json(empty ? { ...answered, ...figuresOf(NONE), series: [] } : answered)
}

async function open(query: Record<string, string> = {}) {
  setQuery(query)
  window.history.replaceState(null, '', '/figures')
  const view = showPage(FiguresPage)
  await act(() => Promise.resolve())
  return view
}

function chart(name: string): HTMLElement {
  const found = screen.getByRole('heading', { name }).closest<HTMLElement>('.chart')
  if (!found) throw new Error(`no chart called ${name}`)
  for (const more of found.querySelectorAll('details')) more.open = true
  return found
}

const cellsOf = (of: HTMLElement) =>
  within(within(of).getByRole('table'))
    .getAllByRole('row')
    .map((row) => [...row.children].map((cell) => cell.textContent))

beforeEach(() => {
  asked = []
  broken = false
  empty = false
  files = [openFigures()]
  forgetDevice()
  usePreferences.setState({ locale: 'zh-hans', elder: false })
  vi.spyOn(Date, 'now').mockReturnValue(NOW)
  vi.stubGlobal('fetch', async (url: string) => answer(url))
})

afterEach(() => {
  cleanup()
  queryClient.clear()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('the page of figures', () => {
  it('shows three rates with both of their numbers, and all that is in none of them', async () => {
    await open()
    await screen.findByRole('heading', { name: '群众怎么评价' })
    expect(cellsOf(chart('群众怎么评价')).slice(1)).toEqual([
      ['有回应', '3', '3', '100%'],
      ['解决了', '2', '3', '66.7%'],
      ['满意', '1', '3', '33.3%'],
    ])
    const leftOut = [...document.querySelectorAll('.figures-left-out .k-fact')].map(
      (fact) => fact.textContent,
    )
    expect(leftOut).toEqual([
      '已答复，等待评价1',
      '办结了，没有人评价1',
      '不予受理1',
      '反映人撤回0',
      '并入另一件0',
    ])
  })

  it('puts every report in exactly one place', async () => {
    await open()
    await screen.findByRole('heading', { name: '收到的，现在到哪一步' })
    const numbers = cellsOf(chart('收到的，现在到哪一步'))
      .slice(1)
      .map(([, n]) => Number(n))
    expect(numbers.reduce((sum, n) => sum + n, 0)).toBe(8)
    expect(screen.getByText('收到 8 件：办结 4 件，正在办 3 件，其余 1 件没有办下去。')).toBeTruthy()
  })

  it('says a tap away how each number is counted', async () => {
    await open()
    await screen.findByRole('heading', { name: '按时了吗' })
    expect(screen.getAllByText('这些数怎么算')).toHaveLength(4)
    // Under the choice of what is looked at stands what that means.
    for (const [measure, means] of [
      ['收到', /^每件反映只在其中一处/],
      ['解决了', /^分母是已办结并且有人评价的反映/],
      ['按时答复', /^分母是走完的步数/],
      ['退单', /^退单，是承办单位认为不归它办/],
    ] as const) {
      const choice = screen.getByRole('radio', { name: measure })
      fireEvent.click(choice)
      const card = choice.closest<HTMLElement>('.k-card')
      expect(within(card ?? document.body).getByText(means)).toBeTruthy()
    }
  })

  it('has no axe violation, with everything opened', async () => {
    await open()
    await screen.findByRole('heading', { name: '各类：收到' })
    expect(await axeViolations()).toEqual([])
    for (const more of document.querySelectorAll('details')) more.open = true
    expect(await axeViolations()).toEqual([])
  })

  it('shows the months without a report too, and a gap where there is no rate', async () => {
    await open({ period: 'quarter' })
    await screen.findByRole('heading', { name: '每月：收到' })
    expect(cellsOf(chart('每月：收到'))).toEqual([
      ['提交的月份', '办结', '正在办', '不予受理、撤回、并案', '合计'],
      ['2026年9月', '4', '1', '1', '6'],
      ['2026年10月', '0', '0', '0', '0'],
      ['2026年11月', '0', '2', '0', '2'],
    ])
    fireEvent.click(screen.getByRole('radio', { name: '满意' }))
    expect(cellsOf(chart('每月：满意'))).toEqual([
      ['提交的月份', '分子', '分母', '比率'],
      ['2026年9月', '1', '3', '33.3%'],
      ['2026年10月', '0', '0', '–'],
      ['2026年11月', '0', '0', '–'],
    ])
    expect(screen.getByText('合计 1 / 3，33.3%。另有 1 类还没有可以算的。')).toBeTruthy()
    expect(cellsOf(chart('各类：满意'))).toEqual([
      ['类别', '分子', '分母', '比率'],
      ['路灯', '1', '3', '33.3%'],
    ])
  })

  it('asks for whole months, and for what is chosen; the districts stay beside each other', async () => {
    await open({ district: '440104', category: 'noise' })
    await screen.findByRole('heading', { name: '各区：收到' })
    expect(asked.map((query) => query.toString()).toSorted()).toEqual([
      'by=category&from=2025-12-01&district=440104&category=noise',
      'by=district&from=2025-12-01&category=noise',
      'by=month&from=2025-12-01&district=440104&category=noise',
    ])
    fireEvent.click(screen.getByRole('button', { name: '天河 0' }))
    await vi.waitFor(() => expect(window.location.search).toContain('district=440106'))
    fireEvent.click(screen.getByRole('button', { name: '天河 0' }))
    await vi.waitFor(() => expect(window.location.search).not.toContain('district'))
  })

  it('leads to the open data, narrowed as the page is', async () => {
    await open({ period: 'month', category: 'noise' })
    const link = await screen.findByRole('link', { name: '这一页的数（CSV）' })
    expect(link.getAttribute('href')).toBe(
      '/open-data/statistics.csv?by=month&from=2026-11-01&category=noise',
    )
    for (const source of screen.getAllByRole('link', { name: '统计的来源（CSV）' }))
      expect(source.getAttribute('href')).toBe('/open-data/figures.csv')
    expect(screen.getByRole('link', { name: '许可全文：CC-BY-4.0' }).getAttribute('href')).toBe(LICENCE.url)
  })

  it('recomputes every number that it shows from the open data, and says so when one differs', async () => {
    await open()
    await screen.findByRole('heading', { name: '各类：收到' })
    const numbers = Object.keys(SUM_OF).length
    const again = screen.getByRole('button', { name: '现在重算一遍' })
    fireEvent.click(again)
    // The whole three times, two months, one district, two categories.
    const equal = `用 2 行重算了 ${8 * numbers} 个数，每一个都和这一页一样。`
    expect(await screen.findByText(equal)).toBeTruthy()
    files = [openFigures({ ...SEPTEMBER, bounces: 3 })]
    fireEvent.click(again)
    expect(await screen.findByText(/^有 6 个数和重算的不一样/)).toBeTruthy()
    expect(screen.getByText('month bounces: published 2, recomputed 3')).toBeTruthy()
    // A report moved on between the two answers: it is asked once more before anybody is told.
    files = [openFigures({ ...SEPTEMBER, bounces: 1 }), openFigures()]
    fireEvent.click(again)
    expect(await screen.findByText(equal)).toBeTruthy()
    vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('no network')))
    fireEvent.click(again)
    expect(await screen.findByText(/连不上网络/)).toBeTruthy()
    expect(screen.queryByText(equal)).toBeNull()
  })

  it('says of which columns of the open data each number is the sum', async () => {
    await open()
    await screen.findByRole('heading', { name: '自己算一遍' })
    const sums = screen.getByRole('table', { name: '每个数由哪几列相加', hidden: true })
    const rows = [...sums.querySelectorAll('tr')].map((row) => row.textContent)
    expect(rows).toContain('办结rated + not_rated')
    expect(rows).toContain('满意satisfied_yes ÷ rated')
    expect(rows).toContain('联络站预审pre_review_on_time ÷ pre_review_done')
    expect(screen.getByText(/npm run figures:verify -- --url http/)).toBeTruthy()
    // Whatever is counted is told of, and by its own column.
    const told = new Set(SUMS.flatMap(({ columns }) => columns.split(' ÷ ')))
    for (const columns of Object.values(SUM_OF)) expect(told).toContain(columns.join(' + '))
  })

  it('shows without a network what the last visit saw, with its age; a narrowed view says that it cannot', async () => {
    await open()
    await screen.findByRole('heading', { name: '各类：收到' })
    cleanup()
    queryClient.clear()
    vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('no network')))
    vi.spyOn(Date, 'now').mockReturnValue(NOW + 45 * 86_400_000)
    await open()
    expect(await screen.findByText(/^数据取于 2026年11月20日/)).toBeTruthy()
    expect(cellsOf(chart('各区：收到'))).toContainEqual(['越秀区', '8'])
    // Nothing is known of the months that came since: they are not shown as empty.
    expect(cellsOf(chart('每月：收到')).at(-1)?.[0]).toBe('2026年11月')
    fireEvent.change(screen.getByRole('combobox', { name: '区' }), { target: { value: '440104' } })
    await vi.waitFor(() => expect(screen.queryByRole('heading', { name: '各区：收到' })).toBeNull(), {
      timeout: 5000,
    })
    expect(screen.getByRole('button', { name: '再试一次' })).toBeTruthy()
  })

  it('has a way on where there is nothing, and where it failed', async () => {
    empty = true
    await open({ district: '440115' })
    fireEvent.click(await screen.findByRole('button', { name: '看全部' }))
    await vi.waitFor(() => expect(window.location.search).toBe('?period=all&measure=received'))
    cleanup()
    queryClient.clear()
    broken = true
    await open()
    expect(await screen.findByText('出了点问题')).toBeTruthy()
    expect(screen.getByRole('button', { name: '再试一次' })).toBeTruthy()
  })
})

it('a period is whole months, in the time of the city', () => {
  const newYear = '2026-12-31T16:30:00Z'
  expect(beginningOf('month', newYear)).toBe('2027-01-01')
  expect(beginningOf('quarter', newYear)).toBe('2026-11-01')
  expect(beginningOf('year', newYear)).toBe('2026-02-01')
  expect(beginningOf('all', newYear)).toBe('')
  expect(monthsOf(['2026-11'], newYear)).toEqual(['2026-11', '2026-12', '2027-01'])
  expect(monthsOf([], newYear)).toEqual(['2027-01'])
})

it('an address that says nonsense shows what is shown first', () => {
  expect(filterFrom({ period: 'ever', measure: 'best' })).toEqual({
    period: 'year',
    district: '',
    category: '',
    measure: 'received',
  })
})

it('a share is rounded to one decimal, never up to all', () => {
  expect(percentOf({ numerator: 2999, denominator: 3000 })).toBe(99.9)
  expect(percentOf({ numerator: 0, denominator: 0 })).toBeNull()
})
