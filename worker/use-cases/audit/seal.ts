import { AUDIT_BEGINNING, auditText } from '../../../shared/domain/audit.ts'
import type { Context } from '../../context.ts'
import {
  auditHeadEntry,
  chainEntry,
  unchainedEntries,
  type AuditRecord,
} from '../../repository/audit-entries.ts'
import { runBatch } from '../../repository/query.ts'

type SealContext = Pick<Context, 'db' | 'secrets'>

/** Entries a transaction, and transactions a run. */
const PIECE = 200
const MOST_PIECES = 50

async function linksOf(ctx: SealContext, head: string, entries: readonly AuditRecord[]) {
  const links: { seq: number; prevHash: string; hash: string }[] = []
  let prevHash = head
  for (const entry of entries) {
    const hash = await ctx.secrets.sha256(auditText(entry, prevHash))
    links.push({ seq: entry.seq, prevHash, hash })
    prevHash = hash
  }
  return links
}

/**
 * Puts the entries that have come since into the chain. Two at once compute the same links, and the second writes
 * nothing; what is left when it ends, the next run takes.
 */
export async function sealAuditLog(ctx: SealContext): Promise<void> {
  for (let piece = 0; piece < MOST_PIECES; piece += 1) {
    const [head, entries] = await runBatch(ctx.db, [auditHeadEntry(ctx.db), unchainedEntries(ctx.db, PIECE)])
    if (entries.length === 0) return
    const links = await linksOf(ctx, head?.hash ?? AUDIT_BEGINNING, entries)
    await runBatch(
      ctx.db,
      links.map((link) => chainEntry(ctx.db, link)),
    )
  }
}
