import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { queryClient } from '@/api/query-client'
import { speak } from '@/locale/translate'
import SnapshotPage from '@/staff/pages/snapshot/index'
import { suggestCategories } from '@/staff/pages/snapshot/suggest-categories'
import { changeSnapshot, forgetSnapshot, useSnapshotDraft } from '@/staff/state/snapshot-draft'
import { usePhotos } from '@/state/photos'
import type { Category } from '../../shared/contract/category.ts'
import { axeViolations } from '../support/axe'
import { accounts, categories, lamp } from '../support/staff-answers.ts'
import { mendJsdom, refusal, signInAs, staffCity } from '../support/staff-city.ts'
import { setQuery } from '../support/taro-stub'

let city: ReturnType<typeof staffCity>
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
  setQuery({})
  signInAs(accounts.deputy)
  city = staffCity()
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const show = () =>
  render(
    <QueryClientProvider client={queryClient}>
      <SnapshotPage />
    </QueryClientProvider>,
  )
const send = () => fireEvent.click(screen.getByRole('button', { name: '送出' }))
const write = (text: string) =>
  fireEvent.change(screen.getByLabelText('一句话说清楚'), { target: { value: text } })

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
    expect(await screen.findByText('随手拍是人大代表用的')).toBeTruthy()
  })

  it('suggests the kind from the words, sends, and tells where it went', async () => {
    shot()
    const report = lamp({
      channel: 'snapshot',
      state: 'assigned',
      holder: { type: 'body', code: 'lamps', name: '越秀区住建局' },
    })
    city.on('POST /api/v1/reports', () => ({ status: 201, body: { report, queryCode: 'K7Q2M9XA' } }))
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

  it('goes out once under the same key after a lost answer', async () => {
    shot()
    changeSnapshot({ text: '路面有一个很深的坑洞', categoryCode: 'road-damage' })
    let network: 'lost' | 'there' = 'lost'
    const report = lamp({
      state: 'submitted',
      holder: { type: 'desk', code: '440104', name: '越秀区 人大督办' },
    })
    city.on('POST /api/v1/reports', () =>
      network === 'lost' ? 'offline' : { body: { report, queryCode: 'K7Q2M9XA' } },
    )
    show()
    await screen.findByLabelText('路面破损')
    send()
    expect(await screen.findByText('还没有送到')).toBeTruthy()
    expect(localStorage.getItem('mashang.staff.snapshot')).toContain('很深的坑洞')
    network = 'there'
    send()
    expect(await screen.findByText('已交给越秀区 人大督办，由他们确定承办单位。')).toBeTruthy()
    const [first, second] = city.posts()
    expect(second).toMatchObject({ key: first?.key, body: first?.body })
  })

  it('takes a new key after a refusal', async () => {
    shot()
    changeSnapshot({ text: '路面有一个很深的坑洞', categoryCode: 'road-damage' })
    city.on('POST /api/v1/reports', () =>
      refusal(422, 'VALIDATION_FAILED', '有几处需要改', { fields: { place: '请标出位置' } }),
    )
    show()
    await screen.findByLabelText('路面破损')
    send()
    expect(await screen.findByRole('link', { name: '请标出位置' })).toBeTruthy()
    expect(useSnapshotDraft.getState().unanswered).toBeNull()
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
