import type { Actor } from '../../../shared/domain/actor.ts'
import type { Command } from '../../../shared/domain/report-command.ts'
import type { TimeRules } from '../../../shared/domain/report-deadline.ts'
import { viewOf } from '../../../shared/domain/report-relations.ts'
import { cityDate } from '../../../shared/domain/working-days.ts'
import type { Context } from '../../context.ts'
import { workCalendar } from '../../repository/calendar.ts'
import { allDeadlineLimits } from '../../repository/deadline-limits.ts'
import { answerByKey, type KeptAnswer } from '../../repository/idempotency-keys.ts'
import type { Counted } from '../../repository/limits.ts'
import type { ReportRecord } from '../../repository/report-columns.ts'
import { eventsOfReport, photosOfReport } from '../../repository/report-events.ts'
import { photosByIds } from '../../repository/report-parties.ts'
import { followersOfReport, reportByNumber } from '../../repository/reports.ts'
import { countAtGate, openGate, type Gate } from '../limit/gate.ts'
import { askerOf, guessQueries, readerOf, weighGuess } from '../limit/guess.ts'
import { withActor } from '../session/with-actor.ts'
import type { attachPhotos } from './attach-photos.ts'
import { partiesOf, type Parties } from './parties.ts'
import type { WholeReport } from './present.ts'

/** All that a step of a report is decided by. */
export interface Loaded {
  /** Null when there is none, or none the actor may know of. */
  whole: WholeReport | null
  actor: Actor
  kept: KeptAnswer | null
  parties: Parties
  loosePhotos: Parameters<typeof attachPhotos>[1]
  /** The report that is to lead this one; only for a merge. */
  lead: ReportRecord | null
  /** The reports that follow this one. */
  followers: ReportRecord[]
  rules: TimeRules
  /** How often the caller has acted lately. */
  pace: { gate: Gate; counted: Counted }
}

/** The photos that a command names. */
export function photoIdsOf(command: Command): string[] {
  return 'photoIds' in command ? (command.photoIds ?? []) : []
}

/** The report with everything that a step of it needs, in one call of D1; a wrong query code counts as a guess. */
export async function loadForAction(
  ctx: Context,
  number: string,
  command: Command,
  key: string,
): Promise<Loaded> {
  const now = ctx.now()
  const guess = await weighGuess(ctx, number, `${key} ${number} ${ctx.credentials.queryCode}`)
  const gate = await openGate(ctx, 'act', {}, key)
  const asker = askerOf(ctx, guess)
  const { actor, answers } = await withActor(ctx, [
    reportByNumber(ctx.db, number, ctx.locale, asker),
    eventsOfReport(ctx.db, number, asker),
    photosOfReport(ctx.db, number, asker),
    answerByKey(ctx.db, key),
    ...partiesOf(ctx, command),
    photosByIds(ctx.db, photoIdsOf(command)),
    reportByNumber(ctx.db, command.action === 'merge' ? command.leadNumber : '', ctx.locale, asker),
    followersOfReport(ctx.db, number, ctx.locale),
    workCalendar(ctx.db, cityDate(now)),
    allDeadlineLimits(ctx.db),
    ...countAtGate(ctx, gate, { what: 'new-key', key }),
    ...guessQueries(ctx, guess),
  ])
  const [
    record,
    events,
    photos,
    kept,
    bodies,
    deputy,
    loosePhotos,
    lead,
    followers,
    calendar,
    limits,
    ...gates
  ] = answers
  const [, counted, , , guessed] = gates
  const reader = await readerOf(ctx, guess, guessed, record?.facts ?? null, actor)
  const mayKnow = record !== null && viewOf(record.facts, reader) !== null
  return {
    whole: mayKnow ? { record, events, photos } : null,
    actor: reader,
    kept,
    parties: { bodies, deputy },
    loosePhotos,
    lead,
    followers,
    rules: { now, calendar, limits },
    pace: { gate, counted },
  }
}
