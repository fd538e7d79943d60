import type { Pen } from '@/platform/canvas-picture'
import { drawCode, INKS, write } from '../drawn-picture/pen-words'

/** What stands on the picture, in words already. */
export interface ReceiptWords {
  /** the name of the app, and what this is */
  title: string
  promiseLabel: string
  promise: string
  rows: readonly { label: string; value: string }[]
  note: string
  codeLabel: string
}

/** In pixels: three times a telephone's width, so that it is sharp when it is looked at large. */
export const RECEIPT_SIZE = { width: 1080, height: 1440 }

const EDGE = 84

function rule(pen: Pen, y: number): number {
  pen.fillStyle = INKS.line
  pen.fillRect(EDGE, y, RECEIPT_SIZE.width - 2 * EDGE, 3)
  return y + 40
}

/**
 * Draws a receipt.
 * @param modules the code that leads to the report; null where there is none
 */
export function drawReceipt(
  pen: Pen,
  words: ReceiptWords,
  modules: readonly (readonly boolean[])[] | null,
): void {
  const { width, height } = RECEIPT_SIZE
  const whole = width - 2 * EDGE
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, width, height)
  pen.fillStyle = INKS.action
  pen.fillRect(0, 0, width, 24)
  let y =
    write(pen, words.title, 96, { left: EDGE, size: 52, bold: true, color: INKS.action, width: whole }) + 36
  y = write(pen, words.promiseLabel, y, { left: EDGE, size: 38, color: INKS.muted, width: whole })
  y =
    write(pen, words.promise, y + 6, { left: EDGE, size: 72, bold: true, color: INKS.kapok, width: whole }) +
    36
  y = rule(pen, y)
  for (const { label, value } of words.rows) {
    y = write(pen, label, y, { left: EDGE, size: 34, color: INKS.muted, width: whole })
    y = write(pen, value, y + 2, { left: EDGE, size: 54, bold: true, width: whole }) + 22
  }
  y = rule(pen, y + 8)
  const side = modules ? 300 : 0
  const beside = whole - (modules ? side + 48 : 0)
  y = Math.min(y, height - side - 84)
  const end = write(pen, words.note, y, { left: EDGE, size: 34, color: INKS.muted, width: beside })
  if (!modules) return
  write(pen, words.codeLabel, end + 24, { left: EDGE, size: 34, color: INKS.ink, width: beside })
  drawCode(pen, modules, width - EDGE - side, y, side)
}
