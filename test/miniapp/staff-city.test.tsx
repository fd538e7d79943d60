import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { queryClient } from '@/api/query-client'
import { speak } from '@/locale/translate'
import CityPage from '@/staff/pages/city/index'
import { axeViolations } from '../support/axe'
import { NOW } from '../support/staff-answers.ts'
import { mendJsdom, signInAs, staffCity } from '../support/staff-city.ts'
import { setQuery } from '../support/taro-stub'

const LIMITS = '/api/v1/admin/limits'
const limit = { categoryCode: '*', complexity: '*', step: 'sign', days: 1 }

let city: ReturnType<typeof staffCity>

beforeAll(() => {
  mendJsdom()
  configure({ asyncUtilTimeout: 4000 })
})
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(NOW) })
  await speak('zh-hans')
  localStorage.clear()
  queryClient.clear()
  setQuery({ table: 'limits' })
  city = staffCity()
  city.on(`GET ${LIMITS}`, () => ({ body: { items: [limit], nextCursor: null } }))
  signInAs({ id: 'a1', role: 'admin', name: '关锦添', office: null })
  render(
    <QueryClientProvider client={queryClient}>
      <CityPage />
    </QueryClientProvider>,
  )
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const bodiesTo = (path: string) => city.sent.filter((one) => one.path === path).map(({ body }) => body)

/** Chooses a file in the browser's own dialog, which only the test sees. */
async function choose(csv: string | Uint8Array<ArrayBuffer>): Promise<void> {
  press('用表格整批修改（CSV）')
  const input = await waitFor(() => {
    const found = document.querySelector<HTMLInputElement>('input[type=file]')
    if (!found) throw new Error('no dialog')
    return found
  })
  const bytes = typeof csv === 'string' ? new TextEncoder().encode(csv) : csv
  const file = { name: 'limits.csv', arrayBuffer: async () => bytes.buffer }
  Object.defineProperty(input, 'files', { value: [file] })
  fireEvent.change(input)
}

describe('a row of the city', () => {
  it('is changed in a form made of its columns, without its key', async () => {
    city.on(`PATCH ${LIMITS}/*~*~sign`, () => ({ body: { ...limit, days: 3 } }))
    fireEvent.click(await screen.findByRole('button', { name: /签收 · 全部/ }))
    const dialog = await screen.findByRole('dialog', { name: '* · * · sign' })
    expect(within(dialog).queryByLabelText('类别')).toBeNull()
    fireEvent.change(within(dialog).getByLabelText('天数'), { target: { value: '3' } })
    expect(await axeViolations()).toEqual([])
    fireEvent.click(within(dialog).getByRole('button', { name: '保存' }))
    expect(await screen.findByText('已保存，马上生效。')).toBeTruthy()
    expect(bodiesTo(`${LIMITS}/*~*~sign`)).toEqual([{ days: 3 }])
  })

  it('that is refused keeps what was typed, and names what is wrong', async () => {
    city.on(`POST ${LIMITS}`, () => ({
      status: 422,
      body: {
        error: {
          code: 'VALIDATION_FAILED',
          message: '有几处需要改一下',
          fields: { days: '不能小于 1' },
          requestId: 'r',
        },
      },
    }))
    await screen.findByRole('button', { name: /签收 · 全部/ })
    press('新增一条')
    const dialog = await screen.findByRole('dialog', { name: '新增一条' })
    fireEvent.change(within(dialog).getByLabelText('天数'), { target: { value: '0' } })
    fireEvent.click(within(dialog).getByRole('button', { name: '保存' }))
    expect(await within(dialog).findByText('天数：不能小于 1')).toBeTruthy()
    expect((within(dialog).getByLabelText('天数') as HTMLInputElement).value).toBe('0')
  })
})

describe('a table as a file', () => {
  const answer = (changes: object) => ({
    body: {
      applied: false,
      added: 0,
      changed: 1,
      unchanged: 11,
      errors: [],
      errorCount: 0,
      preview: { added: [], changed: ['*~*~sign'] },
      ...changes,
    },
  })

  it('says first what it would change, and is written only then', async () => {
    city.on(`POST ${LIMITS}/import`, ({ search }) => answer({ applied: search.get('apply') === 'true' }))
    await screen.findByRole('button', { name: /签收 · 全部/ })
    await choose('categoryCode,complexity,step,days\r\n*,*,sign,3\r\n')
    expect(await screen.findByText('新增 0 条，修改 1 条，11 条不变')).toBeTruthy()
    expect(await axeViolations()).toEqual([])
    press('确认写入')
    expect(await screen.findByText('已新增 0 条，修改 1 条。')).toBeTruthy()
    const asked = city.sent.filter(({ path }) => path === `${LIMITS}/import`)
    expect(asked.map(({ search }) => search.get('apply'))).toEqual(['false', 'true'])
  })

  it('with something wrong names the line and the column, and offers no way to write it', async () => {
    const errors = [{ row: 17, column: 'days', problem: 'too_small', message: '不能小于 1' }]
    city.on(`POST ${LIMITS}/import`, () => answer({ errors, errorCount: 1 }))
    await screen.findByRole('button', { name: /签收 · 全部/ })
    await choose('categoryCode,complexity,step,days\r\n*,*,sign,0\r\n')
    expect(await screen.findByText('第 17 行，days 列')).toBeTruthy()
    expect(screen.getByText('不能小于 1')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '确认写入' })).toBeNull()
  })

  it('in another encoding is told from a good one before it is sent', async () => {
    await screen.findByRole('button', { name: /签收 · 全部/ })
    await choose(new Uint8Array([0xd5, 0xbe, 0xba, 0xc5]))
    expect(await screen.findByText(/不是 UTF-8 编码/)).toBeTruthy()
    expect(city.sent.some(({ path }) => path.endsWith('/import'))).toBe(false)
  })
})
