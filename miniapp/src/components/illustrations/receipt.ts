import type { Drawing } from '@/kit/drawing-data'
import { circle, kapok } from './kapok'

/** A receipt with its stamp: received, numbered, promised. */
export const receiptDrawing: Drawing = {
  width: 240,
  height: 180,
  shapes: [
    { d: circle(120, 90, 74), fill: 'tint' },
    {
      d: 'M78 24H154A8 8 0 0 1 162 32V156L150 148L138 156L126 148L114 156L102 148L90 156L78 148L70 154V32A8 8 0 0 1 78 24Z',
      fill: 'paper',
      line: 'ink',
    },
    { d: 'M86 46H122', line: 'action', width: 5 },
    { d: 'M86 64H146M86 78H146M86 92H124', line: 'soft' },
    { d: 'M86 112H118M86 126H108', line: 'ink' },
    ...kapok(142, 120, 19, 'kapok', 'paper'),
    { d: circle(178, 52, 19), fill: 'action' },
    { d: 'M169 52L176 59L188 46', line: 'paper', width: 3.5 },
    { d: 'M44 60L50 66M38 84H46M46 108L52 103M196 96L203 100M200 120H208', line: 'soft' },
  ],
}
