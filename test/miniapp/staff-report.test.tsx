import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { queryClient } from '@/api/query-client'
import { actionForms, type StaffAction } from '@/staff/actions/action-forms'
import { draftId, keepDraft, useActionDrafts } from '@/staff/state/action-drafts'
import ReportPage from '@/staff/pages/report/index'
import { usePhotos } from '@/state/photos'
import type { ReportAnswer } from '../../shared/contract/report.ts'
import { atTheDesk, showPage } from '../support/at-the-desk.tsx'
import { axeViolations } from '../support/axe'
import { accounts, answerOf, event, finished, NUMBER } from '../support/staff-answers.ts'
import { refusal, signInAs, type StaffCity } from '../support/staff-city.ts'
import { redirectTo, setQuery } from '../support/taro-stub'

const READ = `GET /api/v1/reports/${NUMBER}`
const ACT = `POST /api/v1/reports/${NUMBER}/actions`
let city: StaffCity

atTheDesk((fresh) => {
  useActionDrafts.setState({}, true)
  setQuery({ number: NUMBER })
  redirectTo.mockClear()
  signInAs(accounts.station)
  city = fresh
})

function show(answer: ReportAnswer) {
  city.on(READ, () => ({ body: answer }))
  return showPage(ReportPage)
}
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const open = async (name: string) => {
  fireEvent.click(await screen.findByRole('button', { name }))
  return screen.getByRole('dialog', { name })
}
const write = (box: HTMLElement, label: string | RegExp, value: string) =>
  fireEvent.change(within(box).getByLabelText(label), { target: { value } })
const send = (box: HTMLElement, name: string) => fireEvent.click(within(box).getByRole('button', { name }))

describe('the report', () => {
  it('tells what, where, who has it, until when, and what happened, internal notes marked', async () => {
    const note = event({ seq: 2, action: 'note', to: 'submitted', internal: true, text: '打过电话,没人接。' })
    show(answerOf({}, ['assign'], [event(), note]))
    for (const words of [
      '文明路十二号门口的路灯坏了一个星期。',
      '两三盏',
      '越秀区 · 文明路十二号',
      '11月24日（星期二）前',
      '打过电话,没人接。',
    ])
      expect(await screen.findByText(words), words).toBeTruthy()
    expect(screen.getByText('仅工作人员可见')).toBeTruthy()
    expect(screen.getByRole('button', { name: /放大.*照片/ })).toBeTruthy()
    expect(await axeViolations()).toEqual([])
  })

  it('has a button for exactly what the API allows', async () => {
    show(answerOf({}, ['assign', 'ask', 'decline', 'note']))
    const section = await screen.findByRole('region', { name: '现在可以做的' })
    await within(section).findByRole('button', { name: '交办给越秀区住建局' })
    const names = () =>
      within(section)
        .getAllByRole('button')
        .map((one) => one.textContent)
    expect(names()).toEqual(['交办给越秀区住建局', '交办', '请反映人补充', '其他操作'])
    press('其他操作')
    const rest = within(screen.getByRole('dialog', { name: '其他操作' }))
    expect(rest.getAllByRole('button').map((one) => one.textContent)).toEqual([
      '',
      '不予受理',
      '记一条内部备注',
    ])
  })

  it('says that nothing is to be done when nothing is', async () => {
    show(answerOf({ state: 'closed', holder: null, dueAt: null }, []))
    expect(await screen.findByText('现在不用您做什么。')).toBeTruthy()
    expect(screen.getByText('已办结，不在任何人手上')).toBeTruthy()
  })

  it('shows before and after side by side once work was done', async () => {
    show(answerOf({ state: 'in_review' }, ['approve'], [event(), finished]))
    expect(await screen.findByRole('button', { name: /办理前/ })).toBeTruthy()
    expect(screen.getAllByRole('button', { name: /办理后/ }).length).toBeGreaterThan(0)
  })

  it('shows the contact masked, and whole for a reason, only to who may have it', async () => {
    const path = `/api/v1/reports/${NUMBER}/contact`
    city.on(`GET ${path}`, () => ({
      body: { contact: { name: '陈**', phone: '138****8000' }, masked: true },
    }))
    city.on(`POST ${path}`, () => ({
      body: { contact: { name: '陈阿姨', phone: '138 0013 8000' }, masked: false },
    }))
    show(answerOf({}, []))
    await screen.findByText('138****8000')
    expect(screen.queryByRole('link', { name: /拨打/ })).toBeNull()
    press('查看完整联系方式')
    press('查看')
    expect((await screen.findAllByText('请说明原因')).length).toBeGreaterThan(0)
    expect(city.posts()).toEqual([])
    fireEvent.click(screen.getByRole('radio', { name: '约时间上门' }))
    expect(await axeViolations()).toEqual([])
    press('查看')
    expect((await screen.findByRole('link', { name: '拨打 138 0013 8000' })).getAttribute('href')).toBe(
      'tel:13800138000',
    )
    expect(city.posts().at(-1)?.body).toEqual({ reason: '约时间上门' })
    cleanup()
    signInAs(accounts.body)
    show(answerOf({}, []))
    await screen.findByText('办理过程')
    expect(screen.queryByText('查看完整联系方式')).toBeNull()
  })

  it('asks for words where none of the reasons fits', async () => {
    const path = `/api/v1/reports/${NUMBER}/contact`
    city.on(`GET ${path}`, () => ({ body: { contact: { phone: '138****8000' }, masked: true } }))
    city.on(`POST ${path}`, () => ({ body: { contact: { phone: '13800138000' }, masked: false } }))
    show(answerOf({}, []))
    await screen.findByText('138****8000')
    press('查看完整联系方式')
    fireEvent.click(screen.getByRole('radio', { name: '其他原因' }))
    fireEvent.change(screen.getByRole('textbox', { name: '请写明原因' }), { target: { value: '还伞' } })
    press('查看')
    await screen.findByRole('link', { name: '拨打 13800138000' })
    expect(city.posts().at(-1)?.body).toEqual({ reason: '还伞' })
  })

  it('says so when nobody left a contact', async () => {
    city.on(`GET /api/v1/reports/${NUMBER}/contact`, () => ({ body: { contact: null, masked: true } }))
    show(answerOf({}, []))
    await screen.findByText('反映人没有留联系方式。')
    expect(screen.queryByText('查看完整联系方式')).toBeNull()
  })

  it('says so when there is no such report, and when the address lacks its number', async () => {
    city.on(READ, () => refusal(404, 'NOT_FOUND', '没有找到'))
    showPage(ReportPage)
    expect(await screen.findByText('没有找到这一件')).toBeTruthy()
    cleanup()
    setQuery({})
    showPage(ReportPage)
    expect(screen.getByText('地址里没有编号。请从工作台打开。')).toBeTruthy()
  })
})

