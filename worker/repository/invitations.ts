import type { Locale } from '../../shared/domain/locale.ts'
import { readWithProof, withProofColumns, WITH_PROOF, type AccountWithProof } from './accounts.ts'
import { maybeOne, write, type Database, type Query } from './query.ts'

/** A link as it is stored. Times in milliseconds. */
export interface InvitationRow {
  accountId: string
  tokenHash: string
  createdAt: number
  expiresAt: number
}

/** Invites the owner of an account, in the place of any invitation before. */
export function saveInvitation(db: Database, invitation: InvitationRow): Query<void> {
  const { accountId, tokenHash, createdAt, expiresAt } = invitation
  const sql = `INSERT INTO invitation (account_id, token_hash, created_at, expires_at) VALUES (?1, ?2, ?3, ?4)
    ON CONFLICT (account_id) DO UPDATE SET
      token_hash = excluded.token_hash, created_at = excluded.created_at, expires_at = excluded.expires_at`
  return write(db.prepare(sql).bind(accountId, tokenHash, createdAt, expiresAt))
}

const LIVE = 'invitation.token_hash = ?1 AND invitation.expires_at > ?2'

/** Whom a link invites. One that is used, replaced, expired or unknown invites nobody. */
export function accountByInvitation(
  db: Database,
  tokenHash: string,
  now: number,
  locale: Locale,
): Query<(AccountWithProof & { expiresAt: number }) | null> {
  const statement = db
    .prepare(
      `SELECT ${withProofColumns(locale)}, invitation.expires_at
       FROM invitation JOIN account ON account.id = invitation.account_id ${WITH_PROOF}
       WHERE ${LIVE} AND account.disabled_at IS NULL`,
    )
    .bind(tokenHash, now)
  return maybeOne(statement, (row) => ({ ...readWithProof(row), expiresAt: row.expires_at as number }))
}

/** Gives the invited account its password. Must come before `deleteInvitation`, in the same batch. */
export function choosePassword(
  db: Database,
  tokenHash: string,
  now: number,
  passwordHash: string,
): Query<void> {
  const sql = `UPDATE account SET password_hash = ?3
    WHERE disabled_at IS NULL AND id = (SELECT account_id FROM invitation WHERE ${LIVE})`
  return write(db.prepare(sql).bind(tokenHash, now, passwordHash))
}

/** Removes an invitation that has been used: the session that it opened is there. */
export function deleteInvitation(db: Database, tokenHash: string, passwordHash: string): Query<void> {
  const sql = `DELETE FROM invitation WHERE token_hash = ?1
    AND account_id IN (SELECT id FROM account WHERE password_hash = ?2)`
  return write(db.prepare(sql).bind(tokenHash, passwordHash))
}
