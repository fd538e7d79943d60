import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { queryClient } from '@/api/query-client'
import ReportPage from '@/staff/pages/report/index'
import { useActionDrafts } from '@/staff/state/action-drafts'
import { usePreferences } from '@/state/preferences'
import type { ReportAnswer } from '../../shared/contract/report.ts'
import { atTheDesk, showPage } from '../support/at-the-desk.tsx'
import { axeViolations } from '../support/axe'
import { accounts, answerOf, event, NOW, NUMBER, rowOf } from '../support/staff-answers.ts'
import { refusal, signInAs, type StaffCity } from '../support/staff-city.ts'
import { setQuery } from '../support/taro-stub'

// One press: the page shows at once what follows, goes back with a reason, and takes back what can be taken back.

const READ = `GET /api/v1/reports/${NUMBER}`
const ACT = `POST /api/v1/reports/${NUMBER}/actions`
const OTHER = '26112300000042'
let city: StaffCity

atTheDesk((fresh) => {
  useActionDrafts.setState({}, true)
  setQuery({ number: NUMBER })
  signInAs(accounts.station)
  city = fresh
  city.on('GET /api/v1/reports/similar', () => ({ body: { items: [] } }))
})
afterEach(() => {
  usePreferences.setState({ elder: false })
})

function show(answer: ReportAnswer) {
  city.on(READ, () => ({ body: answer }))
  showPage(ReportPage)
}
const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }))
const bySupervisor = { role: 'supervisor', name: '人大督办', person: '冯绍基' } as const
/** Somebody else was first: from then on the report is this. */
const overtakenBy = (now: ReportAnswer) =>
  city.on(ACT, () => {
    city.on(READ, () => ({ body: now }))
    return refusal(409, 'STALE_VERSION', '刚刚有人先处理了')
  })

describe('one thumb', () => {
  it('accepts a report and hands it to whom the rule names, and says why', async () => {
    show(answerOf({}, ['assign', 'ask', 'decline']))
    await screen.findByRole('button', { name: '交办给越秀区住建局' })
    expect(screen.getByText('按派单规则推荐：路灯不亮，越秀区')).toBeTruthy()
    expect(await axeViolations()).toEqual([])
    city.on(ACT, () => ({ body: answerOf({ state: 'assigned', version: 2 }, []) }))
    await press('交办给越秀区住建局')
    await screen.findByText(/已交办给/)
    expect(city.posts()[0]?.body).toEqual({
      action: 'assign',
      bodyCode: 'lamps',
      complexity: 'simple',
      version: 1,
    })
  })

  it('offers nobody where a form has been begun or nothing speaks for one', async () => {
    city.on('GET /api/v1/bodies', () => ({ body: { items: [] } }))
    show(answerOf({}, ['assign', 'ask']))
    await screen.findByRole('button', { name: '交办' })
    await waitFor(() => expect(city.sent.some(({ path }) => path === '/api/v1/bodies')).toBe(true))
    expect(screen.queryByRole('button', { name: /交办给/ })).toBeNull()
  })

  it('shows at once what follows, before the answer has come', async () => {
    signInAs(accounts.body)
    let arrive: () => void = () => undefined
    const late = new Promise<void>((resolve) => (arrive = resolve))
    const real = globalThis.fetch
    vi.stubGlobal('fetch', async (...given: Parameters<typeof fetch>) => {
      if (given[1]?.method === 'POST') await late
      return real(...given)
    })
    city.on(ACT, () => ({ body: answerOf({ state: 'in_progress', version: 3 }, ['finish']) }))
    show(answerOf({ state: 'assigned', version: 2 }, ['sign', 'bounce']))
    await press('签收')
    expect(await screen.findByText('正在送出…')).toBeTruthy()
    expect(screen.getAllByText('办理中').length).toBeGreaterThan(0)
    expect(screen.queryByRole('button', { name: '退单' })).toBeNull()
    arrive()
    expect(await screen.findByRole('button', { name: '办结答复' })).toBeTruthy()
  })

  it('goes back and says who was first, when, and what they did', async () => {
    signInAs(accounts.body)
    show(answerOf({ state: 'assigned', version: 2 }, ['sign', 'bounce']))
    const note = event({ seq: 3, action: 'note', to: 'assigned', actor: bySupervisor })
    overtakenBy(answerOf({ state: 'assigned', version: 3 }, ['sign', 'bounce'], [event(), note]))
    await press('签收')
    expect(await screen.findByText('有人先处理了')).toBeTruthy()
    expect(screen.getByText(/冯绍基在 11月23日 10:00 做了“.*备注.*”，现在是“待签收”/)).toBeTruthy()
    expect(screen.getByText('您的这一步没有办成，页面已经恢复成现在的样子。')).toBeTruthy()
    expect(await axeViolations()).toEqual([])
    // What is true now can be done at once.
    city.on(ACT, () => ({ body: answerOf({ state: 'in_progress', version: 4 }, ['finish']) }))
    await press('签收')
    await screen.findByRole('button', { name: '办结答复' })
    expect(city.posts().map(({ body }) => body?.version)).toEqual([2, 3])
    expect(screen.queryByText('有人先处理了')).toBeNull()
  })

  it('goes back when nothing was heard, and repeats the same request', async () => {
    signInAs(accounts.body)
    show(answerOf({ state: 'assigned', version: 2 }, ['sign']))
    city.on(ACT, () => 'offline')
    await press('签收')
    expect(await screen.findByText('没有送到')).toBeTruthy()
    city.on(ACT, () => ({ body: answerOf({ state: 'in_progress', version: 3 }, []) }))
    await press('签收')
    await screen.findByText(/已签收/)
    expect(city.posts()[1]).toMatchObject({ key: city.posts()[0]?.key, body: city.posts()[0]?.body })
  })
})

