import { QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { queryClient } from '@/api/query-client'
import { GridMap } from '@/kit/grid-map'
import { placeMarks } from '@/kit/map-marks'
import { piecesOf } from '@/kit/map-streets'
import { PinMap } from '@/kit/pin-map'
import { roomOfText, type Taken, wordsOnMap } from '@/kit/map-words'
import { useCityMap } from '@/state/city-map'
import { playCity } from '../support/resident-city.ts'

const MIDDLE = { lat: 23.1255, lng: 113.2695 }
const pins = [{ ...MIDDLE, id: 'one', label: '路灯不亮 · 越秀区' }]

beforeEach(() => {
  useCityMap.setState({ map: undefined })
  queryClient.clear()
  localStorage.clear()
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function showMap() {
  return render(
    <QueryClientProvider client={queryClient}>
      <PinMap label="反映的位置" pins={pins} chosen={[]} onChoose={() => undefined} several={String} />
    </QueryClientProvider>,
  )
}

describe('the pieces under a map', () => {
  it.each([150, 600, 5000, 80_000])('cover a field of %i metres without a gap', (span) => {
    const pieces = piecesOf({ middle: MIDDLE, span })
    expect(Math.min(...pieces.map(({ left }) => left))).toBeLessThanOrEqual(0)
    expect(Math.min(...pieces.map(({ top }) => top))).toBeLessThanOrEqual(0)
    expect(Math.max(...pieces.map(({ left, width }) => left + width))).toBeGreaterThanOrEqual(100)
    expect(Math.max(...pieces.map(({ top, height }) => top + height))).toBeGreaterThanOrEqual(100)
    // Few enough for a slow network.
    expect(pieces.length).toBeLessThanOrEqual(30)
  })
})

describe('a map of pins', () => {
  it('shows the city’s streets, and whose they are, where the city has them', async () => {
    playCity(({ path }) =>
      path === '/api/v1/health' ? { body: { map: { attribution: '© 测绘院' } } } : null,
    )
    const { container } = showMap()
    expect(await screen.findByText('© 测绘院')).toBeTruthy()
    const first = container.querySelector('img')
    expect(first?.getAttribute('src')).toMatch(/^\/api\/v1\/map\/\d+\/\d+\/\d+$/)
    expect(first?.alt).toBe('')
  })

  it('is a grid where the city has none, and where nobody answers', async () => {
    playCity(() => new Error('no network'))
    const { container } = showMap()
    await act(async () => undefined)
    expect(container.querySelector('img')).toBeNull()
    expect(container.querySelector('.k-map-lines')).not.toBeNull()
    expect(screen.getByRole('button', { name: '路灯不亮 · 越秀区' })).toBeTruthy()
  })
})

/** Guangzhou's districts, roughly where their names belong. */
const DISTRICTS = [
  { code: '440103', name: '荔湾区', place: { lat: 23.1257, lng: 113.2442 } },
  { code: '440104', name: '越秀区', place: { lat: 23.129, lng: 113.2668 } },
  { code: '440105', name: '海珠区', place: { lat: 23.0838, lng: 113.3173 } },
  { code: '440106', name: '天河区', place: { lat: 23.1247, lng: 113.3612 } },
  { code: '440111', name: '白云区', place: { lat: 23.1573, lng: 113.2732 } },
  { code: '440112', name: '黄埔区', place: { lat: 23.1815, lng: 113.4806 } },
  { code: '440113', name: '番禺区', place: { lat: 22.9375, lng: 113.3841 } },
  { code: '440114', name: '花都区', place: { lat: 23.4037, lng: 113.2203 } },
]
const ENGLISH = DISTRICTS.map((one, index) => ({ ...one, name: `District number ${index}` }))

const overlaps = (rooms: readonly Taken[]) =>
  rooms.flatMap((one, index) =>
    rooms
      .slice(index + 1)
      .filter(
        (other) =>
          Math.abs(one.left - other.left) * 2 < one.width + other.width &&
          Math.abs(one.top - other.top) * 2 < one.height + other.height,
      ),
  )

describe('the names on a map without streets', () => {
  it('need the room of a line, or of more where they are long', () => {
    const at = { left: 50, top: 50 }
    const line = roomOfText(at, '越秀区', { size: 13, width: 300 })
    expect(line.width * 3).toBeGreaterThan(3 * 13)
    expect((line.height / 100) * 225).toBeGreaterThanOrEqual(13 * 1.3)
    expect(
      roomOfText(at, '北京街道人大代表中心联络站', { size: 13, width: 300 }, 112).height,
    ).toBeGreaterThan(2 * 13 * 1.3 * (100 / 225))
  })

  const spans = [300, 2500, 12_000, 30_000, 80_000, 160_000]
  it.each(spans.flatMap((span) => [13, 20, 27].map((size) => [span, size] as const)))(
    'never lie over each other nor over what is there (%i m, letters of %i px)',
    (span, size) => {
      for (const districts of [DISTRICTS, ENGLISH]) {
        const pins = [{ left: 50, top: 50, width: 12, height: 16 }]
        const words = wordsOnMap(districts, { middle: MIDDLE, span, size, width: 300 }, pins)
        const rooms = words.map(({ text, left, top }) =>
          roomOfText({ left, top }, text, { size, width: 300 }),
        )
        expect(overlaps([...pins, ...rooms])).toEqual([])
        for (const { left, top, width, height } of rooms) {
          expect(Math.min(left - width / 2, top - height / 2)).toBeGreaterThanOrEqual(-0.01)
          expect(Math.max(left + width / 2, top + height / 2)).toBeLessThanOrEqual(100.01)
        }
      }
    },
  )

  it('stand at their places on a wide map, and say at the edge of a near one what lies beyond', () => {
    const wide = wordsOnMap(DISTRICTS, { middle: MIDDLE, span: 160_000, size: 13, width: 300 }, [])
    expect(wide.map(({ text }) => text)).toEqual(expect.arrayContaining(['花都区', '番禺区', '黄埔区']))
    const near = wordsOnMap(DISTRICTS, { middle: MIDDLE, span: 300, size: 13, width: 300 }, [])
    expect(near.map(({ text }) => text)).toContain('↖ 越秀区')
    expect(near.map(({ text }) => text)).toContain('↑ 白云区')
    expect(near.length).toBeLessThanOrEqual(4)
  })

  it('leave a landmark its name before its neighbours have theirs', () => {
    const beside = (metres: number, label: string) => ({
      lat: MIDDLE.lat + metres / 111_195,
      lng: MIDDLE.lng,
      label,
    })
    const landmarks = [
      beside(0, '北京街道人大代表中心联络站'),
      beside(5, '站号 0002'),
      beside(8, '站号 0003'),
      beside(150, '站号 0004'),
    ]
    const { marks } = placeMarks(landmarks, { middle: MIDDLE, span: 600, size: 13, width: 300 }, '')
    expect(marks.map(({ named }) => named)).toEqual([true, true, false, true])
  })

  it('are drawn for the eye only, and not over the city’s own streets', async () => {
    playCity(({ path }) => {
      if (path === '/api/v1/health') return { body: { map: null } }
      return path === '/api/v1/districts' ? { body: { items: DISTRICTS } } : null
    })
    render(
      <QueryClientProvider client={queryClient}>
        <GridMap
          label="地图"
          centre={MIDDLE}
          pin={MIDDLE}
          landmarks={[{ ...MIDDLE, label: '北京街联络站' }]}
        />
      </QueryClientProvider>,
    )
    const word = await screen.findByText(/荔湾区/)
    expect(word.closest('[aria-hidden="true"]')).not.toBeNull()
    expect(screen.getByText('北京街联络站').className).toBe('k-map-name')
    act(() => useCityMap.setState({ map: { attribution: '' } }))
    expect(screen.queryByText(/荔湾区/)).toBeNull()
  })
})
