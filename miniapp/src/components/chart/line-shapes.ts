import type { Drawing, DrawingShape } from '@/kit/drawing-data'
import { GROUND, gridLines, heightOf, round } from './bar-shapes'

type Value = number | null
type Point = readonly [x: number, y: number]

/** Runs of points without a gap. */
function runsOf(values: readonly Value[], end: number): Point[][] {
  const step = values.length > 1 ? GROUND.width / (values.length - 1) : 0
  // A point is wider than the line: it must not be cut at the edge.
  const inset = (at: number, length: number) => Math.min(length - 5, Math.max(5, at))
  const runs: Point[][] = [[]]
  for (const [at, value] of values.entries()) {
    if (value === null) runs.push([])
    else
      runs.at(-1)?.push([round(inset(at * step, GROUND.width)), inset(heightOf(value, end), GROUND.height)])
  }
  return runs.filter((run) => run.length > 0)
}

const path = (run: readonly Point[]) => run.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`).join('')

/** Cut into dashes: a drawing of the kit has no dashed lines. */
function dashes(run: readonly Point[]): string {
  const DASH = 6
  return run
    .slice(1)
    .map(([toX, toY], at) => {
      const [fromX, fromY] = run[at] ?? [toX, toY]
      const count = Math.max(1, Math.round(Math.hypot(toX - fromX, toY - fromY) / DASH / 2))
      const part = (share: number) =>
        `${round(fromX + (toX - fromX) * share)} ${round(fromY + (toY - fromY) * share)}`
      return Array.from(
        { length: count },
        (_, dash) => `M${part(dash / count)}L${part((dash + 0.55) / count)}`,
      ).join('')
    })
    .join('')
}

function dots(runs: readonly Point[][]): string {
  return runs
    .flat()
    .map(([x, y]) => `M${x} ${y}h.01`)
    .join('')
}

/** One line with its points, and the own past behind it in dashes; null is a gap, not a zero. */
export function lines(now: readonly Value[], past: readonly Value[], end: number): Drawing {
  const here = runsOf(now, end)
  const before = runsOf(past, end)
  const shapes: DrawingShape[] = [
    ...gridLines(end),
    { d: before.map(dashes).join(''), line: 'ink', width: 1.5 },
    { d: here.map(path).join(''), line: 'action', width: 2.5 },
    { d: dots(here), line: 'action', width: 7 },
  ]
  return { ...GROUND, shapes: shapes.filter(({ d }) => d !== '') }
}

/** For the key: this period's line, and the past's. */
export const LINE_KEY = {
  now: {
    width: 28,
    height: 14,
    shapes: [
      { d: 'M1 7H27', line: 'action', width: 2.5 },
      { d: 'M14 7h.01', line: 'action', width: 7 },
    ],
  },
  past: { width: 28, height: 14, shapes: [{ d: 'M1 7h6M11 7h6M21 7h6', line: 'ink', width: 1.5 }] },
} as const satisfies Record<string, Drawing>
