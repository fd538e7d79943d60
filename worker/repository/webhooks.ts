import type { Action } from '../../shared/domain/report-state.ts'
import type { Locale } from '../../shared/domain/locale.ts'
import { localName } from './local-name.ts'
import { many, maybeOne, write, type Database, type Query, type Row } from './query.ts'

/** An address that is told of events, and how its deliveries stand. Times in milliseconds. */
export interface WebhookRecord {
  id: string
  name: string
  url: string
  events: Action[]
  districtCode: string | null
  bodyCode: string | null
  /** In the reader's language. */
  districtName: string | null
  bodyName: string | null
  createdAt: number
  pausedAt: number | null
  waiting: number
  dead: number
  lastDeliveredAt: number | null
  lastError: string | null
}

export interface NewWebhook {
  id: string
  name: string
  url: string
  secretSealed: string
  events: readonly Action[]
  districtCode: string | null
  bodyCode: string | null
  createdAt: number
}

function readWebhook(row: Row): WebhookRecord {
  return {
    id: row.id as string,
    name: row.name as string,
    url: row.url as string,
    events: JSON.parse(row.events as string) as Action[],
    districtCode: row.district_code as string | null,
    bodyCode: row.body_code as string | null,
    districtName: row.district_name as string | null,
    bodyName: row.body_name as string | null,
    createdAt: row.created_at as number,
    pausedAt: row.paused_at as number | null,
    waiting: row.waiting as number,
    dead: row.dead as number,
    lastDeliveredAt: row.last_delivered_at as number | null,
    lastError: row.last_error as string | null,
  }
}

const OWN = 'webhook_delivery AS own WHERE own.webhook_id = webhook.id'

const select = (locale: Locale) => `SELECT webhook.*,
  ${localName('district', locale)} AS district_name, ${localName('body', locale)} AS body_name,
  (SELECT count(*) FROM ${OWN} AND delivered_at IS NULL AND dead_at IS NULL) AS waiting,
  (SELECT count(*) FROM ${OWN} AND dead_at IS NOT NULL) AS dead,
  coalesce(
    (SELECT last_error FROM ${OWN} AND delivered_at IS NULL AND dead_at IS NULL AND last_error IS NOT NULL
     ORDER BY next_attempt_at DESC, id DESC LIMIT 1),
    (SELECT last_error FROM ${OWN} AND dead_at IS NOT NULL ORDER BY id DESC LIMIT 1)
  ) AS last_error
  FROM webhook
  LEFT JOIN district ON district.code = webhook.district_code
  LEFT JOIN body ON body.code = webhook.body_code`

export function allWebhooks(db: Database, locale: Locale): Query<WebhookRecord[]> {
  return many(db.prepare(`${select(locale)} ORDER BY webhook.name, webhook.id`), readWebhook)
}

export function webhookById(db: Database, id: string, locale: Locale): Query<WebhookRecord | null> {
  return maybeOne(db.prepare(`${select(locale)} WHERE webhook.id = ?1`).bind(id), readWebhook)
}

/** Where an address is, and what signs what is sent there. */
export function addressOfWebhook(
  db: Database,
  id: string,
): Query<{ url: string; secretSealed: string } | null> {
  const statement = db.prepare('SELECT url, secret_sealed FROM webhook WHERE id = ?1').bind(id)
  return maybeOne(statement, (row) => ({
    url: row.url as string,
    secretSealed: row.secret_sealed as string,
  }))
}

/** Whether a district and a body exist; what is null need not. */
export function officesOfWebhook(
  db: Database,
  districtCode: string | null,
  bodyCode: string | null,
): Query<{ hasDistrict: boolean; hasBody: boolean }> {
  const statement = db
    .prepare(
      `SELECT ?1 IS NULL OR EXISTS (SELECT 1 FROM district WHERE code = ?1) AS has_district,
         ?2 IS NULL OR EXISTS (SELECT 1 FROM body WHERE code = ?2) AS has_body`,
    )
    .bind(districtCode, bodyCode)
  return {
    statement,
    read: ([row]) => ({ hasDistrict: row?.has_district === 1, hasBody: row?.has_body === 1 }),
  }
}

export function insertWebhook(db: Database, webhook: NewWebhook): Query<void> {
  return write(
    db
      .prepare(
        `INSERT INTO webhook (id, name, url, secret_sealed, events, district_code, body_code, created_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)`,
      )
      .bind(
        webhook.id,
        webhook.name,
        webhook.url,
        webhook.secretSealed,
        JSON.stringify(webhook.events),
        webhook.districtCode,
        webhook.bodyCode,
        webhook.createdAt,
      ),
  )
}

export type WebhookValues = Pick<
  WebhookRecord,
  'name' | 'url' | 'events' | 'districtCode' | 'bodyCode' | 'pausedAt'
>

/** Puts the values in place of what is there. @param secretSealed null keeps the secret */
export function updateWebhook(
  db: Database,
  id: string,
  values: WebhookValues,
  secretSealed: string | null,
): Query<void> {
  return write(
    db
      .prepare(
        `UPDATE webhook SET name = ?2, url = ?3, events = ?4, district_code = ?5, body_code = ?6, paused_at = ?7,
           secret_sealed = coalesce(?8, secret_sealed)
         WHERE id = ?1`,
      )
      .bind(
        id,
        values.name,
        values.url,
        JSON.stringify(values.events),
        values.districtCode,
        values.bodyCode,
        values.pausedAt,
        secretSealed,
      ),
  )
}

/** Secrets that are encrypted with another key than the one of that name. */
export function webhookSecretsUnderOtherKeys(db: Database, keyId: string, most: number) {
  const statement = db
    .prepare(
      `SELECT id, secret_sealed FROM webhook
       WHERE substr(secret_sealed, 1, length(?1) + 1) <> ?1 || '.' LIMIT ?2`,
    )
    .bind(keyId, most)
  return many(statement, (row) => ({ of: row.id as string, sealed: row.secret_sealed as string }))
}

/** Puts another encryption of the same secret in its place. */
export function replaceWebhookSecret(
  db: Database,
  { of, sealed }: { of: string; sealed: string },
  by: string,
): Query<void> {
  const sql = 'UPDATE webhook SET secret_sealed = ?3 WHERE id = ?1 AND secret_sealed = ?2'
  return write(db.prepare(sql).bind(of, sealed, by))
}
