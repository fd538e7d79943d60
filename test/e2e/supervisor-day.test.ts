import { describe, expect, it } from 'vitest'
import { fileOpinion, officeActs, runClock, topicActs } from '../support/city-calls.ts'
import { goTo, inFront, printed, signInAt } from '../support/staff-steps.ts'
import { visitsOfFile } from '../support/visits.ts'

// A supervisor's working day, on a telephone and at a desk: what is stuck, whose duty it is, what is one problem, and
// the two papers that come of it. Leaves its pictures in test-results/supervisor.

const HOUSING = 'yuexiu-housing-construction'
const OTHERS = 'yuexiu-urban-management'

const open = visitsOfFile()

/** A report that three bodies said was not theirs: the supervisor must decide. */
async function disputedReport(text: string): Promise<string> {
  const { report } = await fileOpinion({ categoryCode: 'idea-other', text })
  const steps: [string, object][] = []
  for (const [bodyCode, office] of [
    [HOUSING, 'body.demo'],
    [OTHERS, 'body2.demo'],
    [HOUSING, 'body.demo'],
  ] as const) {
    steps.push(['station.demo', { action: 'assign', bodyCode, complexity: 'simple' }])
    steps.push([office, { action: 'bounce', text: '不归我们管。' }])
  }
  for (const [index, [office, command]] of steps.entries())
    await officeActs(office, report.number, index + 1, command)
  return report.number
}

/** Neighbours who report one thing without knowing of each other. */
async function alikeReports(mark: string): Promise<void> {
  const place = { lat: 22.6 + Math.random() / 3, lng: 113.3 + Math.random() / 3, address: `榕树头${mark}号` }
  for (const text of [
    '榕树头的健身器材坏了，踩上去会晃。',
    '榕树头那排健身器材坏了，踩上去直晃。',
    '健身器材坏了，榕树头那里，踩上去晃得厉害。',
  ])
    await fileOpinion({ categoryCode: 'fitness-equipment', text: `${text}${mark}`, place })
  await runClock()
}

/** A date so many days from now, as a date field takes it. */
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

const SCREENS = [
  [375, 812],
  [1280, 800],
] as const

