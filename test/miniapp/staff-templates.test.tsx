import { fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import TemplatesPage from '@/staff/pages/templates/index'
import type { AnswerTemplate } from '../../shared/contract/answer-template.ts'
import { atTheDesk, showPage } from '../support/at-the-desk.tsx'
import { axeViolations } from '../support/axe'
import { accounts } from '../support/staff-answers.ts'
import { refusal, signInAs, type StaffCity } from '../support/staff-city.ts'

const PATH = '/api/v1/templates'
const LAMP: AnswerTemplate = {
  code: 'finish-lamp',
  action: 'finish',
  name: '路灯修好',
  text: '{place}的路灯已修好。',
  own: true,
}
let city: StaffCity
let items: AnswerTemplate[]

atTheDesk((fresh) => {
  city = fresh
  items = [
    LAMP,
    { code: 'finish-done', action: 'finish', name: '已办好', text: '已办好。', own: false },
    { code: 'ask-number', action: 'ask', name: '灯杆编号', text: '请补充编号。', own: false },
  ]
  city.on(`GET ${PATH}`, () => ({ body: { items } }))
})

function open(account: Parameters<typeof signInAs>[0] = accounts.body) {
  signInAs(account)
  return showPage(TemplatesPage)
}
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(new RegExp(`^${label}`)), { target: { value } })
const writes = () => city.sent.filter(({ method }) => method === 'PUT' || method === 'DELETE')

describe('the answer templates of an office', () => {
  it('are its own to be changed, and the city’s for its forms to be read', async () => {
    open()
    const own = within(await screen.findByRole('region', { name: '本单位的' }))
    expect(own.getByRole('button', { name: /路灯修好/ }).textContent).toContain('{地点}的路灯已修好。')
    const whole = within(screen.getByRole('region', { name: '全市通用的' }))
    expect(whole.getByText('办结答复 · 已办好')).toBeTruthy()
    expect(whole.queryByText(/灯杆编号/)).toBeNull()
    expect(whole.queryByRole('button')).toBeNull()
    expect(await axeViolations()).toEqual([])
  })

  it('are written with variables by a press, shown as they will read, and sent once', async () => {
    city.on(`GET ${PATH}`, () => ({ body: { items: [] } }))
    open()
    await screen.findByText(/还没有。把常写的答复存成模板/)
    press('写一个新模板')
    type('名称', '换好灯泡')
    type('内容', '您好，')
    press('地点')
    expect(screen.getByLabelText<HTMLTextAreaElement>(/^内容/).value).toBe('您好，{地点}')
    type('内容', '您好，{地点}的灯泡换好了。')
    expect(screen.getByRole('region', { name: '填出来是这样' }).textContent).toContain(
      '您好，文明路 12 号的灯泡换好了。',
    )
    expect(await axeViolations()).toEqual([])
    const kept: string[] = []
    const answer = (id: string) => {
      city.on(`PUT ${PATH}/${id}`, ({ body }) => {
        kept.push(id)
        return { body: { code: id, ...body, own: true } }
      })
    }
    // The answer is lost at first; sent again it is still the same one.
    press('保存')
    await screen.findByRole('button', { name: '保存' })
    const [{ path = '' } = {}] = writes()
    const id = path.replace(`${PATH}/`, '')
    expect(id).toMatch(/^[a-z0-9][a-z0-9-]{0,59}$/)
    answer(id)
    press('保存')
    await screen.findByText('模板已保存，填表时可以用了。')
    expect(kept).toEqual([id])
    expect(writes().at(-1)?.body).toEqual({
      action: 'finish',
      name: '换好灯泡',
      text: '您好，{place}的灯泡换好了。',
    })
  })

  it('say what is missing, and what cannot stand in braces', async () => {
    open()
    await screen.findByRole('region', { name: '本单位的' })
    press('写一个新模板')
    type('内容', '{phone}')
    press('保存')
    await screen.findAllByText('请写名称')
    expect(screen.getAllByText(/花括号里只能是/).length).toBeGreaterThan(0)
    expect(screen.queryByRole('region', { name: '填出来是这样' })).toBeNull()
    expect(writes()).toEqual([])
  })

  it('are kept on the device while they are written', async () => {
    const { unmount } = open()
    fireEvent.click(await screen.findByRole('button', { name: /路灯修好/ }))
    type('内容', '{地点}的灯修好了，谢谢您。')
    unmount()
    open()
    fireEvent.click(await screen.findByRole('button', { name: /路灯修好/ }))
    expect(screen.getByLabelText<HTMLTextAreaElement>(/^内容/).value).toBe('{地点}的灯修好了，谢谢您。')
  })

  it('go with one press, and a colleague who was first is told of', async () => {
    city.on(`DELETE ${PATH}/finish-lamp`, () => refusal(404, 'NOT_FOUND', '没有找到。'))
    open()
    fireEvent.click(await screen.findByRole('button', { name: /路灯修好/ }))
    press('不再用这个模板')
    await screen.findByText('没有找到。')
    city.on(`DELETE ${PATH}/finish-lamp`, () => ({ body: null }))
    items = []
    press('不再用这个模板')
    await screen.findByText('这个模板不再出现了。')
    await screen.findByText(/还没有。把常写的答复存成模板/)
  })

  it('are for the offices that deal with reports', async () => {
    open(accounts.supervisor)
    expect(await screen.findByText('这一页给联络站和承办单位用')).toBeTruthy()
    expect(city.sent.filter(({ path }) => path === PATH)).toEqual([])
  })
})
