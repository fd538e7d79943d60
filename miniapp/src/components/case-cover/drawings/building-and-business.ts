import type { DrawingShape } from '@/kit/drawing-data'
import { box, circle, highlight, line, patch, repeat, stroke, thing } from '../pen'

/** A good name opens power, water and gas. */
export const creditForUtilities: DrawingShape[] = [
  patch(box(14, 30, 70, 50, 10), 'tint'),
  thing(box(20, 24, 62, 44, 5)),
  { d: circle(37, 41, 8), line: 'ink', fill: 'blush' },
  stroke('M52 37h22M52 45h14M28 58h30', 'soft'),
  { d: circle(76, 66, 11), line: 'ink', fill: 'action' },
  { d: 'M71 66.500l3.500 3.500 6-7', line: 'paper', width: 3 },
  highlight('M122 10l-14 20h10l-4 16 15-21h-10Z'),
  thing('M104 54s-11 12-11 20a11 11 0 0 0 22 0c0-8-11-20-11-20Z'),
  stroke('M98 74a6 6 0 0 0 6 6', 'action'),
  thing('M136 50c2 9 12 13 12 24a12 12 0 0 1-24 0c0-5 3-9 5-11 1 4 3 5 4 5 0-7 0-12 3-18Z'),
  { d: 'M136 72c3 4 5 5 5 8a5 5 0 0 1-10 0c0-3 3-4 5-8Z', line: 'ink', fill: 'blush' },
]

/** A works going up under its crane. */
export const projectPartner: DrawingShape[] = [
  patch(circle(60, 56, 36), 'tint'),
  thing('M20 88V56l22-14v14l22-14v14l22-14v46Z'),
  stroke(repeat(3, (index) => box(27 + index * 20, 66, 11, 9, 1))),
  stroke('M112 88V14M120 88V14M112 26h8M112 38h8M112 50h8M112 62h8M112 74h8', 'ink'),
  stroke('M62 20h86M112 20l4-12 4 12'),
  stroke('M72 20v14'),
  highlight(box(63, 34, 18, 12, 2)),
  { d: box(134, 20, 12, 10, 1), line: 'ink', fill: 'action' },
  stroke('M12 88h136'),
]

/** One tap, and the money has come. */
export const policyPayout: DrawingShape[] = [
  patch(circle(58, 52, 38), 'tint'),
  thing(box(34, 12, 44, 78, 7)),
  stroke('M50 20h12', 'soft'),
  stroke('M43 34h26M43 42h18', 'soft'),
  { d: box(42, 60, 28, 14, 7), line: 'ink', fill: 'action' },
  { d: 'M50 67l4 4 8-8', line: 'paper', width: 2.5 },
  stroke('M92 76l-18-6M90 84l-14-1', 'soft'),
  thing('M94 70h44v12a6 4 0 0 1-44 0Z'),
  { d: ellipse(116, 70, 22, 7), line: 'ink', fill: 'paper' },
  thing('M94 58v12a22 7 0 0 0 44 0V58Z'),
  { d: ellipse(116, 58, 22, 7), line: 'ink', fill: 'paper' },
  highlight(circle(116, 32, 16)),
  { d: 'M110 25l6 7 6-7M116 32v8M110.500 33.500h11', line: 'paper', width: 2.25 },
]

/** Homes with light, air and green. */
export const betterHomes: DrawingShape[] = [
  highlight(circle(130, 24, 10)),
  patch('M10 88q24-26 60-20t80 20Z', 'tint'),
  thing(box(30, 18, 40, 70, 2)),
  thing(box(76, 36, 42, 52, 2)),
  stroke(repeat(4, (row) => box(37, 26 + row * 14, 10, 8, 1) + box(53, 26 + row * 14, 10, 8, 1))),
  stroke(
    repeat(3, (row) => `M84 ${50 + row * 13}h26`),
    'soft',
  ),
  {
    d: repeat(3, (row) => `M88 ${50 + row * 13}a4 5 0 0 1 8 0ZM100 ${50 + row * 13}a4 5 0 0 1 8 0Z`),
    line: 'ink',
    fill: 'action',
  },
  { d: circle(134, 64, 12), line: 'ink', fill: 'action' },
  stroke('M134 62v26M134 74l5-5'),
  stroke('M12 88h136'),
]

/** Old walls propped up by neighbours, new ones beside them. */
export const selfFundedRebuilding: DrawingShape[] = [
  patch(box(14, 34, 132, 54, 8), 'tint'),
  thing('M24 88V50l22-16 22 16v38Z'),
  stroke('M42 50l4 10-5 8 6 10', 'kapok'),
  stroke('M32 66h8v22h-8Z', 'soft'),
  thing(box(94, 22, 44, 66, 2)),
  stroke(repeat(3, (row) => box(101, 30 + row * 16, 12, 9, 1) + box(119, 30 + row * 16, 12, 9, 1))),
  stroke('M90 88V16M142 88V16M86 34h60M86 52h60M86 70h60', 'soft'),
  { d: 'M70 62h8v-6l10 9-10 9v-6h-8Z', line: 'ink', fill: 'kapok' },
  { d: box(110, 76, 12, 12, 1), line: 'ink', fill: 'action' },
  stroke('M12 88h136'),
]

