import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { queryClient } from '@/api/query-client'
import ReportPage from '@/staff/pages/report/index'
import { useActionDrafts } from '@/staff/state/action-drafts'
import type { ReportAnswer } from '../../shared/contract/report.ts'
import { reportNumber } from '../../shared/domain/receipt.ts'
import { atTheDesk, showPage } from '../support/at-the-desk.tsx'
import { axeViolations } from '../support/axe'
import { accounts, answerOf, event, finished, NUMBER, rowOf } from '../support/staff-answers.ts'
import { refusal, signInAs, type StaffCity } from '../support/staff-city.ts'
import { setQuery } from '../support/taro-stub'

const LEAD = reportNumber('2026-11-20', 1234567)
const READ = `GET /api/v1/reports/${NUMBER}`
const ACT = `POST /api/v1/reports/${NUMBER}/actions`
const LIST = 'GET /api/v1/reports'
const grouped = (number: string) => `${number.slice(0, 6)} ${number.slice(6, 10)} ${number.slice(10)}`
let city: StaffCity

atTheDesk((fresh) => {
  useActionDrafts.setState({}, true)
  setQuery({ number: NUMBER })
  signInAs(accounts.station)
  city = fresh
})

function show(answer: ReportAnswer) {
  city.on(READ, () => ({ body: answer }))
  return showPage(ReportPage)
}

/** What stands beside a report's way is one tap away. */
async function open(name: string) {
  fireEvent.click(await screen.findByRole('button', { name: '其他操作' }))
  const more = screen.getByRole('dialog', { name: '其他操作' })
  fireEvent.click(within(more).getByRole('button', { name }))
  return screen.getByRole('dialog', { name })
}
const send = (box: HTMLElement, name: string) => fireEvent.click(within(box).getByRole('button', { name }))
const field = (box: HTMLElement, label: string | RegExp) =>
  within(box).getByLabelText<HTMLInputElement | HTMLTextAreaElement>(label)
const write = (box: HTMLElement, label: string | RegExp, value: string) =>
  fireEvent.change(field(box, label), { target: { value } })

describe('merging', () => {
  const merged = answerOf(
    { state: 'merged', version: 2, holder: null, dueAt: null, lead: { number: LEAD, state: 'in_progress' } },
    ['unmerge'],
  )

  it('takes a number in groups, on a numeric pad, and sends its digits with the words', async () => {
    city.on(ACT, () => ({ body: merged }))
    show(answerOf({}, ['assign', 'merge']))
    const form = await open('并案')
    expect(field(form, '主件编号').getAttribute('inputmode')).toBe('numeric')
    write(form, '主件编号', grouped(LEAD))
    write(form, /给反映人的说明/, '同一盏路灯')
    expect(await axeViolations()).toEqual([])
    send(form, '并案')
    expect(await screen.findByText('已并案，和主件一起答复。')).toBeTruthy()
    expect(city.posts()[0]?.body).toEqual({
      action: 'merge',
      leadNumber: LEAD,
      text: '同一盏路灯',
      version: 1,
    })
  })

  it('offers the station’s open reports of the same kind, as the server orders them, but not this one', async () => {
    const row = (number: string, text: string, state: 'in_progress' | 'answered' | 'merged' | 'assigned') =>
      rowOf({ number, text, state })
    const older = reportNumber('2026-11-18', 7654321)
    city.on(LIST, () => ({
      body: {
        items: [
          rowOf(),
          row(LEAD, '十二号门口没有灯', 'in_progress'),
          row(reportNumber('2026-11-19', 11), '已经答复的', 'answered'),
          row(reportNumber('2026-11-19', 12), '已经并案的', 'merged'),
          row(older, '文明路路灯坏了', 'assigned'),
        ],
        nextCursor: null,
      },
    }))
    show(answerOf({}, ['merge']))
    const form = await open('并案')
    const list = await within(form).findByRole('list', { name: '同类的在办件，点一下填上编号' })
    const rows = within(list).getAllByRole('button')
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      `十二号门口没有灯${grouped(LEAD)} · 11月23日（星期一） · 办理中`,
      `文明路路灯坏了${grouped(older)} · 11月23日（星期一） · 待签收`,
    ])
    const asked = city.sent.find(({ path }) => path === '/api/v1/reports')?.search
    expect(Object.fromEntries(asked ?? [])).toEqual({
      scope: 'visible',
      sort: 'new',
      category: 'street-lighting',
      station: '0001',
      limit: '50',
    })
    if (rows[0]) fireEvent.click(rows[0])
    expect(field(form, '主件编号').value).toBe(LEAD)
    expect(rows.map((one) => one.getAttribute('aria-pressed'))).toEqual(['true', 'false'])
    expect(await axeViolations()).toEqual([])
  })

  it('notices a mistyped digit before asking the server', async () => {
    show(answerOf({}, ['merge']))
    const form = await open('并案')
    write(form, '主件编号', `${LEAD.slice(0, 13)}${(Number(LEAD[13]) + 1) % 10}`)
    send(form, '并案')
    expect(within(form).getByRole('link', { name: '编号好像抄错了一位，请再核对一下' })).toBeTruthy()
    expect(city.posts()).toEqual([])
  })

  it('shows the server’s refusal at the number, and what was typed survives', async () => {
    const words = '该件已并入另一件，请改填主件的编号'
    city.on(ACT, () =>
      refusal(422, 'VALIDATION_FAILED', '有几处需要改一下', { fields: { leadNumber: words } }),
    )
    show(answerOf({}, ['merge']))
    const form = await open('并案')
    write(form, '主件编号', grouped(LEAD))
    write(form, /给反映人的说明/, '同一盏路灯')
    send(form, '并案')
    const lead = await within(form).findByRole('link', { name: words })
    const number = field(form, '主件编号')
    expect(lead.getAttribute('href')).toBe(`#${number.id}`)
    expect(number.getAttribute('aria-invalid')).toBe('true')
    expect(document.getElementById(`${number.id}-error`)?.textContent).toBe(words)
    expect([number.value, field(form, /给反映人的说明/).value]).toEqual([grouped(LEAD), '同一盏路灯'])
  })

  it('leads to the lead, says who deals with it, and lets it go again', async () => {
    city.on(ACT, () => ({ body: answerOf({ version: 3 }, []) }))
    show(merged)
    const lead = await screen.findByRole('link', { name: grouped(LEAD) })
    expect(lead.getAttribute('href')).toContain(LEAD)
    expect(screen.getByText('随主件一起办')).toBeTruthy()
    expect(screen.getAllByText('已并案').length).toBeGreaterThan(0)
    const form = await open('解除并案')
    send(form, '解除并案')
    expect(await screen.findByText('已解除并案，现在由北京街联络站办。')).toBeTruthy()
    expect(city.posts()[0]?.body).toEqual({ action: 'unmerge', version: 2 })
  })
})

