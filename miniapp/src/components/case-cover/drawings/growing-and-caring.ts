import type { DrawingShape } from '@/kit/drawing-data'
import { box, circle, highlight, line, patch, repeat, stroke, thing } from '../pen'

/** A pram among building blocks. */
export const childcareNetwork: DrawingShape[] = [
  patch(circle(70, 54, 36), 'tint'),
  { d: 'M34 46h64a32 26 0 0 1-64 0Z', line: 'ink', fill: 'action' },
  thing('M66 46V20a32 26 0 0 1 32 26Z'),
  stroke('M34 46l-8-12h-8'),
  stroke('M66 20 82 46'),
  thing(circle(52, 80, 8) + circle(82, 80, 8)),
  stroke('M52 80h.01M82 80h.01'),
  highlight(box(110, 66, 22, 22, 2)),
  { d: 'M116 77h10M121 72v10', line: 'paper', width: 2.5 },
  thing(box(114, 44, 22, 22, 2)),
  stroke(circle(125, 55, 5), 'action'),
  stroke('M18 88h124', 'soft'),
]

/** A school, its flag, and room for more. */
export const highSchoolPlaces: DrawingShape[] = [
  patch(box(16, 44, 128, 44, 6), 'tint'),
  thing(box(20, 50, 40, 38, 0) + box(100, 50, 40, 38, 0)),
  thing('M56 38 80 22l24 16v50H56Z'),
  stroke('M80 22V8'),
  highlight('M80 8h16l-4 4.500 4 4.500H80Z'),
  { d: circle(80, 44, 7), line: 'ink', fill: 'paper' },
  stroke('M80 40.500v4l2.500 2'),
  { d: box(72, 66, 16, 22, 0), line: 'ink', fill: 'action' },
  stroke(repeat(2, (row) => repeat(2, (column) => box(27 + column * 15, 57 + row * 15, 10, 8, 1)))),
  stroke(repeat(2, (row) => repeat(2, (column) => box(108 + column * 15, 57 + row * 15, 10, 8, 1)))),
  stroke('M12 88h136'),
]

/** A hot meal. */
export const elderlyCanteens: DrawingShape[] = [
  patch(circle(80, 56, 36), 'tint'),
  stroke('M66 30q-5-6 0-11t0-11M82 30q-5-6 0-11t0-11M98 30q-5-6 0-11t0-11', 'soft'),
  thing('M46 50a12 11 0 0 1 16-10 16 13 0 0 1 30-1 14 12 0 0 1 22 11Z'),
  { d: 'M38 50h84a42 34 0 0 1-28 33v5H66v-5a42 34 0 0 1-28-33Z', line: 'ink', fill: 'kapok' },
  { d: 'M48 59a36 26 0 0 0 12 15', line: 'paper', width: 2.5 },
  stroke('M108 46 140 14M114 48l32-27'),
  stroke('M22 88h116', 'soft'),
  { d: 'M72 44h.01M84 40h.01M94 45h.01', line: 'action', width: 3.5 },
]

/** A cap and a cogwheel, joined. */
export const campusCityPartnership: DrawingShape[] = [
  patch(circle(50, 50, 34), 'tint'),
  thing('M30 52v18c6 7 34 7 40 0V52Z'),
  { d: 'M50 32 16 46l34 14 34-14Z', line: 'ink', fill: 'action' },
  stroke('M84 46v20'),
  highlight(circle(84, 70, 4)),
  thing(cog(118, 60, 25, 18)),
  { d: circle(118, 60, 8), line: 'ink', fill: 'blush' },
  { d: 'M64 86q22 10 40-6', line: 'soft' },
  stroke('M100 74l5 5-6 4', 'soft'),
]

/** A person in the middle of a net. */
export const talentGroup: DrawingShape[] = [
  patch(circle(80, 50, 40), 'tint'),
  stroke('M80 50 34 26M80 50l48-26M80 50 32 78M80 50l50 26', 'soft'),
  thing(box(18, 14, 26, 20, 4) + box(118, 14, 26, 20, 4) + box(18, 68, 26, 20, 4) + box(118, 68, 26, 20, 4)),
  stroke('M24 21h14M24 27h9M125 21l6 6 6-6M24 82l5-7 4 4 5-6M125 75h12M125 81h12'),
  { d: circle(80, 50, 24), line: 'ink', fill: 'paper' },
  { d: circle(80, 43, 8), line: 'ink', fill: 'blush' },
  { d: 'M65 67c1-9 7-13 15-13s14 4 15 13a24 24 0 0 1-30 0Z', line: 'ink', fill: 'action' },
  highlight(
    'M80 12l2.600 5.400 5.900.8-4.300 4.100 1 5.900-5.200-2.800-5.200 2.800 1-5.900-4.300-4.100 5.900-.8Z',
  ),
]

/** Three who serve, and whoever else is needed. */
export const threePlusXInvestment: DrawingShape[] = [
  patch(box(12, 30, 136, 58, 10), 'tint'),
  ...person(38, 'paper'),
  ...person(72, 'action'),
  ...person(106, 'paper'),
  highlight(circle(134, 36, 13)),
  { d: line([134, 30], [134, 42]) + line([128, 36], [140, 36]), line: 'paper', width: 3.5 },
  stroke('M12 88h136'),
]

function person(x: number, coat: DrawingShape['fill']): DrawingShape[] {
  return [
    { d: circle(x, 42, 9), line: 'ink', fill: 'blush' },
    { d: `M${x - 16} 88v-14a16 18 0 0 1 32 0v14Z`, line: 'ink', fill: coat },
    { d: `M${x} 57l-3 6 3 14 3-14Z`, line: 'ink', fill: 'kapok', width: 1.5 },
  ]
}

/** Eight teeth. */
function cog(x: number, y: number, outer: number, inner: number): string {
  const points = Array.from({ length: 32 }, (_, index) => {
    const angle = (Math.PI / 16) * (index + 0.5)
    const radius = index % 4 < 2 ? outer : inner
    return `${(x + radius * Math.cos(angle)).toFixed(1)} ${(y + radius * Math.sin(angle)).toFixed(1)}`
  })
  return `M${points.join('L')}Z`
}
