import { cleanup, configure, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { speak } from '@/locale/translate'
import SnapshotPage from '@/staff/pages/snapshot/index'
import { suggestCategories } from '@/staff/pages/snapshot/suggest-categories'
import { changeSnapshot, forgetSnapshot, useSnapshotDraft } from '@/staff/state/snapshot-draft'
import { deliverAll, useOutbox } from '@/state/outbox'
import { usePhotos } from '@/state/photos'
import { useReceipts } from '@/state/receipts'
import { useSession } from '@/state/session'
import type { Category } from '../../shared/contract/category.ts'
import { showPage } from '../support/at-the-desk.tsx'
import { axeViolations } from '../support/axe'
import { accounts, answerOf, categories, lamp, NUMBER } from '../support/staff-answers.ts'
import { mendJsdom, refusal, signInAs, staffCity, type StaffCity } from '../support/staff-city.ts'
import { setQuery } from '../support/taro-stub'

let city: StaffCity
const here = { lat: 23.1302, lng: 113.2655 }

beforeAll(() => {
  mendJsdom()
  // Other lanes may keep the machine busy.
  configure({ asyncUtilTimeout: 4000 })
})
beforeEach(async () => {
  await speak('zh-hans')
  localStorage.clear()
  forgetSnapshot()
  useOutbox.setState({ entries: [] })
  setQuery({})
  signInAs(accounts.deputy)
  city = staffCity()
  city.on('GET /api/v1/session', () => ({ body: { account: accounts.deputy } }))
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const show = () => showPage(SnapshotPage)
const send = () => fireEvent.click(screen.getByRole('button', { name: '送出' }))
const write = (text: string) =>
  fireEvent.change(screen.getByLabelText('一句话说清楚'), { target: { value: text } })

/** The server takes it, and says where it went. */
function takes(report: Parameters<typeof lamp>[0]) {
  city.on('POST /api/v1/reports', () => ({
    status: 201,
    body: { report: lamp(report), queryCode: 'K7Q2M9XA' },
  }))
  city.on(`GET /api/v1/reports/${NUMBER}`, () => ({ body: answerOf(report ?? {}, []) }))
}

/** As after the first shot: a photo that has arrived, and the device's position. */
function shot() {
  usePhotos.setState({
    p1: { key: 'p1', id: 'uploaded-1', status: 'sent', progress: 1, message: null, previewUrl: null },
  })
  changeSnapshot({ photoKeys: ['p1'], position: here })
}

describe('the snapshot', () => {
  it('begins with the camera and nothing else', async () => {
    show()
    expect(await screen.findByRole('button', { name: '拍照' })).toBeTruthy()
    expect(screen.queryByLabelText('一句话说清楚')).toBeNull()
    expect(await axeViolations()).toEqual([])
  })

  it('is for deputies', async () => {
    signInAs(accounts.station)
    show()
    expect(await screen.findByText('这一页是人大代表用的')).toBeTruthy()
  })

  it('suggests the kind from the words, sends, and tells where it went', async () => {
    shot()
    takes({
      channel: 'snapshot',
      state: 'assigned',
      holder: { type: 'body', code: 'lamps', name: '越秀区住建局' },
    })
    show()
    await screen.findByLabelText('一句话说清楚')
    await waitFor(() => expect(city.sent.some(({ path }) => path === '/api/v1/categories')).toBe(true))
    write('巷口的路灯不亮')
    expect((await screen.findByLabelText<HTMLInputElement>('路灯不亮')).checked).toBe(true)
    expect(await axeViolations()).toEqual([])
    send()
    expect(await screen.findByText('已直接交给越秀区住建局。')).toBeTruthy()
    expect(screen.getByText('261123 4829 1753')).toBeTruthy()
    expect(city.posts()[0]?.body).toEqual({
      channel: 'snapshot',
      categoryCode: 'street-lighting',
      text: '巷口的路灯不亮',
      place: here,
      photoIds: ['uploaded-1'],
      answers: {},
    })
    expect(useSnapshotDraft.getState().photoKeys).toEqual([])
    expect(useOutbox.getState().entries).toEqual([])
    // A resident's list of receipts on the same device has nothing to do with it.
    expect(useReceipts.getState().receipts).toEqual([])
    expect(await axeViolations()).toEqual([])
    fireEvent.click(screen.getByRole('button', { name: '再拍一件' }))
    expect(screen.getByRole('button', { name: '拍照' })).toBeTruthy()
  })

  it('says what is missing, and stops saying so once it is there', async () => {
    usePhotos.setState({
      p1: { key: 'p1', id: 'uploaded-1', status: 'sent', progress: 1, message: null, previewUrl: null },
    })
    changeSnapshot({ photoKeys: ['p1'] })
    show()
    await screen.findByLabelText('一句话说清楚')
    send()
    for (const words of ['请写一句，至少 5 个字', '请选择类别', '请标出位置'])
      expect(screen.getByRole('link', { name: words })).toBeTruthy()
    expect(city.posts()).toEqual([])
    write('路面有一个坑洞')
    expect(screen.queryByRole('link', { name: '请写一句，至少 5 个字' })).toBeNull()
  })

  it('waits in the outbox without a network, lets the next one begin, and goes out once', async () => {
    shot()
    changeSnapshot({ text: '路面有一个很深的坑洞', categoryCode: 'road-damage' })
    let network: 'lost' | 'there' = 'lost'
    const report = lamp({ channel: 'snapshot' })
    city.on('POST /api/v1/reports', () =>
      network === 'lost' ? 'offline' : { status: 201, body: { report, queryCode: 'K7Q2M9XA' } },
    )
    show()
    await screen.findByLabelText('路面破损')
    send()
    expect(await screen.findByText('已存好')).toBeTruthy()
    expect(await screen.findByText('等待网络')).toBeTruthy()
    expect(await axeViolations()).toEqual([])
    // In the outbox, photos and all, and nowhere else.
    expect(localStorage.getItem('mashang.outbox')).toContain('很深的坑洞')
    expect(localStorage.getItem('mashang.staff.snapshot')).not.toContain('很深的坑洞')
    expect(usePhotos.getState().p1).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '再拍一件' }))
    expect(screen.getByRole('button', { name: '拍照' })).toBeTruthy()
    expect(screen.getByText('路面有一个很深的坑洞')).toBeTruthy()
    network = 'there'
    await deliverAll()
    expect(await screen.findByText('已送达')).toBeTruthy()
    const [first, second, third] = city.posts()
    expect(second).toMatchObject({ key: first?.key, body: first?.body })
    expect(third).toBeUndefined()
  })

  it('is kept when the sign-in has run out, and goes out when the same deputy is back', async () => {
    shot()
    changeSnapshot({ text: '路面有一个很深的坑洞', categoryCode: 'road-damage' })
    city.on('GET /api/v1/session', () => refusal(401, 'UNAUTHENTICATED', '请先登录'))
    takes({ channel: 'snapshot' })
    show()
    await screen.findByLabelText('路面破损')
    send()
    await waitFor(() => expect(useOutbox.getState().entries[0]?.status).toBe('signed-out'))
    expect(city.posts()).toEqual([])
    // Somebody else at the same device does not send it in their own name.
    city.on('GET /api/v1/session', () => ({ body: { account: accounts.station } }))
    useSession.getState().begin({ token: null, account: accounts.station })
    await deliverAll()
    expect(city.posts()).toEqual([])
    city.on('GET /api/v1/session', () => ({ body: { account: accounts.deputy } }))
    useSession.getState().begin({ token: null, account: accounts.deputy })
    await deliverAll()
    expect(city.posts()).toHaveLength(1)
  })

  it('comes back into the form after a refusal, under the same key', async () => {
    shot()
    changeSnapshot({ text: '路面有一个很深的坑洞', categoryCode: 'road-damage' })
    const { key } = useSnapshotDraft.getState()
    city.on('POST /api/v1/reports', () =>
      refusal(422, 'VALIDATION_FAILED', '有几处需要改', { fields: { place: '请标出位置' } }),
    )
    show()
    await screen.findByLabelText('路面破损')
    send()
    expect(await screen.findByRole('link', { name: '请标出位置' })).toBeTruthy()
    expect(useSnapshotDraft.getState()).toMatchObject({
      key,
      text: '路面有一个很深的坑洞',
      photoKeys: ['p1'],
    })
    expect(useOutbox.getState().entries).toEqual([])
  })
})

describe('suggesting categories', () => {
  const known = categories as unknown as Category[]
  it('finds the likeliest first', () => {
    const codes = (text: string) => suggestCategories(known, text).map(({ code }) => code)
    expect(codes('路灯不亮,路面也坏了')).toEqual(['street-lighting', 'road-damage'])
    expect(codes('你好')).toEqual([])
  })
})