describe('every form', () => {
  const seen = {
    'before-after': '办理前办理后',
    answer: '灯泡已换新,晚上看过,亮了。',
    extension: '申请延期 3 个工作日',
    bounce: '不归我们。',
  }
  const offered = (Object.keys(actionForms) as StaffAction[]).filter((action) => !actionForms[action].atOnce)

  it.each(offered)('%s opens, is accessible, and begins with what must have been seen', async (action) => {
    const extend = event({ seq: 3, action: 'extend', to: 'in_progress', data: { days: 3 }, text: '等灯具。' })
    const bounce = event({ seq: 2, action: 'bounce', to: 'disputed', text: '不归我们。', data: {} })
    show(answerOf({ state: 'disputed', extension: 'asked' }, [action], [event(), bounce, extend, finished]))
    const name = await screen.findByRole('region', { name: '现在可以做的' }).then((section) => {
      const button = within(section).getAllByRole('button')[0]
      if (button?.textContent === '其他操作') fireEvent.click(button)
      const more = screen.queryByRole('dialog', { name: '其他操作' })
      const target = more ? within(more).getAllByRole('button')[1] : button
      if (target) fireEvent.click(target)
      return target?.textContent ?? ''
    })
    const sheet = screen.getByRole('dialog', { name })
    expect(within(sheet).getAllByRole('button', { name }).length).toBe(1)
    for (const what of actionForms[action].shows ?? []) expect(sheet.textContent).toContain(seen[what])
    await waitFor(() => expect(within(sheet).queryByText('正在加载')).toBeNull())
    expect(await axeViolations()).toEqual([])
  })
})

