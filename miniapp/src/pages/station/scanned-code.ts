/**
 * The station's code in the query a page was opened with. A browser has `code`; WeChat opens the page for a scanned
 * link with `q` (the link, encoded once or twice), and for a mini program code with `scene`.
 */
export function scannedCode({ code, q, scene }: Record<string, string | undefined>): string {
  if (code) return code.trim()
  const inLink = /\/s\/([^/?#]+)/.exec(decodedTwice(q ?? ''))?.[1]
  return (inLink ?? scene ?? '').trim()
}

function decodedTwice(text: string): string {
  try {
    return decodeURIComponent(decodeURIComponent(text))
  } catch {
    return text
  }
}
