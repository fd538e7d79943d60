import { beforeAll, describe, expect, it } from 'vitest'
import { problemNoteList, type ProblemNoteList } from '../../shared/contract/problem-note.ts'
import {
  topicSuggestionList,
  type TopicAnswer,
  type TopicSuggestionList,
} from '../../shared/contract/topic.ts'
import type { AuditList } from '../../shared/contract/audit.ts'
import { api, signIn, submitOpinion, type Caller } from '../support/api.ts'
import { seedTestCity } from '../support/test-city.ts'

let deputy: Caller
let stranger: Caller
let supervisor: Caller
let desk: Caller

beforeAll(async () => {
  await seedTestCity()
  deputy = await signIn('deputy.demo')
  stranger = await signIn('deputy2.demo')
  supervisor = await signIn('supervisor.demo')
  desk = await signIn('desk.demo')
})

const PLACE = { lat: 23.1255, lng: 113.2695 }
const lampAt = async (text: string) =>
  (await submitOpinion({}, { categoryCode: 'street-lighting', text, place: PLACE })).report.number

const note = (body: object, caller = deputy, key?: string) =>
  api('/problem-notes', {
    ...caller,
    method: 'POST',
    body: { categoryCode: 'street-lighting', ...body },
    key,
  })

const noted = async (body: object) => {
  const answer = await note(body)
  expect(answer.status, await answer.clone().text()).toBe(201)
  return ((await answer.json()) as { id: string }).id
}
const mine = async (caller = deputy): Promise<ProblemNoteList> =>
  problemNoteList.parse(await (await api('/problem-notes', caller)).json()) as ProblemNoteList
const outcomeOf = async (id: string) => (await mine()).items.find((one) => one.id === id)
const suggestions = async (caller = supervisor, query = ''): Promise<TopicSuggestionList> =>
  topicSuggestionList.parse(
    await (await api(`/topics/suggestions?limit=100${query}`, caller)).json(),
  ) as TopicSuggestionList
const suggested = async (id: string, caller = supervisor) =>
  (await suggestions(caller)).items.find((one) => one.id === id)

describe('a deputy’s note of a common problem', () => {
  it('reaches the supervisor with who, when, the words and the reports', async () => {
    const numbers = [await lampAt('文明路的路灯不亮，晚上很黑。'), await lampAt('文明路口路灯坏了一周。')]
    const id = await noted({ text: '这一带路灯反复坏，像是线路问题。', reportNumbers: numbers })
    const found = await suggested(id)
    expect(found).toMatchObject({
      category: { code: 'street-lighting' },
      note: { text: '这一带路灯反复坏，像是线路问题。', by: { station: '北京街道人大代表中心联络站' } },
    })
    expect(found?.note?.by.name).not.toBe('')
    expect(found?.reports.map(({ number }) => number).toSorted()).toEqual(numbers.toSorted())
    expect(await suggested(id, desk)).toBeTruthy()
    expect(await outcomeOf(id)).toMatchObject({ outcome: 'waiting', topic: null })
  })

  it('stands without any report, and turns the pages of suggestions with the others', async () => {
    const ids = [
      await noted({ text: '老楼加装电梯大家都在问。' }),
      await noted({ text: '老楼加装电梯又有人问。' }),
      await noted({ text: '老楼加装电梯还有人问。' }),
    ]
    const all = (await suggestions()).items.map(({ id }) => id)
    expect(all).toEqual(expect.arrayContaining(ids))
    const paged: string[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const answer = await api(`/topics/suggestions?limit=2&cursor=${cursor}`, supervisor)
      const page = (await answer.json()) as TopicSuggestionList
      paged.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor
    }
    expect(paged).toEqual(all)
  })

  it('is written once under one key', async () => {
    const key = crypto.randomUUID()
    const body = { text: '同一句话发了两次。' }
    const [first, second] = [await note(body, deputy, key), await note(body, deputy, key)]
    expect([first.status, second.status]).toEqual([201, 200])
    expect(await second.text()).toBe(await first.text())
    expect((await note({ text: '另外一句不同的话。' }, deputy, key)).status).toBe(409)
    expect((await mine()).items.filter(({ text }) => text === body.text)).toHaveLength(1)
  })

  it('is refused for reports that are not the deputy’s, for an unknown kind, and for others than deputies', async () => {
    const number = await lampAt('文明路的路灯又不亮了。')
    const foreign = await note({ text: '别的站的件不能由我来点。', reportNumbers: [number] }, stranger)
    expect(foreign.status).toBe(422)
    expect(((await foreign.json()) as { error: { fields: object } }).error.fields).toHaveProperty(
      'reportNumbers',
    )
    expect((await note({ text: '没有这个类别。', categoryCode: 'nothing' })).status).toBe(422)
    expect((await note({ text: '我不是代表，不能写。' }, supervisor)).status).toBe(403)
    expect((await note({ text: '没有登录的人也不能写。' }, {})).status).toBe(401)
    expect((await mine(stranger)).items).toEqual([])
  })

  it('tells its deputy that a topic was opened from it, and is suggested no more', async () => {
    const number = await lampAt('正南路的路灯全部不亮。')
    const id = await noted({ text: '正南路整条街都不亮。', reportNumbers: [number] })
    const opened = await api('/topics', {
      ...supervisor,
      method: 'POST',
      body: { title: '正南路照明', text: '整条街的路灯线路老化', reportNumbers: [number], suggestionId: id },
    })
    expect(opened.status).toBe(201)
    expect(((await opened.json()) as TopicAnswer).topic.title).toBe('正南路照明')
    expect(await outcomeOf(id)).toMatchObject({
      outcome: 'topic',
      topic: { title: '正南路照明', state: 'open', answer: null },
    })
    expect(await suggested(id)).toBeUndefined()
  })

  it('tells its deputy that it was put aside; the audit log knows by whom', async () => {
    const id = await noted({ text: '这个问题可能只是个别情况。' })
    const aside = () => api(`/topics/suggestions/${id}/dismiss`, { ...desk, method: 'POST' })
    expect((await aside()).status).toBe(200)
    expect((await aside()).status).toBe(200)
    expect(await outcomeOf(id)).toMatchObject({ outcome: 'dismissed' })
    expect(await suggested(id)).toBeUndefined()
    const admin = await signIn('admin.demo')
    const log = (await (await api('/admin/audit-log?limit=100', admin)).json()) as AuditList
    const told = log.items.filter(({ subject }) => subject === `problem-note:${id}`)
    expect(told.map(({ action }) => action)).toContain('problem.noted')
    expect(told.filter(({ action }) => action === 'problem.dismissed')).toHaveLength(1)
  })
})
