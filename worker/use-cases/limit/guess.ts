import type { Actor } from '../../../shared/domain/actor.ts'
import { viewOf } from '../../../shared/domain/report-relations.ts'
import type { ReportFacts } from '../../../shared/domain/report-state.ts'
import type { Context } from '../../context.ts'
import type { Counted } from '../../repository/limits.ts'
import type { Reader } from '../../repository/report-scope.ts'
import type { Query } from '../../repository/query.ts'
import { provesReporter } from '../report/prove-reporter.ts'
import { countAtGate, lookAtGate, openGate, passGate, type Gate } from './gate.ts'

/** A number that somebody asks for, with what they show for it. */
export interface Guess {
  number: string
  /** Whether the query code is the number's; null without one. */
  isRight: boolean | null
  gate: Gate
}

/**
 * Looks at a caller's query code before anything is known of the report: the code is derived from the number, so a
 * wrong one is known without the database, and a number that does not exist takes the same way.
 *
 * @param number normalised; '' for what cannot be one, which tells nobody anything and is not counted
 * @param request as for `openGate`
 */
export async function weighGuess(ctx: Context, number: string, request?: string): Promise<Guess> {
  const isRight = ctx.credentials.queryCode === null ? null : await provesReporter(ctx, number)
  // Without a code nothing was guessed of this number, so nothing is held against it.
  const subjects = isRight === null ? {} : { number }
  const gate = await openGate(ctx, 'query-code', subjects, request)
  return { number, isRight, gate: number === '' ? { ...gate, counters: [] } : gate }
}

/** The one who asks, as the database knows them: by session, or by the code of this one report. */
export function askerOf(ctx: Context, { isRight, number }: Guess): Reader {
  return {
    tokenHash: ctx.credentials.tokenHash,
    provenNumber: isRight ? number : null,
    now: ctx.now(),
  }
}

/** To be run with the request's own queries: a wrong code is counted, a right one costs nothing. */
export function guessQueries(
  ctx: Context,
  { gate, isRight, number }: Guess,
): readonly [Query<void>, Query<Counted>, ...Query<void>[]] {
  if (isRight) return lookAtGate(ctx, gate)
  const { tokenHash } = ctx.credentials
  return countAtGate(ctx, gate, isRight === null ? { what: 'unreadable', number, tokenHash } : undefined)
}

/**
 * The actor, as the reporter when their code was right. Who has the right to read without a code is never stopped;
 * everybody else alike, whether the report exists and whether the code is right or not: else the stop would tell.
 *
 * @param facts the report's, null when there is none
 * @throws AppError `PROOF_REQUIRED`, `RATE_LIMITED`
 */
export async function readerOf(
  ctx: Context,
  { gate, isRight, number }: Guess,
  counted: Counted,
  facts: ReportFacts | null,
  actor: Actor,
): Promise<Actor> {
  const view = facts && viewOf(facts, actor)
  const needsNoCode = view === 'staff' || view === 'reporter' || (view === 'public' && isRight === null)
  if (!needsNoCode) await passGate(ctx, gate, counted)
  return isRight ? { ...actor, reporterOf: number } : actor
}