describe('acting', () => {
  it('assigns to whom the rules suggest, first and with the reason', async () => {
    const after = answerOf(
      { state: 'assigned', version: 2, holder: { type: 'body', code: 'lamps', name: '越秀区住建局' } },
      ['note'],
    )
    city.on(ACT, () => ({ body: after }))
    show(answerOf({}, ['assign']))
    const form = await open('交办')
    await within(form).findByLabelText(/越秀区住建局/)
    expect(within(form).getAllByRole<HTMLInputElement>('radio')[0]?.checked).toBe(true)
    expect(within(form).getByText('按派单规则推荐：路灯不亮，越秀区')).toBeTruthy()
    expect(within(form).getByText('这一类通常是“简单”，办理 3 个工作日')).toBeTruthy()
    write(form, /协办单位/, 'roads')
    send(form, '交办')
    expect(await screen.findByText('已交办给越秀区住建局。')).toBeTruthy()
    expect(city.posts()[0]?.body).toEqual({
      action: 'assign',
      bodyCode: 'lamps',
      complexity: 'simple',
      coBodyCodes: ['roads'],
      version: 1,
    })
    expect(city.posts()[0]?.key).toMatch(/^[\w-]{16,64}$/)
    expect(screen.queryByRole('dialog')).toBeNull()
    const asked = city.sent.find(({ path }) => path === '/api/v1/bodies')?.search
    expect(Object.fromEntries(asked ?? [])).toEqual({
      category: 'street-lighting',
      district: '440104',
      street: '440104001',
    })
  })

  it('assigns to a deputy of the station', async () => {
    city.on(ACT, () => ({ body: answerOf({ version: 2 }, []) }))
    show(answerOf({}, ['assign']))
    const form = await open('交办')
    fireEvent.click(await within(form).findByLabelText('请代表当面答复'))
    send(form, '交办')
    expect(await within(form).findByRole('link', { name: '请选择由谁办' })).toBeTruthy()
    await within(form).findByRole('option', { name: /石彩盈/ })
    write(form, '代表', 'd-0001-01')
    send(form, '交办')
    await waitFor(() => expect(city.posts()[0]?.body).toMatchObject({ deputyId: 'd-0001-01' }))
  })

  it('signs with one tap', async () => {
    signInAs(accounts.body)
    city.on(ACT, () => ({
      body: answerOf({ state: 'in_progress', version: 3, dueAt: '2026-11-27T15:59:59.999Z' }, ['finish']),
    }))
    show(answerOf({ state: 'assigned', version: 2 }, ['sign', 'bounce']))
    fireEvent.click(await screen.findByRole('button', { name: '签收' }))
    expect(await screen.findByText('已签收，请在 11月27日（星期五）前办好。')).toBeTruthy()
    expect(city.posts()[0]?.body).toEqual({ action: 'sign', version: 2 })
  })

  it('demands words and an after-photo, at their fields', async () => {
    signInAs(accounts.body)
    show(answerOf({ state: 'in_progress' }, ['finish']))
    const form = await open('办结答复')
    send(form, '办结答复')
    expect(within(form).getByRole('link', { name: '请附上办理后的照片' })).toBeTruthy()
    expect(within(form).getByLabelText('答复').getAttribute('aria-invalid')).toBe('true')
    expect(city.posts()).toEqual([])
    write(form, '答复', '灯泡已换新。')
    expect(within(form).getByLabelText('答复').getAttribute('aria-invalid')).toBe('false')
  })

  it('sends the photos’ ids and forgets words and photos afterwards', async () => {
    usePhotos.setState({
      p1: { key: 'p1', id: 'uploaded-1', status: 'sent', progress: 1, message: null, previewUrl: null },
    })
    keepDraft(draftId(NUMBER, 'finish'), { text: '灯泡已换新,亮了。', photoKeys: ['p1'] })
    city.on(ACT, () => ({ body: answerOf({ state: 'in_review', version: 2 }, []) }))
    show(answerOf({ state: 'in_progress' }, ['finish']))
    const form = await open('办结答复 草稿').catch(() => open('办结答复'))
    send(form, '办结答复')
    await waitFor(() => expect(city.posts()[0]?.body).toMatchObject({ photoIds: ['uploaded-1'] }))
    await waitFor(() => expect(useActionDrafts.getState()).toEqual({}))
    expect(usePhotos.getState()).toEqual({})
  })

  it('keeps what was typed over a reload, for this account only', async () => {
    show(answerOf({}, ['ask']))
    write(await open('请反映人补充'), '请反映人补充什么', '请写清门牌。')
    cleanup()
    expect(localStorage.getItem('mashang.staff.drafts')).toContain('请写清门牌。')
    queryClient.clear()
    show(answerOf({}, ['ask']))
    const form = await open('请反映人补充 草稿').catch(() => open('请反映人补充'))
    expect(within(form).getByLabelText<HTMLTextAreaElement>('请反映人补充什么').value).toBe('请写清门牌。')
    expect(draftId(NUMBER, 'ask')).toBe(`s1.${NUMBER}.ask`)
  })

  it('repeats the same request under the same key after a lost answer, and a changed one under another', async () => {
    let network: 'lost' | 'there' = 'lost'
    city.on(ACT, () =>
      network === 'lost' ? 'offline' : { body: answerOf({ state: 'needs_info', version: 2 }, []) },
    )
    show(answerOf({}, ['ask']))
    const form = await open('请反映人补充')
    write(form, '请反映人补充什么', '请写清门牌。')
    send(form, '请反映人补充')
    expect(await within(form).findByText('没有送到')).toBeTruthy()
    send(form, '请反映人补充')
    await waitFor(() => expect(city.posts()).toHaveLength(2))
    await within(form).findByText('没有送到')
    write(form, '请反映人补充什么', '请写清门牌和楼层。')
    network = 'there'
    send(form, '请反映人补充')
    expect(await screen.findByText('已请反映人补充。')).toBeTruthy()
    const [first, second, third] = city.posts()
    expect(second).toMatchObject({ key: first?.key, body: first?.body })
    expect(third?.key).not.toBe(first?.key)
    expect(third?.body).toMatchObject({ text: '请写清门牌和楼层。' })
  })

  it('tells who was first, shows what is true now, and keeps the words', async () => {
    const sign = event({
      seq: 2,
      action: 'note',
      to: 'submitted',
      actor: { role: 'supervisor', name: '人大督办', person: '冯绍基' },
    })
    city.on(ACT, () => {
      city.on(READ, () => ({ body: answerOf({ version: 2 }, ['ask'], [event(), sign]) }))
      return refusal(409, 'STALE_VERSION', '刚刚有人先处理了', {
        current: { state: 'submitted', version: 2 },
      })
    })
    show(answerOf({}, ['ask']))
    const form = await open('请反映人补充')
    write(form, '请反映人补充什么', '请写清门牌。')
    send(form, '请反映人补充')
    expect(await within(form).findByText('有人先处理了')).toBeTruthy()
    expect(within(form).getByText(/冯绍基在 11月23日 10:00 做了“.*备注.*”，现在是“待预审”/)).toBeTruthy()
    city.on(ACT, () => ({ body: answerOf({ state: 'needs_info', version: 3 }, []) }))
    send(form, '请反映人补充')
    await waitFor(() =>
      expect(city.posts()[1]?.body).toEqual({ action: 'ask', text: '请写清门牌。', version: 2 }),
    )
  })

  it('says when it can no longer be done, without losing the words', async () => {
    city.on(ACT, () => {
      city.on(READ, () => ({
        body: answerOf(
          { state: 'assigned', version: 2 },
          ['note'],
          [event(), event({ seq: 2, action: 'assign', to: 'assigned' })],
        ),
      }))
      return refusal(409, 'STALE_VERSION', '刚刚有人先处理了')
    })
    show(answerOf({}, ['ask']))
    const form = await open('请反映人补充')
    write(form, '请反映人补充什么', '请写清门牌。')
    send(form, '请反映人补充')
    expect(await within(form).findByText('现在不能再做“请反映人补充”了')).toBeTruthy()
    expect(within(form).getByLabelText<HTMLTextAreaElement>('请反映人补充什么').value).toBe('请写清门牌。')
    expect(within(form).getByRole<HTMLButtonElement>('button', { name: '请反映人补充' }).disabled).toBe(true)
  })

  it('shows the server’s objections at the fields', async () => {
    city.on(ACT, () =>
      refusal(422, 'VALIDATION_FAILED', '有几处需要改一下', { fields: { bodyCode: '没有找到,请重新选择' } }),
    )
    show(answerOf({}, ['assign']))
    const form = await open('交办')
    await within(form).findByLabelText(/越秀区住建局/)
    send(form, '交办')
    const lead = await within(form).findByRole('link', { name: '没有找到,请重新选择' })
    expect(document.getElementById(lead.getAttribute('href')?.slice(1) ?? '')?.getAttribute('type')).toBe(
      'radio',
    )
  })

  it('asks to sign in when the session has run out, and keeps the words', async () => {
    city.on(ACT, () => refusal(401, 'UNAUTHENTICATED', '登录已失效'))
    show(answerOf({}, ['note', 'ask']))
    const form = await open('请反映人补充')
    write(form, '请反映人补充什么', '请写清门牌。')
    send(form, '请反映人补充')
    await waitFor(() =>
      expect(redirectTo).toHaveBeenCalledWith({
        url: `/staff/pages/sign-in/index?number=${NUMBER}&next=staff-report&again=true`,
      }),
    )
    expect(useActionDrafts.getState()[`s1.${NUMBER}.ask`]?.values.text).toBe('请写清门牌。')
  })
})
