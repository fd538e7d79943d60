import { write, type Database, type Query } from './query.ts'
import { SESSION_COLUMNS, sessionValues, SESSION_VALUES, type SessionRow } from './sessions.ts'

/** Makes a device that is nobody's yet the device of a person known by WeChat, unless they have an account. */
export function bindWechat(db: Database, hash: string, tokenHash: string | null, now: number): Query<void> {
  const statement = db
    .prepare(
      `UPDATE account SET wechat_hash = ?1
       WHERE role = 'resident' AND wechat_hash IS NULL AND disabled_at IS NULL
         AND id = (SELECT account_id FROM session WHERE token_hash = ?2 AND expires_at > ?3)
         AND NOT EXISTS (SELECT 1 FROM account WHERE wechat_hash = ?1)`,
    )
    .bind(hash, tokenHash ?? '', now)
  return write(statement)
}

/** A resident's account for a person known by WeChat who has none. */
export function insertWechatResident(
  db: Database,
  { id, createdAt, hash }: { id: string; createdAt: number; hash: string },
): Query<void> {
  const sql = `INSERT INTO account (id, role, created_at, wechat_hash) SELECT ?1, 'resident', ?2, ?3
    WHERE NOT EXISTS (SELECT 1 FROM account WHERE wechat_hash = ?3)`
  return write(db.prepare(sql).bind(id, createdAt, hash))
}

/** Opens a session of the account of a person known by WeChat; answers whether it was opened. */
export function openWechatSession(db: Database, session: SessionRow, hash: string): Query<boolean> {
  const statement = db
    .prepare(
      `INSERT INTO session (${SESSION_COLUMNS})
       SELECT ${SESSION_VALUES.replace('?3', 'account.id')} FROM account
       WHERE wechat_hash = ?8 AND disabled_at IS NULL AND ?3 IS NOT NULL RETURNING id`,
    )
    .bind(...sessionValues(session), hash)
  return { statement, read: (rows) => rows.length === 1 }
}
