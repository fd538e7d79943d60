import type { NoticeKind } from '../../shared/domain/notice.ts'
import type { Action, State } from '../../shared/domain/report-state.ts'
import { many, write, type Database, type Query } from './query.ts'

/** A live session, by which the database finds its account in the same call. */
export interface SessionKey {
  tokenHash: string
  now: number
}

export interface NotificationRecord {
  id: number
  kind: NoticeKind
  reportNumber: string
  seq: number
  action: Action
  to: State
  actorName: string
  at: number
  readAt: number | null
}

const ACCOUNT = '(SELECT account_id FROM session WHERE token_hash = ?1 AND expires_at > ?2)'

/** The inbox of a session's account, latest first, from before `beforeId` on. */
export function notificationsOfSession(
  db: Database,
  session: SessionKey,
  page: { beforeId: number; limit: number },
): Query<NotificationRecord[]> {
  const statement = db
    .prepare(`SELECT * FROM notification WHERE account_id = ${ACCOUNT} AND id < ?3 ORDER BY id DESC LIMIT ?4`)
    .bind(session.tokenHash, session.now, page.beforeId, page.limit)
  return many(statement, (row) => ({
    id: row.id as number,
    kind: row.kind as NoticeKind,
    reportNumber: row.report_number as string,
    seq: row.seq as number,
    action: row.action as Action,
    to: row.to_state as State,
    actorName: row.actor_name as string,
    at: row.at as number,
    readAt: row.read_at as number | null,
  }))
}

/** How many notifications of a session's account nobody has read. */
export function unreadOfSession(db: Database, session: SessionKey): Query<number> {
  const statement = db
    .prepare(`SELECT count(*) AS unread FROM notification WHERE account_id = ${ACCOUNT} AND read_at IS NULL`)
    .bind(session.tokenHash, session.now)
  return { statement, read: ([row]) => (row?.unread as number | undefined) ?? 0 }
}

/** Marks notifications of a session's account as read: those with these ids, or all of them (null). */
export function markRead(db: Database, session: SessionKey, ids: readonly number[] | null): Query<void> {
  return write(
    db
      .prepare(
        `UPDATE notification SET read_at = ?2
         WHERE account_id = ${ACCOUNT} AND read_at IS NULL
           AND (?3 IS NULL OR id IN (SELECT value FROM json_each(?3)))`,
      )
      .bind(session.tokenHash, session.now, ids && JSON.stringify(ids)),
  )
}
