import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { reportNumber } from '../../shared/domain/receipt.ts'
import { queryClient } from '@/api/query-client'
import { speak } from '@/locale/translate'
import MyReportsPage from '@/pages/my-reports/index'
import ReportPage from '@/pages/report/index'
import { emptyDraft, useDraft } from '@/state/draft'
import { useOutbox } from '@/state/outbox'
import { type Receipt, useReceipts } from '@/state/receipts'
import { useSession } from '@/state/session'
import { axeViolations } from '../support/axe'
import { type Asked, playCity, refusal } from '../support/resident-city.ts'
import { answerOf as answerFor, event, finished, NOW } from '../support/staff-answers.ts'
import { setQuery } from '../support/taro-stub'

const NUMBER = reportNumber('2026-11-23', 4829175)
const answerOf: typeof answerFor = (report, actions, timeline) =>
  answerFor({ number: NUMBER, ...report }, actions, timeline)

const receipt: Receipt = {
  number: NUMBER,
  queryCode: 'ABCD2345',
  promisedAt: '2026-12-01T15:59:59.999Z',
  provisional: false,
  category: '路灯不亮',
  station: '北京街联络站',
  text: '文明路十二号门口的路灯坏了',
  createdAt: NOW,
}
const office = { role: 'body', name: '越秀区住建局' } as const
const bounced = event({
  seq: 3,
  action: 'bounce',
  from: 'assigned',
  to: 'disputed',
  actor: office,
  text: '归路灯所。',
})
const readsReport = ({ method, path }: Asked) =>
  method === 'GET' && path.startsWith(`/api/v1/reports/${NUMBER}`)
const acts = ({ method, path }: Asked) => method === 'POST' && path.endsWith('/actions')
const shows = (answer: unknown) => playCity((asked) => (readsReport(asked) ? { body: answer } : null))

function show(page: 'report' | 'mine', query: Record<string, string> = { number: NUMBER }) {
  setQuery(query)
  return render(
    <QueryClientProvider client={queryClient}>
      {page === 'report' ? <ReportPage /> : <MyReportsPage />}
    </QueryClientProvider>,
  )
}
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const type = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })

