import type { Pen } from '@/platform/canvas-picture'

const FONT = '-apple-system, "PingFang SC", "HarmonyOS Sans SC", "Noto Sans CJK SC", sans-serif'

/** A picture is kept, sent on and printed: always on white, whatever the theme. */
export const INKS = {
  ink: '#17211D',
  muted: '#55635D',
  kapok: '#B23A25',
  line: '#DCE3E0',
  action: '#0B6E4F',
} as const

/** Where a text must break to fit; Chinese breaks anywhere, which is right for all that stands here. */
function linesOf(pen: Pen, text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const letter of text) {
    if (line && pen.measureText(line + letter).width > width) {
      lines.push(line)
      line = ''
    }
    line += letter
  }
  return line ? [...lines, line] : lines
}

export interface Put {
  left: number
  size: number
  bold?: boolean
  color?: string
  width: number
  /** more lines than these are cut off, with a mark that they are */
  most?: number
}

/** Writes a text below `y`, and answers where it ends. */
export function write(
  pen: Pen,
  text: string,
  y: number,
  { left, size, bold, color = INKS.ink, width, most = Infinity }: Put,
): number {
  pen.font = `${bold ? 700 : 400} ${size}px ${FONT}`
  pen.fillStyle = color
  pen.textBaseline = 'top'
  const lines = linesOf(pen, text, width)
  const shown =
    lines.length > most ? [...lines.slice(0, most - 1), `${lines[most - 1]?.slice(0, -1)}…`] : lines
  let at = y
  for (const line of shown) {
    pen.fillText(line, left, at)
    at += size * 1.4
  }
  return at
}

/** @param modules the dark modules of a code, row by row */
export function drawCode(
  pen: Pen,
  modules: readonly (readonly boolean[])[],
  left: number,
  top: number,
  side: number,
): void {
  const one = side / modules.length
  pen.fillStyle = '#000'
  modules.forEach((row, y) =>
    row.forEach((isDark, x) => {
      // Rounded up, so that no white shines through between two modules.
      if (isDark) pen.fillRect(left + x * one, top + y * one, Math.ceil(one), Math.ceil(one))
    }),
  )
}
