import type { Role } from '../../shared/domain/actor.ts'
import type { Locale } from '../../shared/domain/locale.ts'
import { accountColumns, OFFICES, readAccount, type AccountRecord } from './accounts.ts'
import { many, maybeOne, write, type Database, type Query, type Row } from './query.ts'
import { forgetTotp } from './second-factors.ts'

/** A staff account as administrators see it. Times in milliseconds. */
export interface StaffRecord extends AccountRecord {
  username: string
  isDisabled: boolean
  /** Until when an invitation waits; null when none does. */
  invitedUntil: number | null
  hasTotp: boolean
  createdAt: number
}

function staffSelect(locale: Locale): string {
  return `SELECT ${accountColumns(locale)}, account.username, account.disabled_at, account.created_at,
      invitation.expires_at AS invited_until, account_totp.account_id IS NOT NULL AS has_totp
    FROM account ${OFFICES}
    LEFT JOIN invitation ON invitation.account_id = account.id
    LEFT JOIN account_totp ON account_totp.account_id = account.id`
}

function readStaff(row: Row): StaffRecord {
  return {
    ...readAccount(row),
    username: row.username as string,
    isDisabled: row.disabled_at !== null,
    invitedUntil: row.invited_until as number | null,
    hasTotp: row.has_totp === 1,
    createdAt: row.created_at as number,
  }
}

/** A page of the accounts that can sign in, by user name. */
export function staffAccounts(
  db: Database,
  filter: { words: string | null; role: Role | null },
  page: { after: string; limit: number },
  locale: Locale,
): Query<StaffRecord[]> {
  const statement = db
    .prepare(
      `${staffSelect(locale)}
       WHERE account.username > ?1
         AND (?2 IS NULL OR instr(account.username, lower(?2)) > 0 OR instr(account.name, ?2) > 0)
         AND (?3 IS NULL OR account.role = ?3)
       ORDER BY account.username LIMIT ?4`,
    )
    .bind(page.after, filter.words, filter.role, page.limit)
  return many(statement, readStaff)
}

/** One account that can sign in; a resident's device is none. */
export function staffAccountById(db: Database, id: string, locale: Locale): Query<StaffRecord | null> {
  const sql = `${staffSelect(locale)} WHERE account.id = ?1 AND account.username IS NOT NULL`
  return maybeOne(db.prepare(sql).bind(id), readStaff)
}

/** An account before anybody has chosen its password. */
export interface NewStaff {
  id: string
  role: Role
  username: string
  name: string
  stationNumber: string | null
  bodyCode: string | null
  districtCode: string | null
  deputyId: string | null
  createdAt: number
}

/** Writes a staff account without a password. A deputy's station is the deputy's own. */
export function insertStaff(db: Database, staff: NewStaff): Query<void> {
  const statement = db
    .prepare(
      `INSERT INTO account
         (id, role, username, name, station_number, body_code, district_code, deputy_id, created_at)
       VALUES (?1, ?2, ?3, ?4, coalesce(?5, (SELECT station_number FROM deputy WHERE id = ?8)), ?6, ?7, ?8, ?9)`,
    )
    .bind(
      staff.id,
      staff.role,
      staff.username,
      staff.name,
      staff.stationNumber,
      staff.bodyCode,
      staff.districtCode,
      staff.deputyId,
      staff.createdAt,
    )
  return write(statement)
}

/** Renames the person of an account. */
export function renameStaff(db: Database, id: string, name: string): Query<void> {
  return write(db.prepare('UPDATE account SET name = ?2 WHERE id = ?1').bind(id, name))
}

/**
 * Disables an account at a moment (milliseconds), which ends its sessions, or enables it again (null). Fails with the
 * words of `keepsAdmin` for the last administrator.
 */
export function disableStaff(db: Database, id: string, at: number | null): Query<void> {
  return write(db.prepare('UPDATE account SET disabled_at = ?2 WHERE id = ?1').bind(id, at))
}

/** Whether a write failed because it would have left the city without an administrator. */
export function keepsAdmin(error: unknown): boolean {
  return error instanceof Error && error.message.includes('a city keeps an administrator')
}

function deleteSessionsOf(db: Database, id: string): Query<void> {
  return write(db.prepare('DELETE FROM session WHERE account_id = ?1').bind(id))
}

/** The password opens nothing any more, and nobody is signed in with it. */
export function resetPassword(db: Database, id: string): Query<void>[] {
  return [
    write(db.prepare('UPDATE account SET password_hash = NULL WHERE id = ?1').bind(id)),
    deleteSessionsOf(db, id),
  ]
}

/** The second factor is gone, and nobody is signed in with it. */
export function resetTotp(db: Database, id: string): Query<void>[] {
  return [...forgetTotp(db, id), deleteSessionsOf(db, id)]
}

const OFFICE_TABLES = {
  stationNumber: 'SELECT 1 FROM station WHERE number = ?1',
  bodyCode: 'SELECT 1 FROM body WHERE code = ?1',
  districtCode: 'SELECT 1 FROM district WHERE code = ?1',
  deputyId: 'SELECT 1 FROM deputy WHERE id = ?1',
} as const

/** The field of an account that names its office. */
export type OfficeField = keyof typeof OFFICE_TABLES

/** Whether there is such a station, body, district or deputy. */
export function officeExists(db: Database, field: OfficeField, code: string): Query<boolean> {
  return { statement: db.prepare(OFFICE_TABLES[field]).bind(code), read: (rows) => rows.length > 0 }
}
