import type { StationScans } from '../../../shared/contract/station-code.ts'
import { parseCode } from '../../../shared/domain/receipt.ts'
import { cityDate } from '../../../shared/domain/working-days.ts'
import type { Context } from '../../context.ts'
import { runBatch } from '../../repository/query.ts'
import { countScan, scansByDay } from '../../repository/station-codes.ts'
import { withActor } from '../session/with-actor.ts'
import { ownStation, stationQuery } from './own-station.ts'

const DAYS = 30
const DAY_MS = 86_400_000

/** Counts a scan; what cannot be a code counts nowhere. */
export async function noteScan({ db, now }: Pick<Context, 'db' | 'now'>, typed: string): Promise<void> {
  const code = parseCode(typed)
  if (code !== null) await runBatch(db, [countScan(db, code, cityDate(now()))])
}

/**
 * Scans of a station's last days beside the reports it received, with or without a scan.
 *
 * @throws AppError as `withActor` and `ownStation`
 */
export async function readScans(ctx: Context, typed: string): Promise<StationScans> {
  const { actor, answers } = await withActor(ctx, [stationQuery(ctx, typed)])
  const { number } = ownStation(answers[0], actor)
  const [days] = await runBatch(ctx.db, [
    scansByDay(ctx.db, number, cityDate(ctx.now() - (DAYS - 1) * DAY_MS)),
  ])
  const sum = (what: 'scans' | 'reports') => days.reduce((total, day) => total + day[what], 0)
  return { scans: sum('scans'), reports: sum('reports'), days }
}
