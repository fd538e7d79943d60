import { cleanup, configure, fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { ComponentType } from 'react'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { speak } from '@/locale/translate'
import DashboardPage from '@/staff/pages/dashboard/index'
import InboxPage from '@/staff/pages/inbox/index'
import ProposalPage from '@/staff/pages/proposal/index'
import TopicPage from '@/staff/pages/topic/index'
import TopicsPage from '@/staff/pages/topics/index'
import { MATTER_FILTERS, MATTERS } from '../../shared/domain/supervision-matters.ts'
import { showPage } from '../support/at-the-desk.tsx'
import { axeViolations } from '../support/axe'
import { accounts, rowOf } from '../support/staff-answers.ts'
import { mendJsdom, refusal, signInAs, staffCity, type StaffCity } from '../support/staff-city.ts'
import { navigateTo, setQuery } from '../support/taro-stub'
import { suggestion, supervised, topic, topicAnswerOf, topicEvent } from '../support/topic-answers.ts'

let city: StaffCity
const TOPIC = `/api/v1/topics/${topic.id}`

beforeAll(() => {
  mendJsdom()
  configure({ asyncUtilTimeout: 4000 })
})
beforeEach(async () => {
  await speak('zh-hans')
  localStorage.clear()
  setQuery({})
  city = staffCity()
  city.on('GET /api/v1/districts', () => ({
    body: { items: [{ code: '440104', name: '越秀区' }] },
  }))
  city.on('GET /api/v1/supervision', () => ({ body: supervised() }))
  city.on('GET /api/v1/reports', () => ({ body: { items: [rowOf()], nextCursor: null } }))
  city.on('GET /api/v1/topics', () => ({ body: { items: [topic], nextCursor: null } }))
  city.on('GET /api/v1/topics/suggestions', () => ({ body: { items: [suggestion], nextCursor: null } }))
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function open(Page: ComponentType, account: Parameters<typeof signInAs>[0] = accounts.supervisor): void {
  signInAs(account)
  showPage(Page)
}

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const write = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })
const asked = (path: string) =>
  Object.fromEntries(city.sent.findLast((one) => one.path === path)?.search ?? [])

describe('the dashboard', () => {
  it('has a number for each matter, and each leads to its own list', async () => {
    open(DashboardPage)
    const list = await screen.findByRole('list', { name: '现在要看的' })
    const links = within(list).getAllByRole('link')
    expect(links.map((link) => link.getAttribute('href'))).toEqual(
      MATTERS.map((matter) => `/staff?matter=${matter}`),
    )
    expect(within(list).getByRole('link', { name: /3.*已逾期/ })).toBeTruthy()
    expect(screen.getByText('疑似共性问题 1 组')).toBeTruthy()
    expect(await axeViolations()).toEqual([])
  })

  it('says with whom it is stuck in the order given, and leads to what this one has', async () => {
    open(DashboardPage)
    const stuck = await screen.findByRole('region', { name: '卡在谁那里' })
    const links = within(stuck).getAllByRole('link')
    expect(links.map((link) => decodeURIComponent(link.getAttribute('href') ?? ''))).toEqual([
      '/staff?matter=overdue&holder=station:0001',
      '/staff?matter=quiet&holder=body:lamps',
    ])
    expect(within(stuck).getByText('逾期 3 件 · 久无进展 1 件')).toBeTruthy()
  })

  it('is narrowed to a district, and its lists with it', async () => {
    open(DashboardPage)
    await screen.findByRole('option', { name: '越秀区' })
    write('区', '440104')
    await waitFor(() => expect(asked('/api/v1/supervision')).toEqual({ district: '440104' }))
    const link = await screen.findByRole('link', { name: /已逾期/ })
    expect(link.getAttribute('href')).toBe('/staff?matter=overdue&district=440104')
  })

  it('offers a desk no other district, and a station nothing', async () => {
    open(DashboardPage, { ...accounts.supervisor, district: { code: '440104', name: '越秀区' } })
    await screen.findByRole('list', { name: '现在要看的' })
    expect(screen.queryByLabelText('区')).toBeNull()
    cleanup()
    open(DashboardPage, accounts.station)
    expect(await screen.findByText('这一页给人大督办用')).toBeTruthy()
  })
})

describe('the list behind a number', () => {
  it.each(MATTERS)('asks for exactly the conditions of %s', async (matter) => {
    setQuery({ matter, holder: 'station:0001' })
    open(InboxPage)
    await screen.findByRole('tab', { name: '全部', selected: true })
    const { state, holderType: _own, ...flags } = MATTER_FILTERS[matter]
    await waitFor(() =>
      expect(asked('/api/v1/reports')).toEqual({
        scope: 'visible',
        sort: 'due',
        limit: '50',
        ...Object.fromEntries(Object.entries(flags).map(([name, value]) => [name, String(value)])),
        ...(state && { state: state.join() }),
        holderType: 'station',
        holderCode: '0001',
      }),
    )
  })

  it('is not the inbox, and the inbox says so to a supervisor alone', async () => {
    open(InboxPage)
    await screen.findByRole('tab', { name: '待我办', selected: true })
    expect(screen.getByText('“待我办”算了哪些')).toBeTruthy()
    expect(screen.getByText(/这两样分开数：“由我决定”和“逾期已上报”/)).toBeTruthy()
    cleanup()
    open(InboxPage, accounts.station)
    await screen.findByRole('tab', { name: '待我办', selected: true })
    expect(screen.queryByText('“待我办”算了哪些')).toBeNull()
  })

  it('says what it is narrowed to, and lets go of it by one press', async () => {
    setQuery({ matter: 'overdue' })
    open(InboxPage)
    fireEvent.click(await screen.findByRole('button', { name: '已逾期' }))
    await waitFor(() =>
      expect(asked('/api/v1/reports')).toEqual({ scope: 'visible', sort: 'new', limit: '50' }),
    )
    // The rows are others' work: they are named by what they are about, not by what the reader must do.
    expect(await axeViolations()).toEqual([])
  })

  it('is not offered to whom it is no matter', async () => {
    open(InboxPage, accounts.station)
    fireEvent.click(await screen.findByRole('tab', { name: '全部' }))
    await screen.findByRole('searchbox', { name: '搜索' })
    expect(screen.queryByLabelText('督办事项')).toBeNull()
  })
})

describe('suggestions', () => {
  it('say why, show where, and become a topic with the ticked reports', async () => {
    city.on('POST /api/v1/topics', () => ({ status: 201, body: topicAnswerOf({}, ['order']) }))
    open(TopicsPage)
    const card = await screen.findByRole('article', { name: '越秀区 · 路灯不亮 · 3 件' })
    expect(within(card).getByText('82%')).toBeTruthy()
    expect(within(card).getByText('路灯、很黑')).toBeTruthy()
    expect(within(card).getByRole('figure', { name: /：这些反映的位置$/ })).toBeTruthy()
    expect(await axeViolations()).toEqual([])
    press('立为共性问题')
    const form = await screen.findByRole('form', { name: '立为共性问题' })
    fireEvent.click(within(form).getByLabelText(/（78）/))
    fireEvent.click(within(form).getByRole('button', { name: '立为共性问题' }))
    // Nothing is sent without words, and the field says so.
    expect(city.posts()).toEqual([])
    write('这几件反映的共同点', topic.text)
    fireEvent.click(within(form).getByRole('button', { name: '立为共性问题' }))
    await waitFor(() =>
      expect(navigateTo).toHaveBeenCalledWith({ url: `/staff/pages/topic/index?id=${topic.id}` }),
    )
    expect(city.posts().map(({ body }) => body)).toEqual([
      {
        title: '越秀区路灯不亮',
        text: topic.text,
        reportNumbers: suggestion.reports.slice(0, 2).map(({ number }) => number),
        suggestionId: suggestion.id,
      },
    ])
  })

  it('that a deputy noted stand in their words, which the topic begins with', async () => {
    const by = { name: '石彩盈', station: '北京街联络站' }
    const noted = {
      ...suggestion,
      reports: [],
      note: { text: '三条巷子的路灯都不亮。', at: '2026-11-20T02:00:00.000Z', by },
    }
    city.on('GET /api/v1/topics/suggestions', () => ({ body: { items: [noted], nextCursor: null } }))
    open(TopicsPage)
    const card = await screen.findByRole('article')
    expect(within(card).getByText(/代表 石彩盈 反映 · 北京街联络站/)).toBeTruthy()
    expect(within(card).queryByText('为什么觉得是同一件事')).toBeNull()
    press('立为共性问题')
    expect(screen.getByLabelText<HTMLTextAreaElement>('这几件反映的共同点').value).toBe(noted.note.text)
  })

  it('that are none are dismissed after a question', async () => {
    city.on(`POST /api/v1/topics/suggestions/${suggestion.id}/dismiss`, () => ({ body: { dismissed: true } }))
    open(TopicsPage)
    await screen.findByRole('article')
    press('不是同一个问题')
    fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '不是同一个问题' }))
    await waitFor(() => expect(city.posts()).toHaveLength(1))
  })

  it('are not a body’s: it sees what it answers for', async () => {
    open(TopicsPage, accounts.body)
    expect(await screen.findByRole('link', { name: new RegExp(topic.title) })).toBeTruthy()
    expect(city.sent.some(({ path }) => path.endsWith('/suggestions'))).toBe(false)
  })

  it('may be found by a person: numbers typed in any way', async () => {
    city.on('POST /api/v1/topics', () => ({ status: 201, body: topicAnswerOf({}, []) }))
    open(TopicsPage)
    await screen.findByRole('article')
    press('按编号立一个')
    write('题目', topic.title)
    write('这几件反映的共同点', topic.text)
    write('按编号加入', '2611 2348 2917 53，123')
    const form = screen.getByRole('form', { name: '立为共性问题' })
    fireEvent.click(within(form).getByRole('button', { name: '立为共性问题' }))
    expect(await screen.findAllByText('有的编号不对，请核对')).not.toEqual([])
    expect(city.posts()).toEqual([])
  })
})

