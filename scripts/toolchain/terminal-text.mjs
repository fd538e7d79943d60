// @ts-check
// Erases lines upwards and goes to the line's start: what progress bars draw each frame over the last one with.
// oxlint-disable-next-line no-control-regex
const ERASE = /((?:\x1b\[2K\x1b\[1A)+(?:\x1b\[2K)?\x1b\[G)/

/**
 * What a terminal would show at the end: of a progress bar only its last frame.
 * @param {string} output
 */
export function terminalText(output) {
  let shown = ''
  for (const part of output.split(ERASE)) {
    const erased = ERASE.test(part) ? part.split('\x1b[1A').length - 1 : 0
    shown = erased ? withoutLastLines(shown, erased) : shown + part
  }
  return shown
}

/**
 * @param {string} text
 * @param {number} count lines above the one the cursor is in
 */
function withoutLastLines(text, count) {
  const lines = text.split('\n')
  return [...lines.slice(0, Math.max(0, lines.length - 1 - count)), ''].join('\n')
}
