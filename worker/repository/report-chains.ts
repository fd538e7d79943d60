import { many, maybeOne, type Database, type Query, type Row } from './query.ts'

/** An event exactly as its row holds it: JSON as the text that was stored, nothing mended on the way. */
export interface StoredEvent {
  seq: number
  id: string
  action: string
  from: string
  to: string
  at: number
  actorId: string | null
  actorRole: string
  actorName: string
  actorPerson: string | null
  text: string | null
  textSalt: string | null
  textHash: string | null
  photoIds: string
  internal: number
  data: string
  changes: string
  prevHash: string
  hash: string
}

/** Before every number that a row can have. */
export const BEFORE_ALL = Number.MIN_SAFE_INTEGER

/** The ids of the reports after `id`, in order. */
export function reportIdsAfter(db: Database, id: number, limit: number): Query<number[]> {
  const statement = db.prepare('SELECT id FROM report WHERE id > ?1 ORDER BY id LIMIT ?2').bind(id, limit)
  return many(statement, (row) => row.id as number)
}

/** A report's row with all its columns under their own names. */
export function reportRow(db: Database, id: number): Query<Row | null> {
  return maybeOne(db.prepare('SELECT * FROM report WHERE id = ?1').bind(id), (row) => row)
}

/** The events of a report after number `seq`, in order. */
export function storedEventsAfter(
  db: Database,
  reportId: number,
  seq: number,
  limit: number,
): Query<StoredEvent[]> {
  const statement = db
    .prepare(
      `SELECT seq, id, action, from_state AS "from", to_state AS "to", at, actor_id AS actorId,
         actor_role AS actorRole, actor_name AS actorName, actor_person AS actorPerson, text, text_salt AS textSalt, text_hash AS textHash,
         photo_ids AS photoIds, internal, data, changes, prev_hash AS prevHash, hash
       FROM report_event WHERE report_id = ?1 AND seq > ?2 ORDER BY seq LIMIT ?3`,
    )
    .bind(reportId, seq, limit)
  return many(statement, (row) => row as unknown as StoredEvent)
}

/** Ids after `reportId` that events name though no report has them, each with the number of one such event. */
export function missingReportsAfter(
  db: Database,
  reportId: number,
  limit: number,
): Query<{ reportId: number; seq: number }[]> {
  const statement = db
    .prepare(
      `SELECT report_id, min(seq) AS seq FROM report_event
       WHERE report_id > ?1 AND NOT EXISTS (SELECT 1 FROM report WHERE report.id = report_event.report_id)
       GROUP BY report_id ORDER BY report_id LIMIT ?2`,
    )
    .bind(reportId, limit)
  return many(statement, (row) => ({ reportId: row.report_id as number, seq: row.seq as number }))
}
