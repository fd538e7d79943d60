import { Box } from '@/kit/box'
import { Drawing } from '@/kit/drawing'
import { Graphic } from '@/kit/graphic'
import { Text } from '@/kit/text'
import { useFormat, useText } from '@/locale/use-text'
import { usePreferences } from '@/state/preferences'
import { ChartAxis } from './chart-axis'
import { ChartFrame, type ChartProps } from './chart-frame'
import type { ChartTable } from './chart-table'
import { LINE_KEY, lines } from './line-shapes'
import { LyingBars } from './lying-bars'
import { axisEnd } from './scale'

export interface LinePoint {
  key: string
  label: string
  /** what stands under the line, where the label is too long for a phone in large type */
  short?: string
  /** null: nothing to say, a gap in the line */
  value: number | null
  /** the same a period earlier */
  past?: number | null
}

export interface LineChartProps extends ChartProps {
  /** what the first column of the table holds: '月份' */
  of: string
  points: readonly LinePoint[]
  /** what the two lines are called, '本期' and '往期' when absent */
  names?: { now: string; past: string }
  /** in place of the table made of the points: with both numbers of a share, for instance */
  table?: ChartTable
  /** where the axis ends; a percentage's at 100 */
  end?: number
  /** how a number is said: '97%' */
  say?: (value: number) => string
}

/** A course over time, beside the own past where it is given: the only yardstick there is here. */
export function LineChart({ of, points, names, end: given, say, table: own, ...frame }: LineChartProps) {
  const t = useText()
  const format = useFormat()
  const elder = usePreferences((now) => now.elder)
  const words = say ?? format.number
  const { now, past } = names ?? { now: t('chart.now'), past: t('chart.past') }
  const hasPast = points.some((point) => point.past !== undefined && point.past !== null)
  const values = points.map(({ value }) => value)
  const before = points.map((point) => point.past ?? null)
  const end = given ?? axisEnd(Math.max(0, ...values.map(Number), ...before.map(Number)))
  const table = own ?? {
    columns: [of, now, ...(hasPast ? [past] : [])],
    // With its unit, where it has one: a bare 62.5 in a table is no share.
    rows: points.map(({ label, value, past: earlier = null }) => {
      const cells = [value, ...(hasPast ? [earlier] : [])]
      return [label, ...cells.map((cell) => (cell === null || !say ? cell : say(cell)))]
    }),
  }
  return (
    <ChartFrame {...frame} table={table}>
      {hasPast && <Names now={now} past={past} elder={elder} />}
      {elder ? (
        <LyingBars label={frame.title} most={end} items={points.map((point) => lying(point, words))} />
      ) : (
        <Graphic label={frame.summary}>
          <ChartAxis marks={[words(end), words(end / 2), words(0)]} labels={endsOf(points)} spread>
            <Drawing drawing={lines(values, before, end)} className="chart-drawing" />
          </ChartAxis>
        </Graphic>
      )}
    </ChartFrame>
  )
}

/** What the two lines are; in large type, what the two numbers behind a bar are. */
function Names({ now, past, elder }: { now: string; past: string; elder: boolean }) {
  if (elder) return <Text block size="small">{`${now} / ${past}`}</Text>
  return (
    <Box row wrap gap={4}>
      <Key drawing={LINE_KEY.now} label={now} />
      <Key drawing={LINE_KEY.past} label={past} />
    </Box>
  )
}

function Key({ drawing, label }: { drawing: (typeof LINE_KEY)['now' | 'past']; label: string }) {
  return (
    <Box row align="center" gap={2}>
      <Drawing drawing={drawing} className="chart-swatch" />
      <Text size="small">{label}</Text>
    </Box>
  )
}

/** In large type a line has no room for its labels: each point lies as a bar, the past beside it in words. */
function lying({ key, label, value, past }: LinePoint, say: (value: number) => string) {
  const said = [value, ...(past === undefined || past === null ? [] : [past])]
  return {
    key,
    label,
    values: [value ?? 0],
    said: said.map((one) => (one === null ? '–' : say(one))).join(' / '),
  }
}

/** The first, the middle and the last label: more have no room on a phone in large type. */
function endsOf(points: readonly LinePoint[]): readonly { key: string; label: string }[] {
  const middle = (points.length - 1) / 2
  return points
    .filter((_, at) => at === 0 || at === middle || at === points.length - 1)
    .map(({ key, label, short }) => ({ key, label: short ?? label }))
}
