import type { StationCode } from '../../../shared/contract/station-code.ts'
import { codeFromBytes } from '../../../shared/domain/receipt.ts'
import type { Context } from '../../context.ts'
import { runBatch } from '../../repository/query.ts'
import { insertCode, revokeCode } from '../../repository/station-codes.ts'
import { auditEntry } from '../audit/record.ts'
import { withActor } from '../session/with-actor.ts'
import { ownStation, stationQuery } from './own-station.ts'

/** Where a printed code leads. */
export function scanLink(origin: string, code: string): string {
  return `${origin}/s/${code}`
}

/**
 * Gives a station a new code: posters with the old one say that they are out of date.
 *
 * @param origin where the app is, `https://city.example`
 * @throws AppError as `withActor` and `ownStation`
 */
export async function renewStationCode(ctx: Context, typed: string, origin: string): Promise<StationCode> {
  const { actor, answers } = await withActor(ctx, [stationQuery(ctx, typed)])
  const { number } = ownStation(answers[0], actor)
  const code = codeFromBytes(ctx.random(8))
  await runBatch(ctx.db, [
    revokeCode(ctx.db, number, ctx.now()),
    insertCode(ctx.db, number, code, ctx.now()),
    auditEntry(ctx, actor, 'station.code-renewed', { subject: `station:${number}` }),
  ])
  return { number, code, link: scanLink(origin, code) }
}

/**
 * Ends a station's code without a new one: for a forged poster, or a station that closes.
 *
 * @throws AppError as `withActor` and `ownStation`
 */
export async function revokeStationCode(ctx: Context, typed: string): Promise<void> {
  const { actor, answers } = await withActor(ctx, [stationQuery(ctx, typed)])
  const { number } = ownStation(answers[0], actor)
  await runBatch(ctx.db, [
    revokeCode(ctx.db, number, ctx.now()),
    auditEntry(ctx, actor, 'station.code-revoked', { subject: `station:${number}` }),
  ])
}
