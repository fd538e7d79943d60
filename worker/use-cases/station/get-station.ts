import type { Station } from '../../../shared/contract/station.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import { parseCode } from '../../../shared/domain/receipt.ts'
import { cityDate } from '../../../shared/domain/working-days.ts'
import type { Context } from '../../context.ts'
import { dutyOfStation } from '../../repository/deputy-duty.ts'
import { runBatch } from '../../repository/query.ts'
import { deputiesOfStation, stationByKey, stationFigures } from '../../repository/stations.ts'
import { stationShown } from './station-shown.ts'

const HOUR_MS = 3_600_000

/**
 * One station with its deputies and its own figures.
 *
 * @param typed the code in a printed link, or the number on the door (`0001`)
 * @throws AppError `STATION_UNKNOWN`; `STATION_REVOKED` for a code that was in force once
 */
export async function getStation(ctx: Context, typed: string): Promise<Station> {
  const key = /^\d{4}$/.test(typed) ? typed : parseCode(typed)
  if (key === null) throw new AppError('STATION_UNKNOWN')
  const today = cityDate(ctx.now())
  const [record, deputies, { medianMs, ...figures }, duty] = await runBatch(ctx.db, [
    stationByKey(ctx.db, key, ctx.locale),
    deputiesOfStation(ctx.db, key, ctx.locale),
    stationFigures(ctx.db, key),
    dutyOfStation(ctx.db, key, today, today),
  ])
  if (!record) throw new AppError('STATION_UNKNOWN')
  if (record.revoked) throw new AppError('STATION_REVOKED')
  const medianHours = medianMs === null ? null : Math.round(medianMs / (HOUR_MS / 10)) / 10
  const onDuty = duty.map(({ deputyId }) => deputyId)
  return {
    ...stationShown(record),
    hours: record.hours,
    deputies,
    onDuty,
    figures: { ...figures, medianHours },
  }
}
