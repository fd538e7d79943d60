import { env } from 'cloudflare:test'
import { describe, expect, it } from 'vitest'
import type { Health } from '../../shared/contract/health.ts'
import { mapTiles } from '../../worker/adapters/map-tiles.ts'
import { configFrom, type Env } from '../../worker/env.ts'
import { readTile } from '../../worker/use-cases/map/read-tile.ts'
import { api } from '../support/api.ts'
import { contextAt } from '../support/at-moment.ts'

const HERE = { z: 16, x: 53398, y: 28427 }
const TEMPLATE = 'https://tiles.example/{z}/{x}/{y}.png?key=secret'
const configOf = (part: object) => configFrom({ ...env, ...part } as unknown as Env).map
const PNG = { headers: { 'Content-Type': 'image/png' } }

/** A provider that answers so, and what it was asked for. */
function provider(answer: () => Promise<Response>) {
  const asked: string[] = []
  const fetch = (url: string) => {
    asked.push(url)
    return answer()
  }
  return { asked, tiles: mapTiles(TEMPLATE, { fetch }) }
}

describe('a city with a map', () => {
  async function cityWith(answer: () => Promise<Response>) {
    const { asked, tiles } = provider(answer)
    const ctx = await contextAt({}, Date.now())
    return {
      asked,
      ctx: { ...ctx, tiles, config: { ...ctx.config, map: configOf({ MAP_TILES_URL: TEMPLATE }) } },
    }
  }

  it('fetches a piece from its provider, whose key nobody sees', async () => {
    const { asked, ctx } = await cityWith(async () => new Response('piece', PNG))
    const { bytes, type } = await readTile(ctx, HERE)
    expect([new TextDecoder().decode(bytes), type]).toEqual(['piece', 'image/png'])
    expect(asked).toEqual(['https://tiles.example/16/53398/28427.png?key=secret'])
  })

  it('asks for nothing outside of it', async () => {
    const { asked, ctx } = await cityWith(async () => new Response('piece', PNG))
    await expect(readTile(ctx, { z: 16, x: 1, y: 1 })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(asked).toEqual([])
  })

  it.each([
    ['a page', async () => new Response('<script>', { headers: { 'Content-Type': 'text/html' } })],
    ['an error', async () => new Response('', { ...PNG, status: 500 })],
    ['far too much', async () => new Response(new Uint8Array(600_000), PNG)],
    ['nothing', () => Promise.reject(new Error('no route'))],
  ])('does without where the provider sends %s', async (_, answer) => {
    const { ctx } = await cityWith(answer)
    await expect(readTile(ctx, HERE)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('a city without a map', () => {
  it('says so, and has no pieces', async () => {
    expect(((await (await api('/health')).json()) as Health).map).toBeNull()
    expect((await api('/map/16/53398/28427')).status).toBe(404)
    expect((await api('/map/16/here/there')).status).toBe(404)
  })
})

it('a wrong setting fails at once', () => {
  expect(configOf({ MAP_TILES_URL: TEMPLATE, MAP_ATTRIBUTION: '© 测绘院' })).toMatchObject({
    attribution: '© 测绘院',
    bounds: [22.4, 112.8, 24.1, 114.2],
  })
  expect(() => configOf({ MAP_TILES_URL: 'http://tiles.example/{z}/{x}/{y}' })).toThrow('MAP_TILES_URL')
  expect(() => configOf({ MAP_TILES_URL: 'https://tiles.example/{z}/{x}' })).toThrow('MAP_TILES_URL')
  expect(() => configOf({ MAP_TILES_URL: TEMPLATE, MAP_BOUNDS: 'north' })).toThrow('MAP_BOUNDS')
})
