import type { NoticeKind } from '../../shared/domain/notice.ts'
import type { Action, State } from '../../shared/domain/report-state.ts'
import { many, write, type Database, type Query } from './query.ts'

/** A notification on its way out by a channel. */
export interface ClaimedDelivery {
  id: number
  notificationId: number
  accountId: string
  kind: NoticeKind
  reportNumber: string
  action: Action
  to: State
  at: number
}

/** Whatever these notices put into inboxes is to go out by these channels too, once each. */
export function queueForChannels(
  db: Database,
  noticeIds: readonly number[],
  channels: readonly string[],
  now: number,
): Query<void> {
  return write(
    db
      .prepare(
        `INSERT INTO channel_delivery (channel, account_id, notification_id, created_at)
         SELECT channel.value, notification.account_id, notification.id, ?3
         FROM json_each(?1) AS due
         JOIN notification ON notification.id = due.value
         JOIN json_each(?2) AS channel
         WHERE true
         ON CONFLICT DO NOTHING`,
      )
      .bind(JSON.stringify(noticeIds), JSON.stringify(channels), now),
  )
}

/**
 * Takes the deliveries of a channel whose turn it is, and counts the attempt: until `until` nobody else takes them,
 * and a crash before their outcome is written costs them one attempt.
 */
export function claimDeliveries(
  db: Database,
  channel: string,
  claim: { now: number; until: number; limit: number },
): Query<ClaimedDelivery[]> {
  const statement = db
    .prepare(
      `UPDATE channel_delivery SET attempts = attempts + 1, next_attempt_at = ?3
       WHERE id IN (
         SELECT id FROM channel_delivery
         WHERE channel = ?1 AND delivered_at IS NULL AND dead_at IS NULL AND next_attempt_at <= ?2
         ORDER BY next_attempt_at, id LIMIT ?4
       )
       RETURNING id, account_id, notification_id, (
         SELECT json_array(kind, report_number, action, to_state, at) FROM notification
         WHERE notification.account_id = channel_delivery.account_id
           AND notification.id = channel_delivery.notification_id
       ) AS notice`,
    )
    .bind(channel, claim.now, claim.until, claim.limit)
  return many(statement, (row) => {
    const [kind, reportNumber, action, to, at] = JSON.parse(row.notice as string) as [
      NoticeKind,
      string,
      Action,
      State,
      number,
    ]
    return {
      id: row.id as number,
      notificationId: row.notification_id as number,
      accountId: row.account_id as string,
      kind,
      reportNumber,
      action,
      to,
      at,
    }
  })
}

/** A delivery that arrived. */
export function markSent(db: Database, id: number, now: number): Query<void> {
  return write(
    db
      .prepare(
        'UPDATE channel_delivery SET delivered_at = ?2, dead_at = NULL, last_error = NULL WHERE id = ?1',
      )
      .bind(id, now),
  )
}

/**
 * A delivery that failed; its attempt was counted when it was claimed.
 *
 * @param pauses milliseconds until the next attempt after the first, the second … failure; after the last comes none
 */
export function markFailed(
  db: Database,
  id: number,
  failure: { now: number; problem: string; pauses: readonly number[] },
): Query<void> {
  return write(
    db
      .prepare(
        `UPDATE channel_delivery SET last_error = ?3,
           next_attempt_at = ?2 + coalesce(?4 ->> (attempts - 1), 0),
           dead_at = iif(attempts <= json_array_length(?4), NULL, ?2)
         WHERE id = ?1 AND delivered_at IS NULL`,
      )
      .bind(id, failure.now, failure.problem, JSON.stringify(failure.pauses)),
  )
}
