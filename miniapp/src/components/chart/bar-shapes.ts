import type { Drawing, DrawingShape } from '@/kit/drawing-data'

/** What tells the parts of a stack apart: full, hatched, empty, barred. Not by colour, so that print and every eye can tell. */
type Fill = 'full' | 'hatched' | 'empty' | 'barred'
const FILLS: readonly Fill[] = ['full', 'hatched', 'empty', 'barred']

export interface Rect {
  x: number
  y: number
  width: number
  height: number
}

const HATCH = 6

/** Slanting lines within a rectangle. */
function hatching({ x, y, width, height }: Rect): string {
  const lines: string[] = []
  for (let at = HATCH; at < width + height; at += HATCH) {
    const from = { x: x + Math.max(0, at - height), y: y + Math.min(at, height) }
    const to = { x: x + Math.min(at, width), y: y + Math.max(0, at - width) }
    lines.push(`M${round(from.x)} ${round(from.y)}L${round(to.x)} ${round(to.y)}`)
  }
  return lines.join('')
}

/** Upright lines within a rectangle. */
function bars({ x, y, width, height }: Rect): string {
  const count = Math.floor(width / HATCH)
  return Array.from(
    { length: count },
    (_, at) => `M${round(x + (at + 0.5) * HATCH)} ${round(y)}v${round(height)}`,
  ).join('')
}

function outline({ x, y, width, height }: Rect): string {
  return `M${round(x)} ${round(y)}h${round(width)}v${round(height)}h${round(-width)}Z`
}

/** The same rectangle, smaller by half a line on each side. */
function within({ x, y, width, height }: Rect, by: number): Rect {
  return {
    x: x + by,
    y: y + by,
    width: Math.max(0.1, width - 2 * by),
    height: Math.max(0.1, height - 2 * by),
  }
}

/** One part of a bar; the first part of a stack is full, the second hatched, the third empty, the fourth barred. */
export function partShapes(rect: Rect, part: number): DrawingShape[] {
  const inner = within(rect, 0.75)
  switch (FILLS[part % FILLS.length]) {
    case 'hatched':
      return [
        { d: outline(inner), line: 'action', fill: 'tint', width: 1.5 },
        { d: hatching(inner), line: 'action', width: 1.25 },
      ]
    case 'barred':
      return [
        { d: outline(inner), line: 'ink', fill: 'paper', width: 1.5 },
        { d: bars(inner), line: 'ink', width: 1.25 },
      ]
    case 'empty':
      return [{ d: outline(inner), line: 'ink', fill: 'paper', width: 1.5 }]
    default:
      return [{ d: outline(rect), fill: 'action' }]
  }
}

/** For the key to a stack. */
export function swatch(part: number): Drawing {
  return { width: 20, height: 14, shapes: partShapes({ x: 0, y: 0, width: 20, height: 14 }, part) }
}

const ROW = { width: 300, height: 16 }

/** A lying bar; `most` is as long as the drawing is wide. */
export function lyingBar(values: readonly number[], most: number): Drawing {
  const widthOf = (value: number) => (most > 0 ? (ROW.width * value) / most : 0)
  let left = 0
  const shapes: DrawingShape[] = [{ d: `M0 0V${ROW.height}`, line: 'soft', width: 2 }]
  for (const [part, value] of values.entries()) {
    const width = widthOf(value)
    if (width > 0) shapes.push(...partShapes({ x: left, y: 0, width: Math.max(2, width), height: 16 }, part))
    left += width
  }
  return { ...ROW, shapes }
}

export const GROUND = { width: 320, height: 132 }
const TOP = 2

/** Where a value lies on a standing ground that ends at `end`. */
export function heightOf(value: number, end: number): number {
  const room = GROUND.height - TOP - 1
  return round(GROUND.height - 1 - (room * value) / end)
}

/** The lines at nothing, half and all. */
export function gridLines(end: number): DrawingShape[] {
  const at = (value: number) => `M0 ${heightOf(value, end)}H${GROUND.width}`
  return [
    { d: at(end) + at(end / 2), line: 'soft', width: 0.75 },
    { d: at(0), line: 'ink', width: 1 },
  ]
}

/** Standing bars on one ground, evenly spread. */
export function standingBars(columns: readonly (readonly number[])[], end: number): Drawing {
  const slot = GROUND.width / Math.max(1, columns.length)
  const width = Math.min(slot * 0.64, 44)
  const shapes = gridLines(end)
  for (const [at, values] of columns.entries()) {
    let below = 0
    for (const [part, value] of values.entries()) {
      if (value <= 0) continue
      const y = heightOf(below + value, end)
      const rect = { x: slot * (at + 0.5) - width / 2, y, width, height: heightOf(below, end) - y }
      shapes.push(...partShapes({ ...rect, height: Math.max(1, rect.height) }, part))
      below += value
    }
  }
  return { ...GROUND, shapes }
}

/** Two decimals are finer than any screen. */
export function round(value: number): number {
  return Math.round(value * 100) / 100
}
