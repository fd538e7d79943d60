import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** What axe-core finds wrong, one line a rule and element. */
export async function violations(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: AXE })
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    const found = await axe.run()
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`),
    )
  })
}

/** Waits until the page has its title and nothing is being loaded. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' })
  await page.waitForFunction(() => !document.querySelector('.k-skeleton, [aria-busy="true"]'))
}

/** One line if the page is wider than the screen. */
export async function tooWide(page: Page): Promise<string[]> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  return wide > 0 ? [`${wide} px wider than the screen`] : []
}

/** Words on maps that lie over each other, over a pin or a dot, or beyond the map's edge; one line each. */
export function wordsOver(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const named = (element: Element) => `"${(element.textContent ?? '').trim() || element.className}"`
    return [...document.querySelectorAll('.k-map-field')].flatMap((field) => {
      const edge = field.getBoundingClientRect()
      if (edge.width === 0) return []
      const words = [...field.querySelectorAll('.k-map-word, .k-map-name')]
      const solid = [...field.querySelectorAll('.k-map-dot, .k-map-spot-face')]
      const over = (one: DOMRect, other: DOMRect) =>
        one.left < other.right - 1 &&
        other.left < one.right - 1 &&
        one.top < other.bottom - 1 &&
        other.top < one.bottom - 1
      return words.flatMap((word, index) => {
        const box = word.getBoundingClientRect()
        const others = [...words.slice(index + 1), ...solid]
        const met = others.filter((other) => over(box, other.getBoundingClientRect()))
        const isOut =
          box.left < edge.left - 1 ||
          box.right > edge.right + 1 ||
          box.top < edge.top - 1 ||
          box.bottom > edge.bottom + 1
        return [
          ...met.map((other) => `${named(word)} lies over ${named(other)}`),
          ...(isOut ? [`${named(word)} lies beyond the map`] : []),
        ]
      })
    })
  })
}
