import type { DrawingShape, Ink } from '@/kit/drawing-data'
import { strokeWidth } from '@/kit/drawing-data'
import type { Pen } from '@/platform/canvas-picture'
import { CANVAS } from '../case-cover/pen'
import { drawCode, INKS, write } from '../drawn-picture/pen-words'

/** What stands on the picture, in words already. */
export interface CaseCardWords {
  /** the name of the app, and what this is */
  head: string
  title: string
  lead: string
  summary: string
  /** the one number of the case; null where it has none of its own */
  figure: { text: string; label: string } | null
  scan: string
  source: string
}

/** In pixels: three times a telephone's width. */
export const CARD_SIZE = { width: 1080, height: 1620 }

const EDGE = 84
const WHOLE = CARD_SIZE.width - 2 * EDGE
const COVER = { top: 196, height: 520 }

/** The covers' inks, as they are in the light. */
const COVER_INKS: Record<Ink, string> = {
  ink: '#17211D',
  soft: '#B9C6C0',
  paper: '#FFFFFF',
  kapok: '#C2402A',
  blush: '#F9E3DD',
  action: '#0B6E4F',
  tint: '#E6F4EE',
}

/** A mini program's canvas may lack paths: the ground alone is drawn there. */
function drawCover(pen: Pen, shapes: readonly DrawingShape[]): void {
  pen.fillStyle = '#F4F6F5'
  pen.fillRect(0, COVER.top, CARD_SIZE.width, COVER.height)
  if (typeof Path2D === 'undefined') return
  const scale = (COVER.height - 60) / CANVAS.height
  pen.save()
  pen.translate((CARD_SIZE.width - CANVAS.width * scale) / 2, COVER.top + 30)
  pen.scale(scale, scale)
  pen.lineCap = 'round'
  pen.lineJoin = 'round'
  for (const { d, line, fill, width } of shapes) {
    const path = new Path2D(d)
    if (fill) {
      pen.fillStyle = COVER_INKS[fill]
      // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- a pen, no array
      pen.fill(path)
    }
    if (line) {
      pen.strokeStyle = COVER_INKS[line]
      pen.lineWidth = width ?? strokeWidth
      pen.stroke(path)
    }
  }
  pen.restore()
}

/**
 * Draws a case as a card to send on.
 * @param modules the code that leads to the case; null where there is no address
 */
export function drawCaseCard(
  pen: Pen,
  words: CaseCardWords,
  shapes: readonly DrawingShape[],
  modules: readonly (readonly boolean[])[] | null,
): void {
  const { width, height } = CARD_SIZE
  const line = { left: EDGE, width: WHOLE }
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, width, height)
  pen.fillStyle = INKS.action
  pen.fillRect(0, 0, width, 24)
  write(pen, words.head, 92, { ...line, size: 44, bold: true, color: INKS.action, most: 1 })
  drawCover(pen, shapes)
  let y = write(pen, words.title, COVER.top + COVER.height + 48, { ...line, size: 60, bold: true, most: 2 })
  y = write(pen, words.lead, y + 4, { ...line, size: 36, color: INKS.muted, most: 1 })
  y = write(pen, words.summary, y + 20, { ...line, size: 42, most: 4 })
  const side = modules ? 260 : 0
  const foot = height - 84 - 260
  const beside = { left: EDGE, width: WHOLE - (side ? side + 48 : 0) }
  let at = Math.max(y + 24, foot)
  if (words.figure) {
    at = write(pen, words.figure.text, at, { ...beside, size: 72, bold: true, color: INKS.kapok, most: 1 })
    at = write(pen, words.figure.label, at, { ...beside, size: 34, color: INKS.muted, most: 1 })
  }
  write(pen, words.source, height - 84 - 34, { ...beside, size: 28, color: INKS.muted, most: 1 })
  if (!modules) return
  drawCode(pen, modules, width - EDGE - side, height - 84 - side - 44, side)
  write(pen, words.scan, height - 84 - 34, {
    left: width - EDGE - side,
    width: side + 20,
    size: 28,
    color: INKS.ink,
    most: 1,
  })
}
