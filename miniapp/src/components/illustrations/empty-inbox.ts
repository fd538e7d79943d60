import type { Drawing } from '@/kit/drawing-data'
import { circle, kapok } from './kapok'

/** An inbox with nothing in it but a flower: all is done, or nothing has begun. */
export const emptyInboxDrawing: Drawing = {
  width: 240,
  height: 180,
  shapes: [
    { d: circle(120, 90, 74), fill: 'tint' },
    {
      d: 'M58 108L76 66A6 6 0 0 1 82 62H158A6 6 0 0 1 164 66L182 108V140A8 8 0 0 1 174 148H66A8 8 0 0 1 58 140Z',
      fill: 'paper',
      line: 'ink',
    },
    { d: 'M58 108H96L104 124H136L144 108H182', line: 'ink' },
    { d: 'M84 78H156', line: 'soft' },
    { d: 'M116 62C112 52 124 46 120 34', line: 'soft' },
    ...kapok(120, 90, 15),
    { d: 'M34 150H206', line: 'ink' },
    { d: 'M194 54L200 48M200 66H208M46 56L40 50M40 70H32', line: 'soft' },
  ],
}
