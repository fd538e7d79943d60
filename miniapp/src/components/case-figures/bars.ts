import type { Drawing, Ink } from '@/kit/drawing-data'
import { box, repeat } from '../case-cover/pen'
import { WIDTH } from './dots'

const HEIGHT = 20
const CELLS = 10
/** Up to here a bar is made of blocks that can be counted. */
const COUNTABLE = 12

/** Two numbers on one scale, to be shown one below the other. */
export interface BarPair {
  before: Drawing
  after: Drawing
}

export function pairOfBars(before: number, after: number): BarPair {
  const most = Math.max(before, after)
  const countable = most <= COUNTABLE && Number.isInteger(before) && Number.isInteger(after)
  const draw = (value: number, ink: Ink) => (countable ? blocks(value, ink) : bar(value / most, ink))
  return { before: draw(before, 'soft'), after: draw(after, 'action') }
}

/** Ten cells, filled from the left: `62.18` fills six and a part of the seventh. */
export function shareBar(percent: number): Drawing {
  const gap = 4
  const cell = (WIDTH - gap * (CELLS - 1)) / CELLS
  const filled = (index: number) => Math.min(1, Math.max(0, percent / CELLS - index))
  const left = (index: number) => index * (cell + gap)
  return {
    width: WIDTH,
    height: HEIGHT,
    shapes: [
      { d: repeat(CELLS, (index) => box(left(index), 0, cell, HEIGHT, 4)), fill: 'soft' },
      { d: repeat(CELLS, (index) => partOfCell(left(index), cell * filled(index), cell)), fill: 'action' },
    ],
  }
}

function partOfCell(x: number, width: number, cell: number): string {
  if (width <= 0) return ''
  return width >= cell
    ? box(x, 0, cell, HEIGHT, 4)
    : `M${x + 4} 0H${x + width}V${HEIGHT}H${x + 4}a4 4 0 0 1-4-4V4a4 4 0 0 1 4-4Z`
}

function bar(part: number, ink: Ink): Drawing {
  return {
    width: WIDTH,
    height: HEIGHT,
    shapes: [{ d: box(0, 0, Math.max(8, WIDTH * part), HEIGHT, 4), fill: ink }],
  }
}

function blocks(count: number, ink: Ink): Drawing {
  const gap = 5
  const block = 32
  const size = { width: WIDTH, height: HEIGHT }
  // Nothing left is something to see: an empty place.
  if (count === 0) return { ...size, shapes: [{ d: box(1.5, 1.5, block - 3, HEIGHT - 3, 4), line: ink }] }
  const perRow = Math.min(block, (WIDTH - gap * (count - 1)) / count)
  return {
    ...size,
    shapes: [{ d: repeat(count, (index) => box(index * (perRow + gap), 0, perRow, HEIGHT, 4)), fill: ink }],
  }
}
