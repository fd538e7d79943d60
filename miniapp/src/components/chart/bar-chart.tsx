import { Drawing } from '@/kit/drawing'
import { Graphic } from '@/kit/graphic'
import { useFormat, useText } from '@/locale/use-text'
import { usePreferences } from '@/state/preferences'
import { standingBars } from './bar-shapes'
import { ChartAxis, ChartKey } from './chart-axis'
import { ChartFrame, type ChartProps } from './chart-frame'
import { LyingBars } from './lying-bars'
import { axisEnd } from './scale'

export interface BarItem {
  key: string
  label: string
  /** under a standing bar, where there is little room: '11月' → '11' */
  short?: string
  /** one number a part, in the order of `parts` */
  values: readonly number[]
}

export interface BarChartProps extends ChartProps {
  /** what the first column of the table holds: '月份' */
  of: string
  /** what is counted; several are stacked, each with a filling of its own */
  parts: readonly { label: string }[]
  items: readonly BarItem[]
  /** rows: lying bars with their names, for categories. columns: standing bars, for months; elder mode lays them down */
  layout?: 'rows' | 'columns'
}

/** More standing bars than this have no room for their labels on a phone. */
const MOST_COLUMNS = 13

export function BarChart({ of, parts, items, layout = 'rows', ...frame }: BarChartProps) {
  const t = useText()
  const elder = usePreferences((now) => now.elder)
  const stands = layout === 'columns' && !elder && items.length <= MOST_COLUMNS
  const labels = parts.map(({ label }) => label)
  const isStack = parts.length > 1
  const table = {
    columns: [of, ...labels, ...(isStack ? [t('chart.total')] : [])],
    rows: items.map(({ label, values }) => [label, ...values, ...(isStack ? [total(values)] : [])]),
  }
  return (
    <ChartFrame {...frame} table={table}>
      {isStack && <ChartKey labels={labels} />}
      {stands ? <Columns items={items} label={frame.summary} /> : <Rows items={items} label={frame.title} />}
    </ChartFrame>
  )
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}

interface PictureProps {
  items: readonly BarItem[]
  label: string
}

function Columns({ items, label }: PictureProps) {
  const format = useFormat()
  const end = axisEnd(Math.max(0, ...items.map(({ values }) => total(values))))
  return (
    <Graphic label={label}>
      <ChartAxis
        marks={[format.number(end), format.number(end / 2), '0']}
        labels={items.map(({ key, short, label: whole }) => ({ key, label: short ?? whole }))}
      >
        <Drawing
          drawing={standingBars(
            items.map(({ values }) => values),
            end,
          )}
          className="chart-drawing"
        />
      </ChartAxis>
    </Graphic>
  )
}

function Rows({ items, label }: PictureProps) {
  const format = useFormat()
  const most = Math.max(0, ...items.map(({ values }) => total(values)))
  const rows = items.map((item) => ({ ...item, said: item.values.map(format.number).join(' + ') }))
  return <LyingBars label={label} most={most} items={rows} />
}
