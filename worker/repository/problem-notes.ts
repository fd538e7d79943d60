import type { Locale } from '../../shared/domain/locale.ts'
import type { TopicState } from '../../shared/domain/topic-state.ts'
import type { KeptAnswer } from './idempotency-keys.ts'
import { localName } from './local-name.ts'
import type { SessionKey } from './notifications.ts'
import { many, maybeOne, write, type Database, type Query, type Row } from './query.ts'
import { OF_OFFICE, readerValues } from './report-scope.ts'

/** A deputy's note as they read it themselves. */
export interface NoteRecord {
  row: number
  id: string
  text: string
  category: { code: string; name: string }
  district: { code: string; name: string }
  reports: { number: string; text: string }[]
  createdAt: number
  dismissedAt: number | null
  topic: { title: string; state: TopicState; answer: string | null } | null
}

function readNote(row: Row): NoteRecord {
  return {
    row: row.id as number,
    id: row.code as string,
    text: row.text as string,
    category: { code: row.category_code as string, name: row.category_name as string },
    district: { code: row.district_code as string, name: row.district_name as string },
    reports: JSON.parse(row.reports as string) as NoteRecord['reports'],
    createdAt: row.created_at as number,
    dismissedAt: row.dismissed_at as number | null,
    topic:
      row.topic_title === null
        ? null
        : {
            title: row.topic_title as string,
            state: row.topic_state as TopicState,
            // What is under review is not an answer yet.
            answer: ['answered', 'closed'].includes(row.topic_state as string)
              ? (row.topic_answer as string | null)
              : null,
          },
  }
}

/** Notes of a session's account, latest first, written from `from` to before `to` (milliseconds). */
export function notesOfSession(
  db: Database,
  locale: Locale,
  session: SessionKey,
  page: { before: number; limit: number; from?: number; to?: number },
): Query<NoteRecord[]> {
  const statement = db
    .prepare(
      `SELECT problem_note.*, ${localName('category', locale)} AS category_name,
         ${localName('district', locale)} AS district_name,
         topic.title AS topic_title, topic.state AS topic_state, topic.answer_text AS topic_answer,
         (SELECT json_group_array(json_object('number', report.number, 'text', report.text))
          FROM problem_note_report JOIN report ON report.id = problem_note_report.report_id
          WHERE problem_note_report.note_id = problem_note.id) AS reports
       FROM session JOIN problem_note ON problem_note.account_id = session.account_id
       JOIN category ON category.code = problem_note.category_code
       JOIN district ON district.code = problem_note.district_code
       LEFT JOIN topic ON topic.id = problem_note.topic_id
       WHERE session.token_hash = ?1 AND session.expires_at > ?2 AND problem_note.id < ?3
         AND problem_note.created_at >= ?5 AND problem_note.created_at < ?6
       ORDER BY problem_note.id DESC LIMIT ?4`,
    )
    .bind(
      session.tokenHash,
      session.now,
      page.before,
      page.limit,
      page.from ?? 0,
      page.to ?? Number.MAX_SAFE_INTEGER,
    )
  return many(statement, readNote)
}

/** Those of the numbers whose reports a session's office has to do with. */
export function officeNumbers(
  db: Database,
  session: SessionKey,
  numbers: readonly string[],
): Query<string[]> {
  const reader = readerValues({ provenNumber: null, ...session })
  const statement = db
    .prepare(
      `SELECT number FROM report
       WHERE number IN (SELECT value FROM json_each(?1)) AND ?2 = '' AND ${OF_OFFICE} ORDER BY number`,
    )
    .bind(JSON.stringify(numbers), ...reader)
  return many(statement, (row) => row.number as string)
}

/** Whether there is such a category, and the district of a session's station. */
export function noteGoesTo(
  db: Database,
  categoryCode: string,
  session: SessionKey,
): Query<{ knowsCategory: boolean; districtCode: string | null }> {
  const statement = db
    .prepare(
      `SELECT EXISTS (SELECT 1 FROM category WHERE code = ?1) AS knows, station.district_code
       FROM session JOIN account ON account.id = session.account_id
       LEFT JOIN station ON station.number = account.station_number
       WHERE session.token_hash = ?2 AND session.expires_at > ?3`,
    )
    .bind(categoryCode, session.tokenHash, session.now)
  return {
    statement,
    read: ([row]) => ({
      knowsCategory: row?.knows === 1,
      districtCode: (row?.district_code as string | null | undefined) ?? null,
    }),
  }
}

export interface NewNote {
  id: string
  accountId: string
  categoryCode: string
  districtCode: string
  text: string
  createdAt: number
  reportNumbers: readonly string[]
}

/** Writes a note with its reports. */
export function insertNote(db: Database, note: NewNote): Query<void>[] {
  const insert = db
    .prepare(
      `INSERT INTO problem_note (code, account_id, category_code, district_code, text, created_at)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6)`,
    )
    .bind(note.id, note.accountId, note.categoryCode, note.districtCode, note.text, note.createdAt)
  const reports = db
    .prepare(
      `INSERT INTO problem_note_report (note_id, report_id)
       SELECT problem_note.id, report.id FROM problem_note, report
       WHERE problem_note.code = ?1 AND report.number IN (SELECT value FROM json_each(?2))`,
    )
    .bind(note.id, JSON.stringify(note.reportNumbers))
  return [write(insert), write(reports)]
}

/** Keeps the answer under its key; fails, and the note with it, when another request has used the key meanwhile. */
export function keepNoteAnswer(
  db: Database,
  { key, caller, requestHash, answer, now }: KeptAnswer & { key: string; now: number },
): Query<void> {
  const sql = `INSERT INTO idempotency_key (key, caller, request_hash, answer, created_at) VALUES (?1, ?2, ?3, ?4, ?5)`
  return write(db.prepare(sql).bind(key, caller, requestHash, answer, now))
}

/**
 * Puts a note in the field of a session's supervisor aside; one that has an end already stays as it is.
 *
 * @returns whether it is put aside just now, null when there is none
 */
export function dismissNote(db: Database, session: SessionKey, id: string): Query<{ isNew: boolean } | null> {
  const statement = db
    .prepare(
      `UPDATE problem_note SET dismissed_at = coalesce(dismissed_at, iif(topic_id IS NULL, ?2, NULL))
       FROM session JOIN account AS me ON me.id = session.account_id
       WHERE session.token_hash = ?1 AND session.expires_at > ?2 AND me.disabled_at IS NULL
         AND me.role = 'supervisor' AND (me.district_code IS NULL OR me.district_code = problem_note.district_code)
         AND problem_note.code = ?3
       RETURNING problem_note.dismissed_at = ?2 AS is_new`,
    )
    .bind(session.tokenHash, session.now, id)
  return maybeOne(statement, (row) => ({ isNew: row.is_new === 1 }))
}

/** Says that a topic was opened from a note, unless it is of another district than the supervisor's (null for all). */
export function answerNote(
  db: Database,
  id: string,
  topicCode: string,
  districtCode: string | null,
): Query<void> {
  const statement = db
    .prepare(
      `UPDATE problem_note SET dismissed_at = NULL, topic_id = (SELECT id FROM topic WHERE code = ?2)
       WHERE code = ?1 AND topic_id IS NULL AND (?3 IS NULL OR district_code = ?3)`,
    )
    .bind(id, topicCode, districtCode)
  return write(statement)
}
