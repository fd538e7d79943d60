import type { ShownCaseFigure } from '@shared/contract/reform-case.ts'
import type { Drawing } from '@/kit/drawing-data'

/** How a number becomes dots: what one dot stands for, how far apart they are, on how wide a ground. */
export interface DotScale {
  each: number
  gap: number
  width: number
}

/** Of a drawing that takes a whole row; a small one takes half. */
export const WIDTH = 300

/** Up to here every single thing gets its own dot: 604 stations are 604 dots. */
const ONE_BY_ONE = 700
const MOST_DOTS = 200

/** A round number (1, 10, 100 …) for one dot, so that not more than 200 are drawn. */
function eachFor(value: number): number {
  if (value <= ONE_BY_ONE) return 1
  return 10 ** Math.max(1, Math.ceil(Math.log10(value / MOST_DOTS)))
}

function scaleFor(largest: number): DotScale {
  const each = eachFor(largest)
  const dots = largest / each
  if (dots <= 10) return { each, gap: 15, width: WIDTH / 2 }
  if (dots <= 60) return { each, gap: 15, width: WIDTH }
  return { each, gap: dots <= MOST_DOTS ? 10 : 7, width: WIDTH }
}

/**
 * The scale of one figure of a case. Figures with the same unit share it, so that their areas can be compared;
 * one that would be less than a dot there (4.96 places a thousand people beside 90,000 places) keeps its own.
 */
export function dotScale(figure: ShownCaseFigure, figures: readonly ShownCaseFigure[]): DotScale {
  const alike = figures.filter(({ unit, before }) => unit === figure.unit && before === undefined)
  const shared = scaleFor(Math.max(figure.value, ...alike.map(({ value }) => value)))
  return figure.value < shared.each ? scaleFor(figure.value) : shared
}

/** Rows of dots; a remainder is a dot of that part of the area. */
export function drawDots(value: number, { each, gap, width }: DotScale): Drawing {
  const columns = Math.floor(width / gap)
  const whole = Math.floor(value / each + 1e-9)
  const rest = value / each - whole
  const hasRest = rest > 0.05
  const rows = Math.max(1, Math.ceil((whole + Number(hasRest)) / columns))
  const dotAt = (index: number) =>
    `M${(index % columns) * gap + gap / 2} ${Math.floor(index / columns) * gap + gap / 2}h.01`
  const size = gap * 0.72
  const dots = {
    d: Array.from({ length: whole }, (_, index) => dotAt(index)).join(''),
    line: 'action',
    width: size,
  } as const
  const part = { d: dotAt(whole), line: 'action', width: size * Math.sqrt(rest) } as const
  return { width, height: rows * gap, shapes: hasRest ? [dots, part] : [dots] }
}
