import type { Actor, Role } from '../../shared/domain/actor.ts'
import { maybeOne, write, type Database, type Query, type Row } from './query.ts'

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

export function insertSession(
  db: Database,
  session: { tokenHash: string; accountId: string; createdAt: number; expiresAt: number },
): Query<void> {
  const { tokenHash, accountId, createdAt, expiresAt } = session
  return write(
    db
      .prepare('INSERT INTO session (token_hash, account_id, created_at, expires_at) VALUES (?1, ?2, ?3, ?4)')
      .bind(tokenHash, accountId, createdAt, expiresAt),
  )
}

export function deleteSession(db: Database, tokenHash: string): Query<void> {
  return write(db.prepare('DELETE FROM session WHERE token_hash = ?1').bind(tokenHash))
}
