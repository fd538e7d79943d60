import type { ShownCaseFigure } from '@shared/contract/reform-case.ts'
import type { Drawing } from '@/kit/drawing-data'
import { pairOfBars, shareBar } from './bars'
import { dotScale, drawDots, WIDTH } from './dots'

/** What is drawn for a figure. Its words stand beside it always: the picture adds nothing that they do not say. */
export type FigurePicture =
  | { kind: 'none' }
  | { kind: 'dots'; drawing: Drawing; each: number }
  | { kind: 'share'; drawing: Drawing }
  | { kind: 'reform'; before: Drawing; after: Drawing; from: number; to: number }
  | { kind: 'growth'; before: Drawing; after: Drawing }

/** By how much something grew, in both scripts: such a percentage is no share of anything. */
const GROWTH = /增幅/

/** How many times as much as before; null for a figure that is no growth. */
export function growthOf({ unit, value, label, counts }: ShownCaseFigure): number | null {
  if (unit === '倍') return value
  return unit === '%' && GROWTH.test(label + counts) ? 1 + value / 100 : null
}

/** Chooses the picture by what the number means: before and after, growth, a share, or so many things. */
export function pictureOf(figure: ShownCaseFigure, figures: readonly ShownCaseFigure[]): FigurePicture {
  const { value, before, unit } = figure
  if (before !== undefined) return { kind: 'reform', ...pairOfBars(before, value), from: before, to: value }
  const growth = growthOf(figure)
  if (growth !== null) return { kind: 'growth', ...pairOfBars(100, growth * 100) }
  if (unit === '%') return { kind: 'share', drawing: shareBar(value) }
  const scale = dotScale(figure, figures)
  // A single dot says something only beside a few more of them.
  if (value <= 1 && (scale.gap < LARGE_GAP || isLargest(figure, figures))) return { kind: 'none' }
  return { kind: 'dots', drawing: drawDots(value, scale), each: scale.each }
}

const LARGE_GAP = 15

function isLargest({ unit, value }: ShownCaseFigure, figures: readonly ShownCaseFigure[]): boolean {
  return !figures.some((other) => other.unit === unit && other.value > value)
}

/** Whether a picture wants a row of its own. */
export function isWide(picture: FigurePicture): boolean {
  return picture.kind === 'dots' ? picture.drawing.width === WIDTH : picture.kind !== 'none'
}
