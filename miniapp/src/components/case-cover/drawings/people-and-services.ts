import type { DrawingShape } from '@/kit/drawing-data'
import { box, circle, highlight, line, patch, repeat, stroke, thing } from '../pen'

/** A poster with a code, and what is said through it. */
export const peopleVoiceByCode: DrawingShape[] = [
  patch(circle(62, 54, 38), 'tint'),
  thing(box(34, 20, 50, 66)),
  stroke(box(42, 29, 12, 12, 2) + box(64, 29, 12, 12, 2) + box(42, 51, 12, 12, 2)),
  patch(box(46, 33, 4, 4, 1) + box(68, 33, 4, 4, 1) + box(46, 55, 4, 4, 1), 'ink'),
  stroke('M62 51h.01M69 51h.01M76 51h.01M62 57h7M76 57h.01M62 63h.01M69 63h7M59 29v12M59 46h17M42 46h12'),
  stroke('M44 75h30', 'soft'),
  highlight('M96 24h38a5 5 0 0 1 5 5v20a5 5 0 0 1-5 5h-22l-11 9v-9h-5a5 5 0 0 1-5-5V29a5 5 0 0 1 5-5Z'),
  { d: 'M101 34h28M101 43h18', line: 'paper', width: 3 },
]

/** A camera's frame around a street lamp. */
export const deputySnapshot: DrawingShape[] = [
  patch(circle(98, 48, 36), 'tint'),
  stroke('M16 88h128', 'soft'),
  stroke('M84 88V38q0-12 12-12h8'),
  patch('M104 38h24l9 28h-42Z', 'blush'),
  thing('M116 18a14 14 0 0 1 14 14v4h-28v-4a14 14 0 0 1 14-14Z'),
  highlight('M109 36h14a7 7 0 0 1-14 0Z'),
  stroke('M62 28V14h14M132 14h14v14M146 62v14h-14M76 76H62'),
  thing('M18 58h9l4-6h14l4 6h9a4 4 0 0 1 4 4v21a4 4 0 0 1-4 4H18a4 4 0 0 1-4-4V62a4 4 0 0 1 4-4Z'),
  { d: circle(38, 73, 8), line: 'ink', fill: 'action' },
  stroke('M54 65h.01'),
]

/** One window for everything. */
export const policeOneWindow: DrawingShape[] = [
  patch(box(18, 30, 124, 46, 8), 'tint'),
  thing(box(34, 14, 92, 16, 4)),
  highlight(box(72, 18, 16, 8, 2)),
  thing(box(40, 30, 80, 38, 0)),
  { d: circle(80, 45, 8), line: 'ink', fill: 'blush' },
  { d: 'M64 68c0-8 6-13 16-13s16 5 16 13Z', line: 'ink', fill: 'action' },
  thing(box(24, 68, 112, 20, 3)),
  stroke('M56 78h18M86 78h18', 'soft'),
  stroke('M46 36v26M114 36v26', 'soft'),
]

/** From one bank of the rules to the other. */
export const hongKongMacaoTaxBridge: DrawingShape[] = [
  patch('M10 74h140v16H10Z', 'tint'),
  stroke('M10 66h140'),
  stroke('M10 71h140'),
  stroke('M56 90V18M104 90V18'),
  stroke(
    'M56 22 16 66M56 32 28 66M56 42 40 66M56 22l24 44M56 36l14 30M104 22 80 66M104 36 90 66M104 22l40 44M104 32l28 34M104 42l16 24',
    'soft',
  ),
  highlight(circle(80, 24, 9)),
  { d: 'M76 20l4 4.500 4-4.500M80 24.500V30M76.500 25.500h7', line: 'paper', width: 1.75 },
  stroke('M20 82q5-4 10 0t10 0M84 84q5-4 10 0t10 0M122 80q5-4 10 0t10 0', 'action'),
]

/** A hospital's cross, and a telephone that has paid already. */
export const seamlessMedicalPayment: DrawingShape[] = [
  patch(circle(56, 52, 36), 'tint'),
  thing(box(26, 26, 56, 62)),
  highlight('M49 36h10v8h8v10h-8v8H49v-8h-8V44h8Z'),
  thing(box(46, 72, 16, 16, 2)),
  thing(box(94, 22, 36, 66, 6)),
  stroke('M108 29h8', 'soft'),
  { d: circle(112, 53, 12), line: 'ink', fill: 'action' },
  { d: 'M106.500 53.500l4 4 7-8', line: 'paper', width: 3 },
  stroke('M103 75h18', 'soft'),
]

/** A coin, a stethoscope, a village's clinic. */
export const oneYuanClinic: DrawingShape[] = [
  patch('M14 88q30-34 66-22t66 22Z', 'tint'),
  thing('M60 52 96 28l36 24v36H60Z'),
  stroke(line([54, 56], [96, 28], [138, 56])),
  { d: 'M92 42h8v6h6v8h-6v6h-8v-6h-6v-8h6Z', line: 'ink', fill: 'action' },
  thing(box(88, 70, 16, 18, 1)),
  highlight(circle(38, 62, 22)),
  { d: circle(38, 62, 16), line: 'paper', width: 1.5 },
  { d: 'M33 56l5-4v20M32 72h12', line: 'paper', width: 3.25 },
  stroke('M14 88h132'),
  stroke(
    repeat(2, (index) => `M${66 + index * 50} 62h8v8h-8Z`),
    'soft',
  ),
]