describe('what may be the same matter', () => {
  const similar = { ...rowOf({ number: OTHER, text: '文明路路灯不亮', state: 'in_progress' }), distance: 80 }
  beforeEach(() => {
    city.on('GET /api/v1/reports/similar', () => ({ body: { items: [similar] } }))
    city.on(`GET /api/v1/reports/${OTHER}`, () => ({
      body: answerOf({ number: OTHER, text: '文明路路灯不亮', state: 'in_progress' }, []),
    }))
  })

  it('stands beside a new report, is compared, merged with one press, and taken back', async () => {
    show(answerOf({}, ['assign', 'merge']))
    const section = await screen.findByRole('region', { name: '可能是同一件事' })
    expect(within(section).getByText(/80 米/)).toBeTruthy()
    expect(await axeViolations()).toEqual([])
    const asked = city.sent.find(({ path }) => path.endsWith('/similar'))?.search
    expect(Object.fromEntries(asked ?? [])).toMatchObject({ scope: 'visible', except: NUMBER })
    fireEvent.click(within(section).getByRole('button', { name: '对比' }))
    const sheet = within(screen.getByRole('dialog', { name: '对比' }))
    await sheet.findByRole('heading', { name: '另一件' })
    expect(sheet.getByText('两处相距 80 米')).toBeTruthy()
    expect(await axeViolations()).toEqual([])
    city.on(ACT, () => ({ body: answerOf({ state: 'merged', version: 2 }, ['unmerge', 'note']) }))
    fireEvent.click(sheet.getByRole('button', { name: '并到这一件' }))
    expect(await screen.findByText('已并案，和主件一起答复。')).toBeTruthy()
    expect(city.posts()[0]?.body).toEqual({ action: 'merge', leadNumber: OTHER, version: 1 })
    city.on(ACT, () => ({ body: answerOf({ version: 3 }, ['assign', 'merge']) }))
    await press('撤销')
    expect(await screen.findByText(/已解除并案/)).toBeTruthy()
    expect(city.posts()[1]?.body).toEqual({ action: 'unmerge', version: 2 })
  })

  it('is not looked for where nobody pre-reviews', async () => {
    show(answerOf({ state: 'in_progress' }, ['finish', 'merge']))
    await screen.findByRole('button', { name: '办结答复' })
    expect(city.sent.some(({ path }) => path.endsWith('/similar'))).toBe(false)
  })
})

