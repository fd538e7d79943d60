import { many, write, type Database, type Query } from './query.ts'

/** A value that is encrypted, and what it belongs to: the number of a report, the id of an account. */
export interface SealedValue {
  of: string
  sealed: string
}

const KEY_ID = `substr(contact_sealed, 1, instr(contact_sealed, '.') - 1)`

/** Contacts that are encrypted with another key than the one of that name, `most` at once. */
export function contactsUnderOtherKeys(db: Database, keyId: string, most: number): Query<SealedValue[]> {
  const where = (side: '<' | '>') =>
    `SELECT number, contact_sealed FROM report WHERE contact_sealed IS NOT NULL AND ${KEY_ID} ${side} ?1`
  const statement = db.prepare(`${where('<')} UNION ALL ${where('>')} LIMIT ?2`).bind(keyId, most)
  return many(statement, (row) => ({ of: row.number as string, sealed: row.contact_sealed as string }))
}

/** Puts another encryption of the same contact in its place, unless it is gone or changed meanwhile. */
export function replaceContact(
  db: Database,
  { of, sealed }: SealedValue,
  by: { sealed: string; phoneHash: string | null },
): Query<void> {
  const sql =
    'UPDATE report SET contact_sealed = ?3, phone_hash = ?4 WHERE number = ?1 AND contact_sealed = ?2'
  return write(db.prepare(sql).bind(of, sealed, by.sealed, by.phoneHash))
}

/** Secrets of second factors that are encrypted with another key. */
export function totpUnderOtherKeys(db: Database, keyId: string, most: number): Query<SealedValue[]> {
  const statement = db
    .prepare(
      `SELECT account_id, secret_sealed FROM account_totp
       WHERE substr(secret_sealed, 1, length(?1) + 1) <> ?1 || '.' LIMIT ?2`,
    )
    .bind(keyId, most)
  return many(statement, (row) => ({ of: row.account_id as string, sealed: row.secret_sealed as string }))
}

/** Puts another encryption of the same secret in its place. */
export function replaceTotp(db: Database, { of, sealed }: SealedValue, by: string): Query<void> {
  const sql = 'UPDATE account_totp SET secret_sealed = ?3 WHERE account_id = ?1 AND secret_sealed = ?2'
  return write(db.prepare(sql).bind(of, sealed, by))
}
