import type { Drawing } from '@/kit/drawing-data'
import { circle, kapok } from './kapok'

/** Somebody mends a street lamp. */
export const lampDrawing: Drawing = {
  width: 240,
  height: 180,
  shapes: [
    { d: circle(120, 90, 74), fill: 'tint' },
    { d: 'M132 62L92 160H204L164 62Z', fill: 'blush' },
    { d: 'M14 160H226', line: 'ink' },
    // post and lamp
    { d: 'M86 160V46C86 30 98 22 112 22H136C144 22 148 28 148 36', line: 'ink', width: 3.5 },
    { d: 'M76 160H96', line: 'ink', width: 3.5 },
    { d: 'M134 40H162L168 58H128Z', fill: 'paper', line: 'ink' },
    { d: 'M141 58A7 7 0 0 0 155 58', fill: 'kapok', line: 'kapok' },
    { d: 'M148 72V80M130 68L125 75M166 68L171 75', line: 'kapok' },
    // ladder
    {
      d: 'M182 160L166 78M206 160L182 74M170 98L188 94M174 116L193 112M178 134L198 130M181 150L203 147',
      line: 'ink',
    },
    // the one who mends
    { d: 'M178 104L180 90C182 78 198 76 202 88L206 112L198 132M188 110L190 130', fill: 'paper', line: 'ink' },
    { d: 'M184 84C178 76 172 68 166 62', line: 'ink' },
    { d: circle(194, 66, 10), fill: 'paper', line: 'ink' },
    { d: 'M182 63C183 51 204 50 206 63Z', fill: 'action' },
    { d: 'M40 160C44 144 38 132 42 118M42 140C48 136 52 134 54 128', line: 'ink' },
    ...kapok(42, 112, 9),
    ...kapok(55, 124, 7),
  ],
}
