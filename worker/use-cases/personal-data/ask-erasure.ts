import type { ErasureAnswer, ErasureRequest } from '../../../shared/contract/personal-data.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import { ENDED_STATES, type State } from '../../../shared/domain/report-state.ts'
import type { Context } from '../../context.ts'
import { eraseContact, requestErasure } from '../../repository/personal-data.ts'
import { runBatch } from '../../repository/query.ts'
import { auditEntry } from '../audit/record.ts'
import { anonymiseReports } from './anonymise.ts'
import { loadOwnReport } from './own-report.ts'

/** Nothing more is to come: its words can go at once. */
export function isOver(state: State): boolean {
  return (ENDED_STATES as readonly State[]).includes(state)
}

/**
 * Erases what a reporter wants erased: the contact at once; everything else at once when the report is over, otherwise
 * as soon as it is. Asking again changes nothing.
 *
 * @throws AppError as `loadOwnReport`; `NOT_ALLOWED` for a deputy's snapshot, which is the work of an office
 */
export async function askErasure(
  ctx: Context,
  typed: string,
  { scope }: ErasureRequest,
): Promise<ErasureAnswer> {
  const { record, reader } = await loadOwnReport(ctx, typed, () => [])
  const { number, channel, state, anonymisedAt } = record.facts
  if (channel === 'snapshot') throw new AppError('NOT_ALLOWED')
  if (anonymisedAt !== null) return { contact: 'erased', words: 'erased' }
  const detail = { scope }
  await runBatch(ctx.db, [
    eraseContact(ctx.db, number),
    ...(scope === 'all' ? [requestErasure(ctx.db, number, ctx.now())] : []),
    auditEntry(ctx, reader, 'personal-data.erasure-asked', { subject: `report:${number}`, detail }),
  ])
  if (scope === 'contact') return { contact: 'erased', words: 'kept' }
  const done = isOver(state) ? await anonymiseReports(ctx, [number], 'asked') : []
  return { contact: 'erased', words: done.length > 0 ? 'erased' : 'waiting' }
}
