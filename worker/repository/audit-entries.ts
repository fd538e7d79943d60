import type { AuditFacts } from '../../shared/domain/audit.ts'
import { many, maybeOne, write, type Database, type Query, type Row } from './query.ts'

/** An entry as its row holds it; without hashes as long as it is not in the chain. */
export interface AuditRecord extends AuditFacts {
  prevHash: string | null
  hash: string | null
}

/** What a list of entries is narrowed to. Times in milliseconds. */
export interface AuditFilter {
  actor: string | null
  action: string | null
  subject: string | null
  from: number | null
  to: number | null
}

function readEntry(row: Row): AuditRecord {
  return {
    seq: row.seq as number,
    id: row.id as string,
    at: row.at as number,
    actorId: row.actor_id as string | null,
    actorRole: row.actor_role as string,
    actorName: row.actor_name as string,
    address: row.address as string | null,
    device: row.device as string | null,
    action: row.action as string,
    subject: row.subject as string,
    detail: row.detail as string,
    prevHash: row.prev_hash as string | null,
    hash: row.hash as string | null,
  }
}

/**
 * Writes an entry at the end of the log.
 *
 * @param onlyIfWritten the entry tells of the statement right before it in the batch, and is written only when that
 *   one has written something: a change that came too late is not told
 */
export function appendAuditEntry(
  db: Database,
  entry: Omit<AuditFacts, 'seq'>,
  onlyIfWritten: boolean,
): Query<void> {
  const statement = db
    .prepare(
      `INSERT INTO audit_entry
         (seq, id, at, actor_id, actor_role, actor_name, address, device, action, subject, detail)
       SELECT coalesce((SELECT max(seq) FROM audit_entry), 0) + 1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10
       ${onlyIfWritten ? 'WHERE changes() > 0' : ''}`,
    )
    .bind(
      entry.id,
      entry.at,
      entry.actorId,
      entry.actorRole,
      entry.actorName,
      entry.address,
      entry.device,
      entry.action,
      entry.subject,
      entry.detail,
    )
  return write(statement)
}

const FILTER = `(?1 IS NULL OR actor_id = ?1) AND (?2 IS NULL OR action = ?2) AND (?3 IS NULL OR subject = ?3)
  AND (?4 IS NULL OR at >= ?4) AND (?5 IS NULL OR at < ?5)`

function filterValues({ actor, action, subject, from, to }: AuditFilter) {
  return [actor, action, subject, from, to]
}

/** The statement of a page, latest first, before number `before`, and what is bound to it. */
export function auditPage(
  filter: AuditFilter,
  { before, limit }: { before: number; limit: number },
): { sql: string; values: unknown[] } {
  return {
    sql: `SELECT * FROM audit_entry WHERE ${FILTER} AND seq < ?6 ORDER BY seq DESC LIMIT ?7`,
    values: [...filterValues(filter), before, limit],
  }
}

/** A page of entries, latest first, before number `before`. */
export function auditEntriesBefore(
  db: Database,
  filter: AuditFilter,
  page: { before: number; limit: number },
): Query<AuditRecord[]> {
  const { sql, values } = auditPage(filter, page)
  return many(db.prepare(sql).bind(...values), readEntry)
}

/** A page of entries, oldest first, after number `after`. */
export function auditEntriesAfter(
  db: Database,
  filter: AuditFilter,
  page: { after: number; limit: number },
): Query<AuditRecord[]> {
  const sql = `SELECT * FROM audit_entry WHERE ${FILTER} AND seq > ?6 ORDER BY seq LIMIT ?7`
  return many(db.prepare(sql).bind(...filterValues(filter), page.after, page.limit), readEntry)
}

/** The first entries that are not in the chain yet, in order. */
export function unchainedEntries(db: Database, limit: number): Query<AuditRecord[]> {
  const sql = 'SELECT * FROM audit_entry WHERE hash IS NULL ORDER BY seq LIMIT ?1'
  return many(db.prepare(sql).bind(limit), readEntry)
}

/** The last entry of the chain; null before the first. */
export function auditHeadEntry(db: Database): Query<{ seq: number; hash: string; at: number } | null> {
  // The unchained ones are at the end: the first of them, if any, says where the chain ends.
  const statement = db.prepare(
    `SELECT seq, hash, at FROM audit_entry
     WHERE seq = coalesce((SELECT min(seq) FROM audit_entry WHERE hash IS NULL) - 1, (SELECT max(seq) FROM audit_entry))`,
  )
  return maybeOne(statement, (row) => ({
    seq: row.seq as number,
    hash: row.hash as string,
    at: row.at as number,
  }))
}

/** Puts an entry into the chain, unless somebody else has done so. */
export function chainEntry(
  db: Database,
  entry: { seq: number; prevHash: string; hash: string },
): Query<void> {
  const sql = 'UPDATE audit_entry SET prev_hash = ?2, hash = ?3 WHERE seq = ?1 AND hash IS NULL'
  return write(db.prepare(sql).bind(entry.seq, entry.prevHash, entry.hash))
}
