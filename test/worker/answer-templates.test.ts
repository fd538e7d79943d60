import { beforeAll, describe, expect, it } from 'vitest'
import { answerTemplateList } from '../../shared/contract/answer-template.ts'
import {
  TEMPLATE_ACTIONS,
  TEMPLATE_MOST,
  TEMPLATE_TEXT,
  fillTemplate,
} from '../../shared/domain/answer-template.ts'
import { api, signIn, type Caller } from '../support/api.ts'
import { seedTestCity } from '../support/test-city.ts'

let station: Caller
let body: Caller
let admin: Caller

beforeAll(async () => {
  await seedTestCity()
  station = await signIn('station.demo')
  body = await signIn('body.demo')
  admin = await signIn('admin.demo')
})

async function templates(caller: Caller, action: string, language = 'zh-Hans') {
  const answer = await api(`/templates?action=${action}`, { ...caller, language })
  expect(answer.status).toBe(200)
  return answerTemplateList.parse(await answer.json()).items
}
const codes = async (caller: Caller, action: string) =>
  (await templates(caller, action)).map(({ code }) => code)
const TEMPLATE = {
  code: 'finish-mine',
  action: 'finish',
  bodyCode: null,
  stationNumber: null,
  name: '通用',
  nameHant: '通用',
  text: '{place}已办好。',
  textHant: '{place}已辦好。',
  sort: 1,
  active: true,
}
const add = (row: object) =>
  api('/admin/templates', { ...admin, method: 'POST', body: { ...TEMPLATE, ...row } })

describe('ready words', () => {
  it('are those of the own office first, then the city’s, never another office’s', async () => {
    const items = await templates(body, 'finish')
    expect(items[0]).toMatchObject({ code: 'finish-lamp', own: true })
    expect(items.slice(1).map(({ own }) => own)).toEqual([false, false])
    expect(await codes(station, 'finish')).not.toContain('finish-lamp')
    expect(await codes(station, 'ask')).toContain('ask-number')
    expect(await codes(body, 'ask')).not.toContain('ask-number')
  })

  it('are in the script of the reader', async () => {
    const [lamp] = await templates(body, 'finish', 'zh-Hant')
    expect(lamp?.name).toBe('路燈修好')
  })

  it('are for staff, and for a form that there is', async () => {
    expect((await api('/templates?action=finish')).status).toBe(401)
    expect((await api('/templates?action=rate', station)).status).toBe(422)
    for (const action of TEMPLATE_ACTIONS)
      expect((await templates(station, action)).length).toBeGreaterThanOrEqual(1)
  })

  it('are kept by the administrator, work at once, and go when they are switched off', async () => {
    expect((await add({})).status).toBe(201)
    expect(await codes(station, 'finish')).toContain('finish-mine')
    const off = { ...admin, method: 'PATCH', body: { active: false } }
    expect((await api('/admin/templates/finish-mine', off)).status).toBe(200)
    expect(await codes(station, 'finish')).not.toContain('finish-mine')
  })

  it('hold no variable that does not exist, and belong to an office that does', async () => {
    for (const text of ['{phone}打来过。', '{place', 'a } b'])
      expect((await add({ code: 'wrong', text })).status, text).toBe(422)
    expect((await add({ code: 'wrong', bodyCode: 'nowhere' })).status).toBe(422)
  })
})

describe('words of one’s own office', () => {
  const words = { action: 'finish', name: '换灯泡', text: '{place}的灯泡已换好，{date}亮灯。' }
  const keep = (caller: Caller, id: string, change: object = {}) =>
    api(`/templates/${id}`, { ...caller, method: 'PUT', body: { ...words, ...change } })
  const remove = (caller: Caller, id: string) => api(`/templates/${id}`, { ...caller, method: 'DELETE' })

  it('are kept, changed and removed by whoever works there, and offered there alone', async () => {
    expect(await (await keep(body, 'bulb')).json()).toEqual({ code: 'bulb', ...words, own: true })
    expect((await keep(body, 'bulb', { name: '换灯' })).status).toBe(200)
    const mine = (await templates(body, 'finish')).filter(({ code }) => code === 'bulb')
    expect(mine).toEqual([{ code: 'bulb', ...words, name: '换灯', own: true }])
    expect(await codes(station, 'finish')).not.toContain('bulb')
    expect((await remove(body, 'bulb')).status).toBe(204)
    expect(await codes(body, 'finish')).not.toContain('bulb')
    expect((await remove(body, 'bulb')).status).toBe(404)
    // As a retry after a lost answer does it: they are back.
    expect((await keep(body, 'bulb')).status).toBe(200)
    expect(await codes(body, 'finish')).toContain('bulb')
  })

  it('touch neither the city’s nor another office’s', async () => {
    for (const id of ['finish-done', 'ask-number']) {
      expect((await keep(body, id)).status, id).toBe(404)
      expect((await remove(body, id)).status, id).toBe(404)
    }
    expect(await codes(station, 'ask')).toContain('ask-number')
    expect((await templates(body, 'finish')).find(({ code }) => code === 'finish-done')?.own).toBe(false)
    expect((await keep(admin, 'mine')).status).toBe(403)
  })

  it('are words, with variables that there are, under an id that can be one', async () => {
    for (const change of [{ text: '{phone}' }, { text: '' }, { name: ' ' }, { action: 'rate' }])
      expect((await keep(body, 'wrong', change)).status, JSON.stringify(change)).toBe(422)
    expect((await keep(body, 'No_Id')).status).toBe(404)
  })

  it('are written into the audit log, without a line for what was refused', async () => {
    const { items } = (await (await api('/admin/audit-log', admin)).json()) as {
      items: { action: string; subject: string }[]
    }
    const lines = items.filter(({ subject }) => /^template:(bulb|finish-done)$/.test(subject))
    expect(lines.map(({ action }) => action).toSorted()).toEqual([
      'template.kept',
      'template.kept',
      'template.kept',
      'template.removed',
    ])
  })

  it('are at most fifty', async () => {
    const answers = await Promise.all(
      Array.from({ length: TEMPLATE_MOST.own }, (_, n) => keep(station, `many-${n}`)),
    )
    // Together with the one that the station has from the beginning, whoever is first.
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(TEMPLATE_MOST.own - 1)
    const full = await keep(station, 'one-more')
    expect(full.status).toBe(422)
    expect((await keep(station, 'ask-number', { action: 'ask' })).status).toBe(200)
  })
})

describe('a variable', () => {
  const values = {
    number: '1',
    place: '文明路',
    category: '路灯不亮',
    station: '北京街联络站',
    body: '住建局',
    date: '11月23日',
    promisedDate: '12月1日',
  }

  it('becomes what it stands for, wherever it stands', () => {
    expect(fillTemplate('{place}的{category}，{place}，{promisedDate}前。', values)).toBe(
      '文明路的路灯不亮，文明路，12月1日前。',
    )
  })

  it('is known by its name', () => {
    expect(TEMPLATE_TEXT.test('在{place}\n{date}办好。')).toBe(true)
    expect(TEMPLATE_TEXT.test('{Place}')).toBe(false)
  })
})
