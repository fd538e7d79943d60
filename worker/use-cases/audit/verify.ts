import type { AuditHead } from '../../../shared/contract/audit.ts'
import { AUDIT_BEGINNING, auditText } from '../../../shared/domain/audit.ts'
import type { Context } from '../../context.ts'
import { auditEntriesAfter, type AuditFilter, type AuditRecord } from '../../repository/audit-entries.ts'
import { runBatch } from '../../repository/query.ts'

/** What can be wrong with an entry: missing before it, its link, its content, or what was kept elsewhere of it. */
export type AuditFault = 'number' | 'link' | 'hash' | 'head'

type Tell = (deviation: { seq: number; fault: AuditFault }) => void

const PIECE = 500
const EVERYTHING: AuditFilter = { actor: null, action: null, subject: null, from: null, to: null }

async function faultsOf(
  secrets: Pick<Context['secrets'], 'sha256'>,
  last: { seq: number; hash: string },
  entry: AuditRecord,
): Promise<AuditFault[]> {
  const prevHash = entry.prevHash ?? ''
  return [
    ...(entry.seq === last.seq + 1 ? [] : ['number' as const]),
    ...(prevHash === last.hash ? [] : ['link' as const]),
    ...((await secrets.sha256(auditText(entry, prevHash))) === entry.hash ? [] : ['hash' as const]),
  ]
}

/**
 * Walks the audit log from its first entry and tells all that is not as it was written. Entries that are not in the
 * chain yet, because they were written a moment ago, are counted and no fault.
 *
 * @param heads what was kept of the chain outside the database; a log that was written anew is found by them
 */
export async function verifyAudit(
  ctx: { db: Context['db']; secrets: Pick<Context['secrets'], 'sha256'> },
  heads: readonly Pick<AuditHead, 'seq' | 'hash'>[],
  tell: Tell,
): Promise<{ entries: number; unchained: number; deviations: number }> {
  const kept = new Map(heads.map(({ seq, hash }) => [seq, hash]))
  const total = { entries: 0, unchained: 0, deviations: 0 }
  const count: Tell = (deviation) => {
    total.deviations += 1
    tell(deviation)
  }
  let last = { seq: 0, hash: AUDIT_BEGINNING }
  for (;;) {
    const page = { after: last.seq, limit: PIECE }
    const [entries] = await runBatch(ctx.db, [auditEntriesAfter(ctx.db, EVERYTHING, page)])
    for (const entry of entries) {
      total.entries += 1
      if (entry.hash === null) {
        total.unchained += 1
        last = { seq: entry.seq, hash: '' }
        continue
      }
      for (const fault of await faultsOf(ctx.secrets, last, entry)) count({ seq: entry.seq, fault })
      if (kept.has(entry.seq) && kept.get(entry.seq) !== entry.hash) count({ seq: entry.seq, fault: 'head' })
      kept.delete(entry.seq)
      last = { seq: entry.seq, hash: entry.hash }
    }
    if (entries.length < PIECE) break
  }
  // An entry that was kept elsewhere and is not there any more.
  for (const seq of kept.keys()) count({ seq, fault: 'head' })
  return total
}
