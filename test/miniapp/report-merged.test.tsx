import { cleanup, configure, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { queryClient } from '@/api/query-client'
import { speak } from '@/locale/translate'
import ReportPage from '@/pages/report/index'
import { useReceipts } from '@/state/receipts'
import { useSession } from '@/state/session'
import type { ReportAnswer } from '../../shared/contract/report.ts'
import { reportNumber } from '../../shared/domain/receipt.ts'
import { showPage } from '../support/at-the-desk.tsx'
import { axeViolations } from '../support/axe'
import { playCity } from '../support/resident-city.ts'
import { answerOf, event, finished, NUMBER } from '../support/staff-answers.ts'
import { setQuery } from '../support/taro-stub'

const LEAD = reportNumber('2026-11-20', 1234567)
const GROUPED = `${LEAD.slice(0, 6)} ${LEAD.slice(6, 10)} ${LEAD.slice(10)}`
const clock = { role: 'clock', name: '系统' } as const
const merge = event({
  seq: 2,
  action: 'merge',
  to: 'merged',
  actor: { role: 'station', name: '北京街联络站' },
  text: '说的是同一盏灯。',
  data: { leadNumber: LEAD },
})
const settle = event({
  seq: 3,
  action: 'settle',
  from: 'merged',
  to: 'answered',
  actor: clock,
  text: '三盏灯都换好了。',
  photos: finished.photos,
  data: { leadNumber: LEAD, answeredBy: '越秀区住建局' },
})
const merged = answerOf(
  { state: 'merged', version: 2, holder: null, dueAt: null, lead: { number: LEAD, state: 'in_progress' } },
  [],
  [event(), merge],
)
const settled = (changes: Partial<ReportAnswer['report']> = {}, timeline = [event(), merge, settle]) =>
  answerOf(
    {
      state: 'answered',
      version: 3,
      holder: { type: 'reporter', code: null, name: '反映人' },
      lead: { number: LEAD, state: 'answered' },
      ...changes,
    },
    ['rate'],
    timeline,
  )

beforeAll(() => configure({ asyncUtilTimeout: 4000 }))
beforeEach(async () => {
  await speak('zh-hans')
  localStorage.clear()
  queryClient.clear()
  useReceipts.setState({ receipts: [] })
  useSession.getState().end()
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function show(answer: ReportAnswer) {
  setQuery({ number: NUMBER, code: 'ABCD2345' })
  playCity(({ path }) => (path.startsWith(`/api/v1/reports/${NUMBER}`) ? { body: answer } : null))
  return showPage(ReportPage)
}
const steps = () => within(screen.getByRole('list', { name: '办理经过' })).getAllByRole('listitem')

describe('a report that was joined with another', () => {
  it('says so in plain words, with the lead’s number and how far it is, and keeps its promise', async () => {
    show(merged)
    expect(await screen.findByText(/已经合并办理.*会得到同样的答复，由您自己评价/)).toBeTruthy()
    const card = screen.getByRole('region', { name: '反映进度' })
    const lead = within(card).getByText(GROUPED)
    expect(lead.parentElement?.textContent).toContain('办理中')
    expect(within(card).getByText('最晚答复日期')).toBeTruthy()
    expect(await axeViolations()).toEqual([])
  })

  it('tells in the timeline by whom and with which, and that the answer is still to come', async () => {
    show(merged)
    await screen.findByText(/已经合并办理/)
    expect(steps().map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('提交了反映'),
      expect.stringMatching(new RegExp(`主件编号 ${GROUPED}.*北京街联络站.*说的是同一盏灯。`)),
      expect.stringContaining('现在：和主件一起办，等主件的答复'),
    ])
    expect(steps().at(-1)?.getAttribute('aria-current')).toBe('step')
  })

  it.each([
    ['zh-hant', /已經合併辦理/, '併案主件'],
    ['en', /they were joined/, 'Lead report'],
  ] as const)('is read in %s', async (locale, plain, label) => {
    await speak(locale)
    show(merged)
    expect(await screen.findByText(plain)).toBeTruthy()
    expect(screen.getByText(label)).toBeTruthy()
  })

  it('gives no number where it is withheld', async () => {
    show(
      answerOf(
        { state: 'merged', holder: null, dueAt: null },
        [],
        [event(), { ...merge, data: {}, text: null }],
      ),
    )
    await screen.findByText(/已经合并办理/)
    expect(screen.getByText('和另一件合并办理')).toBeTruthy()
    expect(screen.queryByText('并案主件')).toBeNull()
  })
})

describe('the answer of the lead', () => {
  it('stands above the rating, with the office that gave it and before beside after', async () => {
    show(settled())
    const card = await screen.findByRole('region', { name: '答复' })
    expect(within(card).getByText('三盏灯都换好了。')).toBeTruthy()
    expect(within(card).getByText(`已随并案主件答复（主件编号 ${GROUPED}）`)).toBeTruthy()
    expect(card.textContent).toContain('越秀区住建局 ·')
    expect(card.textContent).not.toContain('系统')
    for (const name of ['办理前', '办理后']) expect(within(card).getByRole('img', { name })).toBeTruthy()
    const slider = within(card).getByRole('slider', { name: '拖动滑块，比较办理前后' })
    fireEvent.change(slider, { target: { value: '20' } })
    expect(within(card).getByRole('img', { name: '办理前' }).style.clipPath).toBe('inset(0 80% 0 0)')
    // Whether others have rated the lead is not theirs to know.
    const state = screen.getByRole('region', { name: '反映进度' })
    expect(within(state).getAllByText('已答复·待评价')).toHaveLength(1)
    const form = screen.getByRole('region', { name: '请您评价' })
    expect(card.compareDocumentPosition(form) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
    expect(await axeViolations()).toEqual([])
  })

  it('takes the place of an earlier answer of its own', async () => {
    const earlier = { ...finished, seq: 2 }
    show(settled({ lead: null }, [event(), earlier, { ...settle, data: { topicTitle: '路灯老化' } }]))
    const card = await screen.findByRole('region', { name: '答复' })
    expect(card.textContent).toContain('三盏灯都换好了。')
    expect(card.textContent).toContain('已随共性问题“路灯老化”统一答复')
    // It can still be read, for comparison, and only there.
    const before = within(card).getByText('之前的答复（1）').closest('details')
    expect(before?.textContent).toContain(finished.text)
    expect(card.textContent?.split(finished.text ?? '')).toHaveLength(2)
  })

  it('is rated by its own reporter', async () => {
    show(settled())
    fireEvent.click(await screen.findByRole('button', { name: '提交评价' }))
    expect(document.activeElement?.textContent).toContain('还有 3 处')
  })
})

describe('what the clock did', () => {
  it('is told to the reporter', async () => {
    const late = (seq: number, level: string) =>
      event({ seq, action: 'escalate', from: 'submitted', actor: clock, data: { level } })
    const resumed = event({
      seq: 2,
      action: 'resume',
      from: 'needs_info',
      actor: clock,
      data: { waited: 5 },
    })
    show(answerOf({}, [], [event(), resumed, late(3, 'station'), late(4, 'supervisor')]))
    await screen.findByRole('list', { name: '办理经过' })
    expect(steps().map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('提交了反映'),
      expect.stringMatching(/等待补充的时间已过，继续预审.*等待补充用了 5 个工作日/),
      expect.stringContaining('超过期限，已请联络站催办'),
      expect.stringContaining('超过期限，已报人大督办'),
      expect.stringContaining('现在：'),
    ])
  })

  it('never reads as a rating', async () => {
    const archived = event({ seq: 4, action: 'archive', from: 'answered', to: 'closed', actor: clock })
    show(
      settled({ state: 'closed', holder: null, dueAt: null, rating: null }, [
        event(),
        merge,
        settle,
        archived,
      ]),
    )
    expect(await screen.findByText('评价时间已过，自动归档（按未评价统计）')).toBeTruthy()
    expect(screen.queryByText(/^满意$|反映人评价/)).toBeNull()
  })
})