describe('a topic', () => {
  beforeEach(() => {
    setQuery({ id: topic.id })
    city.on(`GET ${TOPIC}`, () => ({
      body: topicAnswerOf({}, ['order', 'add', 'remove', 'drop', 'propose', 'note']),
    }))
  })

  it('offers what the API allows, and nothing else', async () => {
    open(TopicPage)
    const deeds = await screen.findByRole('region', { name: '现在可以做的' })
    expect(
      within(deeds)
        .getAllByRole('button')
        .map((one) => one.textContent),
    ).toEqual(['下督办令', '写建议书', '加入反映', '移出反映', '内部备注', '撤销这个问题'])
    expect(await axeViolations()).toEqual([])
  })

  it('is ordered with a body, words and a day; what was typed outlives a refusal and a closed page', async () => {
    city.on(`POST ${TOPIC}/actions`, () => refusal(409, 'STALE_VERSION', '刚才有人先处理了'))
    open(TopicPage)
    await screen.findByRole('region', { name: '现在可以做的' })
    press('下督办令')
    const form = await screen.findByRole('form', { name: '下督办令' })
    fireEvent.change(await within(form).findByLabelText('承办单位'), { target: { value: 'lamps' } })
    write('督办要求', '请在一周内一并修好。')
    write('答复期限', '2099-12-01')
    fireEvent.click(within(form).getByRole('button', { name: '下督办令' }))
    expect(await screen.findByText('刚才有人先处理了')).toBeTruthy()
    expect(city.posts().map(({ body }) => body)).toEqual([
      {
        action: 'order',
        version: 1,
        bodyCode: 'lamps',
        text: '请在一周内一并修好。',
        dueAt: '2099-12-01T15:59:59.999Z',
      },
    ])
    cleanup()
    open(TopicPage)
    await screen.findByRole('region', { name: '现在可以做的' })
    press('下督办令')
    expect(screen.getByLabelText<HTMLTextAreaElement>('督办要求').value).toBe('请在一周内一并修好。')
    city.on(`POST ${TOPIC}/actions`, () => ({ body: topicAnswerOf({ version: 2 }, ['note']) }))
    const again = screen.getByRole('form', { name: '下督办令' })
    await within(again).findByLabelText('承办单位')
    fireEvent.click(within(again).getByRole('button', { name: '下督办令' }))
    expect(await screen.findByText('督办令已下')).toBeTruthy()
  })

  it('lets go of the ticked reports', async () => {
    city.on(`POST ${TOPIC}/actions`, () => ({ body: topicAnswerOf({ version: 2 }, ['note']) }))
    open(TopicPage)
    await screen.findByRole('region', { name: '现在可以做的' })
    press('移出反映')
    const form = await screen.findByRole('form', { name: '移出反映' })
    fireEvent.click(within(form).getAllByRole('checkbox')[1]!)
    fireEvent.click(within(form).getByRole('button', { name: '移出反映' }))
    expect(await screen.findByText('已移出')).toBeTruthy()
    expect(city.posts().map(({ body }) => body)).toEqual([
      { action: 'remove', version: 1, reportNumbers: ['26112012345678'] },
    ])
  })

  it('that nobody knows says so and leads back', async () => {
    city.on(`GET ${TOPIC}`, () => refusal(404, 'NOT_FOUND', '没有找到'))
    open(TopicPage)
    expect(await screen.findByText('没有找到这个共性问题')).toBeTruthy()
    expect(screen.getByRole('link', { name: '看全部共性问题' }).getAttribute('href')).toBe('/staff/topics')
  })

  it('that was ordered does not ask for an order first', async () => {
    setQuery({ id: topic.id })
    city.on(`GET ${TOPIC}`, () => ({
      body: topicAnswerOf({ orderText: '请一并修好。' }, ['order', 'propose']),
    }))
    open(TopicPage)
    expect(await screen.findByRole('button', { name: '改督办令' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: '下督办令' })).toBeNull()
  })
})

