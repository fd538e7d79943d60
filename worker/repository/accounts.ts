import type { Role } from '../../shared/domain/actor.ts'
import type { Locale } from '../../shared/domain/locale.ts'
import { localName } from './local-name.ts'
import { maybeOne, write, type Database, type Query, type Row } from './query.ts'

/** An account with the names its owner sees, in the reader's language. */
export interface AccountRecord {
  id: string
  role: Role
  /** The person's name; null for offices and residents. */
  person: string | null
  /** Station or body the account works for, or the district a supervisor covers. */
  office: string | null
  stationNumber: string | null
  bodyCode: string | null
  deputyId: string | null
  district: { code: string; name: string } | null
}

export function accountColumns(locale: Locale): string {
  return `account.id, account.role, account.station_number, account.body_code, account.deputy_id,
    coalesce(${localName('deputy', locale)}, account.name) AS person,
    coalesce(${localName('station', locale)}, ${localName('body', locale)}, ${localName('district', locale)}) AS office,
    district.code AS district_code, ${localName('district', locale)} AS district_name`
}

export const OFFICES = `
  LEFT JOIN station ON station.number = account.station_number
  LEFT JOIN body ON body.code = account.body_code
  LEFT JOIN deputy ON deputy.id = account.deputy_id
  LEFT JOIN district ON district.code = coalesce(account.district_code, station.district_code, body.district_code)`

export function readAccount(row: Row): AccountRecord {
  const code = row.district_code as string | null
  return {
    id: row.id as string,
    role: row.role as Role,
    person: row.person as string | null,
    office: row.office as string | null,
    stationNumber: row.station_number as string | null,
    bodyCode: row.body_code as string | null,
    deputyId: row.deputy_id as string | null,
    district: code === null ? null : { code, name: row.district_name as string },
  }
}

/** An account with what proves that somebody is its owner. */
export interface AccountWithProof extends AccountRecord {
  username: string | null
  /** Null when it has no password (yet). */
  passwordHash: string | null
  /** Null where no second factor is set up. */
  totp: { secretSealed: string; lastStep: number } | null
}

/** For a select from `account` with `WITH_PROOF`. */
export function withProofColumns(locale: Locale): string {
  return `${accountColumns(locale)}, account.username, account.password_hash,
    account_totp.secret_sealed, account_totp.last_step`
}

export const WITH_PROOF = `${OFFICES} LEFT JOIN account_totp ON account_totp.account_id = account.id`

export function readWithProof(row: Row): AccountWithProof {
  return {
    ...readAccount(row),
    username: row.username as string | null,
    passwordHash: row.password_hash as string | null,
    totp:
      row.secret_sealed === null
        ? null
        : { secretSealed: row.secret_sealed as string, lastStep: row.last_step as number },
  }
}

/** The account that signs in under a name, with the hash of its password; disabled ones are not found. */
export function accountByUsername(
  db: Database,
  username: string,
  locale: Locale,
): Query<AccountWithProof | null> {
  const statement = db
    .prepare(
      `SELECT ${withProofColumns(locale)} FROM account ${WITH_PROOF}
       WHERE account.username = ?1 AND account.disabled_at IS NULL`,
    )
    .bind(username)
  return maybeOne(statement, readWithProof)
}

/** Puts another hash of the password in the place of the one that was checked, if it is still there. */
export function replacePasswordHash(
  db: Database,
  account: { id: string; passwordHash: string },
  next: string,
): Query<boolean> {
  const sql = 'UPDATE account SET password_hash = ?3 WHERE id = ?1 AND password_hash = ?2 RETURNING id'
  const statement = db.prepare(sql).bind(account.id, account.passwordHash, next)
  return { statement, read: (rows) => rows.length === 1 }
}

/** The account a live session belongs to. */
export function accountBySession(
  db: Database,
  tokenHash: string,
  now: number,
  locale: Locale,
): Query<AccountWithProof | null> {
  const statement = db
    .prepare(
      `SELECT ${withProofColumns(locale)} FROM session JOIN account ON account.id = session.account_id ${WITH_PROOF}
       WHERE session.token_hash = ?1 AND session.expires_at > ?2 AND account.disabled_at IS NULL`,
    )
    .bind(tokenHash, now)
  return maybeOne(statement, readWithProof)
}

/** Writes the nameless account of a resident's device. */
export function insertResident(db: Database, account: { id: string; createdAt: number }): Query<void> {
  const { id, createdAt } = account
  return write(
    db.prepare("INSERT INTO account (id, role, created_at) VALUES (?1, 'resident', ?2)").bind(id, createdAt),
  )
}

/** Writes an account nobody can sign in to, for the past of a demonstration city; does nothing when it is there. */
export function insertUnnamedAccount(
  db: Database,
  account: {
    id: string
    role: Role
    stationNumber: string | null
    bodyCode: string | null
    createdAt: number
  },
): Query<void> {
  const { id, role, stationNumber, bodyCode, createdAt } = account
  const sql = `INSERT INTO account (id, role, station_number, body_code, created_at)
    VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (id) DO NOTHING`
  return write(db.prepare(sql).bind(id, role, stationNumber, bodyCode, createdAt))
}
