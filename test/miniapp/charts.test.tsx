import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { BarChart } from '@/components/chart/bar-chart'
import { lyingBar, standingBars } from '@/components/chart/bar-shapes'
import { csvOf } from '@/components/chart/chart-table'
import { inReadingOrder, placeOf } from '@/components/chart/district-places'
import { DistrictTiles } from '@/components/chart/district-tiles'
import { LineChart } from '@/components/chart/line-chart'
import { axisEnd } from '@/components/chart/scale'
import { ShareBar } from '@/components/chart/share-bar'
import { usePreferences } from '@/state/preferences'
import { DISTRICTS } from '../../worker/demo-city/districts.ts'
import { axeViolations } from '../support/axe'

type Save = (name: string, text: string, type: string) => Promise<'saved'>
const saved = vi.hoisted(() => vi.fn<Save>(async () => 'saved'))
vi.mock('@/platform/save-text', () => ({ saveText: saved }))

const months = [
  { key: '2026-09', label: '2026年9月', short: '9', values: [1200, 40] },
  { key: '2026-10', label: '2026年10月', short: '10', values: [900, 0] },
]
const words = { title: '每月收到多少', summary: '9 月最多，1,240 件。', file: 'received', of: '月份' }

function Bars({ layout }: { layout?: 'rows' | 'columns' }) {
  return <BarChart {...words} parts={[{ label: '已办' }, { label: '在办' }]} items={months} layout={layout} />
}

function Tiles({ onChoose }: { onChoose?: (code: string) => void }) {
  return (
    <DistrictTiles
      title="各区"
      summary="越秀 12 件。"
      file="districts"
      counted="收到"
      districts={DISTRICTS}
      tiles={{ '440104': { value: 12, mark: { icon: 'star', label: '正在这里做' } }, '440106': { value: 3 } }}
      onChoose={onChoose}
      chosen={onChoose && '440106'}
    />
  )
}

function open(title: string): HTMLElement {
  const chart = screen.getByRole('heading', { name: title }).closest<HTMLElement>('.chart')
  const more = chart?.querySelector('details')
  if (!chart || !more) throw new Error('a table is expected')
  more.open = true
  return chart
}

const cellsOf = (table: HTMLElement) =>
  within(table)
    .getAllByRole('row')
    .map((row) => [...row.children].map((cell) => cell.textContent))

beforeEach(() => usePreferences.setState({ locale: 'zh-hans', elder: false, elderSize: 22 }))
afterEach(() => {
  cleanup()
  saved.mockClear()
})

describe('every chart', () => {
  it('has no axe violation, with its table open and shut', async () => {
    render(
      <main>
        <h1>图</h1>
        <h2>全部</h2>
        <Bars layout="columns" />
        <BarChart
          {...words}
          title="各类"
          parts={[{ label: '件' }]}
          items={months.map((month) => ({ ...month, values: month.values.slice(0, 1) }))}
        />
        <LineChart
          {...words}
          title="满意率"
          points={months.map(({ key, label }, at) => ({ key, label, value: 90 + at, past: at ? null : 80 }))}
          end={100}
          say={(value) => `${value}%`}
        />
        <Tiles onChoose={() => undefined} />
        <ShareBar label="满意" share={{ numerator: 97, denominator: 100 }} note="件" />
      </main>,
    )
    expect(await axeViolations()).toEqual([])
    for (const more of document.querySelectorAll('details')) more.open = true
    expect(await axeViolations()).toEqual([])
  })

  it('says the same in its table as in its picture', () => {
    render(<Bars />)
    const table = within(open('每月收到多少')).getByRole('table', { name: '每月收到多少' })
    expect(cellsOf(table)).toEqual([
      ['月份', '已办', '在办', '合计'],
      ['2026年9月', '1,200', '40', '1,240'],
      ['2026年10月', '900', '0', '900'],
    ])
    expect(screen.getByText('1,200 + 40')).toBeTruthy()
  })

  it('saves its table as CSV, numbers as numbers', async () => {
    render(<Bars />)
    fireEvent.click(within(open('每月收到多少')).getByRole('button', { name: '下载这张表（CSV）' }))
    expect(saved).toHaveBeenCalledWith('received.csv', expect.any(String), 'text/csv')
    expect(saved.mock.calls[0]?.[1]).toBe(
      '\uFEFF月份,已办,在办,合计\r\n2026年9月,1200,40,1240\r\n2026年10月,900,0,900\r\n',
    )
    expect(await screen.findAllByText('已保存到下载')).toHaveLength(2)
  })

  it('leads to the file of the server where there is one', () => {
    render(
      <BarChart
        {...words}
        csv="/open-data/statistics.csv?by=month"
        parts={[{ label: '件' }]}
        items={months}
      />,
    )
    const link = within(open('每月收到多少')).getByRole('link', { name: '下载这张表（CSV）' })
    expect(link.getAttribute('href')).toBe('/open-data/statistics.csv?by=month')
  })
})

