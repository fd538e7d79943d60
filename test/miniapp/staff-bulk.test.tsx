import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { queryClient } from '@/api/query-client'
import { suggestionOf } from '@/staff/actions/suggestion'
import InboxPage from '@/staff/pages/inbox/index'
import { useActionDrafts } from '@/staff/state/action-drafts'
import { endPicking } from '@/staff/state/marked'
import type { Body } from '../../shared/contract/category.ts'
import { atTheDesk, showPage } from '../support/at-the-desk.tsx'
import { axeViolations } from '../support/axe'
import { accounts, answerOf, bodies, event, rowOf } from '../support/staff-answers.ts'
import { refusal, signInAs, type StaffCity } from '../support/staff-city.ts'

// Several reports at once: each with its own key and version, and of each it is known how it went.

const [ONE, TWO, THREE] = ['26112300000001', '26112300000002', '26112300000003'] as const
let city: StaffCity

atTheDesk((fresh) => {
  const wide = { matches: true, addEventListener: () => undefined, removeEventListener: () => undefined }
  vi.stubGlobal('matchMedia', () => wide)
  useActionDrafts.setState({}, true)
  endPicking()
  signInAs(accounts.station)
  city = fresh
  const rows = [
    rowOf({ number: ONE, text: '甲灯' }),
    rowOf({ number: TWO, text: '乙灯', version: 3 }),
    rowOf({ number: THREE, text: '丙灯' }),
  ]
  city.on('GET /api/v1/reports', () => ({ body: { items: rows, nextCursor: null } }))
  for (const number of [ONE, TWO, THREE]) {
    city.on(`GET /api/v1/reports/${number}`, () => ({ body: answerOf({ number }, ['note']) }))
    city.on(`POST /api/v1/reports/${number}/actions`, () => ({ body: answerOf({ number }, []) }))
  }
})

async function open() {
  showPage(InboxPage)
  await screen.findByText('丙灯')
  await act(async () => undefined)
}
const key = (name: string) => fireEvent.keyDown(document.body, { key: name })
const posts = () => city.posts().filter(({ path }) => path.endsWith('/actions'))
const sheet = (name: string) => within(screen.getByRole('dialog', { name }))

