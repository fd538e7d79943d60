import { write, type Database, type Query } from './query.ts'

const WAITING = 'SELECT id FROM outbox WHERE delivered_at IS NULL ORDER BY id LIMIT ?1'

/** Puts the oldest waiting notices into their inboxes; one that is there already stays as it is. */
export function notifyWaiting(db: Database, limit: number): Query<void> {
  return write(
    db
      .prepare(
        `INSERT INTO notification (account_id, id, report_number, seq, action, to_state, actor_name, at)
         SELECT outbox.account_id, outbox.id, report.number, outbox.seq, report_event.action, report_event.to_state,
           report_event.actor_name, report_event.at
         FROM outbox
         JOIN report ON report.id = outbox.report_id
         JOIN report_event ON report_event.report_id = outbox.report_id AND report_event.seq = outbox.seq
         WHERE outbox.id IN (${WAITING})
         ON CONFLICT DO NOTHING`,
      )
      .bind(limit),
  )
}

/** Marks the oldest waiting notices as delivered; answers how many. Belongs behind `notifyWaiting` in one batch. */
export function markDelivered(db: Database, limit: number, now: number): Query<number> {
  const statement = db
    .prepare(`UPDATE outbox SET delivered_at = ?2 WHERE id IN (${WAITING}) RETURNING id`)
    .bind(limit, now)
  return { statement, read: (rows) => rows.length }
}
