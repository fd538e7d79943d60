import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { speak } from '@/locale/translate'
import { boxAfterKey, boxBetween, firstBox, grownBox, movedBox } from '@/platform/black-box'
import { publishablePhotos, withCopy } from '@/staff/actions/publishable-photos'
import ReportPage from '@/staff/pages/report/index'
import { useActionDrafts } from '@/staff/state/action-drafts'
import { showPage } from '../support/at-the-desk.tsx'
import { axeViolations } from '../support/axe'
import { accounts, answerOf, event, NOW, NUMBER } from '../support/staff-answers.ts'
import { mendJsdom, signInAs, staffCity, type StaffCity } from '../support/staff-city.ts'
import { setQuery } from '../support/taro-stub'

const COPY = 'copy-of-before-1-abcd'
const photo = (id: string, more: object = {}) => ({
  id,
  width: 800,
  height: 600,
  thumb: `/p/${id}?size=thumb`,
  full: `/p/${id}?size=full`,
  ...more,
})

describe('a box', () => {
  it('lies between two corners, whichever comes first, and inside the picture', () => {
    expect(boxBetween({ x: 0.75, y: 0.5 }, { x: 0.25, y: 0.25 })).toEqual({
      left: 0.25,
      top: 0.25,
      width: 0.5,
      height: 0.25,
    })
    expect(boxBetween({ x: 0.5, y: 0.5 }, { x: 2, y: -1 })).toEqual({
      left: 0.5,
      top: 0,
      width: 0.5,
      height: 0.5,
    })
  })

  it('is none after a mere tap, and never too thin to cover anything', () => {
    expect(boxBetween({ x: 0.5, y: 0.5 }, { x: 0.51, y: 0.51 })).toBeNull()
    expect(boxBetween({ x: 0.1, y: 0.5 }, { x: 0.9, y: 0.5 })?.height).toBeCloseTo(0.03)
    expect(boxBetween({ x: 0.1, y: 1 }, { x: 0.9, y: 1 })?.top).toBeCloseTo(0.97)
  })

  it('is moved and resized by arrow keys, as far as the picture goes', () => {
    expect(boxAfterKey(firstBox, 'ArrowLeft', false)?.left).toBeCloseTo(0.33)
    expect(boxAfterKey(firstBox, 'ArrowDown', true)).toMatchObject({ top: 0.4, height: expect.closeTo(0.22) })
    expect(boxAfterKey(firstBox, 'Enter', false)).toBeNull()
    expect(movedBox(firstBox, 5, -5)).toMatchObject({ left: 0.7, top: 0 })
    expect(grownBox(firstBox, 5, -5)).toMatchObject({ left: 0, width: 1, height: 0.03 })
  })
})

describe('what can be published', () => {
  const copied = answerOf({ photos: [photo('a'), photo('b')] }, [])
  copied.timeline.push(
    event({ seq: 2, action: 'publish', photos: [photo('a2', { redacts: 'a' })], data: { photoIds: ['a2'] } }),
  )

  it('is the latest copy in the place of its original', () => {
    expect(publishablePhotos(copied).map(({ id, isCopy }) => [id, isCopy])).toEqual([
      ['a2', true],
      ['b', false],
    ])
    const [first] = publishablePhotos(copied, [{ id: 'a3', redacts: 'a' }])
    expect(first).toMatchObject({ id: 'a3', src: '/api/v1/photos/a3', original: { id: 'a' } })
  })

  it('a new copy takes the place of what was chosen of the same photo', () => {
    const [first] = publishablePhotos(copied)
    if (!first) throw new Error('no photo')
    const after = withCopy({ publicPhotoIds: ['a2', 'b'] }, first, 'a3')
    expect(after).toEqual({ publicPhotoIds: ['b', 'a3'], copies: [{ id: 'a3', redacts: 'a' }] })
  })
})

