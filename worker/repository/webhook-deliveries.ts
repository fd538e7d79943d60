import type { Action, Channel, State, Supervision } from '../../shared/domain/report-state.ts'
import type { WebhookEvent } from '../../shared/domain/webhook.ts'
import { many, write, type Database, type Query, type Row } from './query.ts'

/** One event that an address is told of, with what it is told. Times in milliseconds. */
export interface ClaimedWebhook {
  id: number
  webhookId: string
  url: string
  secretSealed: string
  event: { action: Action; seq: number; from: State | null; to: State; at: number }
  report: {
    number: string
    channel: Channel
    categoryCode: string
    districtCode: string
    stationNumber: string | null
    bodyCode: string | null
    promisedAt: number
    supervision: Supervision
    isPublic: boolean
  }
}

/** The webhooks that have something to be told now. */
export function webhooksWithWork(db: Database, now: number): Query<string[]> {
  const statement = db
    .prepare(
      `SELECT id FROM webhook WHERE paused_at IS NULL AND EXISTS (
         SELECT 1 FROM webhook_delivery
         WHERE webhook_id = webhook.id AND delivered_at IS NULL AND dead_at IS NULL AND next_attempt_at <= ?1
       ) ORDER BY id`,
    )
    .bind(now)
  return many(statement, (row) => row.id as string)
}

/**
 * Takes deliveries whose turn it is for the run of that name, and counts the attempt: until `until` nobody else takes
 * them, and a crash before their outcome is written costs them one attempt.
 */
export function claimWebhookDeliveries(
  db: Database,
  webhookId: string,
  claim: { id: string; now: number; until: number; limit: number },
): Query<void> {
  const statement = db
    .prepare(
      `UPDATE webhook_delivery SET attempts = attempts + 1, next_attempt_at = ?3, claim = ?5
       WHERE id IN (
         SELECT id FROM webhook_delivery
         WHERE webhook_id = ?1 AND delivered_at IS NULL AND dead_at IS NULL AND next_attempt_at <= ?2
         ORDER BY next_attempt_at, id LIMIT ?4
       )`,
    )
    .bind(webhookId, claim.now, claim.until, claim.limit, claim.id)
  return write(statement)
}

function readClaimed(row: Row): ClaimedWebhook {
  return {
    id: row.id as number,
    webhookId: row.webhook_id as string,
    url: row.url as string,
    secretSealed: row.secret_sealed as string,
    event: {
      action: row.action as Action,
      seq: row.seq as number,
      from: row.from_state === '' ? null : (row.from_state as State),
      to: row.to_state as State,
      at: row.at as number,
    },
    report: {
      number: row.number as string,
      channel: row.channel as Channel,
      categoryCode: row.category_code as string,
      districtCode: row.district_code as string,
      stationNumber: row.station_number as string | null,
      bodyCode: row.body_code as string | null,
      promisedAt: row.promised_at as number,
      supervision: row.supervision as Supervision,
      isPublic: row.is_public === 1,
    },
  }
}

/** What a run took. */
export function claimedWebhookDeliveries(db: Database, claimId: string): Query<ClaimedWebhook[]> {
  const statement = db
    .prepare(
      `SELECT delivery.id, delivery.webhook_id, webhook.url, webhook.secret_sealed,
         event.action, event.seq, event.from_state, event.to_state, event.at,
         report.number, report.channel, report.category_code, report.district_code, report.station_number,
         report.body_code, report.promised_at, report.supervision, report.is_public
       FROM webhook_delivery AS delivery
       JOIN webhook ON webhook.id = delivery.webhook_id
       JOIN report ON report.id = delivery.report_id
       JOIN report_event AS event ON event.report_id = delivery.report_id AND event.seq = delivery.seq
       WHERE delivery.claim = ?1
       ORDER BY delivery.id`,
    )
    .bind(claimId)
  return many(statement, readClaimed)
}

/** A delivery that arrived. */
export function markWebhookSent(
  db: Database,
  { id, webhookId }: Pick<ClaimedWebhook, 'id' | 'webhookId'>,
  now: number,
): Query<void>[] {
  const sent = `UPDATE webhook_delivery SET delivered_at = ?2, dead_at = NULL, last_error = NULL, claim = NULL
    WHERE id = ?1`
  return [
    write(db.prepare(sent).bind(id, now)),
    write(db.prepare('UPDATE webhook SET last_delivered_at = ?2 WHERE id = ?1').bind(webhookId, now)),
  ]
}

/** As `markFailed` of the channels: after the last pause nobody tries any more. */
export function markWebhookFailed(
  db: Database,
  id: number,
  failure: { now: number; problem: string; pauses: readonly number[] },
): Query<void> {
  return write(
    db
      .prepare(
        `UPDATE webhook_delivery SET last_error = ?3, claim = NULL,
           next_attempt_at = ?2 + coalesce(?4 ->> (attempts - 1), 0),
           dead_at = iif(attempts <= json_array_length(?4), NULL, ?2)
         WHERE id = ?1 AND delivered_at IS NULL`,
      )
      .bind(id, failure.now, failure.problem, JSON.stringify(failure.pauses)),
  )
}

/** Forgets up to `most` deliveries that arrived before a moment. */
export function deleteOldDeliveries(db: Database, before: number, most: number): Query<void> {
  const sql = `DELETE FROM webhook_delivery
    WHERE id IN (SELECT id FROM webhook_delivery WHERE delivered_at < ?1 LIMIT ?2)`
  return write(db.prepare(sql).bind(before, most))
}

/** Lets all dead letters of an address wait for their delivery again as if they were new; null for none. */
export function reviveDeliveries(db: Database, webhookId: string | null): Query<void> {
  const sql = `UPDATE webhook_delivery SET dead_at = NULL, attempts = 0, next_attempt_at = 0
    WHERE webhook_id = ?1 AND dead_at IS NOT NULL`
  return write(db.prepare(sql).bind(webhookId))
}

/** One event on its way. Times in milliseconds. */
export interface DeliveryRecord {
  id: number
  reportNumber: string
  action: WebhookEvent
  seq: number
  attempts: number
  createdAt: number
  deliveredAt: number | null
  deadAt: number | null
  nextAttemptAt: number
  lastError: string | null
}

/** Deliveries to an address, latest first, from before a row on. */
export function deliveriesOf(
  db: Database,
  webhookId: string,
  page: { before: number; limit: number },
): Query<DeliveryRecord[]> {
  const statement = db
    .prepare(
      `SELECT delivery.*, report.number, event.action
       FROM webhook_delivery AS delivery
       JOIN report ON report.id = delivery.report_id
       JOIN report_event AS event ON event.report_id = delivery.report_id AND event.seq = delivery.seq
       WHERE delivery.webhook_id = ?1 AND delivery.id < ?2
       ORDER BY delivery.id DESC LIMIT ?3`,
    )
    .bind(webhookId, page.before, page.limit)
  return many(statement, (row) => ({
    id: row.id as number,
    reportNumber: row.number as string,
    action: row.action as WebhookEvent,
    seq: row.seq as number,
    attempts: row.attempts as number,
    createdAt: row.created_at as number,
    deliveredAt: row.delivered_at as number | null,
    deadAt: row.dead_at as number | null,
    nextAttemptAt: row.next_attempt_at as number,
    lastError: row.last_error as string | null,
  }))
}
