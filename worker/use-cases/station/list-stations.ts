import type { StationList, StationListQuery } from '../../../shared/contract/station.ts'
import type { Context } from '../../context.ts'
import { runBatch } from '../../repository/query.ts'
import { stationsByDistance, stationsByNumber, type StationFilter } from '../../repository/stations.ts'
import { cutPage, decodeCursor, encodeCursor } from '../page-cursor.ts'
import { stationShown } from './station-shown.ts'

const MICRO = 1e6
/** Metres that a micro-degree of latitude is long. */
const METRES = 0.111195

function filterOf(query: StationListQuery): StationFilter {
  return { text: query.q ?? null, districtCode: query.district ?? null }
}

async function listByNumber(ctx: Context, query: StationListQuery): Promise<StationList> {
  const [afterNumber] = query.cursor === undefined ? [''] : decodeCursor(query.cursor, ['string'])
  const page = { afterNumber, limit: query.limit + 1 }
  const [rows] = await runBatch(ctx.db, [stationsByNumber(ctx.db, filterOf(query), page, ctx.locale)])
  const { page: shown, last } = cutPage(rows, query.limit)
  return { items: shown.map(stationShown), nextCursor: last && encodeCursor([last.number]) }
}

async function listByDistance(
  ctx: Context,
  query: StationListQuery,
  near: { lat: number; lng: number },
): Promise<StationList> {
  const [remoteness, number] =
    query.cursor === undefined ? [-1, ''] : decodeCursor(query.cursor, ['number', 'string'])
  const centre = { latE6: Math.round(near.lat * MICRO), lngE6: Math.round(near.lng * MICRO) }
  const page = { after: { remoteness, number }, limit: query.limit + 1 }
  const [rows] = await runBatch(ctx.db, [
    stationsByDistance(ctx.db, filterOf(query), centre, page, ctx.locale),
  ])
  const { page: shown, last } = cutPage(rows, query.limit)
  return {
    items: shown.map((row) => ({
      ...stationShown(row),
      distance: Math.round(Math.sqrt(row.remoteness) * METRES),
    })),
    nextCursor: last && encodeCursor([last.remoteness, last.number]),
  }
}

/** A page of stations: in order of number, or from the nearest on with their distance in metres. */
export async function listStations(ctx: Context, query: StationListQuery): Promise<StationList> {
  return query.near ? listByDistance(ctx, query, query.near) : listByNumber(ctx, query)
}
