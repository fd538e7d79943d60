import type {
  AuditEntry,
  AuditExportQuery,
  AuditList,
  AuditListQuery,
} from '../../../shared/contract/audit.ts'
import type { Context } from '../../context.ts'
import {
  auditEntriesBefore,
  unchainedEntries,
  type AuditFilter,
  type AuditRecord,
} from '../../repository/audit-entries.ts'
import { auditNames } from '../../repository/audit-names.ts'
import { runBatch } from '../../repository/query.ts'
import { cutPage, decodeCursor, encodeCursor } from '../page-cursor.ts'
import { withActor } from '../session/with-actor.ts'
import { sealAuditLog } from './seal.ts'

/** The repository's filter of a query's. */
export function auditFilterOf({ actor, action, subject, from, to }: AuditExportQuery): AuditFilter {
  const moment = (iso: string | undefined) => (iso === undefined ? null : Date.parse(iso))
  return {
    actor: actor || null,
    action: action ?? null,
    subject: subject || null,
    from: moment(from),
    to: moment(to),
  }
}

/** An entry as administrators read it. */
export function entryShown(record: AuditRecord): AuditEntry {
  const { seq, id, at, actorId, actorRole, actorName, address, device, action, subject } = record
  return {
    seq,
    id,
    at: new Date(at).toISOString(),
    actor: { id: actorId, role: actorRole, name: actorName },
    address,
    device,
    action: action as AuditEntry['action'],
    subject,
    detail: JSON.parse(record.detail) as AuditEntry['detail'],
    prevHash: record.prevHash ?? '',
    hash: record.hash ?? '',
  }
}

/**
 * A page of the audit log, latest first, every entry with its place in the chain, and by name what they speak of.
 *
 * @throws AppError as `withActor`
 */
export async function listAudit(ctx: Context, query: AuditListQuery): Promise<AuditList> {
  const [before] =
    query.cursor === undefined ? [Number.MAX_SAFE_INTEGER] : decodeCursor(query.cursor, ['number'])
  const filter = auditFilterOf(query)
  const asked = { before, limit: query.limit + 1 }
  const page = auditEntriesBefore(ctx.db, filter, asked)
  const named = auditNames(ctx.db, filter, asked, ctx.locale)
  const { answers } = await withActor(ctx, [page, named, unchainedEntries(ctx.db, 1)])
  let [rows, names] = answers
  if (answers[2].length > 0) {
    await sealAuditLog(ctx)
    ;[rows, names] = await runBatch(ctx.db, [page, named])
  }
  const cut = cutPage(rows, query.limit)
  const nextCursor = cut.last && encodeCursor([cut.last.seq])
  return { items: cut.page.map(entryShown), nextCursor, names }
}
