import type { GeoRequest, GeoRequestQuery } from '../../../shared/contract/open311.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import { GEOREPORT_MOST, GEOREPORT_SPAN_MS, statesOf } from '../../../shared/domain/open311.ts'
import { parseReportNumber } from '../../../shared/domain/receipt.ts'
import type { Context } from '../../context.ts'
import { actorByApiKey } from '../../repository/api-keys.ts'
import {
  geoRequestsByNumbers,
  geoRequestsOf,
  type GeoReader,
  type GeoRecord,
} from '../../repository/open311-requests.ts'
import { runBatch, type Query } from '../../repository/query.ts'
import { requestShown } from './request-shown.ts'
import { windowOf } from './window.ts'

/** Who asks. */
export function readerOf(ctx: Context): GeoReader {
  return { locale: ctx.locale, keyHash: ctx.credentials.apiKeyHash ?? null }
}

/**
 * Runs queries for anybody, or for the holder of the key that came along.
 *
 * @throws AppError `API_KEY_INVALID` for a key that opens nothing: whoever sends one believes to read their own
 */
export async function readAsKey<T>(ctx: Context, queries: readonly Query<T[]>[]): Promise<T[]> {
  const { apiKeyHash } = ctx.credentials
  const known = actorByApiKey(ctx.db, apiKeyHash ?? '', ctx.config)
  const [holder, ...found] = await runBatch(ctx.db, [known, ...queries])
  if (apiKeyHash && !holder) throw new AppError('API_KEY_INVALID')
  return (found as T[][]).flat()
}

/** Numbers as people type them, without what cannot be one, no more than an answer may hold. */
export function numbersOf(typed: readonly string[]): string[] {
  const numbers = typed.map((number) => parseReportNumber(number)).filter((number) => number !== null)
  return [...new Set(numbers)].slice(0, GEOREPORT_MOST)
}

function latestFirst(found: readonly GeoRecord[]): GeoRecord[] {
  const byId = new Map(found.map((record) => [record.id, record]))
  return [...byId.values()].sort((a, b) => b.createdAt - a.createdAt || b.id - a.id).slice(0, GEOREPORT_MOST)
}

function queriesOf(ctx: Context, query: GeoRequestQuery): readonly Query<GeoRecord[]>[] {
  // As the specification says: numbers override everything else.
  if (query.service_request_id)
    return [geoRequestsByNumbers(ctx.db, readerOf(ctx), numbersOf(query.service_request_id))]
  const { service_code: services = null, status } = query
  const window = windowOf(query, ctx.now(), GEOREPORT_SPAN_MS)
  const states = status ? [...new Set(status)].flatMap(statesOf) : null
  return geoRequestsOf(ctx.db, readerOf(ctx), { ...window, services, states, most: GEOREPORT_MOST })
}

/**
 * Published reports, and those of the key that asks: by number, or of 90 days at most, latest first, 1,000 at most.
 *
 * @throws AppError `API_KEY_INVALID`, `VALIDATION_FAILED`
 */
export async function listRequests(
  ctx: Context,
  query: GeoRequestQuery,
  origin: string,
): Promise<GeoRequest[]> {
  const found = await readAsKey(ctx, queriesOf(ctx, query))
  return latestFirst(found).map((record) => requestShown(ctx, record, origin))
}

/**
 * One report, as a list of one.
 *
 * @throws AppError `API_KEY_INVALID`, `NOT_FOUND` alike for what there is not and what the caller may not know of
 */
export async function getRequest(ctx: Context, typed: string, origin: string): Promise<GeoRequest[]> {
  const found = await readAsKey(ctx, [geoRequestsByNumbers(ctx.db, readerOf(ctx), numbersOf([typed]))])
  if (found.length === 0) throw new AppError('NOT_FOUND')
  return found.map((record) => requestShown(ctx, record, origin))
}
