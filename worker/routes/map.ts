import { Hono } from 'hono'
import { mapTile } from '../../shared/contract/map.ts'
import { AppError } from '../../shared/domain/errors.ts'
import type { AppEnv } from '../middleware/context.ts'
import { readTile } from '../use-cases/map/read-tile.ts'

/** `/api/v1/map`: the city's map in pieces, from its provider. */
export const map = new Hono<AppEnv>()

const A_WEEK = 7 * 24 * 60 * 60

map.get('/:z/:x/:y', async (c) => {
  const asked = mapTile.safeParse(c.req.param())
  if (!asked.success) throw new AppError('NOT_FOUND')
  const { bytes, type } = await readTile(c.get('ctx'), asked.data)
  return c.body(bytes.slice().buffer, 200, {
    'Content-Type': type,
    'Cache-Control': `public, max-age=${A_WEEK}`,
  })
})