beforeEach(async () => {
  // jsdom has no modal dialogs.
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true
  }
  HTMLDialogElement.prototype.close = () => undefined
  await speak('zh-hans')
  localStorage.clear()
  queryClient.clear()
  useReceipts.setState({ receipts: [receipt] })
  useOutbox.setState({ entries: [] })
  useDraft.setState({ draft: emptyDraft(), refused: {} })
  useSession.getState().end()
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('a report followed by its reporter', () => {
  it('is read with the query code of this device, and told in plain words', async () => {
    const asked = shows(answerOf({}, ['supplement', 'withdraw']))
    show('report')
    expect(await screen.findByText(/北京街联络站正在看/)).toBeTruthy()
    expect(asked.find(readsReport)?.headers['X-Query-Code']).toBe('ABCD2345')
    expect(await axeViolations()).toEqual([])
  })

  it('is read all the same when the session of this device has died', async () => {
    useSession.getState().begin({ token: null, account: null })
    playCity((call) => {
      if (!readsReport(call)) return null
      const { open } = useSession.getState()
      return open ? { status: 401, body: refusal('UNAUTHENTICATED', 'x') } : { body: answerOf({}, []) }
    })
    show('report')
    expect(await screen.findByText(/北京街联络站正在看/)).toBeTruthy()
  })

  it('offers exactly what the server allows', async () => {
    shows(answerOf({ state: 'declined', holder: null, dueAt: null }, ['appeal']))
    show('report')
    await screen.findByText('申请重新审查')
    expect(screen.queryByText('撤回')).toBeNull()
    expect(screen.queryByText('补充情况')).toBeNull()
    expect(screen.queryByRole('button', { name: '提交评价' })).toBeNull()
  })

  it('tells why it was declined and where to turn instead', async () => {
    const declined = event({
      seq: 2,
      action: 'decline',
      to: 'declined',
      data: { reason: 'litigation' },
      text: '法院正在审理。',
    })
    shows(answerOf({ state: 'declined', holder: null, dueAt: null }, [], [event(), declined]))
    show('report')
    expect(await screen.findAllByText(/法律援助可打 12348/)).not.toHaveLength(0)
  })

  it('shows a bounce as a bounce, in order, with the present at the end', async () => {
    shows(answerOf({ state: 'disputed', bounces: 1 }, [], [event(), bounced]))
    show('report')
    const steps = within(await screen.findByRole('list', { name: '办理经过' })).getAllByRole('listitem')
    expect(steps.map((step) => step.textContent)).toEqual([
      expect.stringContaining('提交了反映'),
      expect.stringMatching(/越秀区住建局退回.*归路灯所/),
      expect.stringContaining('现在：'),
    ])
    expect(steps.at(-1)?.getAttribute('aria-current')).toBe('step')
  })

  it('counts the promised date day by day, and marks a provisional one', async () => {
    const promise = {
      at: '2026-12-01T15:59:59.999Z',
      seq: 1,
      action: 'submit' as const,
      provisional: true,
      counted: ['2026-11-24', '2026-11-30'],
      skipped: [{ date: '2026-11-28', why: 'weekend' as const, name: null }],
    }
    shows(answerOf({ promises: [promise], promisedProvisional: true }, []))
    show('report')
    fireEvent.click(await screen.findByText('这个日期是怎么算的'))
    const days = within(screen.getByRole('list', { name: /2 个工作日/ })).getAllByRole('listitem')
    expect(days.map((day) => day.textContent)).toEqual([
      '11月24日（星期二）第 1 个工作日',
      '11月28日（星期六）周末，不算',
      '11月30日（星期一）第 2 个工作日',
    ])
    expect(screen.getByText('暂定')).toBeTruthy()
    expect(await axeViolations()).toEqual([])
  })
})

describe('rating', () => {
  const answered = answerOf(
    { state: 'answered', version: 6, holder: { type: 'reporter', code: null, name: '反映人' } },
    ['rate', 'supplement'],
    [event(), finished],
  )

  it('wants all three answers and says what being dissatisfied leads to', async () => {
    shows(answered)
    show('report')
    await screen.findByRole('button', { name: '提交评价' })
    press('提交评价')
    expect(document.activeElement?.textContent).toContain('还有 3 处')
    fireEvent.click(
      within(screen.getByRole('group', { name: /您满意吗/ })).getByRole('radio', { name: '否' }),
    )
    expect(screen.getByText(/退回原单位再办一次/)).toBeTruthy()
    expect(await axeViolations()).toEqual([])
  })

  it('sends them with the version on the screen and shows the report after it', async () => {
    const asked = playCity((call) => {
      if (acts(call))
        return { body: answerOf({ state: 'closed', version: 7, holder: null, dueAt: null }, []) }
      return readsReport(call) ? { body: answered } : null
    })
    show('report')
    await screen.findByRole('button', { name: '提交评价' })
    for (const yes of screen.getAllByRole('radio', { name: '是' })) fireEvent.click(yes)
    press('提交评价')
    expect(await screen.findByText('谢谢您的评价。')).toBeTruthy()
    const sent = asked.find(acts)
    expect(JSON.parse(sent?.body ?? '')).toEqual({
      action: 'rate',
      version: 6,
      answered: true,
      solved: true,
      satisfied: true,
    })
    expect(sent?.headers['Idempotency-Key']).toMatch(/^[\w.:-]{16,64}$/)
    expect(screen.getByText('已办结。谢谢您说出来。')).toBeTruthy()
  })
})

describe('supplementing', () => {
  const needsInfo = answerOf(
    { state: 'needs_info', version: 2, holder: { type: 'reporter', code: null, name: '反映人' } },
    ['supplement'],
    [event(), event({ seq: 2, action: 'ask', from: 'submitted', to: 'needs_info', text: '是哪一根灯杆？' })],
  )

  it('shows what was asked, and wants words or a photo', async () => {
    shows(needsInfo)
    show('report')
    expect(await screen.findAllByText('是哪一根灯杆？')).not.toHaveLength(0)
    press('发送')
    expect(document.activeElement?.textContent).toContain('请写几句话，或加一张照片')
    expect(await axeViolations()).toEqual([])
  })

  it('reloads when somebody was faster, says so, and keeps what was typed', async () => {
    let reads = 0
    playCity((call) => {
      if (acts(call)) return { status: 409, body: refusal('STALE_VERSION', '刚刚有人先处理了') }
      if (!readsReport(call)) return null
      reads += 1
      return { body: reads === 1 ? needsInfo : answerOf({ version: 3 }, ['supplement']) }
    })
    show('report')
    await screen.findByLabelText('想补充的话')
    type('想补充的话', '第三根灯杆')
    press('发送')
    expect(await screen.findByText('刚刚有了新进展')).toBeTruthy()
    expect(reads).toBe(2)
    expect((screen.getByLabelText('想补充的话') as HTMLTextAreaElement).value).toBe('第三根灯杆')
  })

  it('repeats a lost one under its own key', async () => {
    let tries = 0
    const asked = playCity((call) => {
      if (acts(call))
        return (tries += 1) === 1 ? new TypeError('Failed to fetch') : { body: answerOf({ version: 3 }, []) }
      return readsReport(call) ? { body: needsInfo } : null
    })
    show('report')
    await screen.findByLabelText('想补充的话')
    type('想补充的话', '第三根灯杆')
    press('发送')
    expect(await screen.findByText(/连不上网络/)).toBeTruthy()
    press('发送')
    expect(await screen.findByText('已收到您的补充。')).toBeTruthy()
    const keys = asked.filter(acts).map(({ headers }) => headers['Idempotency-Key'])
    expect(new Set(keys).size).toBe(1)
  })
})

describe('without a receipt', () => {
  beforeEach(() => useReceipts.setState({ receipts: [] }))

  it.each(['2611', '12345678901234567', 'abc', '1394 8723 11'])(
    'says what a number looks like and where to find it, without asking anybody: %s',
    async (typed) => {
      const asked = playCity()
      show('report')
      await screen.findByLabelText(/^编号/)
      const before = asked.length
      type(/^编号/, typed)
      type(/^查询码/, 'k7q')
      press('查看')
      const field = screen.getByLabelText(/^编号/)
      const error = document.getElementById(`${field.id}-error`)?.textContent
      expect(error).toMatch(/14 位数字，像 261123 4829 1753.*回执/)
      expect(screen.getAllByText(/查询码是 8 位字母和数字，像 K7Q2 M9XA/)).toHaveLength(2)
      expect(asked).toHaveLength(before)
      expect(await axeViolations()).toEqual([])
    },
  )

  it('asks for number and query code, and notices a mistyped digit before asking the server', async () => {
    const asked = playCity()
    show('report')
    await screen.findByLabelText(/^编号/)
    // One digit off.
    type(/^编号/, `${NUMBER.slice(0, 13)}${(Number(NUMBER[13]) + 1) % 10}`)
    type(/^查询码/, 'abcd2345')
    press('查看')
    expect(screen.getAllByText(/编号好像抄错了一位/)).toHaveLength(2)
    expect(asked.filter(readsReport)).toHaveLength(1)
    expect(await axeViolations()).toEqual([])
  })

  it('opens the report with them and keeps them on this device when wanted', async () => {
    playCity((call) => {
      if (!readsReport(call)) return null
      return call.headers['X-Query-Code'] === 'ABCD2345'
        ? { body: answerOf({}, []) }
        : { status: 404, body: refusal('NOT_FOUND', 'x') }
    })
    show('report')
    await screen.findByLabelText(/^查询码/)
    type(/^查询码/, 'AAAA AAAA')
    press('查看')
    expect(await screen.findByRole('alert')).toBeTruthy()
    type(/^查询码/, 'abcd 2345')
    press('查看')
    expect(await screen.findByText(/北京街联络站正在看/)).toBeTruthy()
    expect(useReceipts.getState().receipts).toMatchObject([{ number: NUMBER, queryCode: 'ABCD2345' }])
  })
})

describe('my reports', () => {
  it('shows the receipts of this device with their present state', async () => {
    shows(answerOf({ state: 'in_progress' }, []))
    show('mine', {})
    expect(screen.getByText(receipt.text)).toBeTruthy()
    expect(await screen.findByText('办理中')).toBeTruthy()
    expect(await axeViolations()).toEqual([])
  })

  it('still shows them when nothing can be asked', async () => {
    playCity(() => new TypeError('Failed to fetch'))
    show('mine', {})
    expect(screen.getByText(receipt.text)).toBeTruthy()
    expect(await screen.findByText('暂时读不到最新进度', {}, { timeout: 4000 })).toBeTruthy()
  })

  it('is no dead end when there is nothing', async () => {
    useReceipts.setState({ receipts: [] })
    playCity()
    show('mine', {})
    expect(await screen.findByText('这里还没有您的反映')).toBeTruthy()
    expect(screen.getByRole('link', { name: '我要反映' }).getAttribute('href')).toBe('/report/new')
    expect(await axeViolations()).toEqual([])
  })

  it('shows what waits in the outbox and what is half written', async () => {
    playCity()
    const draft = { ...emptyDraft(), text: '等着发出的话' }
    useOutbox.setState({
      entries: [
        {
          key: 'k',
          draft,
          body: null,
          status: 'refused',
          message: null,
          code: null,
          fields: {},
          number: null,
          createdAt: 0,
        },
      ],
    })
    useDraft.setState({ draft: { ...emptyDraft(), text: '写了一半的话' } })
    show('mine', {})
    expect(screen.getByText('等着发出的话')).toBeTruthy()
    expect(screen.getByText('写了一半的话')).toBeTruthy()
    press('打开修改')
    expect(screen.getByRole('dialog', { hidden: true }).textContent).toContain('会放弃那一份')
  })
})
