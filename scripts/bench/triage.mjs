// @ts-check
import { chromium } from 'playwright-core'
import { ensureChromium } from '../toolchain/chromium.mjs'

const REPORTS = 20
const PLACE = { lat: 23.1291, lng: 113.2644 }
const WAIT_MS = 30_000

/**
 * What a station finds in the morning: mostly the obvious, and some that need a word.
 * @type {readonly { what: 'assign' | 'ask' | 'decline' | 'merge', times: number, category: string, text: string }[]}
 */
const MORNING = [
  { what: 'assign', times: 12, category: 'street-lighting', text: '巷口的路灯不亮' },
  { what: 'ask', times: 3, category: 'road-damage', text: '路面坏了，快来' },
  { what: 'decline', times: 3, category: 'street-vending', text: '想咨询个人劳动仲裁' },
  { what: 'merge', times: 2, category: 'waterlogging', text: '菜市场门口一下雨就积水' },
]

/**
 * Files the reports of a morning, each at a place of its own but those that tell of one thing.
 * @param {string} url
 * @param {string} round
 * @returns {Promise<Map<string, string>>} number → what is to be done with it
 */
async function fileMorning(url, round) {
  const filed = new Map()
  let index = 0
  for (const { what, times, category, text } of MORNING) {
    for (let time = 0; time < times; time += 1) {
      index += 1
      const apart = what === 'merge' ? 0 : index * 0.004
      const answer = await fetch(`${url}/api/v1/reports`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() },
        body: JSON.stringify({
          channel: 'opinion',
          stationCode: 'K7Q2M9XA',
          categoryCode: category,
          text: `${text}（${round}${what === 'merge' ? '' : index}）`,
          place: { lat: PLACE.lat + apart, lng: PLACE.lng, address: `试验路 ${index} 号` },
        }),
      })
      if (!answer.ok) throw new Error(`A report was refused: ${await answer.text()}`)
      const { report } = /** @type {{ report: { number: string } }} */ (await answer.json())
      // The first that tells of a thing is handed on; the second is merged into it, or the other way round.
      filed.set(report.number, what)
    }
  }
  return filed
}

/**
 * A pair of hands that counts what it presses.
 * @param {import('playwright-core').Page} page
 */
function hands(page) {
  let keys = 0
  return {
    count: () => keys,
    /** @param {string} key */
    async press(key) {
      keys += key.split('+').length
      await page.keyboard.press(key)
    },
  }
}

/** @typedef {ReturnType<typeof hands>} Hands */

/**
 * The list is there, and whoever sits before it has had time to see that.
 * @param {import('playwright-core').Page} page
 */
async function untilReady(page) {
  await page.locator('.staff-row').first().waitFor()
  await page.waitForLoadState('networkidle')
}

/**
 * The number of the report under the keyboard.
 * @param {import('playwright-core').Page} page
 */
async function selected(page) {
  const id = await page.locator('.k-item-selected .staff-row').getAttribute('id', { timeout: WAIT_MS })
  return (id ?? '').replace('row-', '')
}

/**
 * What each decision takes, from the report that is open to its result.
 * @type {Record<string, (page: import('playwright-core').Page, hand: Hands) => Promise<void>>}
 */
const DECISIONS = {
  async assign(page, hand) {
    await page.getByRole('button', { name: /^交办给/ }).waitFor()
    await hand.press('y')
    await page.getByText(/^已交办给/).waitFor()
  },
  async ask(page, hand) {
    await hand.press('q')
    const form = page.getByRole('dialog')
    await form.getByRole('button', { name: /请补充具体位置/ }).waitFor()
    await hand.press('Tab')
    await hand.press('Enter')
    await hand.press('Control+Enter')
    await page.getByText('已请反映人补充。').waitFor()
  },
  async decline(page, hand) {
    await hand.press('d')
    await page.getByRole('dialog').waitFor()
    // The second reason of the list: litigation and arbitration.
    await hand.press('Space')
    await hand.press('ArrowDown')
    await hand.press('Enter')
    await page.getByText('已告知反映人不予受理。').waitFor()
  },
  async merge(page, hand) {
    await page.getByRole('region', { name: '可能是同一件事' }).waitFor()
    await hand.press('m')
    await page.getByRole('dialog', { name: '对比' }).waitFor()
    await hand.press('Enter')
    await page.getByText('已并案，和主件一起答复。').waitFor()
  },
}