describe('undo', () => {
  const watch = async () => {
    city.on(ACT, () => ({ body: answerOf({ supervision: 'watched', version: 2 }, ['lift', 'note']) }))
    show(answerOf({}, ['watch', 'note']))
    await press('其他操作')
    await press('关注')
    await screen.findByText('已关注。')
  }

  it('is offered for a while, in elder mode as long as one likes', async () => {
    vi.useFakeTimers({
      toFake: ['Date', 'setTimeout', 'clearTimeout'],
      now: Date.parse(NOW),
      shouldAdvanceTime: true,
    })
    await watch()
    expect(screen.getByRole('button', { name: '撤销' })).toBeTruthy()
    await vi.advanceTimersByTimeAsync(20_000)
    await waitFor(() => expect(screen.queryByRole('button', { name: '撤销' })).toBeNull())
    cleanup()
    queryClient.clear()
    usePreferences.setState({ elder: true })
    await watch()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(screen.getByRole('button', { name: '撤销' })).toBeTruthy()
  })

  it('is not offered for what the table cannot take back', async () => {
    city.on(ACT, () => ({ body: answerOf({ state: 'needs_info', version: 2 }, ['note']) }))
    show(answerOf({}, ['ask']))
    await press('请反映人补充')
    fireEvent.change(screen.getByLabelText('请反映人补充什么'), { target: { value: '请写清门牌。' } })
    fireEvent.click(
      within(screen.getByRole('dialog', { name: '请反映人补充' })).getByRole('button', {
        name: '请反映人补充',
      }),
    )
    await screen.findByText('已请反映人补充。')
    expect(screen.queryByRole('button', { name: '撤销' })).toBeNull()
  })
})

describe('ready words', () => {
  const template = (code: string, text: string) => ({ code, name: `模板${code}`, text, own: false })

  it('come into the form with what is known of the report, below what was typed', async () => {
    signInAs(accounts.body)
    city.on('GET /api/v1/templates', () => ({
      body: {
        items: [template('1', '{place}的{category}（{number}）由{body}于{date}办好，{promisedDate}前。')],
      },
    }))
    show(answerOf({ state: 'in_progress' }, ['finish']))
    await press('办结答复')
    const form = within(screen.getByRole('dialog', { name: '办结答复' }))
    const box = form.getByLabelText<HTMLTextAreaElement>('答复')
    fireEvent.change(box, { target: { value: '您好。' } })
    fireEvent.click(await form.findByRole('button', { name: '模板1' }))
    expect(box.value).toBe(
      `您好。\n文明路十二号的路灯不亮（${NUMBER}）由越秀区住建局于11月23日（星期一）办好，12月1日（星期二）前。`,
    )
    expect(await axeViolations()).toEqual([])
    const asked = city.sent.find(({ path }) => path === '/api/v1/templates')?.search
    expect(asked?.get('action')).toBe('finish')
  })

  it('are a list when there are many, and nothing when there are none', async () => {
    const many = ['1', '2', '3', '4', '5'].map((code) => template(code, `第${code}句`))
    city.on('GET /api/v1/templates', () => ({ body: { items: many } }))
    show(answerOf({ state: 'in_review' }, ['send_back']))
    await press('退回重办')
    const form = within(screen.getByRole('dialog', { name: '退回重办' }))
    fireEvent.change(await form.findByLabelText(/用现成的话/), { target: { value: '5' } })
    expect(form.getByLabelText<HTMLTextAreaElement>('哪里没有办好').value).toBe('第5句')
  })
})
