import type { Actor } from '../../../shared/domain/actor.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import { parseReportNumber } from '../../../shared/domain/receipt.ts'
import { relationsOf, viewOf } from '../../../shared/domain/report-relations.ts'
import type { Context } from '../../context.ts'
import type { Query } from '../../repository/query.ts'
import type { ReportRecord } from '../../repository/report-columns.ts'
import type { Reader } from '../../repository/report-scope.ts'
import { reportByNumber } from '../../repository/reports.ts'
import { askerOf, guessQueries, readerOf, weighGuess } from '../limit/guess.ts'
import { withActor } from '../session/with-actor.ts'

type Answers<Q extends readonly Query<unknown>[]> = {
  [K in keyof Q]: Q[K] extends Query<infer T> ? T : never
}

/**
 * A report for the person who filed it, by session or query code, with whatever else is asked of it.
 *
 * @throws AppError `NOT_FOUND` for a report the caller may not know of, `NOT_ALLOWED` for everyone else who does
 */
export async function loadOwnReport<const Q extends readonly Query<unknown>[]>(
  ctx: Context,
  typed: string,
  queries: (number: string, asker: Reader) => Q,
): Promise<{ record: ReportRecord; reader: Actor; answers: Answers<Q> }> {
  const number = parseReportNumber(typed) ?? ''
  const guess = await weighGuess(ctx, number)
  const asker = askerOf(ctx, guess)
  const [look, count, ...more] = guessQueries(ctx, guess)
  const loaded = await withActor(ctx, [
    reportByNumber(ctx.db, number, ctx.locale, asker),
    look,
    count,
    ...more,
    ...queries(number, asker),
  ] as const)
  const [record, , counted, ...rest] = loaded.answers as unknown as [
    ReportRecord | null,
    void,
    Parameters<typeof readerOf>[2],
    ...unknown[],
  ]
  const reader = await readerOf(ctx, guess, counted, record?.facts ?? null, loaded.actor)
  if (!record || viewOf(record.facts, reader) === null) throw new AppError('NOT_FOUND')
  if (!relationsOf(record.facts, reader, ctx.now()).has('reporter')) throw new AppError('NOT_ALLOWED')
  return { record, reader, answers: rest.slice(more.length) as unknown as Answers<Q> }
}