/**
 * Walks through the inbox, and decides on each report of the morning as it comes.
 * @param {import('playwright-core').Page} page
 * @param {Hands} hand
 * @param {Map<string, string>} morning
 */
async function decideOneByOne(page, hand, morning) {
  let isMerged = false
  for (let steps = 0; morning.size > 0; steps += 1) {
    if (steps > 400) throw new Error(`${morning.size} reports were not found in the inbox.`)
    await hand.press('j')
    const number = await selected(page)
    const what = morning.get(number)
    if (what === undefined) continue
    await page.locator('.staff-desk-report .staff-actions').waitFor()
    // Of two that tell of one thing the second follows the first, which is handed on.
    const decision = what === 'merge' && isMerged ? 'assign' : what
    if (what === 'merge') isMerged = true
    await DECISIONS[decision]?.(page, hand)
    morning.delete(number)
    await page.locator(`#row-${number}`).waitFor({ state: 'detached' })
  }
}

/**
 * Marks what is obvious, hands it on together, and decides on the rest.
 * @param {import('playwright-core').Page} page
 * @param {Hands} hand
 * @param {Map<string, string>} morning
 */
async function decideTogether(page, hand, morning) {
  const obvious = [...morning].filter(([, what]) => what === 'assign').map(([number]) => number)
  const left = new Set(obvious)
  for (let steps = 0; left.size > 0; steps += 1) {
    if (steps > 400) throw new Error(`${left.size} reports were not found in the inbox.`)
    await hand.press('j')
    const number = await selected(page)
    if (!left.delete(number)) continue
    // They stand one below the other, as they came: the first, and all down to the last.
    if (left.size === obvious.length - 1) await hand.press('x')
    if (left.size === 0) await hand.press('Shift+X')
  }
  await hand.press('b')
  const form = page.getByRole('dialog', { name: '一起交办' })
  await form.getByText('→').first().waitFor()
  await hand.press('Enter')
  await form.getByText(`办好 ${obvious.length} 件，没有办成 0 件，不确定 0 件`).first().waitFor()
  await hand.press('Tab')
  await hand.press('Enter')
  for (const number of obvious) morning.delete(number)
  // From the top again: what is left is few.
  await page.reload()
  await untilReady(page)
  await decideOneByOne(page, hand, morning)
}

/**
 * One morning by one way: keystrokes, and seconds of a machine that waits for every answer and thinks of nothing.
 * @param {import('playwright-core').Browser} browser
 * @param {string} url
 * @param {string} name
 * @param {typeof decideTogether} decide
 */
async function measureWay(browser, url, name, decide) {
  const morning = await fileMorning(url, name)
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' })
  context.setDefaultTimeout(WAIT_MS)
  const page = await context.newPage()
  await page.goto(`${url}/staff/sign-in`)
  await page.getByLabel('用户名').fill('station.demo')
  await page.getByLabel('密码', { exact: true }).fill('mashang-demo')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await untilReady(page)
  const hand = hands(page)
  const begun = performance.now()
  await decide(page, hand, morning)
  const seconds = (performance.now() - begun) / 1000
  await context.close()
  return [name, hand.count(), (hand.count() / REPORTS).toFixed(1), seconds.toFixed(1)]
}

/**
 * Prints what the pre-review of twenty reports takes with the keyboard alone.
 * @param {string} url of the city
 */
export async function measureTriage(url) {
  const browser = await chromium.launch({
    executablePath: await ensureChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
  })
  try {
    console.log(`\nPre-review of ${REPORTS} reports at a desk, by keyboard only\n`)
    console.log('| way | keystrokes | a report | seconds |\n|---|---:|---:|---:|')
    const ways = { 'one by one': decideOneByOne, 'the obvious together': decideTogether }
    for (const [name, decide] of Object.entries(ways)) {
      console.log(`| ${(await measureWay(browser, url, name, decide)).join(' | ')} |`)
    }
  } finally {
    await browser.close()
  }
}
