import type { Drawing } from '@/kit/drawing-data'
import { circle, kapok } from './kapok'

/** A person scans the code on a station's poster. */
export const scanningDrawing: Drawing = {
  width: 240,
  height: 180,
  shapes: [
    { d: circle(116, 92, 74), fill: 'tint' },
    { d: 'M14 160H226', line: 'ink' },
    // poster
    { d: 'M34 34H104V134H34Z', fill: 'paper', line: 'ink' },
    { d: 'M34 34H104V56H34Z', fill: 'action' },
    { d: 'M46 68H62V84H46ZM76 68H92V84H76ZM46 98H62V114H46Z', line: 'ink' },
    { d: 'M52 74H56V78H52ZM82 74H86V78H82ZM52 104H56V108H52Z', fill: 'ink' },
    { d: 'M76 98H82M92 98V104M76 108V114H84M92 112V114', line: 'ink' },
    ...kapok(69, 91, 8),
    { d: 'M69 134V160', line: 'ink' },
    // the glance of the phone
    { d: 'M112 74L136 88M112 104L136 100', line: 'action', width: 1.75 },
    // phone and arm
    {
      d: 'M140 80L156 76A3 3 0 0 1 160 79L165 108A3 3 0 0 1 163 111L148 115A3 3 0 0 1 144 112L138 84A3 3 0 0 1 140 80Z',
      fill: 'paper',
      line: 'ink',
    },
    {
      d: 'M196 70C214 74 224 96 224 160H172C172 138 174 116 180 98C184 84 186 72 196 70Z',
      fill: 'blush',
      line: 'ink',
    },
    { d: 'M194 98C190 116 176 118 160 106', line: 'ink' },
    // head and hair
    { d: circle(196, 52, 17), fill: 'paper', line: 'ink' },
    { d: 'M179 50C180 34 206 28 213 48C204 50 194 46 190 40C188 46 184 49 179 50Z', fill: 'ink' },
    { d: 'M186 56H186.500M183 62C185 64 187 64 189 63', line: 'ink', width: 1.75 },
  ],
}