/** An arcade house of Guangzhou, with its shop open again. */
export const oldPropertyRenewal: DrawingShape[] = [
  patch(circle(80, 54, 38), 'tint'),
  thing('M36 88V30h10l8-10h14l12-8 12 8h14l8 10h10v58Z'),
  stroke('M36 56h88M36 34h88'),
  { d: archWindow(47, 39) + archWindow(74, 39) + archWindow(101, 39), line: 'ink', fill: 'blush' },
  { d: 'M44 88V66q0-5 5-5h16q5 0 5 5v22Z', line: 'ink', fill: 'action' },
  thing('M90 88V66q0-5 5-5h16q5 0 5 5v22Z'),
  highlight('M88 66h30l3 8H85Z'),
  { d: circle(80, 24, 4), line: 'ink', fill: 'kapok' },
  stroke('M57 61v27', 'paper'),
  stroke('M14 88h132'),
]

/** A window of old Xiguan, its panes of coloured glass. */
export const historicQuarters: DrawingShape[] = [
  patch(circle(80, 50, 42), 'tint'),
  thing(box(42, 12, 76, 76, 3)),
  stroke(box(49, 19, 62, 62, 1)),
  { d: 'M80 28 102 50 80 72 58 50Z', line: 'ink', fill: 'blush' },
  { d: 'M49 19h20L49 39ZM111 81H91l20-20Z', line: 'ink', fill: 'action' },
  { d: 'M111 19v20L91 19ZM49 81V61l20 20Z', line: 'ink', fill: 'kapok' },
  stroke('M80 19v9M80 72v9M49 50h9M102 50h9'),
  { d: 'M80 38 92 50 80 62 68 50Z', line: 'ink', fill: 'paper' },
  { d: circle(80, 50, 4), line: 'ink', fill: 'kapok' },
  stroke(
    line([30, 12], [42, 18]) +
      line([130, 12], [118, 18]) +
      line([30, 88], [42, 82]) +
      line([130, 88], [118, 82]),
    'soft',
  ),
]

/** Help in three rings: oneself, the neighbours, the professionals. */
export const smallestEmergencyCircle: DrawingShape[] = [
  patch(circle(80, 50, 42), 'tint'),
  { d: circle(80, 50, 42), line: 'soft' },
  { d: circle(80, 50, 30), line: 'action', fill: 'paper' },
  { d: circle(80, 50, 18), line: 'ink', fill: 'blush' },
  highlight('M80 37c2 7 10 11 10 19a10 10 0 0 1-20 0c0-4 2-7 4-9 1 3 2 4 3 4 0-6 0-9 3-14Z'),
  { d: 'M80 54c2 3 4 4 4 6a4 4 0 0 1-8 0c0-2 2-3 4-6Z', fill: 'paper' },
  { d: circle(59, 29, 5) + circle(107, 37, 5) + circle(64, 75, 5), line: 'ink', fill: 'action' },
  thing(circle(40, 62, 5) + circle(112, 77, 5) + circle(98, 12, 5)),
]

/** A village stage under lanterns. */
export const villageGala: DrawingShape[] = [
  patch('M6 74q26-44 54-22 22-34 46-4 26-16 48 26Z', 'tint'),
  thing('M26 30q54-22 108 0v10H26Z'),
  { d: 'M26 40h14q0 24-14 34ZM134 40h-14q0 24 14 34Z', line: 'ink', fill: 'kapok' },
  stroke('M26 40v38M134 40v38'),
  thing(box(18, 74, 124, 14, 2)),
  stroke('M30 81h100', 'soft'),
  stroke('M58 40v6M80 40v4M102 40v6'),
  { d: ellipse(58, 52, 6, 6) + ellipse(102, 52, 6, 6), line: 'ink', fill: 'blush' },
  highlight(ellipse(80, 51, 7, 7)),
  { d: circle(68, 62, 4) + circle(92, 62, 4), line: 'ink', fill: 'blush' },
  { d: 'M61 74a7 7 0 0 1 14 0ZM85 74a7 7 0 0 1 14 0Z', line: 'ink', fill: 'action' },
]

function ellipse(x: number, y: number, radiusX: number, radiusY: number): string {
  const arc = (dx: number) => `a${radiusX} ${radiusY} 0 1 0 ${dx} 0`
  return `M${x - radiusX} ${y}${arc(2 * radiusX)}${arc(-2 * radiusX)}Z`
}

function archWindow(x: number, y: number): string {
  return `M${x} ${y + 13}v-7a6 6 0 0 1 12 0v7Z`
}
