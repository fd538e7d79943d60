import { AppError } from '../../../shared/domain/errors.ts'
import { isTileWithin, type MapTile } from '../../../shared/domain/map-tile.ts'
import type { Context } from '../../context.ts'

/**
 * A piece of the city's map.
 *
 * @throws AppError `NOT_FOUND` in a city without a map, outside of the city, and where the provider has nothing
 */
export async function readTile(ctx: Context, tile: MapTile): Promise<{ bytes: Uint8Array; type: string }> {
  const { map } = ctx.config
  if (!map || !ctx.tiles || !isTileWithin(tile, map.bounds)) throw new AppError('NOT_FOUND')
  const found = await ctx.tiles.read(tile)
  if (!found) throw new AppError('NOT_FOUND')
  return found
}
