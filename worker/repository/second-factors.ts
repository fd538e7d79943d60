import { maybeOne, write, type Database, type Query } from './query.ts'

/** What somebody showed besides the password: the half minute whose code was right, or the hash of a recovery code. */
export type Factor = { step: number; recoveryHash: null } | { step: null; recoveryHash: string }

/** A second factor as it is stored. */
export interface TotpRow {
  accountId: string
  secretSealed: string
  /** The half minute of the code that proved it: that code is used. */
  step: number
  recoveryHashes: readonly string[]
  createdAt: number
}

/**
 * Uses a factor up: a code is good once, a recovery code too.
 *
 * @returns whether it was still good
 */
export function spendFactor(db: Database, accountId: string, factor: Factor): Query<boolean> {
  const statement =
    factor.step === null
      ? db
          .prepare('DELETE FROM recovery_code WHERE account_id = ?1 AND code_hash = ?2 RETURNING account_id')
          .bind(accountId, factor.recoveryHash)
      : db
          .prepare(
            'UPDATE account_totp SET last_step = ?2 WHERE account_id = ?1 AND last_step < ?2 RETURNING account_id',
          )
          .bind(accountId, factor.step)
  return { statement, read: (rows) => rows.length === 1 }
}

/** Sets the second factor of an account anew, as long as the session is there that it was set up in. */
export function saveTotp(db: Database, totp: TotpRow, tokenHash: string): Query<void>[] {
  const ifOpen = 'EXISTS (SELECT 1 FROM session WHERE token_hash = ?2 AND account_id = ?1)'
  const { accountId, secretSealed, step, recoveryHashes, createdAt } = totp
  return [
    write(
      db.prepare(`DELETE FROM account_totp WHERE account_id = ?1 AND ${ifOpen}`).bind(accountId, tokenHash),
    ),
    write(
      db.prepare(`DELETE FROM recovery_code WHERE account_id = ?1 AND ${ifOpen}`).bind(accountId, tokenHash),
    ),
    write(
      db
        .prepare(
          `INSERT INTO account_totp (account_id, secret_sealed, last_step, created_at)
           SELECT ?1, ?3, ?4, ?5 WHERE ${ifOpen}`,
        )
        .bind(accountId, tokenHash, secretSealed, step, createdAt),
    ),
    write(
      db
        .prepare(
          `INSERT INTO recovery_code (account_id, code_hash)
           SELECT ?1, value FROM json_each(?3) WHERE ${ifOpen}`,
        )
        .bind(accountId, tokenHash, JSON.stringify(recoveryHashes)),
    ),
  ]
}

/**
 * Removes the second factor of an account against one that is still good; the recovery codes go with it.
 *
 * @returns whether it was removed
 */
export function removeTotp(db: Database, accountId: string, factor: Factor): [Query<boolean>, Query<void>] {
  const statement = db
    .prepare(
      `DELETE FROM account_totp WHERE account_id = ?1 AND (last_step < ?2
         OR EXISTS (SELECT 1 FROM recovery_code WHERE account_id = ?1 AND code_hash = ?3))
       RETURNING account_id`,
    )
    .bind(accountId, factor.step, factor.recoveryHash)
  const codes = `DELETE FROM recovery_code
    WHERE account_id = ?1 AND NOT EXISTS (SELECT 1 FROM account_totp WHERE account_id = ?1)`
  return [{ statement, read: (rows) => rows.length === 1 }, write(db.prepare(codes).bind(accountId))]
}

/** Removes the second factor of an account whose owner has lost it. */
export function forgetTotp(db: Database, accountId: string): Query<void>[] {
  return ['account_totp', 'recovery_code'].map((table) =>
    write(db.prepare(`DELETE FROM ${table} WHERE account_id = ?1`).bind(accountId)),
  )
}

/** How many recovery codes the account of a session has left; null where no second factor is set up. */
export function recoveryCodesLeft(db: Database, tokenHash: string): Query<number | null> {
  const statement = db
    .prepare(
      `SELECT (SELECT count(*) FROM recovery_code WHERE recovery_code.account_id = session.account_id) AS codes
       FROM session JOIN account_totp ON account_totp.account_id = session.account_id
       WHERE session.token_hash = ?1`,
    )
    .bind(tokenHash)
  return maybeOne(statement, (row) => row.codes as number)
}