describe('blacking out in the publish form', () => {
  let city: StaffCity
  const painted: number[][] = []
  const uploads: { url: string; form: FormData }[] = []

  /** What jsdom has none of: pictures, canvases, uploads. */
  function stubBrowser(status = 201): void {
    painted.length = 0
    uploads.length = 0
    vi.stubGlobal('createImageBitmap', async () => ({ width: 800, height: 600, close: () => undefined }))
    const pen = { fillRect: (...box: number[]) => void painted.push(box), drawImage: () => painted.push([]) }
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(pen as never)
    vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation((done) => done(new Blob(['picture'])))
    URL.createObjectURL = () => 'blob:x'
    URL.revokeObjectURL = () => undefined
    class Upload {
      upload = {}
      status = status
      responseText = JSON.stringify(
        status === 201
          ? { id: COPY, width: 800, height: 600 }
          : { error: { code: 'NOT_ALLOWED', message: '您不能做这一步', requestId: 'r' } },
      )
      url = ''
      onload = () => undefined
      setRequestHeader = () => undefined
      open(_method: string, url: string) {
        this.url = url
      }
      send(form: FormData) {
        uploads.push({ url: this.url, form })
        this.onload()
      }
    }
    vi.stubGlobal('XMLHttpRequest', Upload)
  }

  beforeAll(() => mendJsdom())
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(NOW) })
    await speak('zh-hans')
    localStorage.clear()
    useActionDrafts.setState({}, true)
    setQuery({ number: NUMBER })
    signInAs(accounts.station)
    city = staffCity()
    stubBrowser()
    const answer = answerOf(
      { state: 'assigned', version: 2, consentPublic: true, photos: [photo('before-1'), photo('before-2')] },
      ['publish'],
    )
    city.on(`GET /api/v1/reports/${NUMBER}`, () => ({ body: answer }))
    city.on('GET /p/before-1', () => ({ body: 'the picture' }))
    city.on(`POST /api/v1/reports/${NUMBER}/actions`, () => ({ body: answer }))
  })
  afterEach(() => {
    cleanup()
    vi.unstubAllGlobals()
    vi.restoreAllMocks()
    vi.useRealTimers()
  })

  const press = (inside: HTMLElement, name: string) =>
    fireEvent.click(within(inside).getByRole('button', { name }))

  async function openTool(): Promise<{ form: HTMLElement; tool: HTMLElement }> {
    showPage(ReportPage)
    fireEvent.click(await screen.findByRole('button', { name: '其他操作' }))
    press(screen.getByRole('dialog', { name: '其他操作' }), '公开')
    const form = screen.getByRole('dialog', { name: '公开' })
    press(form, '打码 照片1')
    return { form, tool: screen.getByRole('dialog', { name: '打码：照片1' }) }
  }

  it('works by keyboard alone, paints the boxes black and publishes the copy instead', async () => {
    const { form, tool } = await openTool()
    press(tool, '加一块')
    const box = within(tool).getByRole('button', { name: '第 1 块' })
    fireEvent.keyDown(box, { key: 'ArrowLeft' })
    fireEvent.keyDown(box, { key: 'ArrowDown', shiftKey: true })
    press(tool, '右移')
    expect(await axeViolations()).toEqual([])
    press(tool, '用打码后的照片')
    await waitFor(() => expect(screen.queryByRole('dialog', { name: '打码：照片1' })).toBeNull())
    // The full picture, then the thumbnail: white ground, the picture, the box.
    const [, , full, , , thumb] = painted
    expect(full?.map(Math.round)).toEqual([288, 240, 240, 132])
    expect(thumb?.map(Math.round)).toEqual([115, 96, 96, 53])
    expect(uploads[0]?.url).toMatch(/\/api\/v1\/photos\?redacts=before-1$/)
    expect(uploads[0]?.form.has('thumb')).toBe(true)
    expect(within(form).getByText('已打码，公众只看到这一张')).toBeTruthy()
    press(form, '公开')
    await waitFor(() =>
      expect(city.posts().at(-1)?.body).toMatchObject({ action: 'publish', photoIds: [COPY] }),
    )
  })

  it('is drawn with a pointer, undone and removed', async () => {
    const { tool } = await openTool()
    const board = within(tool).getByRole('group', { name: '打码：照片1' })
    board.getBoundingClientRect = () => ({ left: 100, top: 100, width: 200, height: 100 }) as DOMRect
    const draw = (from: [number, number], to: [number, number]) => {
      const [fromX, fromY] = from
      const [toX, toY] = to
      fireEvent(board, new MouseEvent('pointerdown', { bubbles: true, clientX: fromX, clientY: fromY }))
      fireEvent(board, new MouseEvent('pointermove', { bubbles: true, clientX: toX, clientY: toY }))
      fireEvent(board, new MouseEvent('pointerup', { bubbles: true, clientX: toX, clientY: toY }))
    }
    draw([120, 110], [220, 160])
    const box = within(tool).getByRole('button', { name: '第 1 块' })
    expect(box.getAttribute('style')).toContain('left: 10%; top: 10%; width: 50%; height: 50%')
    draw([250, 110], [251, 111])
    expect(within(tool).queryByRole('button', { name: '第 2 块' })).toBeNull()
    draw([250, 150], [290, 190])
    press(tool, '去掉')
    expect(within(tool).queryByRole('button', { name: '第 2 块' })).toBeNull()
    press(tool, '撤销')
    expect(within(tool).getByRole('button', { name: '第 2 块' })).toBeTruthy()
    press(tool, '撤销')
    press(tool, '撤销')
    expect(within(tool).queryByRole('button', { name: '第 1 块' })).toBeNull()
  })

  it('sends nothing without a box, and says what the server refused', async () => {
    stubBrowser(403)
    const { tool } = await openTool()
    press(tool, '用打码后的照片')
    expect(within(tool).getByText('请先盖住一处')).toBeTruthy()
    expect(uploads).toEqual([])
    press(tool, '加一块')
    press(tool, '用打码后的照片')
    expect(await within(tool).findByText('您不能做这一步')).toBeTruthy()
  })
})
