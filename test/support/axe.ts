import axe from 'axe-core'

// jsdom cannot draw; axe asks for a canvas to look for icon fonts, which we do not have.
HTMLCanvasElement.prototype.getContext = () => null

/** What axe finds in the document, as 'rule: html'. Contrast needs a real browser: test/e2e measures it. */
export async function axeViolations(): Promise<string[]> {
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } })
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}
