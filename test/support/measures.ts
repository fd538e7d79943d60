/** What a page must have at least: text in px, height of a line by its text, and the side of what is pressed in px. */
export interface Measures {
  text: number
  line: number
  target: number
}

/** What national guidance asks for, and what elder mode must have; contrast is axe's. */
export const NORMAL: Measures = { text: 13, line: 1.3, target: 44 }
export const ELDER: Measures = { text: 18, line: 1.3, target: 60 }

/**
 * What on the page is smaller than asked, one line a finding. Runs inside the browser, so it refers to nothing outside
 * itself. Measured is what a person sees: hidden text and links within a sentence are left out, as WCAG 2.5.5 leaves
 * them out. A line alone has no next one to be told from, unless it is a paragraph.
 */
export function brokenMeasures({ text, line, target }: Measures): string[] {
  const SLACK = 0.05
  const words = (element: Element) => (element.textContent ?? '').trim().slice(0, 30)
  const round = (value: number) => Math.round(value * 100) / 100
  const isSeen = (element: Element) => {
    const { width, height } = element.getBoundingClientRect()
    const isThere = width >= 2 && height >= 2 && !element.closest('.k-hidden, .k-skip, [aria-hidden="true"]')
    return isThere && element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
  }
  const ofText = (element: Element): string[] => {
    const style = getComputedStyle(element)
    const size = Number.parseFloat(style.fontSize)
    const height = Number.parseFloat(style.lineHeight) / size
    const isParagraph = element.tagName === 'P' || element.getBoundingClientRect().height > size * 2.2
    const small = size < text - SLACK ? [`text of ${round(size)} px: ${words(element)}`] : []
    const tight =
      isParagraph && height < line - SLACK ? [`lines ${round(height)} high: ${words(element)}`] : []
    return [...small, ...tight]
  }
  /** The label around or beside a box is pressed with it. */
  const areaOf = (element: Element): Element => {
    const isBox = element instanceof HTMLInputElement && /^(checkbox|radio)$/.test(element.type)
    const label = isBox && (element.closest('label') ?? element.labels?.[0])
    return label || element
  }
  const ofTarget = (element: Element): string[] => {
    const area = areaOf(element)
    const { width, height } = area.getBoundingClientRect()
    const isLarge = Math.min(width, height) >= target - 0.5
    if (isLarge || !isSeen(area) || element.classList.contains('k-link-inline')) return []
    return [`target of ${round(width)} × ${round(height)} px: ${words(area)}`]
  }
  const all = (selector: string) => [...document.body.querySelectorAll(selector)]
  const hasOwnText = (element: Element) =>
    [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
  const texts = all('*:not(option, script, style)').filter(
    (element) => hasOwnText(element) && isSeen(element),
  )
  const targets = all('a[href], button, input, select, textarea, summary')
  return [...new Set([...texts.flatMap(ofText), ...targets.flatMap(ofTarget)])]
}