describe('the proposal', () => {
  const answered = {
    state: 'answered' as const,
    version: 4,
    body: { code: 'lamps', name: '越秀区住建局' },
    orderText: '请一并修好。',
    dueAt: '2026-12-01T15:59:59.999Z',
    answer: '整条线路已经换新。',
  }
  const timeline = [topicEvent(), topicEvent({ seq: 3, action: 'answer', text: answered.answer })]

  it('says what is known by itself, and keeps what is written', async () => {
    setQuery({ id: topic.id })
    city.on(`GET ${TOPIC}`, () => ({ body: topicAnswerOf(answered, ['propose'], timeline) }))
    const text = '建议整条线路一并换新。\n并每季巡查一次。'
    city.on(`POST ${TOPIC}/actions`, () => ({
      body: topicAnswerOf(
        { ...answered, version: 5, proposal: text },
        ['propose'],
        [...timeline, topicEvent({ seq: 5, action: 'propose', text })],
      ),
    }))
    open(ProposalPage)
    const paper = await screen.findByRole('region', { name: '共性问题建议书' })
    for (const words of [
      '关于“中山四路一带路灯不亮”的共性问题建议书',
      '越秀区住建局：',
      '2026年11月23日至2026年11月23日，越秀区的群众和人大代表就同一问题提出反映 2 件，类别为路灯不亮，其中 1 件尚未办结。',
      '涉及地点：文明路十二号、德政路口。',
      '已要求越秀区住建局于2026年12月1日前答复：请一并修好。',
      '整条线路已经换新。',
      '草稿，不是正式建议书：还缺建议内容。',
    ])
      expect(within(paper).getByText(words)).toBeTruthy()
    expect(within(paper).getByRole('table', { name: '反映清单' })).toBeTruthy()
    // Nothing stands where the proposal will, nobody signs it, and the printer is told what it gets.
    expect(within(paper).queryByText('三、建议')).toBeNull()
    expect(screen.getByText('建议内容：在下面写好，点“保存到建议书”。')).toBeTruthy()
    expect(screen.getByRole('button', { name: '打印草稿' })).toBeTruthy()
    write('建议内容', text)
    expect(screen.getByText(/写下的话已留在这台设备上/)).toBeTruthy()
    press('保存到建议书')
    expect(await within(paper).findByText('并每季巡查一次。')).toBeTruthy()
    expect(screen.getByText('已保存，下面就是打印的样子')).toBeTruthy()
    expect(within(paper).queryByText(/草稿/)).toBeNull()
    expect(screen.getByRole('button', { name: '打印' })).toBeTruthy()
    expect(screen.getByLabelText<HTMLTextAreaElement>('建议内容').value).toBe(text)
    expect(city.posts().map(({ body }) => body)).toEqual([{ action: 'propose', version: 4, text }])
    expect(await axeViolations()).toEqual([])
  })

  it('of a problem that nobody was given says so, and asks for the body and the words', async () => {
    setQuery({ id: topic.id })
    city.on(`GET ${TOPIC}`, () => ({ body: topicAnswerOf({}, ['propose', 'order'], []) }))
    open(ProposalPage)
    const paper = await screen.findByRole('region', { name: '共性问题建议书' })
    expect(within(paper).getByText('草稿，不是正式建议书：还缺答复的承办单位、建议内容。')).toBeTruthy()
    expect(within(paper).getByText('截至成文之日，尚未交承办单位办理。')).toBeTruthy()
    expect(screen.getByText(/^答复的承办单位：回到共性问题/)).toBeTruthy()
    expect(await axeViolations()).toEqual([])
  })

  it('is printed by a press, and read only by the body', async () => {
    const print = vi.fn<() => void>()
    vi.stubGlobal('print', print)
    setQuery({ id: topic.id })
    const whole = { ...answered, proposal: '建议整条线路一并换新。' }
    const actor = { role: 'supervisor' as const, name: '人大督办', person: null }
    const proposed = topicEvent({ seq: 5, action: 'propose', text: whole.proposal, actor })
    city.on(`GET ${TOPIC}`, () => ({ body: topicAnswerOf(whole, ['note'], [...timeline, proposed]) }))
    open(ProposalPage, accounts.body)
    const paper = await screen.findByRole('region', { name: '共性问题建议书' })
    // Whoever reads it, it is signed by whoever proposed it.
    expect(within(paper).getByText('人大督办')).toBeTruthy()
    expect(screen.queryByLabelText('建议内容')).toBeNull()
    press('打印')
    expect(print).toHaveBeenCalledOnce()
  })
})
