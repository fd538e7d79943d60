import type { AuditExportQuery } from '../../../shared/contract/audit.ts'
import type { Context } from '../../context.ts'
import { auditEntriesAfter, type AuditFilter } from '../../repository/audit-entries.ts'
import { runBatch } from '../../repository/query.ts'
import { csvStream } from '../csv.ts'
import { withActor } from '../session/with-actor.ts'
import { auditFilterOf, entryShown } from './list.ts'
import { auditEntry } from './record.ts'
import { sealAuditLog } from './seal.ts'

const PIECE = 1000
const COLUMNS = [
  'seq',
  'id',
  'at',
  'actor_id',
  'actor_role',
  'actor_name',
  'address',
  'device',
  'action',
  'subject',
  'detail',
  'prev_hash',
  'hash',
] as const

async function* rowsOf(ctx: Context, filter: AuditFilter) {
  for (let after = 0; ;) {
    const [records] = await runBatch(ctx.db, [auditEntriesAfter(ctx.db, filter, { after, limit: PIECE })])
    yield records.map((record) => {
      const { seq, at, actor, address, device, action, subject, prevHash, hash } = entryShown(record)
      const { id, role, name } = actor
      return [
        seq,
        record.id,
        at,
        id,
        role,
        name,
        address,
        device,
        action,
        subject,
        record.detail,
        prevHash,
        hash,
      ]
    })
    if (records.length < PIECE) return
    after = records.at(-1)?.seq ?? after
  }
}

/**
 * The audit log as CSV, oldest first. That it was taken out is written down first.
 *
 * @throws AppError as `withActor`
 */
export async function exportAudit(
  ctx: Context,
  query: AuditExportQuery,
): Promise<ReadableStream<Uint8Array>> {
  const { actor } = await withActor(ctx, [])
  await runBatch(ctx.db, [
    auditEntry(ctx, actor, 'audit-log.exported', { subject: 'audit-log', detail: query }),
  ])
  await sealAuditLog(ctx)
  return csvStream(COLUMNS, rowsOf(ctx, auditFilterOf(query)))
}
