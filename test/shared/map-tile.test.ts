import { describe, expect, it } from 'vitest'
import { isTileWithin, placeAmongTiles, tileMetres, type Bounds } from '../../shared/domain/map-tile.ts'

const GUANGZHOU: Bounds = [22.4, 112.8, 24.1, 114.2]

describe('pieces of a map', () => {
  it('are numbered as every provider of Web Mercator numbers them', () => {
    // The corners of the world, and Canton Tower, computed by hand from the definition.
    expect(placeAmongTiles({ lat: 0, lng: 0 }, 1)).toEqual({ x: 1, y: 1 })
    expect(placeAmongTiles({ lat: 85.0511287798, lng: -180 }, 0).y).toBeCloseTo(0, 6)
    const tower = placeAmongTiles({ lat: 23.1064, lng: 113.3245 }, 16)
    expect([Math.floor(tower.x), Math.floor(tower.y)]).toEqual([53398, 28442])
  })

  it('are as wide as the earth allows', () => {
    expect(tileMetres(0, 0)).toBeCloseTo(40_075_017, 0)
    expect(tileMetres(60, 1)).toBeCloseTo(40_075_017 / 4, 0)
  })

  it('are offered within the city and its zooms only', () => {
    expect(isTileWithin({ z: 16, x: 53398, y: 28442 }, GUANGZHOU)).toBe(true)
    expect(isTileWithin({ z: 16, x: 53969, y: 24842 }, GUANGZHOU)).toBe(false)
    expect(isTileWithin({ z: 7, x: 104, y: 55 }, GUANGZHOU)).toBe(false)
    expect(isTileWithin({ z: 19, x: 427189, y: 227416 }, GUANGZHOU)).toBe(false)
  })
})