describe('bars', () => {
  it('stand as one picture whose words are the summary', () => {
    render(<Bars layout="columns" />)
    expect(screen.getByRole('img', { name: words.summary })).toBeTruthy()
    expect(screen.queryByText('1,200 + 40')).toBeNull()
  })

  it('lie down in elder mode, each with its name and number', () => {
    usePreferences.setState({ elder: true })
    render(<Bars layout="columns" />)
    expect(screen.queryByRole('img')).toBeNull()
    expect(screen.getByText('1,200 + 40')).toBeTruthy()
  })

  it('are as long as their numbers, and the parts of a stack are filled in different ways', () => {
    const [, full, hatchedGround, hatching] = lyingBar([30, 10], 40).shapes
    expect(full).toMatchObject({ d: 'M0 0h225v16h-225Z', fill: 'action' })
    expect(hatchedGround?.fill).toBe('tint')
    expect(hatchedGround?.d).toMatch(/^M225\.75 /)
    expect(hatching?.d.match(/M/g)?.length).toBeGreaterThan(10)
    expect(lyingBar([0], 0).shapes).toHaveLength(1)
  })

  it('never rise above the end of the axis', () => {
    const { shapes } = standingBars([[7], [0]], 10)
    expect(shapes.at(-1)?.d).toMatch(/ 40\.7h44v90\.3h-44Z$/)
  })
})

it('an axis ends at a round number whose half is round', () => {
  expect([0, 1, 3, 9, 11, 41, 61, 99, 101, 1240].map(axisEnd)).toEqual([
    2, 2, 4, 10, 20, 60, 80, 100, 200, 2000,
  ])
})

it('a share without a denominator is no rate', () => {
  render(<ShareBar label="满意" share={{ numerator: 0, denominator: 0 }} />)
  expect(screen.getByText('还没有')).toBeTruthy()
  expect(screen.getByText('0 / 0')).toBeTruthy()
  expect(screen.queryByText(/%/)).toBeNull()
})

describe('district tiles', () => {
  it('have a place of their own for each district, read from north to south', () => {
    const places = DISTRICTS.map(({ code }) => String(placeOf(code)))
    expect(places).not.toContain('null')
    expect(new Set(places).size).toBe(DISTRICTS.length)
    expect(inReadingOrder(DISTRICTS).map(({ name }) => name.slice(0, 2))).toEqual(
      '花都 从化 白云 增城 荔湾 越秀 天河 黄埔 海珠 番禺 南沙'.split(' '),
    )
  })

  it('say their numbers; the shade only repeats them', () => {
    render(<Tiles />)
    const tiles = within(screen.getByRole('list', { name: '各区' })).getAllByRole('listitem')
    expect(tiles).toHaveLength(11)
    expect(tiles[5]?.textContent).toBe('越秀12')
    expect(tiles[5]?.className).toContain('chart-tile-4')
    expect(within(tiles[5] as HTMLElement).getByRole('img', { name: '正在这里做' })).toBeTruthy()
    expect(tiles[6]?.className).toContain('chart-tile-1')
    expect(tiles[0]?.textContent).toBe('花都–')
    expect(screen.queryByRole('button', { name: /越秀/ })).toBeNull()
  })

  it('are buttons where something can be chosen', () => {
    const onChoose = vi.fn<(code: string) => void>()
    render(<Tiles onChoose={onChoose} />)
    expect(screen.getByRole('button', { name: '天河 3', pressed: true })).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '越秀 12 正在这里做' }))
    expect(onChoose).toHaveBeenCalledWith('440104')
  })
})

it('a line has a gap where there is nothing to say, and stands beside its own past', () => {
  render(
    <LineChart
      {...words}
      points={[
        { key: '1', label: '1月', value: 10, past: 4 },
        { key: '2', label: '2月', value: null, past: 5 },
        { key: '3', label: '3月', value: 20 },
      ]}
    />,
  )
  const picture = screen.getByRole('img', { name: words.summary })
  const course = picture.querySelector('path.k-line-action')
  expect(course?.getAttribute('d')?.match(/M/g)).toHaveLength(2)
  const table = within(open('每月收到多少')).getByRole('table')
  expect(cellsOf(table)).toEqual([
    ['月份', '本期', '往期'],
    ['1月', '10', '4'],
    ['2月', '–', '5'],
    ['3月', '20', '–'],
  ])
})

it('a line lies down in elder mode, each point with its own past', () => {
  usePreferences.setState({ elder: true })
  render(
    <LineChart
      {...words}
      points={[
        { key: '1', label: '1月', value: null, past: 4 },
        { key: '2', label: '2月', value: 6 },
      ]}
    />,
  )
  expect(screen.queryByRole('img')).toBeNull()
  const points = within(screen.getByRole('list', { name: '每月收到多少' })).getAllByRole('listitem')
  expect(points.map(({ textContent }) => textContent)).toEqual(['1月– / 4', '2月6'])
  // Two numbers are told apart by what they are called.
  expect(screen.getByText('本期 / 往期')).toBeTruthy()
})

it('a CSV runs nothing in a spreadsheet', () => {
  expect(csvOf({ columns: ['a'], rows: [['=1+1'], ['说,"好"'], [null]] })).toBe(
    '\uFEFFa\r\n\'=1+1\r\n"说,""好"""\r\n\r\n',
  )
})
