import type { RecipientKind } from '../../shared/domain/notice.ts'
import { many, write, type Database, type Query } from './query.ts'

/**
 * Whose inbox a notice goes into, at the moment of its delivery. One statement a kind: each walks its own index.
 */
const SERVES: Record<RecipientKind, string> = {
  account: 'account.id = outbox.recipient_code',
  station: `account.role = 'station' AND account.station_number = outbox.recipient_code`,
  body: `account.role = 'body' AND account.body_code = outbox.recipient_code`,
  deputy: `account.role = 'deputy' AND account.deputy_id = outbox.recipient_code`,
  // A supervisor without a district serves the whole city.
  desk: `account.role = 'supervisor'
    AND (account.district_code = outbox.recipient_code OR account.district_code IS NULL)`,
}

/** The notices whose turn it is, never tried ones first: one that keeps failing is in nobody's way. */
export function waitingNotices(db: Database, now: number, limit: number): Query<number[]> {
  const statement = db
    .prepare(
      `SELECT id FROM outbox WHERE delivered_at IS NULL AND dead_at IS NULL AND next_attempt_at <= ?1
       ORDER BY next_attempt_at, id LIMIT ?2`,
    )
    .bind(now, limit)
  return many(statement, (row) => row.id as number)
}

/** Puts these notices into the inboxes of all they are for; what is in an inbox already stays as it is. */
export function fillInboxes(db: Database, ids: readonly number[]): Query<void>[] {
  const due = JSON.stringify(ids)
  return Object.entries(SERVES).map(([kind, serves]) => {
    const sql = `INSERT INTO notification (account_id, id, kind, report_number, seq, action, to_state, actor_name, at)
      SELECT account.id, outbox.id, outbox.kind, report.number, outbox.seq, event.action, event.to_state,
        iif(outbox.kind = 'reminder', '', event.actor_name),
        iif(outbox.kind = 'reminder', outbox.created_at, event.at)
      FROM json_each(?1) AS due
      CROSS JOIN outbox ON outbox.id = due.value AND outbox.recipient_kind = ?2 AND outbox.delivered_at IS NULL
      CROSS JOIN report ON report.id = outbox.report_id
      CROSS JOIN report_event AS event ON event.report_id = outbox.report_id AND event.seq = outbox.seq
      CROSS JOIN account ON ${serves} AND account.disabled_at IS NULL
      -- Nobody is told of their own act; no reporter of an internal note, even when they serve in that office.
      WHERE (outbox.kind = 'reminder' OR account.id IS NOT event.actor_id)
        AND (event.internal = 0 OR account.id IS NOT report.reporter_id)
      ON CONFLICT DO NOTHING`
    return write(db.prepare(sql).bind(due, kind))
  })
}

/** Marks notices as delivered. Belongs behind `fillInboxes` in one batch. */
export function markDelivered(db: Database, ids: readonly number[], now: number): Query<void> {
  return write(
    db
      .prepare(
        `UPDATE outbox SET delivered_at = ?2, dead_at = NULL, last_error = NULL
         WHERE id IN (SELECT value FROM json_each(?1)) AND delivered_at IS NULL`,
      )
      .bind(JSON.stringify(ids), now),
  )
}

/**
 * Counts a failed attempt.
 *
 * @param pauses milliseconds until the next attempt after the first, the second … failure; after the last comes none
 */
export function countFailure(
  db: Database,
  id: number,
  failure: { now: number; problem: string; pauses: readonly number[] },
): Query<void> {
  // How often it was tried stands in the row: two runs may fail on it at the same time.
  return write(
    db
      .prepare(
        `UPDATE outbox SET attempts = attempts + 1, last_error = ?3,
           next_attempt_at = ?2 + coalesce(?4 ->> attempts, 0),
           dead_at = iif(attempts < json_array_length(?4), NULL, ?2)
         WHERE id = ?1 AND delivered_at IS NULL AND dead_at IS NULL`,
      )
      .bind(id, failure.now, failure.problem, JSON.stringify(failure.pauses)),
  )
}
