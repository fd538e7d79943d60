import type { DrawingShape } from '@/kit/drawing-data'

/** Path data of the few forms the covers are drawn with; all on one canvas. */
export const CANVAS = { width: 160, height: 100 } as const

/** Outline on the card's white: most things. */
export function thing(d: string): DrawingShape {
  return { d, line: 'ink', fill: 'paper' }
}

/** A line of the drawing itself. */
export function stroke(d: string, line: DrawingShape['line'] = 'ink'): DrawingShape {
  return { d, line }
}

/** A patch of colour without an outline. */
export function patch(d: string, fill: DrawingShape['fill']): DrawingShape {
  return { d, fill }
}

/** What the eye should find first. */
export function highlight(d: string): DrawingShape {
  return { d, line: 'ink', fill: 'kapok' }
}

export function circle(x: number, y: number, radius: number): string {
  return `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0Z`
}

/** @param round radius of the corners */
export function box(x: number, y: number, width: number, height: number, round = 3): string {
  const corner = (dx: number, dy: number) => `a${round} ${round} 0 0 1 ${dx} ${dy}`
  return [
    `M${x + round} ${y}`,
    `h${width - 2 * round}${corner(round, round)}`,
    `v${height - 2 * round}${corner(-round, round)}`,
    `h${2 * round - width}${corner(-round, -round)}`,
    `v${2 * round - height}${corner(round, -round)}Z`,
  ].join('')
}

/** Through the points, open. */
export function line(...points: [number, number][]): string {
  return points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('')
}

/** The same form several times, moved by the given steps. */
export function repeat(count: number, form: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => form(index)).join('')
}
