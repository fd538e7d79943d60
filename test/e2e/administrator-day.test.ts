import fs from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { publishedReport } from '../support/city-calls.ts'
import { chooseFile } from '../support/resident-steps.ts'
import { goTo, inFront, signInAt } from '../support/staff-steps.ts'
import { visitsOfFile } from '../support/visits.ts'

// An administrator's working day, on a telephone and at a desk: a table by CSV with its mistakes named, a row by form,
// the calendar, what is turned off and on, how long things are kept, and who did all that. Leaves its pictures in
// test-results/administrator.

const open = visitsOfFile()

const csv = (text: string) => ({ name: 'stations.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })

/** What the link of that name leads to, as the person gets it. */
async function downloaded(page: Page, link: string): Promise<string> {
  const waiting = page.waitForEvent('download')
  await inFront(page).getByRole('link', { name: link }).first().click()
  return fs.readFileSync(await (await waiting).path(), 'utf8')
}

/** A row with one cell changed; the cells of a station's row have no commas within quotes before its address. */
function withCell(rows: readonly string[], at: number, name: string, value: string): string[] {
  const column = (rows[0] ?? '').replace('\uFEFF', '').trim().split(',').indexOf(name)
  expect(column).toBeGreaterThanOrEqual(0)
  return rows.map((row, index) => {
    if (index !== at) return row
    const cells = row.match(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)?.map((cell) => cell.replace(/,$/, '')) ?? []
    cells[column] = value
    return cells.slice(0, (rows[0] ?? '').split(',').length).join(',')
  })
}

describe.each([
  [375, 812],
  [1280, 800],
] as const)('on a screen %i wide', (width, height) => {
  it('an administrator goes from the tables to the audit log', { timeout: 120_000 }, async () => {
    const mark = `${width}${String(Date.now()).slice(-6)}`
    const one = await open({ width, height })
    const { page, problems } = one
    const picture = (name: string) => one.picture(`administrator/${width}-${name}`, { fullPage: true })
    await signInAt(page, 'admin.demo')
    await picture('desk')

    // The stations as a file: taken out, brought back with mistakes, brought back right.
    await goTo(page, '基础资料')
    const file = await downloaded(page, '导出表格')
    const rows = file.trimEnd().split(/\r?\n/)
    const wrong = withCell(withCell(rows, 2, 'lat', '123.4'), 3, 'districtCode', '999999')
    await chooseFile(page, csv(wrong.join('\r\n')), '用表格整批修改（CSV）')
    await page.getByText('有 2 处不对，一条也没有写入').first().waitFor()
    await page.getByText('第 3 行，列 lat（').waitFor()
    await page.getByText('第 4 行，列 districtCode（').waitFor()
    await picture('import-refused')
    await page.getByRole('button', { name: '取消' }).filter({ visible: true }).click()
    const hours = `周一至周五 9:00—17:00（${mark}）`
    const right = withCell(rows, 2, 'hours', hours)
    await chooseFile(page, csv(right.join('\r\n')), '用表格整批修改（CSV）')
    await page.getByText(/新增 0 条，修改 1 条/).waitFor()
    await picture('import-preview')
    await page.getByRole('button', { name: '确认写入' }).click()
    await page.getByText('已新增 0 条，修改 1 条。').waitFor()
    // What comes out again is what went in.
    const again = (await downloaded(page, '导出表格')).trimEnd().split(/\r?\n/)
    expect(again).toEqual(right)

    // The calendar: a day is marked, its year saved, and marked back.
    await goTo(page, '工作日历')
    await inFront(page)
      .getByRole('button', { name: /^2026年/ })
      .click()
    const day = inFront(page).locator('[id="day-2026-12-24"]')
    await day.click()
    await inFront(page).getByRole('button', { name: '保存' }).click()
    await page.getByText('2026 年已保存，从现在起按它数。').waitFor()
    await picture('calendar')
    await inFront(page)
      .getByRole('button', { name: /^2026年/ })
      .click()
    await expect.poll(() => day.getAttribute('aria-label')).toMatch(/放假/)
    await day.click()
    await inFront(page).getByRole('button', { name: '保存' }).click()
    await page.getByText('2026 年已保存，从现在起按它数。').waitFor()

    // Turned off, it is gone for residents at once; turned on, it is back.
    const number = await publishedReport({ text: `文明路的路灯不亮 ${mark}` })
    const resident = await open()
    const join = resident.page.getByRole('button', { name: /我也遇到了/ })
    await resident.page.goto(`/report?number=${number}`)
    await join.waitFor()
    await goTo(page, '功能开关')
    await inFront(page).getByRole('button', { name: '关闭 我也遇到了' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '关闭', exact: true }).last().click()
    await page.getByText('“我也遇到了”已关闭。').waitFor()
    await picture('switches')
    try {
      await resident.page.reload()
      await resident.page.getByRole('heading', { level: 1 }).first().waitFor()
      await expect.poll(() => join.count()).toBe(0)
    } finally {
      await inFront(page).getByRole('button', { name: '打开 我也遇到了' }).click()
      await page.getByText('“我也遇到了”已打开。').waitFor()
    }
    await resident.page.reload()
    await join.waitFor()

    // How long what is personal is kept: a number that is none keeps the form.
    await goTo(page, '保存期限')
    await inFront(page)
      .getByRole('button', { name: /^所有类别/ })
      .click()
    const form = page.getByRole('dialog')
    const field = form.getByLabel('联系方式保存几天')
    const before = await field.inputValue()
    await field.fill('很久')
    await form.getByRole('button', { name: '保存' }).click()
    await form.getByRole('alert').first().waitFor()
    await expect(field.inputValue()).resolves.toBe('很久')
    await field.fill(String(Number(before) + 1))
    await form.getByRole('button', { name: '保存' }).click()
    await page.getByText('已保存。').waitFor()
    await picture('retention')

    await goTo(page, '没有送到的通知')
    await inFront(page)
      .getByText('没有送不到的通知')
      .or(inFront(page).getByRole('button', { name: '再试' }))
      .first()
      .waitFor()

    // Every one of these changes is written down, with who made it.
    await goTo(page, '操作记录')
    for (const deed of [
      '改了联络站“',
      '改了工作日历（2026 年）',
      '打开了功能“我也遇到了”',
      '改了所有类别的保存期限',
    ])
      await inFront(page).getByText(`关锦添（系统管理员）${deed}`).first().waitFor()
    await picture('audit-log')
    expect([...problems, ...resident.problems]).toEqual([])
  })
})
