import type { Drawing } from '@/kit/drawing-data'
import { circle, kapok } from './kapok'

/** A signpost where the road parts. */
export const lostPageDrawing: Drawing = {
  width: 240,
  height: 180,
  shapes: [
    { d: circle(120, 90, 74), fill: 'tint' },
    { d: 'M92 160C96 140 116 134 112 118C150 120 140 142 164 160Z', fill: 'paper' },
    { d: 'M92 160C96 140 116 134 112 118M164 160C142 144 150 122 122 118', line: 'soft' },
    { d: 'M14 160H226', line: 'ink' },
    { d: 'M120 160V28', line: 'ink', width: 3.5 },
    { d: 'M110 40H168L180 51L168 62H110Z', fill: 'paper', line: 'ink' },
    { d: 'M130 72H78L66 83L78 94H130Z', fill: 'action', line: 'ink' },
    { d: 'M124 51H154', line: 'soft' },
    { d: 'M84 83H116', line: 'paper' },
    { d: 'M183 150C186 142 190 138 196 134M183 150C180 142 176 140 172 138M183 160V146', line: 'ink' },
    ...kapok(183, 132, 10),
    { d: 'M50 160C50 152 54 148 58 146M50 160C48 152 44 150 40 150', line: 'ink' },
  ],
}
