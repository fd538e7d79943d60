import type { Drawing } from '@/kit/drawing-data'
import { circle, kapok } from './kapok'

/** A liaison station with Lingnan's wok-ear gable, a code at its door, beside a kapok tree in bloom. */
export const stationDrawing: Drawing = {
  width: 240,
  height: 180,
  shapes: [
    { d: circle(128, 88, 76), fill: 'tint' },
    // gable, wall, ground
    {
      d: 'M98 92C98 70 108 66 118 66C122 44 178 44 182 66C192 66 202 70 202 92Z',
      fill: 'paper',
      line: 'ink',
    },
    { d: 'M104 92H196V158H104Z', fill: 'paper', line: 'ink' },
    { d: 'M14 158H226', line: 'ink' },
    // name plate
    { d: 'M126 76H174V88H126Z', fill: 'action' },
    // door with light in it
    { d: 'M139 158V118C139 112 143 108 150 108C157 108 161 112 161 118V158Z', fill: 'blush', line: 'ink' },
    { d: 'M156 136V138', line: 'ink' },
    // window and the code
    { d: 'M172 110H188V130H172ZM180 110V130M172 120H188', line: 'ink', width: 1.75 },
    { d: 'M110 108H130V132H110Z', fill: 'paper', line: 'ink', width: 1.75 },
    {
      d: 'M113.5 111.500H118V116H113.500ZM122 111.500H126.500V116H122ZM113.5 120H118V124.500H113.500Z',
      line: 'ink',
      width: 1.25,
    },
    { d: 'M122 120H124M126.5 120V124.500M122 124.500V126', line: 'kapok', width: 1.5 },
    // tree
    { d: 'M54 158C58 132 52 112 56 78', line: 'ink', width: 4 },
    {
      d: 'M56 128C46 120 36 120 28 110M55 112C66 106 74 104 82 92M56 94C46 88 40 82 36 70M56 84C62 74 66 66 68 54',
      line: 'ink',
    },
    ...kapok(26, 106, 9),
    ...kapok(83, 88, 10),
    ...kapok(34, 66, 10),
    ...kapok(69, 48, 11),
    ...kapok(53, 72, 7),
    // a fallen flower
    ...kapok(80, 152, 6),
  ],
}
