import { describe, expect, it } from 'vitest'
import { rankSimilar, similarity } from '../../shared/domain/similar-reports.ts'

const HERE = { lat: 23.1255, lng: 113.2695 }
/** About so many metres north. */
const north = (metres: number) => ({ lat: HERE.lat + metres / 111_195, lng: HERE.lng })
const lamp = (place: { lat: number; lng: number } | null, text = '文明路口的路灯坏了，晚上很黑') => ({
  category: { code: 'street-lighting' },
  text,
  place,
})
const sought = { place: HERE, categoryCode: 'street-lighting', text: '文明路口路灯坏了好几天' }

describe('a report near by', () => {
  it('is similar when it is of one kind, or alike in words', () => {
    expect(similarity(sought, lamp(north(100), '井盖松动'))).toBeGreaterThan(0)
    expect(similarity({ ...sought, categoryCode: 'road-damage' }, lamp(north(100)))).toBeGreaterThan(0)
    expect(similarity({ ...sought, categoryCode: 'road-damage' }, lamp(north(100), '井盖松动'))).toBe(0)
  })

  it('is not similar beyond 500 metres, however alike', () => {
    expect(similarity(sought, lamp(north(490)))).toBeGreaterThan(0)
    expect(similarity(sought, lamp(north(510), sought.text))).toBe(0)
  })
})

it('counts words alone only when they are very much alike', () => {
  const nowhere = { ...sought, place: null }
  expect(similarity(nowhere, lamp(null, '文明路口路灯坏了好几天了'))).toBeGreaterThan(0)
  expect(similarity(nowhere, lamp(null, '路灯不亮'))).toBe(0)
})

it('puts the nearest and most alike first, and no more than five', () => {
  const candidates = [400, 300, 200, 100, 50, 10].map((metres) => ({ ...lamp(north(metres)), metres }))
  expect(rankSimilar(sought, candidates).map(({ metres }) => metres)).toEqual([10, 50, 100, 200, 300])
})
