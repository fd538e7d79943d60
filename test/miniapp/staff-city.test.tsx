import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { queryClient } from '@/api/query-client'
import CityPage from '@/staff/pages/city/index'
import { atTheDesk, showPage } from '../support/at-the-desk.tsx'
import { axeViolations } from '../support/axe'
import { signInAs, type StaffCity } from '../support/staff-city.ts'
import { setQuery } from '../support/taro-stub'

const LIMITS = '/api/v1/admin/limits'
const limit = { categoryCode: '*', complexity: '*', step: 'sign', days: 1 }

let city: StaffCity

atTheDesk((fresh) => {
  queryClient.clear()
  city = fresh
  city.on('GET /api/v1/admin/references/categories', () => ({
    body: { items: [{ code: 'street-lighting', name: '路灯不亮', within: '照明用电' }] },
  }))
  city.on(`GET ${LIMITS}`, () => ({ body: { items: [limit], nextCursor: null, names: {} } }))
  signInAs({ id: 'a1', role: 'admin', name: '关锦添', office: null })
})

function show(table: string) {
  setQuery({ table })
  showPage(CityPage)
}
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const bodiesTo = (path: string) =>
  city.sent.filter((one) => one.path === path && one.method !== 'GET').map(({ body }) => body)

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
    show('limits')
    city.on(`PATCH ${LIMITS}/*~*~sign`, () => ({ body: { ...limit, days: 3 } }))
    fireEvent.click(await screen.findByRole('button', { name: /所有类别 · 签收/ }))
    const dialog = await screen.findByRole('dialog', { name: '所有类别 · 签收' })
    expect(within(dialog).queryByLabelText('类别')).toBeNull()
    fireEvent.change(within(dialog).getByLabelText('天数'), { target: { value: '3' } })
    expect(await axeViolations()).toEqual([])
    fireEvent.click(within(dialog).getByRole('button', { name: '保存' }))
    expect(await screen.findByText('已保存，马上生效。')).toBeTruthy()
    expect(bodiesTo(`${LIMITS}/*~*~sign`)).toEqual([{ days: 3 }])
  })

  it('is called by names, whatever codes it is made of', async () => {
    city.on('GET /api/v1/admin/routing-rules', () => ({
      body: {
        items: [
          { categoryCode: 'street-lighting', districtCode: '440104', streetCode: null, bodyCode: 'yx-lamps' },
        ],
        nextCursor: null,
        names: {
          categories: { 'street-lighting': '路灯不亮' },
          districts: { '440104': '越秀区' },
          bodies: { 'yx-lamps': '越秀区照明所' },
        },
      },
    }))
    show('routing-rules')
    const row = await screen.findByRole('button', { name: /路灯不亮 · 越秀区/ })
    expect(row.textContent).toContain('交给越秀区照明所')
    expect(row.textContent).not.toMatch(/street-lighting|440104|yx-lamps/)
    fireEvent.click(row)
    const dialog = within(await screen.findByRole('dialog', { name: '路灯不亮 · 越秀区' }))
    expect(dialog.getByText('越秀区照明所')).toBeTruthy()
    // Whoever looks for another may leave it as it was.
    city.on('GET /api/v1/admin/references/bodies', () => ({ body: { items: [] } }))
    fireEvent.click(dialog.getByRole('button', { name: '修改 承办单位' }))
    expect(await dialog.findByText('没有找到，换个说法再找。')).toBeTruthy()
    fireEvent.click(dialog.getByRole('button', { name: '不改了' }))
    expect(dialog.getByText('越秀区照明所')).toBeTruthy()
  })

  it('refers to others by name: chosen from a few, or searched for', async () => {
    city.on('GET /api/v1/admin/routing-rules', () => ({ body: { items: [], nextCursor: null, names: {} } }))
    city.on('GET /api/v1/admin/references/districts', () => ({
      body: { items: [{ code: '440104', name: '越秀区', within: '' }] },
    }))
    city.on('GET /api/v1/admin/references/streets', () => ({
      body: { items: [{ code: '440104003', name: '北京街道', within: '越秀区' }] },
    }))
    city.on('GET /api/v1/admin/references/bodies', () => ({
      body: { items: [{ code: 'yx-lamps', name: '越秀区照明所', within: '越秀区' }] },
    }))
    const kept = { categoryCode: 'street-lighting', districtCode: '440104', streetCode: '440104003' }
    city.on('POST /api/v1/admin/routing-rules', ({ body }) => ({ status: 201, body }))
    show('routing-rules')
    await screen.findByText('没有找到')
    press('新增一条')
    const dialog = within(await screen.findByRole('dialog', { name: '新增一条' }))
    expect(dialog.getByLabelText<HTMLSelectElement>(/^街道/).disabled).toBe(true)
    await dialog.findByRole('option', { name: '照明用电 · 路灯不亮' })
    fireEvent.change(dialog.getByLabelText('类别'), { target: { value: 'street-lighting' } })
    await dialog.findByRole('option', { name: '越秀区' })
    fireEvent.change(dialog.getByLabelText('区'), { target: { value: '440104' } })
    await dialog.findByRole('option', { name: '北京街道' })
    fireEvent.change(dialog.getByLabelText(/^街道/), { target: { value: '440104003' } })
    fireEvent.change(dialog.getByLabelText('承办单位'), { target: { value: '照明' } })
    await waitFor(() => {
      const asked = city.sent.findLast(({ path }) => path.endsWith('/references/bodies'))
      expect([asked?.search.get('q'), asked?.search.get('district')]).toEqual(['照明', '440104'])
    })
    fireEvent.click(await dialog.findByRole('button', { name: /越秀区照明所/ }))
    expect(dialog.queryByRole('searchbox')).toBeNull()
    expect(dialog.getByRole('button', { name: '修改 承办单位' })).toBeTruthy()
    expect(await axeViolations()).toEqual([])
    fireEvent.click(dialog.getByRole('button', { name: '保存' }))
    await screen.findByText('已保存，马上生效。')
    expect(bodiesTo('/api/v1/admin/routing-rules').at(-1)).toEqual({ ...kept, bodyCode: 'yx-lamps' })
  })

  it('in another district has another street and another body', async () => {
    const rule = {
      code: 'yx-lamps',
      name: '照明所',
      nameHant: '照明所',
      nameEn: 'Lamps',
      kind: 'district_department',
    }
    city.on('GET /api/v1/admin/bodies', () => ({
      body: {
        items: [{ ...rule, districtCode: '440104', streetCode: '440104003' }],
        nextCursor: null,
        names: { districts: { '440104': '越秀区' }, streets: { '440104003': '北京街道' } },
      },
    }))
    city.on('GET /api/v1/admin/references/districts', () => ({
      body: {
        items: [
          { code: '440104', name: '越秀区', within: '' },
          { code: '440106', name: '天河区', within: '' },
        ],
      },
    }))
    city.on('GET /api/v1/admin/references/streets', ({ search }) => ({
      body: {
        items:
          search.get('district') === '440104'
            ? [{ code: '440104003', name: '北京街道', within: '越秀区' }]
            : [],
      },
    }))
    city.on('PATCH /api/v1/admin/bodies/yx-lamps', ({ body }) => ({ body }))
    show('bodies')
    fireEvent.click(await screen.findByRole('button', { name: /区级部门 · 越秀区 · 北京街道 · yx-lamps/ }))
    const dialog = within(await screen.findByRole('dialog', { name: '照明所' }))
    await dialog.findByRole('option', { name: '北京街道' })
    fireEvent.change(dialog.getByLabelText(/^区/), { target: { value: '440106' } })
    fireEvent.click(dialog.getByRole('button', { name: '保存' }))
    await screen.findByText('已保存，马上生效。')
    expect(bodiesTo('/api/v1/admin/bodies/yx-lamps')).toEqual([
      expect.objectContaining({ districtCode: '440106', streetCode: null }),
    ])
  })

  it('whose number is to be made up says how', async () => {
    city.on('GET /api/v1/admin/templates', () => ({ body: { items: [], nextCursor: null, names: {} } }))
    show('templates')
    await screen.findByText('没有找到')
    press('新增一条')
    const dialog = within(await screen.findByRole('dialog', { name: '新增一条' }))
    expect(dialog.getByText(/只用小写字母、数字和短横，例如 lamp-repaired/)).toBeTruthy()
    // Variables are read and typed in words, and kept as the CSV has them.
    city.on('POST /api/v1/admin/templates', ({ body }) => ({ status: 201, body }))
    fireEvent.change(dialog.getByLabelText('内容（简体）'), { target: { value: '{地点}的灯亮了' } })
    fireEvent.click(dialog.getByRole('button', { name: '保存' }))
    await screen.findByText('已保存，马上生效。')
    expect(bodiesTo('/api/v1/admin/templates').at(-1)).toMatchObject({
      text: '{place}的灯亮了',
      active: true,
    })
  })

  it('that is new begins with its boxes empty, which says no', async () => {
    city.on('GET /api/v1/admin/categories', () => ({ body: { items: [], nextCursor: null, names: {} } }))
    city.on('GET /api/v1/admin/references/category-groups', () => ({ body: { items: [] } }))
    city.on('POST /api/v1/admin/categories', ({ body }) => ({ status: 201, body }))
    show('categories')
    await screen.findByText('没有找到')
    press('新增一条')
    const dialog = within(await screen.findByRole('dialog', { name: '新增一条' }))
    fireEvent.click(dialog.getByRole('radio', { name: '路灯' }))
    fireEvent.click(dialog.getByRole('button', { name: '保存' }))
    await screen.findByText('已保存，马上生效。')
    expect(bodiesTo('/api/v1/admin/categories')).toEqual([
      expect.objectContaining({ evidenceRequired: false, icon: 'lamp' }),
    ])
  })

  it('that is refused keeps what was typed, and names what is wrong', async () => {
    show('limits')
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
    await screen.findByRole('button', { name: /所有类别 · 签收/ })
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
      examples: [limit],
      names: {},
      ...changes,
    },
  })

  it('says first what it would change, and is written only then', async () => {
    show('limits')
    city.on(`POST ${LIMITS}/import`, ({ search }) => answer({ applied: search.get('apply') === 'true' }))
    await screen.findByRole('button', { name: /所有类别 · 签收/ })
    await choose('categoryCode,complexity,step,days\r\n*,*,sign,3\r\n')
    expect(await screen.findByText('新增 0 条，修改 1 条，11 条不变')).toBeTruthy()
    expect(screen.getByText('例如：所有类别 · 签收')).toBeTruthy()
    expect(await axeViolations()).toEqual([])
    press('确认写入')
    expect(await screen.findByText('已新增 0 条，修改 1 条。')).toBeTruthy()
    const asked = city.sent.filter(({ path }) => path === `${LIMITS}/import`)
    expect(asked.map(({ search }) => search.get('apply'))).toEqual(['false', 'true'])
  })

  it('with something wrong names the line and the column, and offers no way to write it', async () => {
    show('limits')
    const errors = [{ row: 17, column: 'days', problem: 'too_small', message: '不能小于 1' }]
    city.on(`POST ${LIMITS}/import`, () => answer({ errors, errorCount: 1 }))
    await screen.findByRole('button', { name: /所有类别 · 签收/ })
    await choose('categoryCode,complexity,step,days\r\n*,*,sign,0\r\n')
    expect(await screen.findByText('第 17 行，列 days（天数）')).toBeTruthy()
    expect(screen.getByText('不能小于 1')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '确认写入' })).toBeNull()
  })

  it('in another encoding is told from a good one before it is sent', async () => {
    show('limits')
    await screen.findByRole('button', { name: /所有类别 · 签收/ })
    await choose(new Uint8Array([0xd5, 0xbe, 0xba, 0xc5]))
    expect(await screen.findByText(/不是 UTF-8 编码/)).toBeTruthy()
    expect(city.sent.some(({ path }) => path.endsWith('/import'))).toBe(false)
  })
})
