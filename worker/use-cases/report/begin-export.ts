import type * as z from 'zod/mini'
import type { ExportBegun, exportRequest } from '../../../shared/contract/report-lists.ts'
import type { Context } from '../../context.ts'
import { runBatch } from '../../repository/query.ts'
import { countsOfSession } from '../../repository/report-counts.ts'
import { auditEntry } from '../audit/record.ts'
import { withActor } from '../session/with-actor.ts'
import { issuePass } from './export-pass.ts'
import { filterOf } from './list.ts'
import { iso } from './present-time.ts'

/**
 * Begins to take a list out. That it is taken out is written down first: without this, no piece is given. What was
 * searched for is not written down, for it may be somebody's name; that something was searched for is.
 */
export async function beginExport(
  ctx: Context,
  { scope, ...conditions }: z.output<typeof exportRequest>,
): Promise<ExportBegun> {
  const session = { tokenHash: ctx.credentials.tokenHash ?? '', now: ctx.now() }
  const list = { scope, filter: filterOf(ctx, conditions), cap: Number.MAX_SAFE_INTEGER }
  const { actor, answers } = await withActor(ctx, countsOfSession(ctx.db, session, list))
  const total = answers.reduce((sum, [n = 0]) => sum + n, 0)
  const { q, ...rest } = conditions
  const detail = { scope, ...rest, ...(q && { searched: true }), total }
  await runBatch(ctx.db, [auditEntry(ctx, actor, 'report.exported', { subject: 'reports', detail })])
  const { pass, expiresAt } = await issuePass(ctx, { accountId: actor.id ?? '', scope, conditions })
  return { export: pass, total, expiresAt: iso(expiresAt) }
}
