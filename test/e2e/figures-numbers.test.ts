import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import type { Visit } from '../support/browser.ts'
import { publishedReport } from '../support/city-calls.ts'
import { visitsOfFile } from '../support/visits.ts'

// What the page of figures shows is what the API answers, and what anybody can add up from the open data: read off the
// screen, and added up here, by hand and apart from ours.

const open = visitsOfFile()

beforeAll(async () => {
  await publishedReport({ text: '井盖松了，车一过就响。' })
})

async function visit(width: number, height: number): Promise<Visit> {
  const one = await open({ width, height })
  return one
}

async function shown(page: Page): Promise<void> {
  await page.getByRole('heading', { name: /^各类：/ }).waitFor()
  await page.waitForFunction(() => !document.querySelector('.k-skeleton, [aria-busy="true"]'))
}

/** The tables of all charts, as they stand on the screen: caption → rows of cells. */
function tables(page: Page): Promise<Record<string, string[][]>> {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLTableElement>('.chart table')]
    return Object.fromEntries(
      all.map((table) => [
        table.caption?.textContent ?? '',
        [...table.tBodies]
          .flatMap((body) => [...body.rows])
          .map((row) => [...row.cells].map((cell) => cell.textContent ?? '')),
      ]),
    )
  })
}

type Row = Record<string, string>

async function openFigures(): Promise<Row[]> {
  const text = await (await fetch(`${inject('baseUrl')}/open-data/figures.csv`)).text()
  const [head = '', ...lines] = text.replace('\uFEFF', '').trim().split('\r\n')
  const names = head.split(',')
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, at) => [names[at] ?? '', cell])))
}

const plain = (rows: Row[], ...columns: string[]) =>
  rows.reduce((sum, row) => sum + columns.reduce((part, column) => part + Number(row[column]), 0), 0)
const added = (rows: Row[], ...columns: string[]) => plain(rows, ...columns).toLocaleString('en')

/** '3', '4', '75%': rounded to one decimal, a dash where there is nothing to divide by. */
function share(rows: Row[], part: string, whole: string): string[] {
  const [numerator, denominator] = [plain(rows, part), plain(rows, whole)]
  // To the nearest tenth, but 100 only for all and 0 only for none.
  const nearest = Number(((100 * numerator) / denominator).toFixed(1))
  const least = numerator > 0 ? 0.1 : 0
  const most = numerator < denominator ? 99.9 : 100
  const percent = denominator ? `${Math.min(most, Math.max(least, nearest))}%` : '–'
  return [added(rows, part), added(rows, whole), percent]
}

async function answered(query: string): Promise<Record<string, unknown>> {
  return (await fetch(`${inject('baseUrl')}/api/v1/statistics?${query}`)).json()
}