describe.each(SCREENS)('on a screen %i wide', (width, height) => {
  it('a supervisor goes from the dashboard to the papers of the day', { timeout: 120_000 }, async () => {
    const mark = `${width}${String(Date.now()).slice(-6)}`
    const dispute = `河边的步道想装几张长椅 ${mark}`
    await disputedReport(dispute)
    await alikeReports(mark)
    const one = await open({ width, height })
    const { page, problems } = one
    const picture = (name: string) => one.picture(`supervisor/${width}-${name}`, { fullPage: true })
    await signInAt(page, 'supervisor.demo', 'staff-dashboard', '督办总览')

    // What is stuck: a number, and the reports behind it.
    const tile = page.getByRole('link', { name: /退单待裁/ })
    const counted = Number(((await tile.textContent()) ?? '').match(/^\d+/)?.[0])
    await picture('dashboard')
    await tile.click()
    await inFront(page).getByRole('button', { name: '退单待裁', exact: true }).waitFor()
    const rows = inFront(page).locator('.staff-row')
    await expect.poll(() => rows.count()).toBe(counted)
    await picture('disputes')

    // Whose duty it is.
    await rows.filter({ hasText: dispute }).click()
    await inFront(page).getByRole('button', { name: /^交办/ }).first().waitFor()
    await picture('dispute')
    await inFront(page).getByRole('button', { name: '交办', exact: true }).first().click()
    const sheet = page.getByRole('dialog')
    await sheet.getByRole('group', { name: '由谁办' }).getByRole('radio').first().check()
    await sheet.getByRole('button', { name: '交办', exact: true }).click()
    await inFront(page)
      .getByText(/^已交办给/)
      .first()
      .waitFor()

    // The same report under an order, with a day.
    await inFront(page)
      .getByRole('button', { name: '其他操作' })
      .or(inFront(page).getByRole('button', { name: '督办', exact: true }))
      .first()
      .click()
    const more = page.getByRole('dialog')
    if (
      await more
        .getByRole('button', { name: '督办', exact: true })
        .isVisible()
        .catch(() => false)
    )
      await more.getByRole('button', { name: '督办', exact: true }).click()
    await page.getByLabel('督办要求').fill('请在期限前办好，并告诉反映人。')
    await page.getByRole('dialog').getByRole('button', { name: '督办', exact: true }).click()
    await inFront(page).getByText('督办已发出。').first().waitFor()
    await picture('ordered')

    // Three that look alike become one problem.
    await goTo(page, '共性问题')
    const card = inFront(page)
      .getByRole('article', { name: /健身器材.* 3 件/ })
      .filter({ hasText: '榕树' })
      .first()
    await card.getByText('为什么觉得是同一件事').waitFor()
    await card.getByText(/看这 3 件反映/).click()
    await card.getByText(new RegExp(mark)).first().waitFor()
    await picture('suggestion')
    await card.getByRole('button', { name: '立为共性问题' }).click()
    const title = `榕树头健身器材松动 ${mark}`
    await page.getByLabel('题目').fill(title)
    await page.getByLabel('这几件反映的共同点').fill('同一批健身器材的底座都松了，要一起加固。')
    await page.getByRole('dialog').getByRole('button', { name: '立为共性问题' }).click()
    await inFront(page).getByRole('heading', { name: title }).waitFor()
    await picture('topic')

    // Whom it is given to, until when; the body answers, the supervisor approves.
    await inFront(page).getByRole('button', { name: '下督办令' }).click()
    const order = page.getByRole('dialog')
    await order.getByLabel('承办单位').selectOption(HOUSING)
    await order.getByLabel('督办要求').fill('请在期限前把这一批器材全部加固。')
    await order.getByLabel('答复期限').fill(inDays(10))
    await order.getByRole('button', { name: '下督办令' }).click()
    await inFront(page).getByText('督办令已下').waitFor()
    const paper = inFront(page).getByRole('link', { name: '建议书（可打印）' })
    const id = new URL((await paper.getAttribute('href')) ?? '', page.url()).searchParams.get('id') ?? ''
    await topicActs('body.demo', id, {
      action: 'answer',
      text: '这一批器材的底座已全部加固，并换了两处踏板。',
    })
    await inFront(page).getByRole('button', { name: '内部备注' }).click()
    await page.getByRole('textbox', { name: '备注' }).fill('已电话核实。')
    await page.getByRole('dialog').getByRole('button', { name: '内部备注' }).click()
    // Somebody was first: the page says so and shows what is true now; what was typed is still there.
    await page.getByRole('dialog').getByRole('alert').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click()
    await inFront(page).getByRole('button', { name: '审核通过' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '审核通过' }).click()
    await inFront(page).getByText('已通过，答复已发给每位反映人').first().waitFor()
    await picture('topic-answered')

    // The proposal, as it is printed.
    await paper.click()
    await inFront(page)
      .getByLabel('建议内容')
      .fill('建议对同批次健身器材做一次全面检查。\n建议今后每季度巡查一次，并公布结果。')
    await inFront(page).getByRole('button', { name: '保存到建议书' }).click()
    await inFront(page).getByText('已保存，下面就是打印的样子').waitFor()
    const document = inFront(page).getByRole('region', { name: '共性问题建议书' })
    await document.getByText('建议今后每季度巡查一次，并公布结果。').waitFor()
    await document.getByText(/提出反映 3 件/).waitFor()
    await picture('proposal')
    await printed(page, `supervisor/${width}-proposal`)

    // The month, beside its own past.
    await goTo(page, '月报')
    const monthly = inFront(page).getByRole('region', { name: /民意办理月报/ })
    await monthly.getByRole('table', { name: /二、三率/ }).waitFor()
    await monthly.getByRole('table', { name: '近 13 个月收到的件数' }).waitFor()
    await picture('monthly')
    await printed(page, `supervisor/${width}-monthly`)
    expect(problems).toEqual([])
  })
})
