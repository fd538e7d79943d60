import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { piecesOf } from '@/kit/map-streets'
import { PinMap } from '@/kit/pin-map'
import { useCityMap } from '@/state/city-map'
import { playCity } from '../support/resident-city.ts'

const MIDDLE = { lat: 23.1255, lng: 113.2695 }
const pins = [{ ...MIDDLE, id: 'one', label: '路灯不亮 · 越秀区' }]

beforeEach(() => useCityMap.setState({ map: undefined }))
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function showMap() {
  return render(
    <PinMap label="反映的位置" pins={pins} chosen={[]} onChoose={() => undefined} several={String} />,
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