describe('an answer that came from the lead', () => {
  const settled = {
    ...finished,
    action: 'settle' as const,
    from: 'merged' as const,
    to: 'answered' as const,
    actor: { role: 'clock' as const, name: '系统' },
    data: { leadNumber: LEAD, answeredBy: '越秀区住建局' },
  }

  it('stands beside the report, and above its rating with who gave it', async () => {
    show(answerOf({ state: 'answered' }, ['rate'], [event(), settled]))
    const what = await screen.findByRole('region', { name: '反映的内容' })
    expect(within(what).getByRole('button', { name: /办理后/ })).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '评价' }))
    const form = screen.getByRole('dialog', { name: '评价' })
    expect(within(form).getByText('越秀区住建局的答复')).toBeTruthy()
    expect(form.textContent).toContain(finished.text)
  })
})

describe('a report that others follow, or that is overdue', () => {
  it('leads to each follower', async () => {
    show(answerOf({ followers: [LEAD] }, []))
    const link = await screen.findByRole('link', { name: grouped(LEAD) })
    expect(link.getAttribute('href')).toContain(LEAD)
    expect(screen.getByText('并到这一件的')).toBeTruthy()
  })

  it('says how far up it was brought', async () => {
    show(answerOf({ overdueLevel: 'station' }, []))
    expect(await screen.findByText('超期·已报联络站')).toBeTruthy()
    cleanup()
    queryClient.clear()
    show(answerOf({ overdueLevel: 'supervisor' }, []))
    expect(await screen.findByText('超期·已报人大督办')).toBeTruthy()
  })
})

describe('the rating of a report', () => {
  const rated = event({
    seq: 6,
    action: 'rate',
    from: 'answered',
    to: 'assigned',
    data: { satisfied: false },
  })

  it('is that of the present answer, never of an earlier one', async () => {
    show(
      answerOf(
        { state: 'answered', round: 2, rating: null },
        [],
        [event(), finished, rated, { ...finished, seq: 7 }],
      ),
    )
    const status = await screen.findByRole('region', { name: '现在的情况' })
    expect(status.textContent).not.toContain('反映人的评价')
  })

  it('is told as missing when the report was closed without one', async () => {
    show(answerOf({ state: 'closed', holder: null, dueAt: null, rating: null }, []))
    const status = await screen.findByRole('region', { name: '现在的情况' })
    expect(within(status).getByText('没有评价')).toBeTruthy()
  })
})

describe('changing what is public', () => {
  const published = event({
    seq: 2,
    action: 'publish',
    text: '路口的路灯坏了。',
    data: { photoIds: ['before-1'] },
  })
  const borrowed = { ...finished, seq: 3, action: 'settle' as const }
  const answer = answerOf({ state: 'answered', public: true }, ['redact'], [event(), published, borrowed])

  it('begins with the words and photos that are public now', async () => {
    show(answer)
    const form = await open('修订公开内容')
    expect(field(form, '公开的文字').value).toBe('路口的路灯坏了。')
    const photos = within(form).getAllByRole<HTMLInputElement>('checkbox')
    // The photo of the lead's answer is not this report's to publish.
    expect(photos.map(({ checked }) => checked)).toEqual([true])
    expect(await axeViolations()).toEqual([])
  })

  it('wants a change, and sends what stays too', async () => {
    city.on(ACT, () => ({ body: answerOf({ version: 4, public: true }, []) }))
    show(answer)
    const form = await open('修订公开内容')
    send(form, '修订公开内容')
    expect(within(form).getByRole('link', { name: '还没有改动，请先改文字或照片' })).toBeTruthy()
    expect(city.posts()).toEqual([])
    write(form, '公开的文字', '路灯坏了。')
    send(form, '修订公开内容')
    expect(await screen.findByText('公开的内容已改好。')).toBeTruthy()
    await waitFor(() =>
      expect(city.posts()[0]?.body).toEqual({
        action: 'redact',
        text: '路灯坏了。',
        photoIds: ['before-1'],
        version: 1,
      }),
    )
  })
})
