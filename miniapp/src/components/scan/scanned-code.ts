import { parseCode } from '@shared/domain/receipt.ts'

/** What is printed: any city's address, then the code. */
const LINK = /\/s\/([^/?#]+)/

/**
 * The station's code in the query a page was opened with. A browser has `code`; WeChat opens the page for a scanned
 * link with `q` (the link, encoded once or twice), and for a mini program code with `scene`.
 */
export function scannedCode({ code, q, scene }: Record<string, string | undefined>): string {
  const inLink = LINK.exec(decodedTwice(q ?? ''))?.[1]
  const read = (code || (inLink ?? scene ?? '')).trim()
  // One writing for one station: what is kept of it is found again.
  return parseCode(read) ?? read
}

/** The station's code or number in what a camera read; null where it is something else. */
export function codeInScan(text: string): string | null {
  const read = (LINK.exec(decodedTwice(text))?.[1] ?? text).trim()
  return /^\d{4}$/.test(read) ? read : parseCode(read)
}

function decodedTwice(text: string): string {
  try {
    return decodeURIComponent(decodeURIComponent(text))
  } catch {
    return text
  }
}
