import type { DutyChange, DutyQuery, DutyRoster } from '../../../shared/contract/duty.ts'
import { AppError, type FieldProblem } from '../../../shared/domain/errors.ts'
import { parseCode } from '../../../shared/domain/receipt.ts'
import { cityDate } from '../../../shared/domain/working-days.ts'
import type { Context } from '../../context.ts'
import { dutyOfStation, setDuty, type DutyDay } from '../../repository/deputy-duty.ts'
import { runBatch } from '../../repository/query.ts'
import { deputiesOfStation } from '../../repository/stations.ts'
import { auditEntry } from '../audit/record.ts'
import { withActor } from '../session/with-actor.ts'
import { ownStation, stationQuery } from './own-station.ts'

const DAY_MS = 86_400_000
const DAYS = 14
/** So far ahead somebody may plan. */
const MOST_AHEAD_MS = 180 * DAY_MS

const dayAfter = (date: string, days: number) =>
  new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10)

/** The Monday of the week that a day lies in; weeks begin where most calendars here begin them. */
function mondayOf(date: string): string {
  const weekday = new Date(Date.parse(date)).getUTCDay()
  return dayAfter(date, -((weekday + 6) % 7))
}

function isDate(date: string): boolean {
  const at = Date.parse(date)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date)
}

/** What is past stays as it was; nobody plans for years. */
function dateProblem(date: string, now: number): FieldProblem | null {
  if (!isDate(date) || date > cityDate(now + MOST_AHEAD_MS)) return 'malformed'
  return date < cityDate(now) ? 'in_the_past' : null
}

function rosterOf(from: string, duty: readonly DutyDay[]): DutyRoster {
  const days = Array.from({ length: DAYS }, (_, index) => {
    const date = dayAfter(from, index)
    return { date, deputyIds: duty.filter((one) => one.date === date).map(({ deputyId }) => deputyId) }
  })
  return { from, days }
}

const keyOf = (typed: string) => (/^\d{4}$/.test(typed) ? typed : (parseCode(typed) ?? ''))

/**
 * Two weeks of a station's deputies on duty.
 *
 * @throws AppError as `withActor` and `ownStation`; `VALIDATION_FAILED` for a day that no calendar has
 */
export async function readDuty(ctx: Context, typed: string, query: DutyQuery): Promise<DutyRoster> {
  const { from: asked = cityDate(ctx.now()) } = query
  const from = isDate(asked) ? mondayOf(asked) : ''
  const { actor, answers } = await withActor(ctx, [
    stationQuery(ctx, typed),
    dutyOfStation(ctx.db, keyOf(typed), from, from && dayAfter(from, DAYS - 1)),
  ])
  ownStation(answers[0], actor)
  if (!from) throw new AppError('VALIDATION_FAILED', { fields: { from: { problem: 'malformed' } } })
  return rosterOf(from, answers[1])
}

/**
 * Says who is on duty on a day, and answers the two weeks from its Monday on. What is past stays as it was.
 *
 * @throws AppError as `withActor` and `ownStation`; `VALIDATION_FAILED` for a day that is past or too far ahead, and for
 *   who is no deputy of the station
 */
export async function changeDuty(ctx: Context, typed: string, change: DutyChange): Promise<DutyRoster> {
  const { date, deputyIds } = change
  const { actor, answers } = await withActor(ctx, [
    stationQuery(ctx, typed),
    deputiesOfStation(ctx.db, keyOf(typed), ctx.locale),
  ])
  const { number } = ownStation(answers[0], actor)
  const problem = dateProblem(date, ctx.now())
  if (problem) throw new AppError('VALIDATION_FAILED', { fields: { date: { problem } } })
  const own = new Set(answers[1].map(({ id }) => id))
  if (!deputyIds.every((id) => own.has(id))) {
    throw new AppError('VALIDATION_FAILED', { fields: { deputyIds: { problem: 'unknown' } } })
  }
  const from = mondayOf(date)
  const written = await runBatch(ctx.db, [
    ...setDuty(ctx.db, number, date, deputyIds),
    auditEntry(ctx, actor, 'station.duty-changed', {
      subject: `station:${number}`,
      detail: { date, deputies: deputyIds.join(' ') },
    }),
    dutyOfStation(ctx.db, number, from, dayAfter(from, DAYS - 1)),
  ])
  return rosterOf(from, written.at(-1) as DutyDay[])
}