describe('several reports at once', () => {
  it('are all assigned to whom the rules name with three keys, each with its own key and version', async () => {
    await open()
    key('*')
    expect(await screen.findByText('已选 3 件')).toBeTruthy()
    expect(await axeViolations()).toEqual([])
    key('b')
    const form = sheet('一起交办')
    expect(await form.findAllByText(/→ 越秀区住建局 · 按派单规则推荐：路灯不亮，越秀区/)).toHaveLength(3)
    const submit = form.getByRole('button', { name: '交办给推荐单位（3 件）' })
    expect(document.activeElement).toBe(submit)
    expect(await axeViolations()).toEqual([])
    fireEvent.click(submit)
    expect((await form.findAllByText('办好 3 件，没有办成 0 件，不确定 0 件')).length).toBeGreaterThan(0)
    expect(posts().map(({ body }) => body)).toEqual(
      [1, 3, 1].map((version) => ({
        action: 'assign',
        bodyCode: 'lamps',
        complexity: 'simple',
        version,
      })),
    )
    expect(new Set(posts().map((one) => one.key)).size).toBe(3)
    expect(useActionDrafts.getState()).toEqual({})
    fireEvent.click(form.getByRole('button', { name: '好了' }))
    expect(screen.queryByText(/已选/)).toBeNull()
  })

  it('are marked one by one, up to here, and by hand', async () => {
    await open()
    key('j')
    key('x')
    await screen.findByText('已选 1 件')
    key('j')
    key('j')
    key('X')
    await screen.findByText('已选 3 件')
    const boxes = screen.getAllByRole<HTMLInputElement>('checkbox')
    expect(boxes.map(({ checked }) => checked)).toEqual([true, true, true])
    fireEvent.click(screen.getByLabelText('选中：乙灯'))
    await screen.findByText('已选 2 件')
    fireEvent.click(screen.getByRole('button', { name: '不选了' }))
    fireEvent.click(screen.getByRole('button', { name: '选择多件' }))
    fireEvent.click(screen.getByLabelText('选中：甲灯'))
    fireEvent.click(screen.getByLabelText('选中：丙灯'), { shiftKey: true })
    await screen.findByText('已选 3 件')
  })

  it('say of each what happened: done, refused with who was first, and not known, to be tried again', async () => {
    const lost = vi.fn<() => boolean>(() => true)
    city.on(`POST /api/v1/reports/${TWO}/actions`, () => {
      const note = event({
        seq: 4,
        action: 'note',
        actor: { role: 'supervisor', name: '人大督办', person: '冯绍基' },
      })
      city.on(`GET /api/v1/reports/${TWO}`, () => ({
        body: answerOf({ number: TWO, version: 4 }, [], [event(), note]),
      }))
      return refusal(409, 'STALE_VERSION', '刚刚有人先处理了', {
        current: { state: 'submitted', version: 4 },
      })
    })
    city.on(`POST /api/v1/reports/${THREE}/actions`, () =>
      lost() ? 'offline' : { body: answerOf({ number: THREE }, []) },
    )
    await open()
    key('*')
    key('b')
    const form = sheet('一起交办')
    await form.findAllByText(/→ 越秀区住建局/)
    fireEvent.click(form.getByRole('button', { name: '交办给推荐单位（3 件）' }))
    await form.findAllByText('办好 1 件，没有办成 1 件，不确定 1 件')
    expect(form.getByText(/没有办成：冯绍基在 11月23日 10:00 做了“.*备注.*”/)).toBeTruthy()
    expect(form.getByText(/没有收到答复：/)).toBeTruthy()
    expect(await axeViolations()).toEqual([])
    lost.mockReturnValue(false)
    fireEvent.click(form.getByRole('button', { name: '再试没有收到答复的 1 件' }))
    await form.findAllByText('办好 2 件，没有办成 1 件，不确定 0 件')
    const third = posts().filter(({ path }) => path.includes(THREE))
    expect(third).toHaveLength(2)
    expect(third[1]).toMatchObject({ key: third[0]?.key, body: third[0]?.body })
  })

  it('are declined for one reason, which must be named', async () => {
    await open()
    key('*')
    fireEvent.click(await screen.findByRole('button', { name: '不予受理（3 件）' }))
    const form = sheet('一起不予受理')
    const submit = () => fireEvent.click(form.getByRole('button', { name: '不予受理（3 件）' }))
    submit()
    expect(await form.findByRole('link', { name: '请选择原因' })).toBeTruthy()
    expect(posts()).toEqual([])
    fireEvent.change(form.getByLabelText('不受理的原因'), { target: { value: 'emergency' } })
    submit()
    await form.findAllByText('办好 3 件，没有办成 0 件，不确定 0 件')
    expect(posts()[0]?.body).toEqual({ action: 'decline', reason: 'emergency', version: 1 })
  })

  it('leave to a person what nothing speaks for', async () => {
    const unruled = bodies.map((body) => ({ ...body, suggested: false, rule: null }))
    city.on('GET /api/v1/bodies', () => ({ body: { items: unruled } }))
    queryClient.clear()
    await open()
    key('*')
    key('b')
    const form = sheet('一起交办')
    expect(await form.findByText('3 件没有推荐单位，请单独交办。')).toBeTruthy()
    await waitFor(() =>
      expect(form.getByRole<HTMLButtonElement>('button', { name: /交办给推荐单位/ }).disabled).toBe(true),
    )
  })

  it('are signed by a body', async () => {
    signInAs(accounts.body)
    const rows = [
      rowOf({ number: ONE, text: '甲灯', state: 'assigned' }),
      rowOf({ number: THREE, text: '丙灯', state: 'assigned' }),
    ]
    city.on('GET /api/v1/reports', () => ({ body: { items: rows, nextCursor: null } }))
    await open()
    key('*')
    key('b')
    fireEvent.click(sheet('一起签收').getByRole('button', { name: '签收（2 件）' }))
    await screen.findAllByText('办好 2 件，没有办成 0 件，不确定 0 件')
    expect(posts().map(({ body }) => body)).toEqual([
      { action: 'sign', version: 1 },
      { action: 'sign', version: 1 },
    ])
  })
})

describe('who is suggested', () => {
  const report = rowOf()
  const body = (changes: Partial<Body>): Body => ({
    code: 'a',
    name: '甲局',
    kind: 'district_department',
    suggested: false,
    rule: null,
    past: 0,
    ...changes,
  })

  it('is the one of the rule, also when another used to get them', () => {
    const found = suggestionOf(
      [body({ past: 9 }), body({ code: 'b', suggested: true, rule: 'street' })],
      report,
      '北京街',
    )
    expect(found).toMatchObject({ body: { code: 'b' }, place: '北京街', pastOfAll: 9 })
  })

  it('is without a rule who got more than half, if that were enough to tell', () => {
    const of = (...past: number[]) =>
      suggestionOf(
        past.map((n, i) => body({ code: String(i), past: n })),
        report,
      )
    expect(of(5, 4)?.body.code).toBe('0')
    expect(of(4, 4)).toBeNull()
    expect(of(2, 0)).toBeNull()
    expect(of()).toBeNull()
  })
})
