import type { ShownCaseFigure } from '@shared/contract/reform-case.ts'
import type { Drawing } from '@/kit/drawing-data'

/** How a number becomes dots: what one dot stands for, and how far apart they are. */
export interface DotScale {
  each: number
  gap: number
}

export const WIDTH = 300

/** Up to here every single thing gets its own dot: 604 stations are 604 dots. */
const ONE_BY_ONE = 700

/** A round number (1, 10, 100 …) of which the value holds not more than 200; 1 while single things can be drawn. */
function eachFor(value: number): number {
  if (value <= ONE_BY_ONE) return 1
  return 10 ** Math.max(1, Math.ceil(Math.log10(value / 200)))
}

function gapFor(dots: number): number {
  if (dots <= 10) return 22
  if (dots <= 60) return 15
  return dots <= 200 ? 10 : 7
}

/**
 * The scale of one figure of a case. Figures with the same unit share it, so that their areas can be compared;
 * one that would be less than a dot there keeps a scale of its own.
 */
export function dotScale(figure: ShownCaseFigure, figures: readonly ShownCaseFigure[]): DotScale {
  const alike = figures.filter(({ unit, before }) => unit === figure.unit && before === undefined)
  const largest = Math.max(figure.value, ...alike.map(({ value }) => value))
  const shared = eachFor(largest)
  // Below one a shared scale says nothing: 4.96 places a thousand people beside 90,000 places.
  if (figure.value < shared) return { each: eachFor(figure.value), gap: gapFor(figure.value / eachFor(figure.value)) }
  return { each: shared, gap: gapFor(largest / shared) }
}

/** Rows of dots; a remainder is a dot of that part of the area. */
export function drawDots(value: number, { each, gap }: DotScale): Drawing {
  const columns = Math.floor(WIDTH / gap)
  const whole = Math.floor(value / each + 1e-9)
  const rest = value / each - whole
  const rows = Math.max(1, Math.ceil((whole + (rest > 0.05 ? 1 : 0)) / columns))
  const at = (index: number) => {
    const x = (index % columns) * gap + gap / 2
    const y = Math.floor(index / columns) * gap + gap / 2
    return `M${x} ${y}h.01`
  }
  const size = gap * 0.72
  const shapes = [{ d: Array.from({ length: whole }, (_, index) => at(index)).join(''), line: 'action', width: size }] as const
  if (rest <= 0.05) return { width: WIDTH, height: rows * gap, shapes }
  const part = { d: at(whole), line: 'action', width: size * Math.sqrt(rest) } as const
  return { width: WIDTH, height: rows * gap, shapes: [...shapes, part] }
}
