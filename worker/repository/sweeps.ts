import { write, type Database, type Query } from './query.ts'

/** Removes up to `limit` sessions that have ended. */
export function deleteEndedSessions(db: Database, now: number, limit: number): Query<void> {
  const statement = db
    .prepare(
      'DELETE FROM session WHERE token_hash IN (SELECT token_hash FROM session WHERE expires_at <= ?1 LIMIT ?2)',
    )
    .bind(now, limit)
  return write(statement)
}

/** Removes up to `limit` kept answers from before a moment. */
export function deleteOldAnswers(db: Database, before: number, limit: number): Query<void> {
  const statement = db
    .prepare(
      'DELETE FROM idempotency_key WHERE key IN (SELECT key FROM idempotency_key WHERE created_at < ?1 LIMIT ?2)',
    )
    .bind(before, limit)
  return write(statement)
}