describe.each([
  [375, 812],
  [1280, 800],
])('on a screen %i wide', (width, height) => {
  it('every number is that of the API and of the open data, of the city and of one district', async () => {
    const { page } = await visit(width, height)
    for (const district of ['', '440104']) {
      await page.goto(`/figures?period=all&district=${district}`)
      await shown(page)
      const seen = await tables(page)
      const city = await openFigures()
      const rows = city.filter((row) => !district || row.district_code === district)
      expect(seen['群众怎么评价']).toEqual([
        ['有回应', ...share(rows, 'answered_yes', 'rated')],
        ['解决了', ...share(rows, 'solved_yes', 'rated')],
        ['满意', ...share(rows, 'satisfied_yes', 'rated')],
      ])
      expect(seen['收到的，现在到哪一步']).toEqual([
        ['正在办', added(rows, 'open')],
        ['办结，有人评价', added(rows, 'rated')],
        ['办结，没有人评价', added(rows, 'not_rated')],
        ['不予受理', added(rows, 'declined')],
        ['反映人撤回', added(rows, 'withdrawn')],
        ['并入另一件', added(rows, 'merged')],
      ])
      expect(seen['按时了吗']).toEqual([
        ['在承诺日期前答复', ...share(rows, 'promise_on_time', 'promise_done')],
        ['联络站预审', ...share(rows, 'pre_review_on_time', 'pre_review_done')],
        ['承办单位签收', ...share(rows, 'sign_on_time', 'sign_done')],
        ['承办单位办理', ...share(rows, 'handle_on_time', 'handle_done')],
        ['联络站复核', ...share(rows, 'review_on_time', 'review_done')],
      ])
      const months = [...new Set(rows.map(({ month }) => month ?? ''))].toSorted()
      const filled = seen['每月：收到']?.filter((row) => row.at(-1) !== '0')
      expect(filled).toEqual(
        months.map((month) => {
          const own = rows.filter((row) => row.month === month)
          const parts = [['rated', 'not_rated'], ['open'], ['declined', 'withdrawn', 'merged'], ['received']]
          const name = `${month.slice(0, 4)}年${Number(month.slice(5))}月`
          return [name, ...parts.map((columns) => added(own, ...columns))]
        }),
      )
      const { items } = (await (await fetch(`${inject('baseUrl')}/api/v1/districts`)).json()) as {
        items: { code: string; name: string }[]
      }
      // The districts stay beside each other, whichever is chosen.
      expect(Object.fromEntries(seen['各区：收到'] ?? [])).toEqual(
        Object.fromEntries(
          items.map(({ code, name }) => [
            name,
            added(
              city.filter((row) => row.district_code === code),
              'received',
            ),
          ]),
        ),
      )
      const facts = await page.locator('.figures-body .k-fact').allInnerTexts()
      expect(facts.map((fact) => fact.split(/\s+/).at(-1))).toEqual(
        [
          ['awaiting_rating'],
          ['not_rated'],
          ['declined'],
          ['withdrawn'],
          ['merged'],
          ['overdue'],
          ['bounces'],
          ['escalations'],
          ['reopened'],
        ].map((columns) => added(rows, ...columns)),
      )
      const api = await answered(`by=category${district && `&district=${district}`}`)
      const series = api.series as { name: string; received: number }[]
      expect(seen['各类：收到']).toEqual(
        series.map(({ name, received }) => [name, received.toLocaleString('en')]),
      )
      expect(api).toMatchObject({
        received: plain(rows, 'received'),
        closed: plain(rows, 'rated', 'not_rated'),
        rates: { satisfied: { numerator: plain(rows, 'satisfied_yes'), denominator: plain(rows, 'rated') } },
      })
    }
  })

  it('recomputes them in front of whoever asks', async () => {
    const { page, problems, picture } = await visit(width, height)
    await page.goto('/figures')
    await shown(page)
    await page.getByRole('button', { name: '现在重算一遍' }).click()
    const said = page.getByText(/^用 \d+ 行重算了 [\d,]+ 个数，每一个都和这一页一样。$/)
    await said.waitFor()
    await said.scrollIntoViewIfNeeded()
    await picture(`figures/${width}-recomputed`)
    // A city that tells another number is found out.
    await page.route('**/open-data/figures.csv', async (route) => {
      const answer = await route.fetch()
      const [head, first = '', ...rest] = (await answer.text()).split('\r\n')
      const cells = first.split(',')
      cells[3] = String(Number(cells[3]) + 1)
      await route.fulfill({ response: answer, body: [head, cells.join(','), ...rest].join('\r\n') })
    })
    await page.getByRole('button', { name: '现在重算一遍' }).click()
    await page.getByText(/^有 6 个数和重算的不一样/).waitFor()
    expect(problems).toEqual([])
  })

  it('what a number means is read by keyboard', async () => {
    const { page } = await visit(width, height)
    await page.goto('/figures')
    await shown(page)
    const words = [/^分母是已办结并且有人评价的反映/, /^每件反映只在其中一处/, /^分母是走完的步数/]
    for (const means of words) {
      await tabTo(page, '这些数怎么算')
      expect(await page.getByText(means).first().isVisible()).toBe(false)
      await page.keyboard.press('Enter')
      await page.getByText(means).first().waitFor()
    }
    // So are the tables, and their files.
    await page.getByRole('radio', { name: '收到' }).focus()
    await tabTo(page, '看数据表')
    await page.keyboard.press('Space')
    await page.getByRole('table', { name: '每月：收到' }).waitFor()
    await tabTo(page, '下载这张表（CSV）')
    const file = page.waitForEvent('download')
    await page.keyboard.press('Enter')
    expect((await file).suggestedFilename()).toBe('received-by-month.csv')
  })
})

/** Presses Tab until what has the focus is called so. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let pressed = 0; pressed < 60; pressed += 1) {
    await page.keyboard.press('Tab')
    if ((await page.evaluate(() => document.activeElement?.textContent)) === name) return
  }
  throw new Error(`Tab does not come to ${name}`)
}

it('what the last visit saw is there without a network, with its age; what it did not see is not made up', async () => {
  const { page, picture } = await visit(375, 812)
  await page.goto('/figures')
  await shown(page)
  const before = await tables(page)
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.context().setOffline(true)
  await page.goto('/figures')
  await shown(page)
  await page.getByText(/^数据取于 \d+月\d+日 \d+:\d+/).waitFor()
  expect(await tables(page)).toEqual(before)
  await picture('figures/offline')
  await page.getByRole('button', { name: '现在重算一遍' }).click()
  await page.getByText(/连不上网络/).waitFor()
  await page.getByRole('combobox', { name: '区' }).selectOption('440106')
  await page.getByText('现在没有网络').waitFor()
  await expect.poll(() => page.locator('.chart').count()).toBe(0)
  // The network is back: nobody has to press anything.
  await page.context().setOffline(false)
  await shown(page)
  expect(await page.locator('.chart').count()).toBe(6)
})
