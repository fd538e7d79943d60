import type { Actor } from '../../shared/domain/actor.ts'
import type { Action, Changes, State } from '../../shared/domain/report-state.ts'
import { many, type Database, type Query, type Row } from './query.ts'
import { OF_OFFICE, READABLE, readerValues, type Reader } from './report-scope.ts'
import { changesToColumns } from './report-columns.ts'

/** One entry of a report's timeline. `from` is null for the submission. */
export interface EventRecord {
  seq: number
  action: Action
  from: State | null
  to: State
  at: number
  actorId: string | null
  actorRole: Actor['role']
  actorName: string
  actorPerson: string | null
  text: string | null
  photoIds: string[]
  internal: boolean
  data: Record<string, unknown>
}

/** An event that is about to be appended. */
export interface NewEvent extends EventRecord {
  id: string
  reportNumber: string
  /** Random, and what stands for the words in the chain; both null without words. */
  textSalt: string | null
  textHash: string | null
  changes: Changes
  prevHash: string
  hash: string
}

/** A photo of a report, with the event it came with. */
export interface ReportPhoto {
  id: string
  seq: number
  width: number
  height: number
  isPublic: boolean
  /** The photo of the same report of which it is a redacted copy. */
  redacts: string | null
}

function readEvent(row: Row): EventRecord {
  return {
    seq: row.seq as number,
    action: row.action as Action,
    from: (row.from_state as string) === '' ? null : (row.from_state as State),
    to: row.to_state as State,
    at: row.at as number,
    actorId: row.actor_id as string | null,
    actorRole: row.actor_role as Actor['role'],
    actorName: row.actor_name as string,
    actorPerson: row.actor_person as string | null,
    text: row.text as string | null,
    photoIds: JSON.parse(row.photo_ids as string) as string[],
    internal: row.internal === 1,
    data: JSON.parse(row.data as string) as Record<string, unknown>,
  }
}

/** The timeline of a report, oldest first, as far as it is the reader's: internal notes are the offices'. */
export function eventsOfReport(db: Database, number: string, reader: Reader): Query<EventRecord[]> {
  const statement = db
    .prepare(
      `SELECT report_event.* FROM report JOIN report_event ON report_event.report_id = report.id
       WHERE report.number = ?1 AND ${READABLE} AND (report_event.internal = 0 OR ${OF_OFFICE})
       ORDER BY report_event.seq`,
    )
    .bind(number, ...readerValues(reader))
  return many(statement, readEvent)
}

/** Every photo of a report, in the order of its events. */
export function photosOfReport(db: Database, number: string, reader: Reader): Query<ReportPhoto[]> {
  const statement = db
    .prepare(
      `SELECT report_photo.photo_id, report_photo.seq, report_photo.is_public, photo.width, photo.height,
         photo.redacts
       FROM report
       JOIN report_photo ON report_photo.report_id = report.id
       JOIN photo ON photo.id = report_photo.photo_id
       WHERE report.number = ?1 AND ${READABLE} ORDER BY report_photo.seq, report_photo.ordinal`,
    )
    .bind(number, ...readerValues(reader))
  return many(statement, (row) => ({
    id: row.photo_id as string,
    seq: row.seq as number,
    width: row.width as number,
    height: row.height as number,
    isPublic: row.is_public === 1,
    redacts: row.redacts as string | null,
  }))
}

const EVENT_COLUMNS = `report_id, seq, action, from_state, to_state, at, actor_id, actor_role, actor_name, actor_person,
  text, photo_ids, internal, data, changes, prev_hash, hash, id, text_salt, text_hash`

function eventValues(event: NewEvent) {
  return [
    event.reportNumber,
    event.seq - 1,
    event.action,
    event.to,
    event.at,
    event.actorId,
    event.actorRole,
    event.actorName,
    event.actorPerson,
    event.text,
    JSON.stringify(event.photoIds),
    Number(event.internal),
    JSON.stringify(event.data),
    JSON.stringify(changesToColumns(event.changes)),
    event.prevHash,
    event.hash,
    event.id,
    event.textSalt,
    event.textHash,
  ]
}

/**
 * Appends an event if the report is still at the version before it; `false` means that somebody was first.
 * One statement reads the version and writes the event; the table's trigger projects it onto the report.
 */
export function appendEvent(db: Database, event: NewEvent): Query<boolean> {
  const statement = db
    .prepare(
      `INSERT INTO report_event (${EVENT_COLUMNS})
       SELECT id, version + 1, ?3, state, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18,
         ?19
       FROM report WHERE number = ?1 AND version = ?2
       RETURNING seq`,
    )
    .bind(...eventValues(event))
  // RETURNING, not meta.changes: that would count the rows of the trigger too.
  return { statement, read: (rows) => rows.length === 1 }
}

/**
 * Appends an event that belongs together with others: when this report has moved on, the whole transaction is
 * undone (`wasOvertaken`).
 */
export function appendEventOrUndo(db: Database, event: NewEvent): Query<boolean> {
  const ofReport = (column: string) => `(SELECT ${column} FROM report WHERE number = ?1 AND version = ?2)`
  const statement = db
    .prepare(
      `INSERT INTO report_event (${EVENT_COLUMNS})
       VALUES (${ofReport('id')}, ?2 + 1, ?3, ${ofReport('state')}, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13,
         ?14, ?15, ?16, ?17, ?18, ?19)`,
    )
    .bind(...eventValues(event))
  return { statement, read: () => true }
}
