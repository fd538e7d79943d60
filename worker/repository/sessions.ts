import type { Actor, Role } from '../../shared/domain/actor.ts'
import type { Factor } from './second-factors.ts'
import { many, maybeOne, write, type Database, type Query, type Row } from './query.ts'

/** An account with a live session. */
export type SessionActor = Actor & { id: string; role: Role }

function readActor(row: Row): SessionActor {
  const office = (row.station_name ?? row.body_name ?? row.deputy_name ?? row.district_name) as string | null
  return {
    id: row.id as string,
    role: row.role as Role,
    person: row.name as string | null,
    name: office ?? '',
    stationNumber: row.station_number as string | null,
    bodyCode: row.body_code as string | null,
    districtCode: row.district_code as string | null,
    deputyId: row.deputy_id as string | null,
    reporterOf: null,
  }
}

/** Who a live session belongs to. Ended, disabled and unknown sessions are all the same nobody. */
export function actorBySession(db: Database, tokenHash: string, now: number): Query<SessionActor | null> {
  const statement = db
    .prepare(
      `SELECT account.id, account.role, account.name, account.station_number, account.body_code,
         account.district_code, account.deputy_id, station.name AS station_name, body.name AS body_name,
         deputy.name AS deputy_name, district.name AS district_name
       FROM session
       JOIN account ON account.id = session.account_id
       LEFT JOIN station ON station.number = account.station_number AND account.role = 'station'
       LEFT JOIN body ON body.code = account.body_code
       LEFT JOIN deputy ON deputy.id = account.deputy_id
       LEFT JOIN district ON district.code = account.district_code
       WHERE session.token_hash = ?1 AND session.expires_at > ?2 AND account.disabled_at IS NULL`,
    )
    .bind(tokenHash, now)
  return maybeOne(statement, readActor)
}

/** A session as it begins. All times in milliseconds. */
export interface SessionRow {
  tokenHash: string
  id: string
  accountId: string
  label: string | null
  createdAt: number
  idleMs: number
  /** When it ends whatever happens. */
  endsAt: number
}

/** The columns of a session and their values, ?1 to ?7. */
export const SESSION_COLUMNS =
  'token_hash, id, account_id, label, created_at, last_seen_at, idle_ms, expires_at, ends_at'
export const SESSION_VALUES = '?1, ?2, ?3, ?4, ?5, ?5, ?6, min(?5 + ?6, ?7), ?7'

export function sessionValues({ tokenHash, id, accountId, label, createdAt, idleMs, endsAt }: SessionRow) {
  return [tokenHash, id, accountId, label, createdAt, idleMs, endsAt] as const
}

export function insertSession(db: Database, session: SessionRow): Query<void> {
  const sql = `INSERT INTO session (${SESSION_COLUMNS}) VALUES (${SESSION_VALUES})`
  return write(db.prepare(sql).bind(...sessionValues(session)))
}

/**
 * Opens the session of an account as long as it is enabled and has the password that was checked: a change that was
 * made meanwhile must not be outlived by a session that began before it. An account with a second factor needs one
 * that is not used up.
 *
 * @returns whether it was opened
 */
export function openSession(
  db: Database,
  session: SessionRow,
  passwordHash: string,
  factor: Factor | null,
): Query<boolean> {
  const statement = db
    .prepare(
      `INSERT INTO session (${SESSION_COLUMNS})
       SELECT ${SESSION_VALUES} FROM account WHERE id = ?3 AND disabled_at IS NULL AND password_hash = ?8 AND CASE
         WHEN EXISTS (SELECT 1 FROM account_totp WHERE account_id = ?3) THEN
           EXISTS (SELECT 1 FROM account_totp WHERE account_id = ?3 AND last_step < ?9)
           OR EXISTS (SELECT 1 FROM recovery_code WHERE account_id = ?3 AND code_hash = ?10)
         ELSE 1 END
       RETURNING id`,
    )
    .bind(...sessionValues(session), passwordHash, factor?.step ?? null, factor?.recoveryHash ?? null)
  return { statement, read: (rows) => rows.length === 1 }
}

/**
 * Notes that a live session is used, and moves its end on. Writes only after a twentieth of the time it may lie idle,
 * so that reading stays reading; never brings the end nearer.
 */
export function touchSession(db: Database, tokenHash: string, now: number): Query<void> {
  const statement = db
    .prepare(
      `UPDATE session SET last_seen_at = ?2, expires_at = max(expires_at, min(?2 + idle_ms, ends_at))
       WHERE token_hash = ?1 AND expires_at > ?2 AND last_seen_at + idle_ms / 20 < ?2`,
    )
    .bind(tokenHash, now)
  return write(statement)
}

/** A live session as its owner sees it. */
export interface SessionRecord {
  id: string
  label: string | null
  createdAt: number
  lastSeenAt: number
  isCurrent: boolean
}

/** Up to a hundred live sessions of the account that a session belongs to, latest first. */
export function sessionsBeside(db: Database, tokenHash: string, now: number): Query<SessionRecord[]> {
  const statement = db
    .prepare(
      `SELECT id, label, created_at, last_seen_at, token_hash = ?1 AS is_current FROM session
       WHERE account_id = (SELECT account_id FROM session WHERE token_hash = ?1) AND expires_at > ?2
       ORDER BY created_at DESC, id LIMIT 100`,
    )
    .bind(tokenHash, now)
  return many(statement, (row) => ({
    id: row.id as string,
    label: row.label as string | null,
    createdAt: row.created_at as number,
    lastSeenAt: row.last_seen_at as number,
    isCurrent: row.is_current === 1,
  }))
}

export function deleteSession(db: Database, tokenHash: string): Query<void> {
  return write(db.prepare('DELETE FROM session WHERE token_hash = ?1').bind(tokenHash))
}

/** Ends the session that a caller came with once the next one is there. */
export function replaceSession(db: Database, tokenHash: string, nextTokenHash: string): Query<void> {
  const sql =
    'DELETE FROM session WHERE token_hash = ?1 AND EXISTS (SELECT 1 FROM session WHERE token_hash = ?2)'
  return write(db.prepare(sql).bind(tokenHash, nextTokenHash))
}

/** Ends one session of an account. @returns whether there was one */
export function deleteSessionOf(db: Database, accountId: string, id: string): Query<boolean> {
  const sql = 'DELETE FROM session WHERE account_id = ?1 AND id = ?2 RETURNING id'
  return { statement: db.prepare(sql).bind(accountId, id), read: (rows) => rows.length === 1 }
}

/** Ends all sessions of the account that a session belongs to, but for this one. */
export function deleteOtherSessions(db: Database, tokenHash: string): Query<void> {
  const sql = `DELETE FROM session
    WHERE account_id = (SELECT account_id FROM session WHERE token_hash = ?1) AND token_hash <> ?1`
  return write(db.prepare(sql).bind(tokenHash))
}
