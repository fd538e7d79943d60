import type { Actor } from '../../../shared/domain/actor.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import { parseCode } from '../../../shared/domain/receipt.ts'
import type { Context } from '../../context.ts'
import type { Query } from '../../repository/query.ts'
import { stationByKey, type StationRecord } from '../../repository/stations.ts'

type Found = (StationRecord & { revoked: boolean }) | null

/** The station that is meant by its number or a code, also one without a code in force. */
export function stationQuery(ctx: Context, typed: string): Query<Found> {
  const key = /^\d{4}$/.test(typed) ? typed : (parseCode(typed) ?? '')
  return stationByKey(ctx.db, key, ctx.locale)
}

/**
 * The station, for who keeps it: its officers, and administrators.
 *
 * @throws AppError `STATION_UNKNOWN`, `NOT_ALLOWED`
 */
export function ownStation(found: Found, { role, stationNumber }: Actor): StationRecord {
  if (!found) throw new AppError('STATION_UNKNOWN')
  if (role !== 'admin' && found.number !== stationNumber) throw new AppError('NOT_ALLOWED')
  return found
}
