import type { JoinAnswer } from '../../../shared/contract/report-join.ts'
import type { Actor } from '../../../shared/domain/actor.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import { parseReportNumber } from '../../../shared/domain/receipt.ts'
import type { Switch } from '../../../shared/domain/switches.ts'
import type { Context } from '../../context.ts'
import { runBatch } from '../../repository/query.ts'
import {
  addJoin,
  countJoins,
  joinableReport,
  removeJoin,
  type Joinable,
} from '../../repository/report-joins.ts'
import { countAtGate, openGate, passGate } from '../limit/gate.ts'
import { switchedOff } from '../../repository/switches.ts'
import { requireOn } from '../switch/require-on.ts'
import { withActor } from '../session/with-actor.ts'

interface Joiner {
  off: ReadonlySet<Switch>
  report: Joinable
  accountId: string
}

/** A report that the caller may not know of answers like an unknown number; one that they know must be public. */
async function loadJoiner(ctx: Context, typed: string): Promise<Joiner> {
  const gate = await openGate(ctx, 'act', {})
  const { actor, answers } = await withActor(ctx, [
    joinableReport(ctx.db, parseReportNumber(typed) ?? '', {
      tokenHash: ctx.credentials.tokenHash,
      provenNumber: null,
      now: ctx.now(),
    }),
    switchedOff(ctx.db),
    ...countAtGate(ctx, gate),
  ])
  const [report, off, , counted] = answers
  await passGate(ctx, gate, counted)
  if (!report) throw new AppError('NOT_FOUND')
  if (!report.isPublic) throw new AppError('NOT_ALLOWED')
  return { report, off, accountId: accountOf(actor) }
}

function accountOf({ id }: Actor): string {
  if (id === null) throw new AppError('UNAUTHENTICATED')
  return id
}

/**
 * Counts the caller among those who have met what a public report tells of; they are told how it ends. A second time
 * changes nothing, and nor does the reporter, who counts already.
 *
 * @throws AppError `NOT_FOUND`, `NOT_ALLOWED` for a report that is not public, `ILLEGAL_TRANSITION` for one that is over,
 *   `SWITCHED_OFF`
 */
export async function joinReport(ctx: Context, typed: string): Promise<JoinAnswer> {
  const { report, off, accountId } = await loadJoiner(ctx, typed)
  requireOn(off, 'joins')
  if (!report.isOpen) throw new AppError('ILLEGAL_TRANSITION')
  const isReporter = report.reporterId === accountId
  if (!isReporter) await runBatch(ctx.db, [addJoin(ctx.db, report.id, accountId, ctx.now())])
  const [joins] = await runBatch(ctx.db, [countJoins(ctx.db, report.id)])
  return { joins, joined: !isReporter }
}

/**
 * Takes the caller out again, also when the report is over.
 *
 * @throws AppError `NOT_FOUND`, `NOT_ALLOWED` for a report that is not public
 */
export async function leaveReport(ctx: Context, typed: string): Promise<JoinAnswer> {
  const { report, accountId } = await loadJoiner(ctx, typed)
  const [, joins] = await runBatch(ctx.db, [
    removeJoin(ctx.db, report.id, accountId),
    countJoins(ctx.db, report.id),
  ])
  return { joins, joined: false }
}
